import ArgumentParser
import Customers
import Dossier
import Store

struct CustomerEditCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Change what is known about a customer.")

    /// Fields that can be emptied.
    enum Clearable: String, ExpressibleByArgument, CaseIterable {
        case name
        case sex
        case birthYear = "birth-year"
        case birthDate = "birth-date"
        case idNumber = "id-number"
        case taboos
        case contactPreference = "contact-preference"
        case consent
        case address
        case grade
        case hint
        case preferences
        case vulnerable
        case responsible
    }

    @Argument(help: ArgumentHelp("The customer's number, such as C000123.", valueName: "id"))
    var id: CustomerID

    @OptionGroup var fields: CustomerFields

    @Option(
        name: .customLong("remove-phone"),
        help: ArgumentHelp("A phone to take out, as typed or in E.164.", valueName: "number"))
    var removedPhones: [String] = []

    @Option(name: .customLong("remove-plate"), help: ArgumentHelp("A plate to take out.", valueName: "plate"))
    var removedPlates: [String] = []

    @Option(name: .customLong("clear"), help: ArgumentHelp("A field to empty.", valueName: "field"))
    var cleared: [Clearable] = []

    @Option(
        name: .customLong("expect-version"),
        help: ArgumentHelp("Change nothing unless the customer is still at this version.", valueName: "n"))
    var expectedVersion: Int?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        guard var customer = try centre.store.customer(id) else { throw StoreError.unknownCustomer(id) }
        if let expectedVersion { customer.version = expectedVersion }
        try remove(from: &customer, centre, session)
        for field in cleared { Self.clear(field, of: &customer) }
        fields.apply(to: &customer, home: centre.settings.region)
        let changed = try centre.store.updateCustomer(customer, by: actor.login, at: centre.now)
        session.answer(["customer": changed.json]) {
            Output.line(session.wording.customerKept(changed.id.description))
        }
        return .done
    }

    private func remove(from customer: inout Customer, _ centre: Centre, _ session: Session) throws {
        let region = customer.region ?? centre.settings.region
        for text in removedPhones {
            let numbers = Set(PhoneParser.parse(text, region: region).compactMap(\.e164))
            let count = customer.phones.count
            customer.phones.removeAll { phone in
                phone.raw == text || phone.e164.map(numbers.contains) ?? false
            }
            guard customer.phones.count < count else {
                throw Failure(.badData, "E_NOT_THERE", session.wording.notTheCustomers(text))
            }
        }
        for text in removedPlates {
            let keys = Set(PlateParser.candidates(text, preferred: region).map(\.key))
            let count = customer.plates.count
            customer.plates.removeAll { $0.raw == text || keys.contains($0.key) }
            guard customer.plates.count < count else {
                throw Failure(.badData, "E_NOT_THERE", session.wording.notTheCustomers(text))
            }
        }
        if let first = customer.phones.indices.first, !customer.phones.contains(where: \.isPrimary) {
            customer.phones[first].isPrimary = true
        }
    }

    private static func clear(_ field: Clearable, of customer: inout Customer) {
        switch field {
        case .name: customer.name = nil
        case .sex: customer.sex = nil
        case .birthYear: customer.birthYear = nil
        case .birthDate: customer.birthDate = nil
        case .idNumber: customer.idNumber = nil
        case .taboos: customer.taboos = nil
        case .contactPreference: customer.contactPreference = nil
        case .consent: customer.consents = []
        case .address:
            customer.address = nil
            customer.addressParts = AddressParts()
        case .grade: customer.creditGrade = nil
        case .hint: customer.hint = nil
        case .preferences: customer.preferences = nil
        case .vulnerable: customer.vulnerableNeed = nil
        case .responsible: customer.responsible = nil
        }
    }
}
