import Customers

/// Reads customers as far as duplicates are told by: without history, consents, remarks.
struct DuplicateReader {
    private static let columns = """
        c.id, c.kind, c.name, c.sex, c.birth_year, c.birth_date, c.id_number, c.address, c.house_number,
        c.address_extra, c.locality, c.postcode, c.province
        """

    /// The next `limit` customers after `last`, in order; merged and erased ones left out.
    static func records(
        after last: Int64, limit: Int, _ session: any Session
    ) throws(StoreError) -> (records: [DuplicateRecord], last: Int64?) {
        let end = try session.integer(
            "SELECT MAX(id) FROM (SELECT id FROM customers WHERE id > $1 ORDER BY id LIMIT $2) AS next", last, limit)
        guard let end else { return ([], nil) }
        let phones = try texts("SELECT customer, e164 FROM phones", last, end, session)
        let plates = try texts("SELECT customer, key FROM plates", last, end, session)
        let rows = try session.statement(
            """
            SELECT \(columns) FROM customers c
            WHERE c.id > $1 AND c.id <= $2 AND c.merged_into IS NULL AND c.erased_at IS NULL ORDER BY c.id
            """)
        rows.bind(last, at: 1)
        rows.bind(end, at: 2)
        defer { rows.reset() }
        var records: [DuplicateRecord] = []
        while try rows.step() {
            let id = rows.integer(0)
            records.append(try record(rows, phones: phones[id] ?? [], plates: plates[id] ?? []))
        }
        return (records, end)
    }

    /// One customer; nil when gone, merged or erased.
    static func record(_ id: Int64, _ session: any Session) throws(StoreError) -> DuplicateRecord? {
        let phones = try session.all("SELECT e164 FROM phones WHERE customer = $1 AND e164 IS NOT NULL", id) {
            $0.text(0)
        }
        let plates = try session.all("SELECT key FROM plates WHERE customer = $1", id) { $0.text(0) }
        return try session.first(
            """
            SELECT \(columns) FROM customers c WHERE c.id = $1 AND c.merged_into IS NULL AND c.erased_at IS NULL
            """, id
        ) { row throws(StoreError) in try record(row, phones: phones, plates: plates) }
    }

    private static func texts(
        _ sql: String, _ last: Int64, _ end: Int64, _ session: any Session
    ) throws(StoreError) -> [Int64: [String]] {
        let rows = try session.statement(sql + " WHERE customer > $1 AND customer <= $2 ORDER BY customer, position")
        rows.bind(last, at: 1)
        rows.bind(end, at: 2)
        defer { rows.reset() }
        var found: [Int64: [String]] = [:]
        while try rows.step() {
            if let text = rows.optionalText(1) { found[rows.integer(0), default: []].append(text) }
        }
        return found
    }

    private static func record(
        _ row: any Statement, phones: [String], plates: [String]
    ) throws(StoreError) -> DuplicateRecord {
        var customer = Customer(
            id: CustomerID(row.integer(0)), kind: try row.value(1), name: row.optionalText(2))
        customer.sex = row.optionalText(3)
        customer.birthYear = row.optionalInt(4)
        customer.birthDate = row.optionalText(5)
        customer.idNumber = row.optionalText(6)
        customer.address = row.optionalText(7)
        customer.addressParts = AddressParts(
            houseNumber: row.optionalText(8), extra: row.optionalText(9), locality: row.optionalText(10),
            postcode: row.optionalText(11), province: row.optionalText(12))
        customer.phones = phones.map {
            ContactPhone(raw: $0, e164: $0, extensionDigits: nil, isValid: true, isPrimary: false)
        }
        customer.plates = plates.map {
            VehiclePlate(raw: $0, key: $0, display: $0, region: nil, isVerified: true)
        }
        return DuplicateRecord(customer)
    }
}
