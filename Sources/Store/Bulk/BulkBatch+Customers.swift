import Customers
import WorkingTime

extension BulkBatch {
    mutating func write(
        _ prepared: PreparedCustomer, _ row: BulkRow, _ session: any Session
    ) throws(StoreError) -> RowFate {
        if let own = row.origin?.customer { return try write(prepared, own: own, row, session) }
        let imported = prepared.customer
        let reference = row.reference
        let fingerprint = prepared.fingerprint
        guard let known = try known(reference, session) else {
            var customer = imported
            customer.id = CustomerID(try customerNumbers.take(session))
            customer.version = 1
            try insert(customer, prepared, session)
            try remember(
                reference, ReferenceCache.Known(customer: customer.id.number, fingerprint: fingerprint), isNew: true,
                session)
            return .inserted
        }
        if known.fingerprint == fingerprint { return .unchanged }
        let id = CustomerID(known.customer)
        guard let old = try session.customer(id) else { throw .unknownCustomer(id) }
        var new = old.merged(with: imported)
        if new == old, known.fingerprint != 0 { return .unchanged }
        if new != old {
            new.version = old.version + 1
            try session.replace(old, by: new, login: run.by, at: run.startedAt)
        }
        try remember(
            reference, ReferenceCache.Known(customer: known.customer, fingerprint: fingerprint), isNew: false, session)
        // A customer so far known by purchases alone is new to the desk: this row brings the person.
        return known.fingerprint == 0 ? .inserted : .updated
    }

    /// A row that names the customer by our own number: a file that was exported here.
    ///
    /// Whoever has that number must be the same person, for the file may come from another store.
    private mutating func write(
        _ prepared: PreparedCustomer, own: CustomerID, _ row: BulkRow, _ session: any Session
    ) throws(StoreError) -> RowFate {
        let imported = prepared.customer
        let reference = row.reference
        let known = reference.isEmpty ? nil : try known(reference, session)
        let isElsewhere = known.map { $0.customer != own.number } ?? false
        let taken = StoreError.alreadyTaken(field: "tierline_customer", value: own.description)
        if isElsewhere { throw taken }
        guard let old = try session.customer(own) else {
            var customer = imported
            customer.id = own
            customer.version = 1
            customer.reference = reference.isEmpty ? nil : reference
            try customerNumbers.reserve(own.number, session)
            try insert(customer, prepared, session)
            if !reference.isEmpty {
                try remember(
                    reference, ReferenceCache.Known(customer: own.number, fingerprint: prepared.fingerprint),
                    isNew: true, session)
            }
            return .inserted
        }
        guard known != nil || old.isLikely(imported) else { throw taken }
        var new = old.merged(with: imported)
        if new == old { return .unchanged }
        new.version = old.version + 1
        try session.replace(old, by: new, login: run.by, at: run.startedAt)
        return .updated
    }

    /// The row and its contact points by prepared statements; its search keys wait for the batch's end.
    private mutating func insert(
        _ customer: Customer, _ prepared: PreparedCustomer, _ session: any Session
    ) throws(StoreError) {
        let id = customer.id.number
        let statement = try session.statement(
            """
            INSERT INTO customers (id, kind, name, folded_name, region, sex, birth_year, address, credit_grade, hint,
                preferences, vulnerable_need, source, reference, responsible, version, created_at, updated_at,
                updated_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, $16, $16, $17)
            """)
        statement.bind(id, at: 1)
        statement.bind(customer.kind.rawValue, at: 2)
        statement.bind(customer.name, at: 3)
        statement.bind(prepared.foldedName, at: 4)
        statement.bind(customer.region?.rawValue, at: 5)
        statement.bind(customer.sex, at: 6)
        statement.bind(customer.birthYear.map(Int64.init), at: 7)
        statement.bind(customer.address, at: 8)
        statement.bind(customer.creditGrade?.rawValue, at: 9)
        statement.bind(customer.hint, at: 10)
        statement.bind(customer.preferences, at: 11)
        statement.bind(customer.vulnerableNeed, at: 12)
        statement.bind(customer.reference == nil ? nil : source, at: 13)
        statement.bind(customer.reference, at: 14)
        statement.bind(customer.responsible, at: 15)
        statement.bind(run.startedAt.microseconds, at: 16)
        statement.bind(run.by, at: 17)
        try statement.runOnce()
        try session.writeParticulars(of: customer, isNew: true)
        if !customer.consents.isEmpty { try session.writeConsents(customer, login: run.by, at: run.startedAt) }
        for (position, phone) in customer.phones.enumerated() {
            try session.insert(phone, of: id, position: position)
        }
        for (position, plate) in customer.plates.enumerated() {
            try session.insert(plate, of: id, position: position)
        }
        keys.add(prepared.entries, of: id)
    }
}

