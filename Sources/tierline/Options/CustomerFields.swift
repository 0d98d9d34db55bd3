import ArgumentParser
import Customers
import Desk

/// What can be said about a customer on the command line; each option left out leaves its field as it is.
struct CustomerFields: ParsableArguments {
    @Option(help: "The name, as it is written.")
    var name: String?

    @Option(help: ArgumentHelp("A phone as people write it; may be given several times.", valueName: "number"))
    var phone: [String] = []

    @Option(help: ArgumentHelp("A vehicle's plate; may be given several times.", valueName: "plate"))
    var plate: [String] = []

    @Option(help: ArgumentHelp("person or organisation.", valueName: "kind"))
    var kind: String?

    @Option(help: ArgumentHelp("Region whose numbers and plates are meant.", valueName: "TW|CN|HK"))
    var region: String?

    @Option(help: ArgumentHelp("male or female.", valueName: "sex"))
    var sex: String?

    @Option(name: .customLong("birth-year"), help: ArgumentHelp("Four digits.", valueName: "year"))
    var birthYear: Int?

    @Option(
        name: .customLong("birth-date"),
        help: ArgumentHelp("1980-05-01, 19800501 or a year of the Republic.", valueName: "date"))
    var birthDate: String?

    @Option(
        name: .customLong("id-number"),
        help: ArgumentHelp("Number of an identity card, a tax or a company's number.", valueName: "number"))
    var idNumber: String?

    @Option(help: "The address, in one line; or the street, with the options below for the rest.")
    var address: String?

    @Option(name: .customLong("house-number"), help: ArgumentHelp("House number.", valueName: "number"))
    var houseNumber: String?

    @Option(name: .customLong("address-extra"), help: ArgumentHelp("Building, floor.", valueName: "text"))
    var addressExtra: String?

    @Option(help: "Town, suburb or district.")
    var locality: String?

    @Option(help: "Postcode.")
    var postcode: String?

    @Option(help: "State or province.")
    var province: String?

    @Option(help: ArgumentHelp("Credit grade A to D.", valueName: "grade"))
    var grade: String?

    @Option(help: "One line the agent must see when the customer calls.")
    var hint: String?

    @Option(help: "What the customer prefers.")
    var preferences: String?

    @Option(help: "What must not be said or done.")
    var taboos: String?

    @Option(
        name: .customLong("contact-preference"),
        help: ArgumentHelp("How and when the customer wants to be reached.", valueName: "text"))
    var contactPreference: String?

    @Option(
        help: ArgumentHelp(
            "An answer to marketing, recording, sharing or research; may be given several times.",
            valueName: "purpose=yes|no"))
    var consent: [String] = []

    @Option(help: ArgumentHelp("What a vulnerable customer needs; never a diagnosis.", valueName: "need"))
    var vulnerable: String?

    @Option(help: ArgumentHelp("The responsible agent's login.", valueName: "login"))
    var responsible: String?

    /// Years a living customer can have been born in.
    static let birthYears = 1900...2100

    func validate() throws {
        if let kind, CustomerKind(rawValue: kind) == nil {
            throw ValidationError("--kind must be person or organisation")
        }
        if let region, HomeRegion(rawValue: region.uppercased()) == nil {
            throw ValidationError("--region must be TW, CN or HK")
        }
        if let sex, !["male", "female"].contains(sex) { throw ValidationError("--sex must be male or female") }
        if let birthYear, !Self.birthYears.contains(birthYear) {
            throw ValidationError(
                "--birth-year must be from \(Self.birthYears.lowerBound) to \(Self.birthYears.upperBound)")
        }
        if let birthDate, BirthDate.read(birthDate) == nil {
            throw ValidationError("--birth-date must be a date, such as 1980-05-01")
        }
        for answer in consent where Self.consent(answer) == nil {
            throw ValidationError(
                "--consent must be marketing, recording, sharing or research, then =yes or =no; not '\(answer)'")
        }
        if let grade, CreditGrade(rawValue: grade.uppercased()) == nil {
            throw ValidationError("--grade must be A, B, C or D")
        }
    }

    /// Puts what was given into the customer. Phones and plates are added; one they already have is not added twice.
    ///
    /// `home` reads numbers and plates of a customer whose own region is not known.
    func apply(to customer: inout Customer, home: Region) {
        if let name { customer.name = name }
        if let kind = kind.flatMap(CustomerKind.init(rawValue:)) { customer.kind = kind }
        if let region { customer.region = Region(rawValue: region.uppercased()) }
        if let sex { customer.sex = sex }
        if let birthYear { customer.birthYear = birthYear }
        if let birthDate = birthDate.flatMap(BirthDate.read) {
            customer.birthDate = birthDate
            customer.birthYear = birthYear ?? BirthDate.year(of: birthDate) ?? customer.birthYear
        }
        if let idNumber { customer.idNumber = idNumber }
        if let address { customer.address = address }
        customer.addressParts = customer.addressParts.merged(
            with: AddressParts(
                houseNumber: houseNumber, extra: addressExtra, locality: locality, postcode: postcode,
                province: province))
        if let taboos { customer.taboos = taboos }
        if let contactPreference { customer.contactPreference = contactPreference }
        for answer in consent.compactMap(Self.consent) {
            customer.consents.removeAll { $0.purpose == answer.purpose }
            customer.consents.append(answer)
        }
        customer.consents.sort { $0.purpose.place < $1.purpose.place }
        if let grade { customer.creditGrade = CreditGrade(rawValue: grade.uppercased()) }
        if let hint { customer.hint = hint }
        if let preferences { customer.preferences = preferences }
        if let vulnerable { customer.vulnerableNeed = vulnerable }
        if let responsible { customer.responsible = responsible }
        let region = customer.region ?? home
        for text in phone { Self.add(phone: text, to: &customer, region: region) }
        for text in plate { Self.add(plate: text, to: &customer, region: region) }
    }

    /// `marketing=yes`.
    private static func consent(_ text: String) -> Consent? {
        let parts = text.split(separator: "=", maxSplits: 1).map { $0.lowercased() }
        guard parts.count == 2, let purpose = ConsentPurpose(rawValue: parts[0]), ["yes", "no"].contains(parts[1])
        else { return nil }
        return Consent(purpose: purpose, isGiven: parts[1] == "yes")
    }

    private static func add(phone text: String, to customer: inout Customer, region: Region) {
        let parsed = PhoneParser.parse(text, region: region)
        for number in parsed {
            let isKnown = customer.phones.contains {
                number.e164 != nil ? $0.e164 == number.e164 : $0.raw == number.raw
            }
            if !isKnown { customer.phones.append(number.contact(isPrimary: customer.phones.isEmpty)) }
        }
        if parsed.isEmpty, !text.isEmpty {
            customer.phones.append(
                ContactPhone(
                    raw: text, e164: nil, extensionDigits: nil, isValid: false, isPrimary: customer.phones.isEmpty))
        }
    }

    private static func add(plate text: String, to customer: inout Customer, region: Region) {
        guard let best = PlateParser.candidates(text, preferred: region).first else { return }
        guard !customer.plates.contains(where: { $0.key == best.key }) else { return }
        customer.plates.append(best.vehiclePlate(raw: text))
    }
}
