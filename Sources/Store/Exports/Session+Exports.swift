import Complaints
import Customers
import Dossier
import Money
import WorkingTime

extension Session {
    /// Rows there are now.
    func exportCount(_ kind: ExportKind) throws(StoreError) -> Int {
        let tables: [String] =
            switch kind {
            case .customers: ["customers WHERE merged_into IS NULL"]
            case .vehicles: ["plates"]
            case .purchases: ["purchases", "unattributed_purchases"]
            case .interactions: ["interactions"]
            case .complaints: ["complaints"]
            case .holdings: ["holdings"]
            }
        var count: Int64 = 0
        for table in tables { count += try integer("SELECT COUNT(*) FROM \(table)") ?? 0 }
        return Int(count)
    }

    func exportPage(_ kind: ExportKind, from cursor: ExportCursor, limit: Int, book: RulesBook?) throws(StoreError)
        -> ExportPage
    {
        switch kind {
        case .customers: try exportCustomers(cursor, limit)
        case .vehicles: try exportVehicles(cursor, limit)
        case .purchases:
            cursor.isPastCustomers ? try exportUnattributed(cursor, limit) : try exportPurchases(cursor, limit)
        case .interactions: try exportInteractions(cursor, limit)
        case .complaints: try exportComplaints(cursor, limit, book)
        case .holdings: try exportHoldings(cursor, limit)
        }
    }

    private func exportCustomers(_ cursor: ExportCursor, _ limit: Int) throws(StoreError) -> ExportPage {
        let numbers = try all(
            "SELECT id FROM customers WHERE id > $1 AND merged_into IS NULL ORDER BY id LIMIT $2", cursor.customer,
            limit
        ) { $0.integer(0) }
        var rows: [[ExportValue]] = []
        for number in numbers {
            guard let customer = try customer(CustomerID(number)) else { continue }
            rows.append(customer.exportRow)
        }
        return page(rows, numbers.count == limit ? ExportCursor(customer: numbers.last ?? 0) : nil)
    }

    private func exportVehicles(_ cursor: ExportCursor, _ limit: Int) throws(StoreError) -> ExportPage {
        var next = cursor
        let rows = try all(
            """
            SELECT p.customer, p.position, s.name, p.reference, p.raw, p.region, p.model
            FROM plates p LEFT JOIN sources s ON s.id = p.source
            WHERE (p.customer, p.position) > ($1, $2) ORDER BY p.customer, p.position LIMIT $3
            """, cursor.customer, cursor.customer == 0 ? -1 : cursor.id, limit
        ) { row in
            (next.customer, next.id) = (row.integer(0), row.integer(1))
            return [
                ExportValue.customer(CustomerID(row.integer(0))), ExportValue(row.optionalText(2)),
                ExportValue(row.optionalText(3)), .text(row.text(4)), ExportValue(row.optionalText(5)),
                ExportValue(row.optionalText(6)),
            ]
        }
        return page(rows, rows.count == limit ? next : nil)
    }

    private func exportPurchases(_ cursor: ExportCursor, _ limit: Int) throws(StoreError) -> ExportPage {
        var next = cursor
        let rows = try all(
            """
            SELECT p.customer, p.at, p.id, s.name, p.reference, p.at, p.invoice, p.product, p.quantity, p.amount,
                p.currency, p.is_return, p.product_class, p.margin_basis_points
            FROM purchases p JOIN sources s ON s.id = p.source
            WHERE (p.customer, p.at, p.id) > ($1, $2, $3) ORDER BY p.customer, p.at, p.id LIMIT $4
            """, cursor.customer, cursor.at, cursor.id, limit
        ) { row throws(StoreError) in
            (next.customer, next.at, next.id) = (row.integer(0), row.integer(1), row.integer(2))
            return [.customer(CustomerID(row.integer(0))), .text(row.text(3)), .text(row.text(4))]
                + (try row.purchaseLine(from: 5)).exportCells
        }
        if rows.count < limit { next.isPastCustomers = true }
        return page(rows, next)
    }

