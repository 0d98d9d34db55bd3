/// What is compared between two records.
package enum DuplicateField: String, Sendable, CaseIterable {
    case idNumber = "id_number"
    case birthDate = "birth_date"
    case name
    case phone
    case plate
    case street = "address"
    case houseNumber = "house_number"
    case addressExtra = "address_extra"
    case place
    case province
    case sex
    /// A correction: what a family shares is not counted again and again.
    case household
}

/// How well two values of a field agree.
package enum AgreementLevel: String, Sendable, CaseIterable {
    case exact
    /// One slip of the finger apart, or spelt otherwise.
    case near
    /// Alike, but not enough to count for much.
    case loose
    case different
}

/// The chance of each level: among pairs that are one person (m) and among pairs that are two (u).
package struct LevelChance: Sendable, Hashable {
    package var field: DuplicateField
    package var level: AgreementLevel
    package var m: Double
    package var u: Double

    /// log2(m / u): Fellegi and Sunter's weight, in bits.
    package var weight: Double { BinaryMath.log2(m / u) }
}

/// The chances the scores are made of.
///
/// I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", JASA 64 (1969). The chances are rounded figures from
/// customer lists, not fitted to one file: `m` says how often one person's records agree although lists age and fingers
/// slip, `u` how often two people agree by chance. For names the store's own frequencies take the place of `u`.
package enum AgreementModel {
    package static let chances: [LevelChance] = [
        chance(.idNumber, .exact, m: 0.90, u: 0.000_007), chance(.idNumber, .near, m: 0.07, u: 0.000_1),
        chance(.idNumber, .loose, m: 0.015, u: 0.002), chance(.idNumber, .different, m: 0.025, u: 0.98),
        chance(.birthDate, .exact, m: 0.92, u: 0.000_1), chance(.birthDate, .near, m: 0.055, u: 0.002),
        chance(.birthDate, .loose, m: 0.01, u: 0.02), chance(.birthDate, .different, m: 0.015, u: 0.96),
        chance(.name, .exact, m: 0.86, u: 0.004), chance(.name, .near, m: 0.08, u: 0.006),
        chance(.name, .loose, m: 0.03, u: 0.05), chance(.name, .different, m: 0.02, u: 0.93),
        chance(.phone, .exact, m: 0.80, u: 0.000_4), chance(.phone, .near, m: 0.02, u: 0.002),
        chance(.phone, .different, m: 0.30, u: 0.998),
        chance(.plate, .exact, m: 0.82, u: 0.000_2), chance(.plate, .near, m: 0.02, u: 0.002),
        chance(.plate, .different, m: 0.45, u: 0.998),
        chance(.street, .exact, m: 0.72, u: 0.001), chance(.street, .near, m: 0.12, u: 0.004),
        chance(.street, .loose, m: 0.05, u: 0.05), chance(.street, .different, m: 0.20, u: 0.94),
        chance(.houseNumber, .exact, m: 0.80, u: 0.02), chance(.houseNumber, .near, m: 0.08, u: 0.06),
        chance(.houseNumber, .different, m: 0.25, u: 0.92),
        chance(.addressExtra, .exact, m: 0.70, u: 0.01), chance(.addressExtra, .near, m: 0.12, u: 0.02),
        chance(.addressExtra, .different, m: 0.50, u: 0.97),
        chance(.place, .exact, m: 0.75, u: 0.002), chance(.place, .near, m: 0.15, u: 0.004),
        chance(.place, .loose, m: 0.06, u: 0.03), chance(.place, .different, m: 0.20, u: 0.96),
        chance(.province, .exact, m: 0.95, u: 0.50), chance(.province, .different, m: 0.12, u: 0.50),
        chance(.sex, .exact, m: 0.98, u: 0.50), chance(.sex, .different, m: 0.02, u: 0.50),
    ]

    /// Two people of one address are a household rather than chance: all its parts together count no more than this.
    package static let addressWeightMax = 11.0
    /// With the same phone the same address says little more.
    package static let addressBesidePhoneMax = 5.0
    /// What a family shares (surname, phone, plate, address, even a day of birth) when the given names differ.
    package static let familyWeightMax = 8.0
    /// A name's own frequency counts between these.
    package static let nameChances = 0.000_1...0.05

    /// Bits to start from when one new record is held against a store: it is rather somebody known already than any
    /// pair of the store is one person.
    package static let newcomerPrior = -8.0
    /// From this chance on a pair is proposed.
    package static let proposedProbability = 0.8

    /// The chance that a pair is one person, given its weight and the prior.
    package static func probability(weight: Double, prior: Double) -> Double {
        1 / (1 + BinaryMath.exp2(-(weight + prior)))
    }

    /// A store is taken for at least this large: in ten records nothing can be learned.
    static let recordsMin = 100

    static func weight(_ field: DuplicateField, _ level: AgreementLevel) -> Double {
        weights[field.place * AgreementLevel.allCases.count + level.place]
    }

    private static let weights: [Double] = DuplicateField.allCases.flatMap { field in
        AgreementLevel.allCases.map { level in
            chances.first { $0.field == field && $0.level == level }?.weight ?? 0
        }
    }

    private static func chance(_ field: DuplicateField, _ level: AgreementLevel, m: Double, u: Double) -> LevelChance {
        LevelChance(field: field, level: level, m: m, u: u)
    }
}

extension DuplicateField {
    fileprivate var place: Int {
        switch self {
        case .idNumber: 0
        case .birthDate: 1
        case .name: 2
        case .phone: 3
        case .plate: 4
        case .street: 5
        case .houseNumber: 6
        case .addressExtra: 7
        case .place: 8
        case .province: 9
        case .sex: 10
        case .household: 11
        }
    }
}

extension AgreementLevel {
    fileprivate var place: Int {
        switch self {
        case .exact: 0
        case .near: 1
        case .loose: 2
        case .different: 3
        }
    }
}
