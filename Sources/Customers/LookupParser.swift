/// Decides what a typed look-up text is; the keys of each kind stand in extensions.
struct LookupParser {
    let raw: String
    /// `raw`, or nothing when that is over the limit.
    let text: String
    let homeRegion: Region
    /// The text with full-width forms folded to ASCII, upper case, without the space around it.
    let plain: [Unicode.Scalar]

    init(text: String, homeRegion: Region) {
        self.raw = text
        self.homeRegion = homeRegion
        self.text = text.utf8.count <= LookupQuery.textBytesMax ? text : ""
        let folded = self.text.unicodeScalars.map(Self.folded)
        let start = folded.drop { $0 == " " }
        self.plain = Array(start[..<(start.lastIndex { $0 != " " }.map { $0 + 1 } ?? start.startIndex)])
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x61...0x7A).contains(value) { value -= 0x20 }
        if PhoneMark(scalar) == .space { value = 0x20 }
        return Unicode.Scalar(value) ?? scalar
    }

    func query(as kind: QueryKind?) -> LookupQuery {
        switch kind {
        case .phone: phone()
        case .plate: plate() ?? name()
        case .name: name()
        case .customer: customer() ?? guessed()
        case .case: complaint() ?? guessed()
        case nil: guessed()
        }
    }

    private func guessed() -> LookupQuery {
        if let query = customer() ?? complaint() { return query }
        if isDigitsOnly || isLabelledPhone { return phone() }
        if beginsLikeMainlandPlate || isLettersWithDigits, let query = plate() { return query }
        return name()
    }

    func query(_ kind: QueryKind, key: String, _ keys: [QueryKey], fallback: [QueryKey] = []) -> LookupQuery {
        let keys = Self.unique(keys)
        return LookupQuery(
            raw: raw, kind: kind, key: key, keys: keys,
            fallbackKeys: Self.unique(fallback).filter { !keys.contains($0) })
    }

    private static func unique(_ keys: [QueryKey]) -> [QueryKey] {
        var unique: [QueryKey] = []
        for key in keys where !unique.contains(key) { unique.append(key) }
        return unique
    }

    /// Digits and the signs people write between them.
    private var isDigitsOnly: Bool {
        var hasDigit = false
        for scalar in plain {
            switch PhoneMark(scalar) {
            case .digit: hasDigit = true
            case .plus, .dash, .space, .dot, .open, .close, .hash, .star, .ignored, .splitter, .tilde: continue
            default: return false
            }
        }
        return hasDigit
    }

    /// `電話0912345678`, `2720-8889 ext 12`: words, but more digits than a plate has, and they are a number.
    private var isLabelledPhone: Bool {
        plain.filter { PhoneMark($0).digit != nil }.count >= PhoneCell.wholeDigitsMin
            && PhoneParser.parse(text, region: homeRegion).contains { $0.e164 != nil }
    }

    private var beginsLikeMainlandPlate: Bool {
        guard let plate = PlateText(text), plate.key.count >= 2 else { return false }
        return MainlandPlates.isProvince(plate.key[0]) && PlateText.isLetter(plate.key[1])
    }

    private var isLettersWithDigits: Bool {
        let kept = plain.filter { PhoneMark($0) != .ignored && !Self.isSeparator($0) }
        return kept.allSatisfy { PlateText.isLetter($0) || PlateText.isDigit($0) }
            && kept.contains(where: PlateText.isLetter) && kept.contains(where: PlateText.isDigit)
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch PhoneMark(scalar) {
        case .dash, .space, .dot: true
        default: false
        }
    }

    /// `C000123`.
    private func customer() -> LookupQuery? {
        let compact = PlateText.string(plain.filter { !Self.isSeparator($0) }[...])
        guard let id = CustomerID(text: compact) else { return nil }
        return query(.customer, key: id.description, [.customer(id)], fallback: plate()?.keys ?? [])
    }

    /// `TL-2026-000123`, `TL2026000123`, `26-000123`. The short form needs its hyphen and a year from 20 on, so that
    /// a Taiwanese number being typed (`02-272088`) is not one.
    private func complaint() -> LookupQuery? {
        let marks = plain.map(PhoneMark.init)
        let digits = marks.compactMap(\.digit)
        let value = digits.reduce(0) { ($0 &* 10) &+ Int($1 &- 0x30) }
        guard digits.count <= Self.caseDigitsMax,
            marks.allSatisfy({ $0.digit != nil || $0 == .dash || $0.letter != nil })
        else { return nil }
        let letters = marks.compactMap(\.letter)
        if letters.elementsEqual("tl".utf8), marks.first == .letter(UInt8(ascii: "t")), digits.count >= 10 {
            let places = digits.count - 4
            let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
            return complaint(year: value / scale, sequence: value % scale)
        }
        guard letters.isEmpty, digits.count == 8, marks.count == 9, marks[2] == .dash, digits[0] >= 0x32 else {
            return nil
        }
        return complaint(year: 2000 + value / 1_000_000, sequence: value % 1_000_000, fallback: phone().keys)
    }

    private static let caseDigitsMax = 16

    private func complaint(year: Int, sequence: Int, fallback: [QueryKey] = []) -> LookupQuery {
        let digits = String(sequence)
        let padding = String(repeating: "0", count: max(0, 6 - digits.utf8.count))
        return query(
            .case, key: "TL-\(year)-\(padding)\(digits)", [.complaint(year: year, sequence: sequence)],
            fallback: fallback)
    }
}
