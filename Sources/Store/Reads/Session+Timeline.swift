import Complaints
import Customers
import Dossier
import Money
import WorkingTime

extension Session {
    /// The history strictly before `before`, newest first, at most `limit` entries.
    ///
    /// Each kind is read in its own order and no further than the limit; then they are merged.
    func timeline(of customer: Int64, before: Instant, limit: Int) throws(StoreError) -> [TimelineEntry] {
        let purchases = try purchaseEntries(of: customer, before: before, limit: limit)
        let interactions = try interactionEntries(of: customer, before: before, limit: limit)
        let complaints = try complaintEntries(of: customer, before: before, limit: limit)
        let entries = Self.merged(Self.merged(purchases, interactions), complaints)
        return Array(entries.prefix(limit))
    }

    /// How many entries the history has, counted up to `Limit.timelineCountMax`.
    func timelineCount(of customer: Int64) throws(StoreError) -> Int {
        var count = 0
        let purchases = try statement(
            "SELECT at, invoice FROM purchases WHERE customer = $1 ORDER BY at DESC, id DESC")
        purchases.bind(customer, at: 1)
        defer { purchases.reset() }
        var last: (at: Int64, invoice: String?)?
        while count < Limit.timelineCountMax, try purchases.step() {
            let next = (at: purchases.integer(0), invoice: purchases.optionalText(1))
            if let last, last.at == next.at, last.invoice == next.invoice { continue }
            last = next
            count += 1
        }
        for table in ["interactions", "complaints"] where count < Limit.timelineCountMax {
            count += Int(
                try integer(
                    "SELECT COUNT(*) FROM (SELECT 1 FROM \(table) WHERE customer = $1 LIMIT $2) AS entries", customer,
                    Limit.timelineCountMax - count) ?? 0)
        }
        return count
    }

    /// Lines of one invoice at one instant are one entry.
    private func purchaseEntries(of customer: Int64, before: Instant, limit: Int) throws(StoreError) -> [TimelineEntry]
    {
        let lines = try statement(
            """
            SELECT at, invoice, product, quantity, amount, currency, is_return, product_class, margin_basis_points
            FROM purchases WHERE customer = $1 AND at < $2 ORDER BY at DESC, id DESC
            """)
        lines.bind(customer, at: 1)
        lines.bind(before.microseconds, at: 2)
        defer { lines.reset() }
        var entries: [TimelineEntry] = []
        var invoice = InvoiceFold()
        while try lines.step() {
            let line = try lines.purchaseLine(from: 0)
            if invoice.takes(line) { continue }
            if let entry = invoice.entry {
                entries.append(entry)
                if entries.count == limit { return entries }
            }
            invoice = InvoiceFold(line)
        }
        if let entry = invoice.entry { entries.append(entry) }
        return entries
    }

    private func interactionEntries(
        of customer: Int64, before: Instant, limit: Int
    ) throws(StoreError) -> [TimelineEntry] {
        try all(
            """
            SELECT at, kind, text, made_by, case_number, reference, wrap_up, withdrawn_at FROM interactions
            WHERE customer = $1 AND at < $2 ORDER BY at DESC, id DESC LIMIT $3
            """, customer, before, limit
        ) { row in
            let caseNumber = row.optionalInteger(4).map { ComplaintKey.caseNumber($0).description }
            var entry = TimelineEntry(
                at: row.instant(0), kind: TimelineEntry.Kind(rawValue: row.text(1)) ?? .other, text: row.text(2),
                by: row.optionalText(3), reference: caseNumber ?? row.optionalText(5), wrapUpCode: row.optionalText(6))
            entry.isWithdrawn = !row.isNull(7)
            return entry
        }
    }

    private func complaintEntries(of customer: Int64, before: Instant, limit: Int) throws(StoreError)
        -> [TimelineEntry]
    {
        try all(
            """
            SELECT received_at, summary, owner, number FROM complaints
            WHERE customer = $1 AND received_at < $2 ORDER BY received_at DESC, number DESC LIMIT $3
            """, customer, before, limit
        ) { row in
            TimelineEntry(
                at: row.instant(0), kind: .complaint, text: row.text(1), by: row.text(2),
                reference: ComplaintKey.caseNumber(row.integer(3)).description)
        }
    }

    /// Two lists newest first become one.
    private static func merged(_ a: [TimelineEntry], _ b: [TimelineEntry]) -> [TimelineEntry] {
        guard !a.isEmpty else { return b }
        guard !b.isEmpty else { return a }
        var merged: [TimelineEntry] = []
        merged.reserveCapacity(a.count + b.count)
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i].at >= b[j].at {
                merged.append(a[i])
                i += 1
            } else {
                merged.append(b[j])
                j += 1
            }
        }
        merged.append(contentsOf: a[i...])
        merged.append(contentsOf: b[j...])
        return merged
    }
}
