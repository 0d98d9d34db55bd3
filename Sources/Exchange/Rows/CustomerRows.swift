import Customers
import Store
import WorkingTime

/// Customers: every phone and plate of a row is kept, the first of each as the primary one.
struct CustomerRows: RowKeeper {
    private let context: RowContext
    private var reference: RowReference
    private let phones: [CellSource]
    private let plates: [CellSource]
    /// The year now, to refuse births in the future and to read the Republic's years.
    private static let birthYears = 1880...2100

    init(_ context: RowContext) {
        self.context = context
        let plan = context.plan
        phones = plan.all(.phone)
        plates = plan.all(.plate)
        reference = RowReference(
            source: plan[.reference],
            description: [
                plan[.name], plan[.givenName], plan[.surname], plan[.address], plan[.birthDate], plan[.idNumber],
            ] + phones + plates,
            areAlikeRowsDistinct: false)
    }

    mutating func keep(_ record: Record, in sink: any RowSink) throws(KeepStop) -> BulkCommit? {
        let key: String?
        do {
            key = try reference.text(of: record)
        } catch {
            throw KeepStop(error)
        }
        var customer: Customer
        do {
            customer = try self.customer(record)
        } catch {
            throw .row(error)
        }
        let origin: RowOrigin?
        do {
            origin = try context.origin(record)
        } catch {
            throw .row(error)
        }
        // Only a reference of its own goes with our number: what merely describes the row would be one more.
        let isNamed = context.plan[.reference]?.string(in: record) != nil
        customer.reference = origin?.customer == nil || isNamed ? key : nil
        if key == nil, origin?.customer == nil { throw .row(.nothingToFindBy) }
        do {
            return try sink.add(customer: customer, origin: origin, line: record.place.line)
        } catch {
            throw .store(error)
        }
    }

    private func customer(_ record: Record) throws(RowFault) -> Customer {
        let plan = context.plan
        let region = try context.region(plan[.region], in: record)
        var customer = Customer(id: CustomerID(0), name: name(record), region: region)
        customer.kind = try word(.kind, record, ValueWords.customerKind) ?? .person
        customer.sex = try word(.sex, record, ValueWords.sex)
        customer.creditGrade = try word(.creditGrade, record) { CreditGrade(rawValue: $0.uppercased()) }
        let birth = try word(.birthDate, record, Self.birth)
        customer.birthDate = birth?.date
        customer.birthYear = try word(.birthYear, record, Self.birthYear) ?? birth?.year
        customer.idNumber = plan[.idNumber]?.string(in: record)
        customer.address = plan[.address]?.string(in: record)
        customer.addressParts = AddressParts(
            houseNumber: plan[.houseNumber]?.string(in: record), extra: plan[.addressExtra]?.string(in: record),
            locality: plan[.locality]?.string(in: record), postcode: plan[.postcode]?.string(in: record),
            province: plan[.province]?.string(in: record))
        customer.hint = plan[.hint]?.string(in: record)
        customer.preferences = plan[.preferences]?.string(in: record)
        customer.taboos = plan[.taboos]?.string(in: record)
        customer.contactPreference = plan[.contactPreference]?.string(in: record)
        customer.consents = try word(.consents, record, ValueWords.consents) ?? []
        customer.vulnerableNeed = plan[.vulnerableNeed]?.string(in: record)
        customer.responsible = plan[.responsible]?.string(in: record)
        customer.phones = try contacts(phones, record) { cell, isFirst in
            var numbers = PhoneParser.parse(cell, region: region).map { $0.contact(isPrimary: false) }
            if isFirst, !numbers.isEmpty { numbers[0].isPrimary = true }
            return numbers
        }
        customer.plates = try contacts(plates, record) { cell, _ in
            PlateCells.plates(cell, region: region)
        }
        return customer
    }

    /// The name whole, or put together from its parts in the order its script has.
    private func name(_ record: Record) -> String? {
        if let whole = context.plan[.name]?.string(in: record) { return whole }
        let given = context.plan[.givenName]?.string(in: record)
        let surname = context.plan[.surname]?.string(in: record)
        guard let given, let surname else { return given ?? surname }
        let isChinese = surname.unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
        return isChinese ? surname + given : given + " " + surname
    }

    /// A date of birth, or the year alone where a list has no more.
    static func birth(_ text: String) -> (date: String?, year: Int?)? {
        if let date = BirthDate.read(text) { return (date, BirthDate.year(of: date)) }
        return birthYear(text).map { (nil, $0) }
    }

    /// The values of all cells, the same one once.
    private func contacts<Contact: Hashable>(
        _ sources: [CellSource], _ record: Record, _ read: (String, Bool) -> [Contact]
    ) throws(RowFault) -> [Contact] {
        var contacts: [Contact] = []
        for source in sources {
            guard let cell = source.string(in: record) else { continue }
            for contact in read(cell, contacts.isEmpty) where !contacts.contains(contact) { contacts.append(contact) }
            guard contacts.count <= ImportLimits.contactsPerRowMax else {
                throw .tooManyContacts(max: ImportLimits.contactsPerRowMax)
            }
        }
        return contacts
    }

    private func word<Value>(
        _ field: ImportField, _ record: Record, _ read: (String) -> Value?
    ) throws(RowFault) -> Value? {
        guard let text = context.plan[field]?.string(in: record) else { return nil }
        guard let value = read(text) else { throw .badValue(field: field.rawValue, text: text) }
        return value
    }

    /// The year of `1980`, `1980-05-01`, `1980/5/1`, `69/05/01` (Republic) or `民國69年`.
    static func birthYear(_ text: String) -> Int? {
        if let year = Int(text), birthYears.contains(year) { return year }
        var text = text
        let reading = text.withUTF8 { try? DateCell.read($0, format: nil) }
        switch reading {
        case .local(let local), .offset(let local, _):
            return birthYears.contains(local.date.year) ? local.date.year : nil
        case nil: return republicYear(text)
        }
    }

    private static func republicYear(_ text: String) -> Int? {
        let isNamed = text.hasPrefix("民國") || text.hasPrefix("民国")
        let digits = text.drop { $0 == "民" || $0 == "國" || $0 == "国" || $0 == " " }.prefix { $0.isNumber }
        guard let year = Int(digits), isNamed, birthYears.contains(year + 1911) else { return nil }
        return year + 1911
    }
}
