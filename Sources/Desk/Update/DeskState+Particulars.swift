import Customers

// The fields of a customer's form beyond name, phones and plates.
extension DeskState {
    /// Empty fields in the order an agent asks for them.
    static var particulars: [FormField] {
        [
            FormField(id: "sex", kind: .choice(["female", "male"])),
            FormField(id: "birth_year", kind: .number),
            FormField(id: "birth_date", kind: .line),
            FormField(id: "id_number", kind: .line),
            FormField(id: "address", kind: .line),
            FormField(id: "house_number", kind: .line),
            FormField(id: "address_extra", kind: .line),
            FormField(id: "locality", kind: .line),
            FormField(id: "province", kind: .line),
            FormField(id: "postcode", kind: .line),
            FormField(id: "hint", kind: .line),
            FormField(id: "taboos", kind: .line),
            FormField(id: "preferences", kind: .line),
            FormField(id: "contact_preference", kind: .line),
            FormField(id: "vulnerable_need", kind: .line),
            FormField(id: "credit_grade", kind: .choice(CreditGrade.allCases.map(\.rawValue))),
            FormField(id: "responsible", kind: .line),
        ] + ConsentPurpose.allCases.map { FormField(id: consentField($0), kind: .yesNo) }
    }

    /// What a customer's record says, by the form's fields; nil is an empty field.
    static func formValues(of customer: Customer) -> [String: String?] {
        let parts = customer.addressParts
        var values: [String: String?] = [
            "sex": customer.sex, "birth_year": customer.birthYear.map(String.init), "birth_date": customer.birthDate,
            "id_number": customer.idNumber, "address": customer.address, "house_number": parts.houseNumber,
            "address_extra": parts.extra, "locality": parts.locality, "province": parts.province,
            "postcode": parts.postcode, "hint": customer.hint, "taboos": customer.taboos,
            "preferences": customer.preferences, "contact_preference": customer.contactPreference,
            "vulnerable_need": customer.vulnerableNeed, "credit_grade": customer.creditGrade?.rawValue,
            "responsible": customer.responsible,
        ]
        for consent in customer.consents { values[consentField(consent.purpose)] = consent.isGiven ? "true" : "false" }
        return values
    }

    /// Puts what the form says into the draft; an empty field is nil, an empty consent was never asked for.
    func addParticulars(_ form: Form, to draft: inout CustomerDraft) {
        draft.birthDate = filled(form, "birth_date").map { Self.narrowed($0) }
        draft.idNumber = filled(form, "id_number")
        draft.addressParts = AddressParts(
            houseNumber: filled(form, "house_number"), extra: filled(form, "address_extra"),
            locality: filled(form, "locality"), postcode: filled(form, "postcode"), province: filled(form, "province"))
        draft.taboos = filled(form, "taboos")
        draft.contactPreference = filled(form, "contact_preference")
        draft.vulnerableNeed = filled(form, "vulnerable_need")
        draft.creditGrade = filled(form, "credit_grade").flatMap(CreditGrade.init)
        draft.responsible = filled(form, "responsible")
        draft.consents = ConsentPurpose.allCases.compactMap { purpose in
            filled(form, Self.consentField(purpose)).map { Consent(purpose: purpose, isGiven: $0 == "true") }
        }
    }

    static func consentField(_ purpose: ConsentPurpose) -> String { "consent_" + purpose.rawValue }

    /// A date of birth must be one when it is typed; what an import brought stays as it is.
    func isReadableDate(_ field: FormField) -> Bool {
        guard field.id == "birth_date", field.isTouched, !field.value.isEmpty else { return true }
        return BirthDate.read(Self.narrowed(field.value.trimmedSpaces)) != nil
    }
}
