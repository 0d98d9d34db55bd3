extension Deliberation {
    /// Required fields whose absence has a code of its own, given with the last checks.
    private static let withOwnCode: [EventType: Set<String>] = [
        .withdraw: ["evidence"], .close: ["root_cause"], .acceptOffer: ["evidence"],
    ]

    func checkRequiredFields() throws(Refusal) {
        let ownCode = Self.withOwnCode[command.type] ?? []
        for field in EventSchema.fields(of: command.type) where field.isRequired && !ownCode.contains(field.name) {
            // A required yes/no is answered by either.
            if field.kind == .boolean, fields[field.name] != nil { continue }
            try need(field.name)
        }
        try checkConditionalFields()
    }

    func need(_ name: String) throws(Refusal) {
        guard fields.isGiven(name) else { throw Refusal(.missingField, field: name) }
    }

    private func checkConditionalFields() throws(Refusal) {
        switch command.type {
        case .resolve, .resolveNow:
            if fields.text("outcome") != Outcome.notUpheld.rawValue {
                try need("error_admitted")
                try need("apology")
            }
            try checkAmountFields()
        case .offerRemedy: try checkAmountFields()
        case .escalate: if fields.isGiven("amount") { try need("currency") }
        case .taskUpdate:
            if fields.text("status") == TaskStatus.returned.rawValue { try need("note") }
            if fields.text("status") == TaskStatus.done.rawValue { try need("proof") }
        case .reassess:
            let changes = ["severity", "category", "product", "vulnerable"]
            guard changes.contains(where: { fields.isGiven($0) }) else {
                throw Refusal(.missingField, field: "severity")
            }
        case .dispatch: try checkUnitChoice()
        default: break
        }
    }

    private func checkAmountFields() throws(Refusal) {
        guard let remedy: RemedyType = fields.word("remedy_type") else { return }
        if remedy.needsAmount || fields.isGiven("amount") {
            try need("amount")
            try need("currency")
        }
    }
}
