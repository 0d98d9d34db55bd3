import ArgumentParser
import Customers
import Dossier
import Store

struct CustomerNewCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Keep a new customer; one way to find them is enough.")

    @OptionGroup var fields: CustomerFields

    @Flag(help: "Keep the customer though somebody known already looks the same.")
    var force = false

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        var draft = Customer(id: CustomerID(0), region: centre.settings.region)
        fields.apply(to: &draft, home: centre.settings.region)
        let alike = try centre.store.lookalikes(of: draft)
        if let first = alike.first, !force {
            let ids = alike.map(\.b.description)
            throw Failure(.no, "E_LOOKS_LIKE", session.wording.looksLike(ids) + " (" + first.reasons + ")")
        }
        let customer = try centre.store.createCustomer(draft, by: actor.login, at: centre.now)
        // Forced past somebody alike: a person should look at the two.
        try centre.store.propose(
            alike.map { pair in
                var pair = pair
                pair.a = customer.id
                return pair
            }, at: centre.now)
        session.answer(["customer": customer.json, "looks_like": .list(alike, \.newcomerJSON)]) {
            Output.line(session.wording.customerKept(customer.id.description))
        }
        return .done
    }
}

extension DuplicatePair {
    /// `phone +11.0, name -5.5`.
    var reasons: String {
        evidence.map { $0.field.rawValue + " " + Self.signed($0.weight) }.joined(separator: ", ")
    }

    /// Whom a newcomer looks like, and why.
    var newcomerJSON: JSON {
        [
            "customer": .string(b.description), "reference": .text(bReference),
            "weight": .number((weight * 1000).rounded() / 1000),
            "probability": .number((probability * 1_000_000).rounded() / 1_000_000),
            "evidence": .list(evidence) { evidence in
                [
                    "field": .string(evidence.field.rawValue),
                    "weight": .number((evidence.weight * 1000).rounded() / 1000),
                ]
            },
        ]
    }
}
