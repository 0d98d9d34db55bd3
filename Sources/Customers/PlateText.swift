/// A plate text with its writing habits taken away: label, separators, case, full-width forms, traditional characters.
struct PlateText {
    /// Longest text that is read as a plate, in characters: label and all.
    static let scalarsMax = 40
    /// Longest key.
    static let keyScalarsMax = 16

    /// Letters, digits and Chinese characters only; upper case; simplified.
    let key: [Unicode.Scalar]
    /// Where separators were typed: before the character of the key at each index.
    let breaks: [Int]
    /// One letter a character of the key: `L` letter, `D` digit, `H` anything else.
    let shape: String

    /// nil when there is nothing of a plate in it, or too much.
    init?(_ text: String) {
        guard text.utf8.count <= Self.scalarsMax * 4 else { return nil }
        var key: [Unicode.Scalar] = []
        var breaks: [Int] = []
        for scalar in Self.withoutLabel(text.unicodeScalars.map(Self.folded)) {
            if let kept = Self.kept(scalar) {
                key.append(kept)
            } else if !key.isEmpty, breaks.last != key.count {
                breaks.append(key.count)
            }
        }
        if breaks.last == key.count { breaks.removeLast() }
        guard !key.isEmpty, key.count <= Self.keyScalarsMax else { return nil }
        self.key = key
        self.breaks = breaks
        self.shape = String(key.map { Self.isLetter($0) ? "L" : Self.isDigit($0) ? "D" : "H" })
    }

    var keyString: String { Self.string(key[...]) }

    static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Full-width forms to ASCII, upper case, traditional province and suffix characters to simplified.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x61...0x7A).contains(value) { value -= 0x20 }
        if value < 0x80 { return Unicode.Scalar(UInt8(value)) }
        return simplified[scalar] ?? scalar
    }

    private static let simplified: [Unicode.Scalar: Unicode.Scalar] = [
        "粵": "粤", "遼": "辽", "滬": "沪", "蘇": "苏", "贛": "赣", "魯": "鲁", "閩": "闽", "陝": "陕", "雲": "云", "貴": "贵",
        "瓊": "琼", "寧": "宁", "晉": "晋", "學": "学", "掛": "挂", "試": "试", "應": "应", "領": "领",
    ]

    /// Words people write before a plate, longest first.
    private static let labels = [
        "車牌號碼", "车牌号码", "牌照號碼", "牌照号码", "車牌號", "车牌号", "車牌", "车牌", "牌照", "號牌", "号牌", "車號", "车号",
        "PLATENO", "PLATE",
    ].map { Array($0.unicodeScalars) }

    private static func withoutLabel(_ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        if let colon = scalars.firstIndex(of: ":") { return scalars[(colon + 1)...] }
        let text = scalars.drop { $0 == " " }
        guard let first = text.first, first == "P" || first.value >= 0x80 else { return text }
        let label = labels.first { text.starts(with: $0) && text.count > $0.count }
        return text.dropFirst(label?.count ?? 0)
    }

    /// The character when it belongs to the key; nil for separators, punctuation and invisible ones.
    private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if isLetter(scalar) || isDigit(scalar) { return scalar }
        guard scalar.value >= 0x80 else { return nil }
        switch scalar.properties.generalCategory {
        case .otherLetter, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .decimalNumber: return scalar
        default: return nil
        }
    }
}
