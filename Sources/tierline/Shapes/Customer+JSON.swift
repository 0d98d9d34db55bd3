import Customers

extension Customer {
    /// The customer as `customer show` gives them; `stage` and `class` are null until they are computed.
    var json: JSON {
        let profile = ProfileCompleteness(of: self)
        return [
            "id": .string(id.description),
            "kind": .string(kind.rawValue),
            "name": .text(name),
            "region": .text(region?.rawValue),
            "sex": .text(sex),
            "birth_year": .count(birthYear),
            "birth_date": .text(birthDate),
            "id_number": .text(idNumber),
            "address": .text(address),
            "house_number": .text(addressParts.houseNumber),
            "address_extra": .text(addressParts.extra),
            "locality": .text(addressParts.locality),
            "postcode": .text(addressParts.postcode),
            "province": .text(addressParts.province),
            "phones": .list(phones, \.json),
            "plates": .list(plates, \.json),
            "credit_grade": .text(creditGrade?.rawValue),
            "stage": .null,
            "class": .null,
            "completeness": .integer(Int64(profile.percent)),
            "ask_next": .text(profile.askNext?.rawValue),
            "hint": .text(hint),
            "preferences": .text(preferences),
            "taboos": .text(taboos),
            "contact_preference": .text(contactPreference),
            "consent": .list(consents) { ["purpose": .string($0.purpose.rawValue), "given": .boolean($0.isGiven)] },
            "vulnerable": .text(vulnerableNeed),
            "responsible": .text(responsible),
            "source": .text(source),
            "reference": .text(reference),
            "version": .integer(Int64(version)),
        ]
    }
}

extension ContactPhone {
    var json: JSON {
        [
            "raw": .string(raw), "e164": .text(e164), "ext": .text(extensionDigits), "valid": .boolean(isValid),
            "primary": .boolean(isPrimary),
        ]
    }
}

extension VehiclePlate {
    var json: JSON {
        [
            "raw": .string(raw), "key": .string(key), "display": .string(display), "region": .text(region?.rawValue),
            "verified": .boolean(isVerified),
        ]
    }
}
