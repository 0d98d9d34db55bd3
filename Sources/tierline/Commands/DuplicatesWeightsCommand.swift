import ArgumentParser
import Customers
import Dossier

struct DuplicatesWeightsCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "weights",
        abstract: "The chances each field's agreement has, and the weight that follows from them.",
        discussion: """
            m: how often two records of one person agree so; u: how often those of two people do, by chance. The weight \
            is log2(m/u), in bits. A name counts by its own frequency in the store instead of u.
            """)

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        for chance in AgreementModel.chances {
            session.answer([
                "field": .string(chance.field.rawValue), "level": .string(chance.level.rawValue),
                "m": .number(chance.m), "u": .number(chance.u),
                "weight": .number((chance.weight * 1000).rounded() / 1000),
            ]) {
                Output.line(
                    "\(chance.field.rawValue)\t\(chance.level.rawValue)\tm \(chance.m)\tu \(chance.u)\t"
                        + DuplicatePair.signed(chance.weight))
            }
        }
        return .done
    }
}
