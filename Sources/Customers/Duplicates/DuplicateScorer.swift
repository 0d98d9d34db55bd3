/// What one field says about a pair, in bits: positive for one person, negative for two.
package struct DuplicateEvidence: Sendable, Hashable {
    package var field: DuplicateField
    package var weight: Double

    package init(field: DuplicateField, weight: Double) {
        self.field = field
        self.weight = weight
    }
}

/// All that was found for and against a pair being one person. The weight is the sum of the evidence.
package struct DuplicateScore: Sendable, Hashable {
    package private(set) var weight = 0.0
    package private(set) var evidence: [DuplicateEvidence] = []

    mutating func add(_ field: DuplicateField, _ bits: Double) {
        guard bits != 0 else { return }
        weight += bits
        evidence.append(DuplicateEvidence(field: field, weight: bits))
    }

    func weight(of fields: Set<DuplicateField>) -> Double {
        evidence.reduce(0) { fields.contains($1.field) ? $0 + $1.weight : $0 }
    }
}

/// Weighs pairs of records. A field that either record lacks says nothing.
package struct DuplicateScorer: Sendable {
    package var frequencies: NameFrequencies

    package init(frequencies: NameFrequencies = NameFrequencies()) {
        self.frequencies = frequencies
    }

    package func score(_ a: DuplicateRecord, _ b: DuplicateRecord) -> DuplicateScore {
        var score = DuplicateScore()
        let idNumber = Self.slipLevel(a.idNumber, b.idNumber)
        addLevel(.idNumber, idNumber, &score)
        addBirth(a, b, &score)
        let kind: CustomerKind = a.kind == .organisation || b.kind == .organisation ? .organisation : .person
        let name = NameAgreement(a.name, b.name, kind: kind, frequencies)
        score.add(.name, name?.weight ?? 0)
        addPhones(a.phones, b.phones, &score)
        addPlates(a.plates, b.plates, &score)
        AddressAgreement(a, b).add(to: &score)
        if let one = a.sex, let other = b.sex { addLevel(.sex, one == other ? .exact : .different, &score) }
        let isSharedNumber = kind == .person && IDNumber.isCompanys(a.idNumber)
        if name?.isContradicted ?? false, idNumber != .exact || isSharedNumber {
            Self.discountFamily(isSharedNumber ? Self.familyFields.union([.idNumber]) : Self.familyFields, &score)
        }
        return score
    }

    private func addLevel(_ field: DuplicateField, _ level: AgreementLevel?, _ score: inout DuplicateScore) {
        if let level { score.add(field, AgreementModel.weight(field, level)) }
    }

    /// Numbers and dates: equal, one slip apart, two slips apart. nil when either is missing.
    static func slipLevel(_ a: [UInt8], _ b: [UInt8]) -> AgreementLevel? {
        guard !a.isEmpty, !b.isEmpty else { return nil }
        return switch TextSimilarity.edits(a, b) {
        case 0: .exact
        case 1: .near
        case 2: .loose
        default: .different
        }
    }

    private func addBirth(_ a: DuplicateRecord, _ b: DuplicateRecord, _ score: inout DuplicateScore) {
        if let level = Self.slipLevel(a.birth, b.birth) {
            let isTurned = level != .exact && Self.isDayAndMonthTurned(a.birth, b.birth)
            addLevel(.birthDate, isTurned ? .near : level, &score)
        } else if let one = a.birthYear, let other = b.birthYear {
            addLevel(.birthDate, one == other ? .near : .different, &score)
        }
    }

    private static func isDayAndMonthTurned(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        a.count == 8 && b.count == 8 && a[..<4] == b[..<4] && a[4..<6].elementsEqual(b[6...])
            && a[6...].elementsEqual(b[4..<6])
    }

    private func addPhones(_ a: [UInt64], _ b: [UInt64], _ score: inout DuplicateScore) {
        guard !a.isEmpty, !b.isEmpty else { return }
        if a.contains(where: b.contains) { return addLevel(.phone, .exact, &score) }
        let isNear = a.contains { one in
            b.contains { TextSimilarity.edits(Array(String(one).utf8), Array(String($0).utf8)) == 1 }
        }
        addLevel(.phone, isNear ? .near : .different, &score)
    }

    private func addPlates(_ a: [[UInt8]], _ b: [[UInt8]], _ score: inout DuplicateScore) {
        guard !a.isEmpty, !b.isEmpty else { return }
        if a.contains(where: b.contains) { return addLevel(.plate, .exact, &score) }
        let isNear = a.contains { one in b.contains { TextSimilarity.edits(one, $0) == 1 } }
        addLevel(.plate, isNear ? .near : .different, &score)
    }

    /// A family shares surname, phone, car and address, twins a day of birth too, colleagues their company's number:
    /// when the given names contradict each other, all of that together is little.
    private static func discountFamily(_ fields: Set<DuplicateField>, _ score: inout DuplicateScore) {
        let shared = score.evidence.reduce(0) { sum, evidence in
            fields.contains(evidence.field) && (evidence.weight > 0 || evidence.field == .household)
                ? sum + evidence.weight : sum
        }
        if shared > AgreementModel.familyWeightMax {
            score.add(.household, AgreementModel.familyWeightMax - shared)
        }
    }

    private static let familyFields: Set<DuplicateField> = [
        .name, .phone, .plate, .birthDate, .street, .houseNumber, .addressExtra, .place, .province, .household,
    ]
}
