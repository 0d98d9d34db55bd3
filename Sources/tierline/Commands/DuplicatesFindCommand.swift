import ArgumentParser
import Customers
import Dossier
import Store

struct DuplicatesFindCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Pairs of customers who are likely one person, with the weights that say so; JSON Lines with --json.",
        discussion: "Pairs called different are left out. What is found waits in duplicates list to be looked at.")

    @Option(help: ArgumentHelp("The chance from which a pair is told, 0 to 1.", valueName: "p"))
    var minimum: Double = AgreementModel.proposedProbability

    @Flag(name: .customLong("no-keep"), help: "Only tell; keep no list to be looked at.")
    var keepsNothing = false

    @OptionGroup var global: GlobalOptions

    /// Pairs kept at a time.
    static let pairsPerKeep = 500

    func validate() throws {
        guard (0...1).contains(minimum) else { throw ValidationError("--minimum must be from 0 to 1") }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(keepsNothing ? .readOnly : .readWrite)
        var waiting: [DuplicatePair] = []
        let search = try centre.store.findDuplicates(minimum: minimum) { pair throws(StoreError) in
            session.answer(pair.json) { Output.line(pair.line) }
            guard !keepsNothing else { return }
            waiting.append(pair)
            if waiting.count == Self.pairsPerKeep {
                try centre.store.propose(waiting, at: centre.now)
                waiting.removeAll(keepingCapacity: true)
            }
        }
        if !keepsNothing { try centre.store.propose(waiting, at: centre.now) }
        session.remark(session.wording.duplicatesFound(search.found, records: search.records))
        return .done
    }
}

extension DuplicatePair {
    var json: JSON {
        [
            "a": .string(a.description), "a_reference": .text(aReference), "b": .string(b.description),
            "b_reference": .text(bReference), "weight": .number((weight * 1000).rounded() / 1000),
            "probability": .number((probability * 1_000_000).rounded() / 1_000_000),
            "evidence": .list(evidence) { evidence in
                [
                    "field": .string(evidence.field.rawValue),
                    "weight": .number((evidence.weight * 1000).rounded() / 1000),
                ]
            },
        ]
    }

    /// `C000001  C000002  14.2  phone +11.0  name -5.5`.
    var line: String {
        let reasons = evidence.map { $0.field.rawValue + " " + Self.signed($0.weight) }
        return SafeText.line(([a.description, b.description, Self.signed(weight)] + reasons).joined(separator: "  "))
    }

    static func signed(_ weight: Double) -> String {
        let tenths = Int((weight * 10).rounded())
        return (tenths < 0 ? "-" : "+") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