    private func exportUnattributed(_ cursor: ExportCursor, _ limit: Int) throws(StoreError) -> ExportPage {
        var next = cursor
        let rows = try all(
            """
            SELECT p.source, s.name, p.reference, p.at, p.invoice, p.product, p.quantity, p.amount, p.currency,
                p.is_return, p.product_class, p.margin_basis_points
            FROM unattributed_purchases p JOIN sources s ON s.id = p.source
            WHERE (p.source, p.reference) > ($1, $2) ORDER BY p.source, p.reference LIMIT $3
            """, cursor.source, cursor.reference, limit
        ) { row throws(StoreError) in
            (next.source, next.reference) = (row.integer(0), row.text(2))
            return [ExportValue.none, .text(row.text(1)), .text(row.text(2))]
                + (try row.purchaseLine(from: 3)).exportCells
        }
        return page(rows, rows.count == limit ? next : nil)
    }

    private func exportInteractions(_ cursor: ExportCursor, _ limit: Int) throws(StoreError) -> ExportPage {
        var next = cursor
        let rows = try all(
            """
            SELECT i.customer, i.at, i.id, s.name, i.reference, i.kind, i.is_inbound, i.text, i.wrap_up, i.made_by,
                i.case_number
            FROM interactions i LEFT JOIN sources s ON s.id = i.source
            WHERE (i.customer, i.at, i.id) > ($1, $2, $3) ORDER BY i.customer, i.at, i.id LIMIT $4
            """, cursor.customer, cursor.at, cursor.id, limit
        ) { row in
            (next.customer, next.at, next.id) = (row.integer(0), row.integer(1), row.integer(2))
            return [
                ExportValue.customer(CustomerID(row.integer(0))), ExportValue(row.optionalText(3)),
                ExportValue(row.optionalText(4)), .instant(row.instant(1)), .text(row.text(5)),
                .text(row.bool(6) ? "in" : "out"), .text(row.text(7)), ExportValue(row.optionalText(8)),
                ExportValue(row.optionalText(9)),
                ExportValue(row.optionalInteger(10).map { ComplaintKey.caseNumber($0).description }),
            ]
        }
        return page(rows, rows.count == limit ? next : nil)
    }

    private func exportHoldings(_ cursor: ExportCursor, _ limit: Int) throws(StoreError) -> ExportPage {
        var next = cursor
        let rows = try all(
            """
            SELECT h.customer, h.id, s.name, h.reference, h.product, h.number, h.since, h.until
            FROM holdings h LEFT JOIN sources s ON s.id = h.source
            WHERE (h.customer, h.id) > ($1, $2) ORDER BY h.customer, h.id LIMIT $3
            """, cursor.customer, cursor.id, limit
        ) { row in
            (next.customer, next.id) = (row.integer(0), row.integer(1))
            return [
                ExportValue.customer(CustomerID(row.integer(0))), ExportValue(row.optionalText(2)),
                ExportValue(row.optionalText(3)), .text(row.text(4)), ExportValue(row.optionalText(5)),
                ExportValue(row.optionalInstant(6)), ExportValue(row.optionalInstant(7)),
            ]
        }
        return page(rows, rows.count == limit ? next : nil)
    }

    private func exportComplaints(
        _ cursor: ExportCursor, _ limit: Int, _ book: RulesBook?
    ) throws(StoreError) -> ExportPage {
        let numbers = try all(
            "SELECT number FROM complaints WHERE number > $1 ORDER BY number LIMIT $2", cursor.id, limit
        ) { $0.integer(0) }
        var rows: [[ExportValue]] = []
        for number in numbers {
            guard let complaint = try complaint(number, book) else { continue }
            let own = try first(
                """
                SELECT s.name, r.reference FROM complaint_references r JOIN sources s ON s.id = r.source
                WHERE r.complaint = $1 LIMIT 1
                """, number
            ) { (source: $0.text(0), reference: $0.text(1)) }
            rows.append(complaint.exportRow(own ?? (BulkRow.ownCases, complaint.caseNumber.description)))
        }
        return page(rows, numbers.count == limit ? ExportCursor(id: numbers.last ?? 0) : nil)
    }

    private func page(_ rows: [[ExportValue]], _ next: ExportCursor?) -> ExportPage {
        ExportPage(rows: rows, next: next)
    }
}

extension ExportCursor {
    fileprivate init(customer: Int64) { self.customer = customer }
    fileprivate init(id: Int64) { self.id = id }
}