extension Customer {
    /// Whether a row about a number may be about the one who has it: a name, phone or plate in common, or nothing said.
    func isLikely(_ imported: Customer) -> Bool {
        if name == imported.name { return true }
        if imported.name == nil || name == nil, phones.isEmpty, plates.isEmpty { return true }
        return phones.contains { mine in
            imported.phones.contains { $0.raw == mine.raw || ($0.e164 != nil && $0.e164 == mine.e164) }
        } || plates.contains { mine in imported.plates.contains { $0.key == mine.key } }
    }

    /// Over everything an import says; the store's own number and version are not part of it.
    var importFingerprint: Int64 {
        var fingerprint = Fingerprint()
        fingerprint.add(kind.rawValue)
        for text in [
            name, region?.rawValue, sex, address, creditGrade?.rawValue, hint, preferences, vulnerableNeed, responsible,
        ] {
            fingerprint.add(text)
        }
        // Only where there is any: a row without keeps the fingerprint it had before these fields were known.
        for (place, text) in [
            birthDate, idNumber, addressParts.houseNumber, addressParts.extra, addressParts.locality,
            addressParts.postcode, addressParts.province, taboos, contactPreference,
        ].enumerated() where text != nil {
            fingerprint.add(place)
            fingerprint.add(text)
        }
        for consent in consents { fingerprint.add(consent.purpose.rawValue + (consent.isGiven ? "+" : "-")) }
        fingerprint.add(birthYear ?? 0)
        for phone in phones {
            fingerprint.add(phone.raw)
            fingerprint.add(phone.isPrimary ? 1 : 0)
        }
        fingerprint.add(phones.count)
        for plate in plates { fingerprint.add(plate.raw) }
        return fingerprint.value
    }

    /// What the import says wins; what it does not say stays; phones and plates add up.
    func merged(with imported: Customer) -> Customer {
        var merged = self
        merged.kind = imported.kind
        merged.name = imported.name ?? name
        merged.region = imported.region ?? region
        merged.sex = imported.sex ?? sex
        merged.birthYear = imported.birthYear ?? birthYear
        merged.birthDate = imported.birthDate ?? birthDate
        merged.idNumber = imported.idNumber ?? idNumber
        merged.address = imported.address ?? address
        merged.addressParts = addressParts.merged(with: imported.addressParts)
        merged.taboos = imported.taboos ?? taboos
        merged.contactPreference = imported.contactPreference ?? contactPreference
        merged.consents = ConsentPurpose.allCases.compactMap { purpose in
            imported.consents.first { $0.purpose == purpose } ?? consents.first { $0.purpose == purpose }
        }
        merged.creditGrade = imported.creditGrade ?? creditGrade
        merged.hint = imported.hint ?? hint
        merged.preferences = imported.preferences ?? preferences
        merged.vulnerableNeed = imported.vulnerableNeed ?? vulnerableNeed
        merged.responsible = imported.responsible ?? responsible
        for phone in imported.phones
        where !merged.phones.contains(where: { $0.raw == phone.raw || ($0.e164 != nil && $0.e164 == phone.e164) }) {
            var added = phone
            added.isPrimary = phone.isPrimary && !merged.phones.contains(where: \.isPrimary)
            if merged.phones.count < Limit.phonesMax { merged.phones.append(added) }
        }
        for plate in imported.plates where !merged.plates.contains(where: { $0.key == plate.key }) {
            if merged.plates.count < Limit.platesMax { merged.plates.append(plate) }
        }
        return merged
    }
}
