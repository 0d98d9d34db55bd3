package import Customers
package import Dossier
package import Valuation
package import WorkingTime

extension Store {
    /// Makes `other` part of `survivor`: everything moves, both histories stay, the old number leads to the survivor.
    ///
    /// Nothing is lost: `unmerge` puts every row back. Complaints keep their trails as they were written; their
    /// customer's number is followed to the survivor.
    package func merge(
        _ other: CustomerID, into survivor: CustomerID, by login: String, at: Instant, rules: ValueRules? = nil
    ) throws(StoreError) -> CustomerMerge {
        let computation = computation(now: at, rules: rules ?? valueRules(at: at))
        return try engine.write { session throws(StoreError) in
            try session.requireUnerased(survivor)
            try session.requireUnerased(other)
            let (kept, gone) = (try session.current(survivor), try session.current(other))
            guard kept != gone else { throw .identity(.sameCustomer(kept)) }
            guard let old = try session.customer(kept), let theirs = try session.customer(gone) else {
                throw .unknownCustomer(other)
            }
            let entries = (ours: try session.indexEntries(of: old), theirs: try session.indexEntries(of: theirs))
            let number = try session.take(.merge)
            // A number of its own, so that a desk that read the customer in between never takes it for the same.
            let version = old.version + Self.versionStride * Int(number)
            try session.run(
                """
                INSERT INTO customer_merges (id, survivor, absorbed, version_before, version_after, made_at, made_by)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """, number, kept.number, gone.number, old.version, version, at, login)
            var work = MergeWork(session, merge: number, survivor: kept.number, absorbed: gone.number)
            try work.run(old, theirs, by: login, at: at)
            try session.run(
                "UPDATE customers SET merged_into = $1 WHERE id = $2", kept.number, gone.number)
            try session.run(
                "UPDATE customers SET version = $1, updated_at = $2, updated_by = $3 WHERE id = $4", version, at, login,
                kept.number)
            guard let merged = try session.customer(kept) else { throw .unknownCustomer(kept) }
            try session.index(kept.number, from: entries.ours, to: try session.indexEntries(of: merged))
            try session.index(gone.number, from: entries.theirs, to: IndexEntries())
            try session.refreshValue(of: kept.number, computation)
            try session.note("merge_customers", kept, gone, merge: number, by: login, at: at, chain)
            return CustomerMerge(
                id: number, survivor: kept, absorbed: gone, at: at, by: login, movedRows: work.movedRows)
        }
    }

    /// Undoes a merge exactly; what came since stays with the survivor. The last merge of a customer goes first.
    package func unmerge(
        _ number: Int64, by login: String, at: Instant, rules: ValueRules? = nil
    ) throws(StoreError) -> CustomerMerge {
        let computation = computation(now: at, rules: rules ?? valueRules(at: at))
        return try engine.write { session throws(StoreError) in
            let merge = try session.merge(number)
            try session.requireLast(merge)
            let (kept, gone) = (merge.survivor.number, merge.absorbed.number)
            guard let joined = try session.customer(merge.survivor) else { throw .unknownCustomer(merge.survivor) }
            let entries = try session.indexEntries(of: joined)
            try session.run("UPDATE customers SET merged_into = NULL WHERE id = $1", gone)
            let changes = try session.changes(of: number)
            let work = try UnmergeWork(session, survivor: kept, absorbed: gone)
            let hasNewPurchase = try work.run(changes, mergedAt: merge.at)
            try session.restoreVersion(of: merge, changes, by: login, at: at)
            guard let ours = try session.customer(merge.survivor), let theirs = try session.customer(merge.absorbed)
            else { throw .unknownCustomer(merge.absorbed) }
            try session.index(kept, from: entries, to: try session.indexEntries(of: ours))
            try session.index(gone, from: IndexEntries(), to: try session.indexEntries(of: theirs))
            if hasNewPurchase { try session.refreshValue(of: kept, computation) }
            try session.run(
                "UPDATE customer_merges SET undone_at = $1, undone_by = $2 WHERE id = $3", at, login, number)
            try session.note(
                "unmerge_customers", merge.survivor, merge.absorbed, merge: number, by: login, at: at, chain)
            var undone = merge
            undone.undoneAt = at
            undone.movedRows = changes.count
            return undone
        }
    }

