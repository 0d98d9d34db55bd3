import Customers

extension Session {
    /// The customer with all phones and plates; nil without one of that number.
    func customer(_ id: CustomerID) throws(StoreError) -> Customer? {
        let found = try first(
            """
            SELECT c.kind, c.name, c.region, c.sex, c.birth_year, c.address, c.credit_grade, c.hint, c.preferences,
                c.vulnerable_need, s.name, c.reference, c.responsible, c.version
            FROM customers c LEFT JOIN sources s ON s.id = c.source WHERE c.id = $1
            """, id.number
        ) { row throws(StoreError) in
            var customer = Customer(id: id, kind: try row.value(0), name: row.optionalText(1))
            customer.region = row.optionalText(2).map(Region.init(rawValue:))
            customer.sex = row.optionalText(3)
            customer.birthYear = row.optionalInt(4)
            customer.address = row.optionalText(5)
            customer.creditGrade = try row.optionalValue(6)
            customer.hint = row.optionalText(7)
            customer.preferences = row.optionalText(8)
            customer.vulnerableNeed = row.optionalText(9)
            customer.source = row.optionalText(10)
            customer.reference = row.optionalText(11)
            customer.responsible = row.optionalText(12)
            customer.version = row.int(13)
            return customer
        }
        guard var customer = found else { return nil }
        customer.phones = try phones(of: id.number)
        customer.plates = try plates(of: id.number)
        return customer
    }

    /// In the order they were given.
    func phones(of customer: Int64) throws(StoreError) -> [ContactPhone] {
        try all(
            "SELECT raw, e164, extension, is_valid, is_primary FROM phones WHERE customer = $1 ORDER BY position",
            customer
        ) { row in
            ContactPhone(
                raw: row.text(0), e164: row.optionalText(1), extensionDigits: row.optionalText(2),
                isValid: row.bool(3), isPrimary: row.bool(4))
        }
    }

    func plates(of customer: Int64) throws(StoreError) -> [VehiclePlate] {
        try all(
            "SELECT raw, key, display, region, is_verified FROM plates WHERE customer = $1 ORDER BY position", customer
        ) { row in
            VehiclePlate(
                raw: row.text(0), key: row.text(1), display: row.text(2),
                region: row.optionalText(3).map(Region.init(rawValue:)), isVerified: row.bool(4))
        }
    }
}
