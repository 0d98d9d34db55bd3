/// How well two addresses agree, part by part; parts that were written into each other's columns are found there.
struct AddressAgreement {
    private let a: DuplicateRecord
    private let b: DuplicateRecord
    private static let fields: Set<DuplicateField> = [.street, .houseNumber, .addressExtra, .place, .province]
    private static let nearPairs = 0.7
    private static let loosePairs = 0.45

    init(_ a: DuplicateRecord, _ b: DuplicateRecord) {
        self.a = a
        self.b = b
    }

    /// All parts, and no more than a household is worth.
    func add(to score: inout DuplicateScore) {
        addStreet(&score)
        addPart(.houseNumber, a.houseNumber, b.houseNumber, &score)
        addPlace(&score)
        if !a.province.isEmpty, !b.province.isEmpty {
            let isSame = TextSimilarity.edits(a.province, b.province) <= 1
            score.add(.province, AgreementModel.weight(.province, isSame ? .exact : .different))
        }
        let sum = score.weight(of: Self.fields)
        let sharesPhone = score.evidence.contains {
            $0.field == .phone && $0.weight > AgreementModel.addressBesidePhoneMax
        }
        let most = sharesPhone ? AgreementModel.addressBesidePhoneMax : AgreementModel.addressWeightMax
        if sum > most { score.add(.household, most - sum) }
    }

    private func addStreet(_ score: inout DuplicateScore) {
        let (one, other) = (a.street, b.street)
        let isCrossed = Self.isSame(one.scalars, b.extra) || Self.isSame(other.scalars, a.extra)
        guard !one.scalars.isEmpty, !other.scalars.isEmpty else {
            if isCrossed { score.add(.street, AgreementModel.weight(.street, .exact)) }
            return addPart(.addressExtra, a.extra, b.extra, &score)
        }
        let level = streetLevel
        if isCrossed, level != .exact {
            score.add(.street, AgreementModel.weight(.street, .exact))
        } else {
            score.add(.street, AgreementModel.weight(.street, level))
            addPart(.addressExtra, a.extra, b.extra, &score)
        }
    }

    private var streetLevel: AgreementLevel {
        let (one, other) = (a.street, b.street)
        if one.scalars == other.scalars { return .exact }
        let common = TextSimilarity.pairsInCommon(one.scalars, other.scalars)
        let hasSameNumbers = one.numbers == other.numbers
        if hasSameNumbers, common >= Self.nearPairs { return .near }
        let isLatin = one.scalars.allSatisfy { $0 < 0x80 } && other.scalars.allSatisfy { $0 < 0x80 }
        if hasSameNumbers, isLatin,
            TextSimilarity.jaroWinkler(one.scalars.map(UInt8.init), other.scalars.map(UInt8.init)) >= 0.92
        {
            return .near
        }
        return common >= Self.loosePairs ? .loose : .different
    }

    private static func isSame(_ street: [UInt32], _ extra: [UInt8]) -> Bool {
        guard !street.isEmpty, !extra.isEmpty else { return false }
        return street.elementsEqual(String(decoding: extra, as: UTF8.self).unicodeScalars.lazy.map(\.value))
    }

    private func addPart(_ field: DuplicateField, _ one: [UInt8], _ other: [UInt8], _ score: inout DuplicateScore) {
        guard !one.isEmpty, !other.isEmpty else { return }
        score.add(field, AgreementModel.weight(field, Self.level(one, other)))
    }

    private static func level(_ one: [UInt8], _ other: [UInt8]) -> AgreementLevel {
        if one == other { return .exact }
        let shorter = min(one.count, other.count)
        if TextSimilarity.edits(one, other) == 1, shorter >= 2 { return .near }
        return shorter >= 4 && TextSimilarity.jaroWinkler(one, other) >= 0.9 ? .near : .different
    }

    /// Town and postcode are two names of one place.
    private func addPlace(_ score: inout DuplicateScore) {
        let isTurned =
            !a.postcode.isEmpty && !a.locality.isEmpty && a.postcode == b.locality && a.locality == b.postcode
        if isTurned { return score.add(.place, AgreementModel.weight(.place, .exact)) }
        let postcode = Self.levelIfBoth(a.postcode, b.postcode)
        let locality = Self.levelIfBoth(a.locality, b.locality)
        let level: AgreementLevel
        switch (postcode, locality) {
        case (nil, nil): return
        case (.exact?, .exact?), (.exact?, .near?), (.near?, .exact?): level = .exact
        case (.exact?, _), (_, .exact?), (.near?, .near?): level = .near
        case (.near?, _), (_, .near?): level = .loose
        default: level = .different
        }
        score.add(.place, AgreementModel.weight(.place, level))
    }

    private static func levelIfBoth(_ one: [UInt8], _ other: [UInt8]) -> AgreementLevel? {
        one.isEmpty || other.isEmpty ? nil : level(one, other)
    }
}
