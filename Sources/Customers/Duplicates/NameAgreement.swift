/// How well two names agree.
struct NameAgreement {
    var weight = 0.0
    /// A part of the one contradicts the other: rather two people of one family than one.
    var isContradicted = false

    /// nil when there is nothing to compare.
    init?(_ a: ComparedName, _ b: ComparedName, kind: CustomerKind, _ frequencies: NameFrequencies) {
        guard !a.isEmpty, !b.isEmpty else { return nil }
        if !a.characters.isEmpty, !b.characters.isEmpty {
            self.init(characters: a, b, kind: kind, frequencies)
        } else if a.characters.isEmpty, b.characters.isEmpty {
            self.init(words: a.words, b.words, frequencies)
        } else if a.characters.isEmpty {
            self.init(words: a.words, readAs: b.pinyin)
        } else {
            self.init(words: b.words, readAs: a.pinyin)
        }
    }

    private static func exact(_ part: UInt64, _ frequencies: NameFrequencies) -> Double {
        let usual = AgreementModel.weight(.name, .exact)
        guard let share = frequencies.share(of: part) else { return usual }
        let bounds = AgreementModel.nameChances
        let chance = min(max(share, bounds.lowerBound), bounds.upperBound)
        return BinaryMath.log2(exactM / chance)
    }

    private static let exactM = 0.86

    private mutating func add(_ level: AgreementLevel) {
        weight += AgreementModel.weight(.name, level)
        if level == .different { isContradicted = true }
    }
}

// MARK: Chinese characters

extension NameAgreement {
    /// Bits of a surname that agrees beside a form of address.
    private static let surnameWeight = 2.0
    /// Longest name of a person; a longer text is an organisation's whatever the record says.
    private static let personCharactersMax = 4
    private static let organisationNear = 0.75

    private init(characters a: ComparedName, _ b: ComparedName, kind: CustomerKind, _ frequencies: NameFrequencies) {
        if a.isSurnameOnly || b.isSurnameOnly {
            let isSame = a.characters.starts(with: b.characters) || b.characters.starts(with: a.characters)
            if isSame { weight = Self.surnameWeight } else { add(.different) }
        } else if a.characters == b.characters {
            weight = Self.exact(a.charactersHash, frequencies)
        } else if kind == .organisation || max(a.characters.count, b.characters.count) > Self.personCharactersMax {
            let common = TextSimilarity.pairsInCommon(a.characters, b.characters)
            add(common >= Self.organisationNear ? .near : common >= 0.5 ? .loose : .different)
        } else {
            add(Self.level(of: a, b))
            // One character apart is how brothers and sisters are named.
            if weight <= 0 { isContradicted = true }
        }
    }

    /// Read alike, or two characters swapped: a slip. One character more, less or other: loose.
    private static func level(of a: ComparedName, _ b: ComparedName) -> AgreementLevel {
        let (x, y) = (a.characters, b.characters)
        if x.count == y.count {
            if a.pinyin.contains(where: b.pinyin.contains) { return .near }
            if x.count > 2, x[0] == y[0], x.sorted() == y.sorted() { return .near }
        }
        let same = Set(x).intersection(y).count
        return x[0] == y[0] && same + 1 >= max(x.count, y.count) && same >= 2 ? .loose : .different
    }
}

// MARK: Latin words

extension NameAgreement {
    private static let nearSimilarity = 0.9
    private static let looseSimilarity = 0.8
    /// Bits of a lone letter that begins the other's word.
    private static let initialWeight = 0.5
    private static let swappedWeight = -0.5
    private static let noPlace = -1

    private init(words a: [[UInt8]], _ b: [[UInt8]], _ frequencies: NameFrequencies) {
        if a.count != b.count, Array(a.joined()) == Array(b.joined()) {
            // `mary ann` and `maryann`: the fewer words are the sure ones.
            weight = (a.count < b.count ? a : b).reduce(0) { $0 + Self.exact(StableHash.of($1), frequencies) }
            return
        }
        var partners = [Int](repeating: Self.noPlace, count: a.count)
        var isTaken = [Bool](repeating: false, count: b.count)
        for level in [AgreementLevel.exact, .near, .loose] {
            for i in a.indices where partners[i] == Self.noPlace {
                // The word at the same place first.
                let order = b.indices.contains(i) ? [i] + b.indices.filter { $0 != i } : Array(b.indices)
                guard let j = order.first(where: { !isTaken[$0] && Self.level(of: a[i], b[$0]) == level }) else {
                    continue
                }
                partners[i] = j
                isTaken[j] = true
                weight +=
                    level == .exact ? Self.exact(StableHash.of(a[i]), frequencies) : Self.weight(of: a[i], b[j], level)
            }
        }
        let isSwapped = a.count == b.count && zip(a.indices, partners).contains { $0 != $1 && $1 != Self.noPlace }
        if isSwapped { weight += Self.swappedWeight }
        let openA = partners.count { $0 == Self.noPlace }
        let openB = isTaken.count { !$0 }
        for _ in 0..<min(openA, openB) { add(.different) }
        if isContradicted {
            let agreesInGivenName = zip(a.indices, partners).contains { place, partner in
                partner != Self.noPlace && (place == 0 || partner == 0) && !Self.mayBeChineseSurname(a[place])
            }
            // A lone word may be the one's surname and the other's given name; a surname may change by marriage.
            isContradicted = min(a.count, b.count) > 1 && !agreesInGivenName
        }
    }

    /// `wang` of `Wang Xiaoming`: a first word that is a surname.
    private static func mayBeChineseSurname(_ word: [UInt8]) -> Bool {
        PinyinReadings.shared.isSyllable(String(decoding: word, as: UTF8.self))
    }

    private static func weight(of a: [UInt8], _ b: [UInt8], _ level: AgreementLevel) -> Double {
        min(a.count, b.count) == 1 ? initialWeight : AgreementModel.weight(.name, level)
    }

    static func level(of a: [UInt8], _ b: [UInt8]) -> AgreementLevel {
        if a == b { return .exact }
        let shorter = min(a.count, b.count)
        if shorter == 1 { return a.first == b.first ? .loose : .different }
        let edits = TextSimilarity.edits(a, b)
        if edits == 1, shorter >= 3 { return .near }
        let similarity = TextSimilarity.jaroWinkler(a, b)
        if similarity >= nearSimilarity { return .near }
        return similarity >= looseSimilarity || edits == 2 && shorter >= 5 ? .loose : .different
    }
}

// MARK: Two scripts

extension NameAgreement {
    /// `Wang Xiaoming`, `Xiao Ming Wang` and 王小明; other romanisations say nothing either way.
    private init(words: [[UInt8]], readAs pinyin: [String]) {
        guard !words.isEmpty else { return }
        let isSame = words.indices.contains { start in
            let turned = String(decoding: (words[start...] + words[..<start]).joined(), as: UTF8.self)
            return pinyin.contains(turned)
        }
        if isSame { weight = AgreementModel.weight(.name, .near) }
    }
}
