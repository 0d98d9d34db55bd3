import Customers

extension Session {
    /// The customer with all phones and plates; nil without one of that number. A number that was merged away leads
    /// to the customer it was merged into.
    func customer(_ number: CustomerID) throws(StoreError) -> Customer? {
        try storedCustomer(try current(number))
    }

    /// The row of exactly that number, merged away or not.
    func storedCustomer(_ id: CustomerID) throws(StoreError) -> Customer? {
        let found = try first(
            """
            SELECT c.kind, c.name, c.region, c.sex, c.birth_year, c.address, c.credit_grade, c.hint, c.preferences,
                c.vulnerable_need, s.name, c.reference, c.responsible, c.version, c.birth_date, c.id_number, c.house_number,
                c.address_extra, c.locality, c.postcode, c.province, c.taboos, c.contact_preference
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
            customer.birthDate = row.optionalText(14)
            customer.idNumber = row.optionalText(15)
            customer.addressParts = AddressParts(
                houseNumber: row.optionalText(16), extra: row.optionalText(17), locality: row.optionalText(18),
                postcode: row.optionalText(19), province: row.optionalText(20))
            customer.taboos = row.optionalText(21)
            customer.contactPreference = row.optionalText(22)
            return customer
        }
        guard var customer = found else { return nil }
        customer.consents = try consents(of: id.number)
        customer.phones = try phones(of: id.number)
        customer.plates = try plates(of: id.number)
        return customer
    }

    /// In the order they were given.
    func phones(of customer: Int64) throws(StoreError) -> [ContactPhone] {
        try all(MatchReader.phoneColumns, customer) { $0.contactPhone() }
    }

    func plates(of customer: Int64) throws(StoreError) -> [VehiclePlate] {
        try all(MatchReader.plateColumns, customer) { $0.vehiclePlate() }
    }
}
