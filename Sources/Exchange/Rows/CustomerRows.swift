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
            source: plan[.reference], description: [plan[.name], plan[.address]] + phones + plates,
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
        customer.reference = key
        if key == nil { throw .row(.nothingToFindBy) }
        do {
            return try sink.add(customer: customer, line: record.place.line)
        } catch {
            throw .store(error)
        }
    }

    private func customer(_ record: Record) throws(RowFault) -> Customer {
        let plan = context.plan
        let region = try context.region(plan[.region], in: record)
        var customer = Customer(id: CustomerID(0), name: plan[.name]?.string(in: record), region: region)
        customer.kind = try word(.kind, record, ValueWords.customerKind) ?? .person
        customer.sex = try word(.sex, record, ValueWords.sex)
        customer.creditGrade = try word(.creditGrade, record) { CreditGrade(rawValue: $0.uppercased()) }
        customer.birthYear = try word(.birthYear, record, Self.birthYear)
        customer.address = plan[.address]?.string(in: record)
        customer.hint = plan[.hint]?.string(in: record)
        customer.preferences = plan[.preferences]?.string(in: record)
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
