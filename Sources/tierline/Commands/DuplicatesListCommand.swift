import ArgumentParser
import Customers
import Dossier
import Store

struct DuplicatesListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Pairs that wait to be looked at, the surest first, both records beside each other.")

    @Option(help: ArgumentHelp("At most this many.", valueName: "n"))
    var limit: Int = 50

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError("--limit must be from 1 to 100000") }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        for review in try centre.store.duplicateReviews(limit: limit) {
            session.answer(["pair": review.pair.json, "a": review.a.json(in: centre), "b": review.b.json(in: centre)]) {
                Output.line(review.pair.line)
                for side in [review.a, review.b] { Output.line("  " + side.line) }
            }
        }
        return .done
    }
}

extension DuplicateSide {
    func json(in centre: Centre) -> JSON {
        [
            "customer": customer.json, "purchases": .integer(Int64(purchases)),
            "interactions": .integer(Int64(interactions)), "open_complaints": .integer(Int64(openComplaints)),
            "last_contact": centre.timestamp(lastContact),
        ]
    }

    var line: String {
        var words = [customer.id.description, customer.name ?? "-"]
        words += customer.phones.map { $0.e164 ?? $0.raw } + customer.plates.map(\.display)
        words += [customer.birthDate, customer.idNumber, customer.address].compactMap { $0 }
        return SafeText.line(words.joined(separator: "  "))
    }
}
