import Customers
import Dossier
import WorkingTime

extension BulkBatch {
    mutating func write(
        _ imported: NewInteraction, _ row: BulkRow, _ session: any Session
    ) throws(StoreError) -> RowFate {
        let customer = try owner(of: row, session)
        note(customer, imported.at)
        var interaction = imported
        interaction.customer = CustomerID(customer)
        if row.reference.isEmpty, try isKnown(interaction, session) { return .unchanged }
        let insert = try session.statement(
            """
            INSERT INTO interactions (customer, at, id, kind, is_inbound, text, wrap_up, made_by, case_number, source,
                reference)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (source, reference) WHERE reference IS NOT NULL DO NOTHING
            """)
        insert.bind(customer, at: 1)
        insert.bind(interaction.at.microseconds, at: 2)
        insert.bind(try interactionNumbers.take(session), at: 3)
        insert.bind(interaction.kind.rawValue, at: 4)
        insert.bind(interaction.isInbound ? 1 : 0, at: 5)
        insert.bind(interaction.text, at: 6)
        insert.bind(interaction.wrapUpCode, at: 7)
        insert.bind(interaction.by, at: 8)
        insert.bind(interaction.caseNumber.map { ComplaintKey.number($0) }, at: 9)
        // What was typed at a desk has no reference, there or here.
        insert.bind(row.reference.isEmpty ? nil : source, at: 10)
        insert.bind(row.reference.isEmpty ? nil : row.reference, at: 11)
        try insert.runOnce()
        if insert.changes == 1 { return .inserted }
        return try update(interaction, row.reference, session)
    }

    private func isKnown(_ interaction: NewInteraction, _ session: any Session) throws(StoreError) -> Bool {
        try session.integer(
            "SELECT 1 FROM interactions WHERE customer = $1 AND at = $2 AND kind = $3 AND text = $4 LIMIT 1",
            interaction.customer.number, interaction.at, interaction.kind.rawValue, interaction.text) != nil
    }

    private func update(
        _ interaction: NewInteraction, _ reference: String, _ session: any Session
    ) throws(StoreError) -> RowFate {
        let old = try session.first(
            """
            SELECT customer, at, id, kind, is_inbound, text, wrap_up, made_by, case_number FROM interactions
            WHERE source = $1 AND reference = $2
            """, source, reference
        ) { row in
            (
                id: row.integer(2),
                value: NewInteraction(
                    customer: CustomerID(row.integer(0)), at: row.instant(1),
                    kind: TimelineEntry.Kind(rawValue: row.text(3)) ?? .other, isInbound: row.bool(4),
                    text: row.text(5), wrapUpCode: row.optionalText(6), by: row.optionalText(7),
                    caseNumber: row.optionalInteger(8).map(ComplaintKey.caseNumber))
            )
        }
        guard let old else { throw .engine(code: -1, message: "a contact both is and is not there", sql: nil) }
        if old.value == interaction { return .unchanged }
        try session.run(
            "DELETE FROM interactions WHERE customer = $1 AND at = $2 AND id = $3", old.value.customer.number,
            old.value.at, old.id)
        try session.insert(interaction, id: old.id, source: source, reference: reference)
        return .updated
    }

    mutating func write(
        _ plate: VehiclePlate, _ model: String?, _ row: BulkRow, _ session: any Session
    ) throws(StoreError) -> RowFate {
        let customer = try owner(of: row, session)
        let id = CustomerID(customer)
        guard let old = try session.customer(id) else { throw .unknownCustomer(id) }
        let known = try session.first(
            "SELECT customer, key, model FROM plates WHERE source = $1 AND reference = $2", source, row.reference
        ) { (customer: $0.integer(0), key: $0.text(1), model: $0.optionalText(2)) }
        if let known {
            if known.customer == customer, known.key == plate.key, known.model == model { return .unchanged }
            try remove(known.key, of: CustomerID(known.customer), session)
        }
        if row.reference.isEmpty,
            let same = try session.first(
                "SELECT model FROM plates WHERE customer = $1 AND key = $2", customer, plate.key,
                row: { $0.optionalText(0) }),
            same == model
        {
            return .unchanged
        }
        let before = known == nil ? old : try session.customer(id) ?? old
        var after = before
        if !after.plates.contains(where: { $0.key == plate.key }) {
            guard after.plates.count < Limit.platesMax else { throw .tooMany(what: "plates", limit: Limit.platesMax) }
            after.plates.append(plate)
            after.version += 1
            try session.replace(before, by: after, login: run.by, at: run.startedAt)
        }
        try session.run(
            "UPDATE plates SET model = $1, source = $2, reference = $3 WHERE customer = $4 AND key = $5", model,
            row.reference.isEmpty ? nil : source, row.reference.isEmpty ? nil : row.reference, customer, plate.key)
        return known == nil ? .inserted : .updated
    }

    /// Takes a plate from a customer: the vehicle was sold, or its plate was corrected.
    private func remove(_ key: String, of id: CustomerID, _ session: any Session) throws(StoreError) {
        guard let old = try session.customer(id) else { return }
        var new = old
        new.plates.removeAll { $0.key == key }
        new.version += 1
        try session.replace(old, by: new, login: run.by, at: run.startedAt)
    }

    mutating func write(_ holding: Holding, _ row: BulkRow, _ session: any Session) throws(StoreError) -> RowFate {
        let customer = try owner(of: row, session)
        let old = try session.first(
            "SELECT customer, id, product, number, since, until FROM holdings WHERE source = $1 AND reference = $2",
            source, row.reference
        ) { row in
            (
                customer: row.integer(0), id: row.integer(1),
                value: Holding(
                    product: row.text(2), reference: row.optionalText(3), since: row.optionalInstant(4),
                    until: row.optionalInstant(5))
            )
        }
        if let old {
            if old.customer == customer, old.value == holding { return .unchanged }
            try session.run("DELETE FROM holdings WHERE customer = $1 AND id = $2", old.customer, old.id)
        }
        if row.reference.isEmpty {
            let same = try session.integer(
                """
                SELECT 1 FROM holdings WHERE customer = $1 AND product = $2 AND COALESCE(number, '') = $3
                    AND COALESCE(since, 0) = $4 AND COALESCE(until, 0) = $5
                """, customer, holding.product, holding.reference ?? "", holding.since?.microseconds ?? 0,
                holding.until?.microseconds ?? 0)
            if same != nil { return .unchanged }
        }
        let id: Int64
        if let old { id = old.id } else { id = try session.take(.holding) }
        try session.run(
            """
            INSERT INTO holdings (customer, id, product, number, since, until, source, reference)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """, customer, id, holding.product, holding.reference, holding.since,
            holding.until, row.reference.isEmpty ? nil : source, row.reference.isEmpty ? nil : row.reference)
        return old == nil ? .inserted : .updated
    }
}
