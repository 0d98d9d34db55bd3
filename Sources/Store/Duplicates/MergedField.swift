import Customers

/// The columns a survivor may take from the other record.
enum MergedField: String, CaseIterable {
    case name
    case foldedName = "folded_name"
    case region
    case sex
    case birthYear = "birth_year"
    case birthDate = "birth_date"
    case idNumber = "id_number"
    case street = "address"
    case houseNumber = "house_number"
    case addressExtra = "address_extra"
    case locality
    case postcode
    case province
    case creditGrade = "credit_grade"
    case hint
    case preferences
    case taboos
    case contactPreference = "contact_preference"
    case vulnerableNeed = "vulnerable_need"
    case responsible

    /// An address is taken whole or not at all.
    static let address: [MergedField] = [.street, .houseNumber, .addressExtra, .locality, .postcode, .province]

    /// Parts a field's name, its old and its new text.
    static let separator: Character = "\u{1F}"

    func text(of customer: Customer) -> String? {
        switch self {
        case .name: customer.name
        case .foldedName: customer.name.map(NameKeys.fold)
        case .region: customer.region?.rawValue
        case .sex: customer.sex
        case .birthYear: customer.birthYear.map(String.init)
        case .birthDate: customer.birthDate
        case .idNumber: customer.idNumber
        case .street: customer.address
        case .houseNumber: customer.addressParts.houseNumber
        case .addressExtra: customer.addressParts.extra
        case .locality: customer.addressParts.locality
        case .postcode: customer.addressParts.postcode
        case .province: customer.addressParts.province
        case .creditGrade: customer.creditGrade?.rawValue
        case .hint: customer.hint
        case .preferences: customer.preferences
        case .taboos: customer.taboos
        case .contactPreference: customer.contactPreference
        case .vulnerableNeed: customer.vulnerableNeed
        case .responsible: customer.responsible
        }
    }

    /// What both say together; nil to leave the survivor's.
    func joined(_ ours: String?, _ theirs: String) -> String? {
        guard let ours else { return theirs }
        switch self {
        case .hint, .preferences, .taboos, .vulnerableNeed:
            let both = ours + "; " + theirs
            return ours.contains(theirs) || both.utf8.count > Limit.fieldBytesMax ? nil : both
        default: return nil
        }
    }

    /// The parameter as the column's type.
    func cast(_ parameter: String) -> String {
        self == .birthYear ? "CAST(\(parameter) AS INTEGER)" : parameter
    }
}
