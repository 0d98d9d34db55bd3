import Customers
import WorkingTime

extension Session {
    /// Keeps a new customer under `customer.id`, with phones, plates and search keys.
    func insert(
        _ customer: Customer, source: Int64?, by login: String, at: Instant
    ) throws(StoreError) {
        let keys = SearchKeys(for: customer)
        try run(
            """
            INSERT INTO customers (id, kind, name, folded_name, region, sex, birth_year, address, credit_grade, hint,
                preferences, vulnerable_need, source, reference, responsible, version, created_at, updated_at,
                updated_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18)
            """, customer.id.number, customer.kind.rawValue, customer.name, keys.name?.folded,
            customer.region?.rawValue, customer.sex, customer.birthYear, customer.address,
            customer.creditGrade?.rawValue, customer.hint, customer.preferences, customer.vulnerableNeed, source,
            customer.reference, customer.responsible, customer.version, at, login)
        try writeParticulars(of: customer, isNew: true)
        if !customer.consents.isEmpty { try writeConsents(customer, login: login, at: at) }
        try insertContactPoints(of: customer)
        try index(customer.id.number, from: IndexEntries(), to: IndexEntries(keys))
    }

    /// Replaces a customer; `old` is what the store holds now.
    func replace(_ old: Customer, by new: Customer, login: String, at: Instant) throws(StoreError) {
        let oldEntries = try indexEntries(of: old)
        let keys = SearchKeys(for: new)
        let id = new.id.number
        try run(
            """
            UPDATE customers SET kind = $1, name = $2, folded_name = $3, region = $4, sex = $5, birth_year = $6,
                address = $7, credit_grade = $8, hint = $9, preferences = $10, vulnerable_need = $11,
                responsible = $12, version = $13, updated_at = $14, updated_by = $15
            WHERE id = $16
            """, new.kind.rawValue, new.name, keys.name?.folded, new.region?.rawValue, new.sex, new.birthYear,
            new.address, new.creditGrade?.rawValue, new.hint, new.preferences, new.vulnerableNeed, new.responsible,
            new.version, at, login, id)
        if Particulars(old) != Particulars(new) { try writeParticulars(of: new) }
        if old.consents != new.consents { try writeConsents(new, login: login, at: at) }
        try replaceContactPoints(old, by: new)
        try index(id, from: oldEntries, to: IndexEntries(keys))
    }

    private func insertContactPoints(of customer: Customer) throws(StoreError) {
        for (position, phone) in customer.phones.enumerated() {
            try insert(phone, of: customer.id.number, position: position)
        }
        for (position, plate) in customer.plates.enumerated() {
            try insert(plate, of: customer.id.number, position: position)
        }
    }

    /// Phones are written anew; a plate that stays keeps what an import knew of its vehicle.
    private func replaceContactPoints(_ old: Customer, by new: Customer) throws(StoreError) {
        let id = new.id.number
        if old.phones != new.phones {
            try run("DELETE FROM phones WHERE customer = $1", id)
            for (position, phone) in new.phones.enumerated() { try insert(phone, of: id, position: position) }
        }
        guard old.plates != new.plates else { return }
        let vehicles = try all(
            "SELECT key, model, source, reference FROM plates WHERE customer = $1", id
        ) { (key: $0.text(0), model: $0.optionalText(1), source: $0.optionalInteger(2), reference: $0.optionalText(3)) }
        try run("DELETE FROM plates WHERE customer = $1", id)
        for (position, plate) in new.plates.enumerated() {
            try insert(plate, of: id, position: position)
            guard let known = vehicles.first(where: { $0.key == plate.key }) else { continue }
            try run(
                "UPDATE plates SET model = $1, source = $2, reference = $3 WHERE customer = $4 AND position = $5",
                known.model, known.source, known.reference, id, position)
        }
    }

    func insert(_ phone: ContactPhone, of customer: Int64, position: Int) throws(StoreError) {
        let insert = try statement(
            """
            INSERT INTO phones (customer, position, raw, e164, extension, is_valid, is_primary)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """)
        insert.bind(customer, at: 1)
        insert.bind(Int64(position), at: 2)
        insert.bind(phone.raw, at: 3)
        insert.bind(phone.e164, at: 4)
        insert.bind(phone.extensionDigits, at: 5)
        insert.bind(phone.isValid ? 1 : 0, at: 6)
        insert.bind(phone.isPrimary ? 1 : 0, at: 7)
        try insert.runOnce()
    }

    func insert(_ plate: VehiclePlate, of customer: Int64, position: Int) throws(StoreError) {
        let insert = try statement(
            """
            INSERT INTO plates (customer, position, raw, key, display, region, is_verified)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """)
        insert.bind(customer, at: 1)
        insert.bind(Int64(position), at: 2)
        insert.bind(plate.raw, at: 3)
        insert.bind(plate.key, at: 4)
        insert.bind(plate.display, at: 5)
        insert.bind(plate.region?.rawValue, at: 6)
        insert.bind(plate.isVerified ? 1 : 0, at: 7)
        try insert.runOnce()
    }

    /// Widens the span in which a customer was in contact.
    func touch(_ customer: Int64, first: Instant, last: Instant, atDesk: Bool) throws(StoreError) {
        try run(
            """
            INSERT INTO customer_activity (customer, first_contact, last_contact, last_at_desk) VALUES ($1, $2, $3, $4)
            ON CONFLICT (customer) DO UPDATE SET
                first_contact = CASE WHEN $2 < customer_activity.first_contact THEN $2
                    ELSE customer_activity.first_contact END,
                last_contact = CASE WHEN $3 > customer_activity.last_contact THEN $3
                    ELSE customer_activity.last_contact END,
                last_at_desk = COALESCE($4, customer_activity.last_at_desk)
            """, customer, first, last, atDesk ? last : nil)
    }
}
