import Customers

extension Customer {
    /// Refuses what is too long or too much, and a record that nobody could ever find again.
    func check() throws(StoreError) {
        try Limit.text(name, field: "name", max: Limit.nameBytesMax)
        try Limit.text(sex, field: "sex", max: Limit.nameBytesMax)
        try Limit.text(address, field: "address", max: Limit.fieldBytesMax)
        try Limit.text(hint, field: "hint", max: Limit.fieldBytesMax)
        try Limit.text(preferences, field: "preferences", max: Limit.fieldBytesMax)
        try Limit.text(taboos, field: "taboos", max: Limit.fieldBytesMax)
        try Limit.text(contactPreference, field: "contact_preference", max: Limit.fieldBytesMax)
        try Limit.text(birthDate, field: "birth_date", max: Limit.referenceBytesMax)
        try Limit.text(idNumber, field: "id_number", max: Limit.referenceBytesMax)
        try Limit.text(addressParts.houseNumber, field: "house_number", max: Limit.nameBytesMax)
        try Limit.text(addressParts.extra, field: "address_extra", max: Limit.fieldBytesMax)
        try Limit.text(addressParts.locality, field: "locality", max: Limit.nameBytesMax)
        try Limit.text(addressParts.postcode, field: "postcode", max: Limit.nameBytesMax)
        try Limit.text(addressParts.province, field: "province", max: Limit.nameBytesMax)
        try Limit.text(vulnerableNeed, field: "vulnerable_need", max: Limit.fieldBytesMax)
        try Limit.text(responsible, field: "responsible", max: Limit.nameBytesMax)
        try Limit.text(reference, field: "reference", max: Limit.referenceBytesMax)
        guard phones.count <= Limit.phonesMax else { throw .tooMany(what: "phones", limit: Limit.phonesMax) }
        guard plates.count <= Limit.platesMax else { throw .tooMany(what: "plates", limit: Limit.platesMax) }
        for phone in phones { try Limit.text(phone.raw, field: "phone", max: Limit.nameBytesMax) }
        for plate in plates { try Limit.text(plate.raw, field: "plate", max: Limit.nameBytesMax) }
        let hasName = name.map { !NameKeys.fold($0).isEmpty } ?? false
        guard hasName || !phones.isEmpty || !plates.isEmpty || reference != nil || idNumber != nil
        else { throw .nothingToFindBy }
    }
}
