import Dossier
import Money
import WorkingTime

/// A purchase whose customer has been found.
struct AttributedPurchase {
    var source: Int64
    var customer: Int64
    var line: PurchaseLine
    var reference: String
    var fileLine: Int
}

extension BulkBatch {
    /// Puts the purchases in, in the order of the tree they lie in.
    mutating func write(_ purchases: inout [AttributedPurchase], _ session: any Session) throws(StoreError) {
        guard !purchases.isEmpty else { return }
        purchases.sort { ($0.customer, $0.line.at, $0.fileLine) < ($1.customer, $1.line.at, $1.fileLine) }
        var id = try session.take(.purchase, count: purchases.count)
        let hasUnattributed =
            try session.integer("SELECT 1 FROM unattributed_purchases LIMIT 1") != nil
        let insert = try session.statement(
            """
            INSERT INTO purchases (customer, at, id, invoice, product, product_class, quantity, amount, currency,
                is_return, margin_basis_points, source, reference)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (source, reference) DO NOTHING
            """)
        for purchase in purchases {
            insert.bind(purchase.source, at: 12)
            insert.bind(purchase.customer, at: 1)
            insert.bind(purchase.line.at.microseconds, at: 2)
            insert.bind(id, at: 3)
            insert.bindLine(purchase.line, from: 4)
            insert.bind(purchase.reference, at: 13)
            try insert.runOnce()
            id += 1
            if insert.changes == 1 {
                counts.inserted += 1
                if hasUnattributed { try forgetUnattributed(purchase.source, purchase.reference, session) }
            } else {
                counts.add(try update(purchase, session))
            }
        }
    }

    /// The row is there: brings it up to date if it says something else.
    private func update(_ purchase: AttributedPurchase, _ session: any Session) throws(StoreError) -> RowFate {
        let old = try session.first(
            """
            SELECT customer, id, at, invoice, product, quantity, amount, currency, is_return, product_class,
                margin_basis_points
            FROM purchases WHERE source = $1 AND reference = $2
            """, purchase.source, purchase.reference
        ) { row throws(StoreError) in
            (customer: row.integer(0), id: row.integer(1), line: try row.purchaseLine(from: 2))
        }
        guard let old else { throw .engine(code: -1, message: "a purchase both is and is not there", sql: nil) }
        if old.customer == purchase.customer, old.line == purchase.line { return .unchanged }
        try session.run(
            "DELETE FROM purchases WHERE customer = $1 AND at = $2 AND id = $3", old.customer, old.line.at, old.id)
        try session.insert(
            purchase.line, customer: purchase.customer, id: old.id, source: purchase.source,
            reference: purchase.reference)
        return .updated
    }

    func writeUnattributed(
        _ line: PurchaseLine, _ reference: String, _ session: any Session
    ) throws(StoreError) -> RowFate {
        let known = try session.integer(
            "SELECT 1 FROM purchases WHERE source = $1 AND reference = $2", source, reference)
        // Somebody said whose it is: a file that does not know says nothing new.
        if known != nil { return .unchanged }
        let insert = try session.statement(
            """
            INSERT INTO unattributed_purchases (source, reference, at, invoice, product, product_class, quantity,
                amount, currency, is_return, margin_basis_points)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (source, reference) DO NOTHING
            """)
        insert.bind(source, at: 1)
        insert.bind(reference, at: 2)
        insert.bind(line.at.microseconds, at: 3)
        insert.bindLine(line, from: 4)
        try insert.runOnce()
        if insert.changes == 1 { return .inserted }
        let old = try session.first(
            """
            SELECT at, invoice, product, quantity, amount, currency, is_return, product_class, margin_basis_points
            FROM unattributed_purchases WHERE source = $1 AND reference = $2
            """, source, reference
        ) { row throws(StoreError) in try row.purchaseLine(from: 0) }
        if old == line { return .unchanged }
        try forgetUnattributed(source, reference, session)
        try insert.runOnce()
        return .updated
    }

    private func forgetUnattributed(_ source: Int64, _ reference: String, _ session: any Session) throws(StoreError) {
        try session.run("DELETE FROM unattributed_purchases WHERE source = $1 AND reference = $2", source, reference)
    }
}

extension Statement {
    /// Binds invoice, product, product class, quantity, amount, currency, is_return and margin, in this order.
    fileprivate func bindLine(_ line: PurchaseLine, from first: Int) {
        bind(line.invoice, at: first)
        bind(line.product, at: first + 1)
        bind(line.productClass, at: first + 2)
        bind(Int64(line.quantity), at: first + 3)
        bind(line.amount.minorUnits, at: first + 4)
        bind(line.amount.currency.rawValue, at: first + 5)
        bind(line.isReturn ? 1 : 0, at: first + 6)
        bind(line.marginBasisPoints.map(Int64.init), at: first + 7)
    }

    /// The columns at, invoice, product, quantity, amount, currency, is_return, product_class, margin_basis_points.
    func purchaseLine(from first: Int) throws(StoreError) -> PurchaseLine {
        PurchaseLine(
            at: instant(first), invoice: optionalText(first + 1), product: optionalText(first + 2),
            quantity: int(first + 3),
            amount: Money(minorUnits: integer(first + 4), currency: try value(first + 5)), isReturn: bool(first + 6),
            productClass: optionalText(first + 7), marginBasisPoints: optionalInt(first + 8))
    }
}