    /// The merges a customer went through, newest first.
    package func merges(of id: CustomerID) throws(StoreError) -> [CustomerMerge] {
        try engine.read { session throws(StoreError) in
            let numbers = try session.all(
                "SELECT id FROM customer_merges WHERE survivor = $1 OR absorbed = $1 ORDER BY id DESC", id.number
            ) { $0.integer(0) }
            var merges: [CustomerMerge] = []
            for number in numbers { merges.append(try session.merge(number)) }
            return merges
        }
    }

    /// How far a merge raises the survivor's version, times the merge's number.
    static let versionStride = 1_000_000
}

extension Session {
    fileprivate func requireUnerased(_ id: CustomerID) throws(StoreError) {
        try requireCustomer(id)
        let erased = try integer("SELECT 1 FROM customers WHERE id = $1 AND erased_at IS NOT NULL", id.number)
        if erased != nil { throw .identity(.erased(id)) }
    }

    fileprivate func merge(_ number: Int64) throws(StoreError) -> CustomerMerge {
        let found = try first(
            "SELECT survivor, absorbed, made_at, made_by, undone_at FROM customer_merges WHERE id = $1", number
        ) { row in
            CustomerMerge(
                id: number, survivor: CustomerID(row.integer(0)), absorbed: CustomerID(row.integer(1)),
                at: row.instant(2), by: row.text(3), movedRows: 0, undoneAt: row.optionalInstant(4))
        }
        guard let found else { throw .identity(.unknownMerge(number)) }
        return found
    }

    /// Only the last merge a customer took part in can be undone: the ones before lie under it.
    fileprivate func requireLast(_ merge: CustomerMerge) throws(StoreError) {
        if merge.undoneAt != nil { throw .identity(.alreadyUndone(merge: merge.id)) }
        let later = try integer(
            """
            SELECT MAX(id) FROM customer_merges
            WHERE id > $1 AND undone_at IS NULL AND (survivor = $2 OR absorbed = $2)
            """, merge.id, merge.survivor.number)
        if let later { throw .identity(.laterMerge(merge: merge.id, later: later)) }
        for id in [merge.survivor, merge.absorbed] { try requireUnerased(id) }
    }

    /// Newest change first.
    fileprivate func changes(of merge: Int64) throws(StoreError) -> [UnmergeWork.Change] {
        try all(
            "SELECT kind, customer, a, b, text FROM merge_changes WHERE merge = $1 ORDER BY sequence DESC", merge
        ) { row throws(StoreError) in
            UnmergeWork.Change(
                kind: try row.value(0), customer: row.integer(1), a: row.optionalInteger(2) ?? 0,
                b: row.optionalInteger(3) ?? 0, text: row.optionalText(4) ?? "")
        }
    }

    /// The version as it was when nobody has edited the survivor since, else the next one.
    fileprivate func restoreVersion(
        of merge: CustomerMerge, _ changes: [UnmergeWork.Change], by login: String, at: Instant
    ) throws(StoreError) {
        let updated = changes.first { $0.kind == .updated }
        let isBack = try run(
            """
            UPDATE customers SET version = (SELECT version_before FROM customer_merges WHERE id = $1),
                updated_at = $2, updated_by = $3
            WHERE id = $4 AND version = (SELECT version_after FROM customer_merges WHERE id = $1)
            """, merge.id, updated?.a ?? at.microseconds, updated?.text ?? login, merge.survivor.number)
        if isBack == 0 {
            try run(
                "UPDATE customers SET version = version + 1, updated_at = $1, updated_by = $2 WHERE id = $3", at, login,
                merge.survivor.number)
        }
    }

    /// A line of the trail under each of the two numbers.
    fileprivate func note(
        _ act: String, _ survivor: CustomerID, _ absorbed: CustomerID, merge: Int64, by login: String, at: Instant,
        _ chain: AuditChain
    ) throws(StoreError) {
        try appendTrail(
            chain, at: at, actor: login, act: act, subject: survivor.description, detail: "\(merge) \(absorbed)")
        try appendTrail(
            chain, at: at, actor: login, act: act, subject: absorbed.description, detail: "\(merge) \(survivor)")
    }
}
