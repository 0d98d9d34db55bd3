package import Customers
package import Dossier
package import WorkingTime

/// Where one entry of a customer's history is kept.
package struct InteractionKey: Sendable, Hashable {
    package var customer: CustomerID
    package var at: Instant
    package var id: Int64

    package init(customer: CustomerID, at: Instant, id: Int64) {
        self.customer = customer
        self.at = at
        self.id = id
    }
}

extension Store {
    /// Keeps a call note written at a desk, with its line in the trail; the key takes it back.
    package func saveNote(_ note: NewInteraction, by login: String) throws(StoreError) -> InteractionKey {
        try note.check()
        return try engine.write { session throws(StoreError) in
            try session.requireCustomer(note.customer)
            var note = note
            note.customer = try session.current(note.customer)
            let id = try session.take(.interaction)
            try session.insert(note, id: id, source: nil, reference: nil)
            try session.touch(note.customer.number, first: note.at, last: note.at, atDesk: true)
            try session.appendTrail(
                chain, at: note.at, actor: login, act: AuditAct.addNote, subject: note.customer.description,
                detail: String(id))
            return InteractionKey(customer: note.customer, at: note.at, id: id)
        }
    }

    /// Takes a note back: it stays in the history and says so; the trail has both lines.
    ///
    /// Only its author may; one already taken back stays as it is.
    package func withdrawNote(_ key: InteractionKey, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) in
            try session.withdraw(key, by: login, at: at)
            try session.appendTrail(
                chain, at: at, actor: login, act: AuditAct.withdrawNote,
                subject: try session.current(key.customer).description, detail: String(key.id))
        }
    }
}

extension Session {
    func withdraw(_ key: InteractionKey, by login: String, at: Instant) throws(StoreError) {
        let changed = try run(
            """
            UPDATE interactions SET withdrawn_at = $1, withdrawn_by = $2
            WHERE customer = $3 AND at = $4 AND id = $5 AND made_by = $2 AND withdrawn_at IS NULL
            """, at, login, try current(key.customer.number), key.at, key.id)
        guard changed == 1 else { throw .badValue(field: "note", value: String(key.id)) }
    }
}
