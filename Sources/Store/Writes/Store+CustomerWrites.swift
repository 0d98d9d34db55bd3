package import Customers
package import WorkingTime

extension Store {
    /// Keeps a new customer; its id, version 1 and search keys are assigned here.
    package func createCustomer(_ draft: Customer, by login: String, at: Instant) throws(StoreError) -> Customer {
        try draft.check()
        return try engine.write { session throws(StoreError) in
            var customer = draft
            customer.id = CustomerID(try session.take(.customer))
            customer.version = 1
            customer.source = nil
            customer.reference = nil
            try session.insert(customer, source: nil, by: login, at: at)
            try session.touch(customer.id.number, first: at, last: at, atDesk: true)
            try session.appendTrail(
                chain, at: at, actor: login, act: "create_customer", subject: customer.id.description, detail: "")
            return customer
        }
    }

    /// Replaces a customer whose `version` must still be the one read; returns it with the next version.
    package func updateCustomer(_ customer: Customer, by login: String, at: Instant) throws(StoreError) -> Customer {
        try change(customer.id, by: login, at: at) { old throws(StoreError) in
            guard old.version == customer.version else {
                throw .staleVersion(expected: customer.version, found: old.version)
            }
            return customer
        }
    }

    /// Adds a number; one that the customer has already stays as it is.
    package func addPhone(_ phone: ContactPhone, to id: CustomerID, by login: String, at: Instant) throws(StoreError)
        -> Customer
    {
        try change(id, by: login, at: at) { old throws(StoreError) in
            var customer = old
            guard !old.phones.contains(where: { $0.raw == phone.raw || ($0.e164 != nil && $0.e164 == phone.e164) })
            else { return old }
            if phone.isPrimary {
                for place in customer.phones.indices { customer.phones[place].isPrimary = false }
            }
            customer.phones.append(phone)
            return customer
        }
    }

    /// Adds a plate; one that the customer has already stays as it is.
    package func addPlate(_ plate: VehiclePlate, to id: CustomerID, by login: String, at: Instant) throws(StoreError)
        -> Customer
    {
        try change(id, by: login, at: at) { old throws(StoreError) in
            guard !old.plates.contains(where: { $0.key == plate.key }) else { return old }
            var customer = old
            customer.plates.append(plate)
            return customer
        }
    }

    /// Reads, changes and writes a customer in one transaction; nothing is written when nothing changed.
    private func change(
        _ id: CustomerID, by login: String, at: Instant, _ edit: (Customer) throws(StoreError) -> Customer
    ) throws(StoreError) -> Customer {
        try engine.write { session throws(StoreError) in
            guard let old = try session.customer(id) else { throw .unknownCustomer(id) }
            var new = try edit(old)
            new.id = old.id
            new.source = old.source
            new.reference = old.reference
            new.version = old.version
            guard new != old else { return old }
            try new.check()
            new.version = old.version + 1
            try session.replace(old, by: new, login: login, at: at)
            try session.appendTrail(
                chain, at: at, actor: login, act: "edit_customer", subject: id.description,
                detail: Self.changedFields(old, new).joined(separator: " "))
            return new
        }
    }

    /// Names of what changed; the trail carries no personal data.
    private static func changedFields(_ old: Customer, _ new: Customer) -> [String] {
        var names: [String] = []
        func note(_ name: String, _ isChanged: Bool) { if isChanged { names.append(name) } }
        note("kind", old.kind != new.kind)
        note("name", old.name != new.name)
        note("region", old.region != new.region)
        note("sex", old.sex != new.sex)
        note("birth_year", old.birthYear != new.birthYear)
        note("birth_date", old.birthDate != new.birthDate)
        note("id_number", old.idNumber != new.idNumber)
        note("address", old.address != new.address || old.addressParts != new.addressParts)
        note("credit_grade", old.creditGrade != new.creditGrade)
        note("hint", old.hint != new.hint)
        note("preferences", old.preferences != new.preferences)
        note("taboos", old.taboos != new.taboos)
        note("contact_preference", old.contactPreference != new.contactPreference)
        note("consent", old.consents != new.consents)
        note("vulnerable", old.vulnerableNeed != new.vulnerableNeed)
        note("responsible", old.responsible != new.responsible)
        note("phones", old.phones != new.phones)
        note("plates", old.plates != new.plates)
        return names
    }
}
