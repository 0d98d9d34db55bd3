package import Customers
package import Dossier
import Money
import Synchronization
package import Valuation
package import WorkingTime

extension Store {
    package func addInteraction(_ made: NewInteraction) throws(StoreError) {
        try made.check()
        try engine.write { session throws(StoreError) in
            try session.requireCustomer(made.customer)
            var interaction = made
            interaction.customer = try session.current(made.customer)
            let id = try session.take(.interaction)
            try session.insert(interaction, id: id, source: nil, reference: nil)
            try session.touch(
                interaction.customer.number, first: interaction.at, last: interaction.at,
                atDesk: interaction.by != nil)
        }
    }

    /// Keeps one purchase typed at the desk and brings the customer's value and tier up to date.
    package func recordPurchase(
        _ line: PurchaseLine, customer named: CustomerID, by login: String, now: Instant, rules: ValueRules? = nil
    ) throws(StoreError) {
        try line.check()
        let computation = computation(now: now, rules: rules ?? valueRules(at: now))
        try engine.write { session throws(StoreError) in
            try session.requireCustomer(named)
            let customer = try session.current(named)
            let id = try session.take(.purchase)
            try session.insert(line, customer: customer.number, id: id, source: Source.desk, reference: String(id))
            try session.touch(customer.number, first: line.at, last: line.at, atDesk: true)
            try session.refreshValue(of: customer.number, computation)
            try session.appendTrail(
                chain, at: now, actor: login, act: "record_purchase", subject: customer.description, detail: String(id))
        }
    }

    package func addFollowUp(_ followUp: FollowUp, customer: CustomerID, at: Instant) throws(StoreError) {
        try Limit.text(followUp.text, field: "text", max: Limit.textBytesMax)
        try Limit.text(followUp.owner, field: "owner", max: Limit.nameBytesMax)
        try engine.write { session throws(StoreError) in
            try session.requireCustomer(customer)
            try session.run(
                """
                INSERT INTO follow_ups (id, customer, due, text, owner, case_number, made_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """, try session.take(.followUp), try session.current(customer.number), followUp.due, followUp.text,
                followUp.owner,
                followUp.caseNumber.map { ComplaintKey.number($0) }, at)
        }
    }

    package func addAgent(_ agent: Agent) throws(StoreError) {
        try engine.write { session throws(StoreError) in try session.insert(agent) }
    }

    /// Replaces the agent of that login.
    package func updateAgent(_ agent: Agent) throws(StoreError) {
        try engine.write { session throws(StoreError) in try session.update(agent) }
    }

    package func addTeam(_ team: Team) throws(StoreError) {
        try engine.write { session throws(StoreError) in try session.insert(team) }
    }

    /// Replaces what the store says about its centre.
    package func saveSettings(_ settings: CentreSettings) throws(StoreError) {
        try engine.write { session throws(StoreError) in try session.save(settings) }
        cachedSettings.withLock { $0 = settings }
    }
}

extension Session {
    func requireCustomer(_ id: CustomerID) throws(StoreError) {
        guard try integer("SELECT 1 FROM customers WHERE id = $1", id.number) != nil else {
            throw .unknownCustomer(id)
        }
    }

    func insert(
        _ interaction: NewInteraction, id: Int64, source: Int64?, reference: String?
    ) throws(StoreError) {
        try run(
            """
            INSERT INTO interactions (customer, at, id, kind, is_inbound, text, wrap_up, made_by, case_number, source,
                reference)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """, interaction.customer.number, interaction.at, id, interaction.kind.rawValue, interaction.isInbound,
            interaction.text, interaction.wrapUpCode, interaction.by,
            interaction.caseNumber.map { ComplaintKey.number($0) }, source, reference)
    }

    func insert(
        _ line: PurchaseLine, customer: Int64, id: Int64, source: Int64, reference: String
    ) throws(StoreError) {
        try run(
            """
            INSERT INTO purchases (customer, at, id, invoice, product, product_class, quantity, amount, currency,
                is_return, margin_basis_points, source, reference)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """, customer, line.at, id, line.invoice, line.product, line.productClass, line.quantity,
            line.amount.minorUnits, line.amount.currency.rawValue, line.isReturn, line.marginBasisPoints, source,
            reference)
    }
}

extension NewInteraction {
    func check() throws(StoreError) {
        try Limit.text(text, field: "text", max: Limit.textBytesMax)
        try Limit.text(wrapUpCode, field: "wrap_up", max: Limit.nameBytesMax)
        try Limit.text(by, field: "by", max: Limit.nameBytesMax)
    }
}

extension PurchaseLine {
    func check() throws(StoreError) {
        try Limit.text(invoice, field: "invoice", max: Limit.referenceBytesMax)
        try Limit.text(product, field: "product", max: Limit.fieldBytesMax)
        try Limit.text(productClass, field: "product_class", max: Limit.nameBytesMax)
    }
}
