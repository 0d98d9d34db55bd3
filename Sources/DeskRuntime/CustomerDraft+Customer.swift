import Customers
import Desk

extension CustomerDraft {
    /// Puts what was typed into `customer`. A phone or plate typed just as before keeps how it was understood.
    func apply(to customer: inout Customer, region: Region) {
        customer.name = name
        customer.sex = sex
        customer.birthYear = birthYear
        customer.address = address
        customer.hint = hint
        customer.preferences = preferences
        customer.birthDate = birthDate.map { BirthDate.read($0) ?? $0 }
        if birthYear == nil { customer.birthYear = customer.birthDate.flatMap(BirthDate.year) }
        customer.idNumber = idNumber
        customer.addressParts = addressParts
        customer.taboos = taboos
        customer.contactPreference = contactPreference
        customer.vulnerableNeed = vulnerableNeed
        customer.creditGrade = creditGrade
        customer.responsible = responsible
        customer.consents = consents
        customer.phones = Self.phones(phones ?? "", known: customer.phones, region: region)
        customer.plates = Self.plates(plates ?? "", known: customer.plates, region: region)
    }

    private static func phones(_ text: String, known: [ContactPhone], region: Region) -> [ContactPhone] {
        var phones: [ContactPhone] = []
        for part in parts(of: text) {
            if let same = known.first(where: { $0.raw == part || $0.e164 == part }) {
                phones.append(same)
            } else {
                phones += PhoneParser.parse(part, region: region).map { $0.contact(isPrimary: false) }
            }
        }
        for index in phones.indices { phones[index].isPrimary = index == 0 }
        return phones
    }

    private static func plates(_ text: String, known: [VehiclePlate], region: Region) -> [VehiclePlate] {
        parts(of: text).compactMap { part in
            if let same = known.first(where: { $0.raw == part || $0.display == part }) { return same }
            return PlateParser.candidates(part, preferred: region).first?.vehiclePlate(raw: part)
        }
    }

    /// What stands between semicolons, without blanks around it.
    private static func parts(of text: String) -> [String] {
        text.split(whereSeparator: { $0 == ";" || $0 == "；" }).map { part in
            var trimmed = part
            while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
            while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
            return String(trimmed)
        }.filter { !$0.isEmpty }
    }
}
