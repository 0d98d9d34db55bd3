import Customers
import Dossier

/// One line of two records side by side.
struct ComparedField: Equatable {
    /// Field of the catalogue of labels.
    var id: String
    var a: String
    var b: String
    var agreement: Agreement

    /// How two values stand to each other; told by a word and a sign, colour comes last.
    enum Agreement: Hashable, CaseIterable {
        case same
        /// Some of several numbers or plates are the same.
        case partly
        case differs
        /// Only one of the two says anything.
        case oneSided
    }
}

extension DuplicateReview {
    /// What either of the two says, in the order in which people are told apart.
    var fields: [ComparedField] {
        let (a, b) = (self.a.customer, self.b.customer)
        var fields = [
            compared("name", a.name, b.name, by: NameKeys.fold),
            list("phones", a.phones.map(\.pair), b.phones.map(\.pair)),
            list("plates", a.plates.map { ($0.key, $0.display) }, b.plates.map { ($0.key, $0.display) }),
            compared("id_number", a.idNumber, b.idNumber) { IDNumber.key($0) ?? $0 },
            compared("birth_date", a.birth, b.birth),
            compared("address", a.wholeAddress, b.wholeAddress),
            compared("credit_grade", a.creditGrade?.rawValue, b.creditGrade?.rawValue),
            compared("responsible", a.responsible, b.responsible),
            compared("vulnerable_need", a.vulnerableNeed, b.vulnerableNeed),
            compared("hint", a.hint, b.hint),
            compared("taboos", a.taboos, b.taboos),
            compared("preferences", a.preferences, b.preferences),
            compared("contact_preference", a.contactPreference, b.contactPreference),
            compared("source_reference", pair.aReference, pair.bReference),
        ]
        // What a person's record seldom differs in is said only where it does.
        for rare in [
            compared("sex", a.sex, b.sex), compared("kind", a.kind.rawValue, b.kind.rawValue),
            compared("region", a.region?.rawValue, b.region?.rawValue),
        ] where rare?.agreement == .differs {
            fields.insert(rare, at: 1)
        }
        return fields.compactMap { $0 }
    }

    private func compared(
        _ id: String, _ a: String?, _ b: String?, by key: (String) -> String = { $0 }
    ) -> ComparedField? {
        switch (a, b) {
        case (nil, nil): nil
        case (let a?, let b?):
            ComparedField(id: id, a: a, b: b, agreement: key(a) == key(b) ? .same : .differs)
        case (let a, let b): ComparedField(id: id, a: a ?? "", b: b ?? "", agreement: .oneSided)
        }
    }

    /// Values of which each may have several: a key to compare by and a text to show.
    private func list(_ id: String, _ a: [(String, String)], _ b: [(String, String)]) -> ComparedField? {
        guard !a.isEmpty || !b.isEmpty else { return nil }
        let (ours, theirs) = (Set(a.map(\.0)), Set(b.map(\.0)))
        let agreement: ComparedField.Agreement =
            ours.isEmpty || theirs.isEmpty
            ? .oneSided : ours == theirs ? .same : ours.isDisjoint(with: theirs) ? .differs : .partly
        return ComparedField(
            id: id, a: a.map(\.1).joined(separator: "; "), b: b.map(\.1).joined(separator: "; "), agreement: agreement)
    }
}

extension ContactPhone {
    /// The number to compare by, and as it is shown.
    fileprivate var pair: (String, String) { (e164 ?? raw, e164 ?? raw) }
}

extension Customer {
    /// The date of birth, or the year where that is all there is.
    var birth: String? { birthDate ?? birthYear.map(String.init) }

    /// The address in one line, its parts in the order they are written in.
    var wholeAddress: String? {
        let parts = [
            addressParts.postcode, addressParts.province, addressParts.locality, address, addressParts.houseNumber,
            addressParts.extra,
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
