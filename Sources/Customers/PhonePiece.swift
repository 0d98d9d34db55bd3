/// The part of a phone cell that should be one number, cleaned but not yet understood.
struct PhonePiece: Hashable {
    /// A place between two digits where something else stood: before the digit at `index`.
    struct Break: Hashable {
        var index: Int
        var isDash: Bool
    }

    /// ASCII digits.
    var digits: [UInt8] = []
    var breaks: [Break] = []
    /// How many leading digits stood in parentheses of their own: `(02)`.
    var leadingParenthesis: Int?
    var hasPlus = false
    var extensionDigits: String?
    /// A letter or mask stands inside: `O2-2720`, `138****8000`. Never read as a number.
    var isDamaged: Bool { damagedAt != nil }
    /// How many digits stood before the last such letter or mask: only those after it are sure.
    private(set) var damagedAt: Int?
    /// A spreadsheet's `9.12346E+08`: its digits are not even the last ones of the number.
    var isScientific = false
    /// A spreadsheet's `912345678.0`.
    var hasFractionZero = false
    /// A number in parentheses after a whole one was left out.
    var hasNote = false
    /// A splitter, not only a label, parts it from the piece before.
    var isAfterSplitter = false
    /// Where its text begins and ends among the cell's characters.
    var start = 0
    var end = 0

    /// Takes final digits away that were none of the number, and the breaks among them.
    mutating func dropDigits(_ count: Int) {
        digits.removeLast(min(max(count, 0), digits.count))
        breaks.removeAll { $0.index > digits.count }
    }

    /// Marks a letter or mask at this place.
    mutating func damage() {
        damagedAt = digits.count
    }

    /// The final digits that were read without damage; none of a spreadsheet's rounded number.
    var sureDigits: ArraySlice<UInt8> { isScientific ? [] : digits[(damagedAt ?? 0)...] }

    var isEmpty: Bool { digits.isEmpty && extensionDigits == nil }

    /// The index of the last break, when digits follow it.
    var lastBreak: Break? { breaks.last { $0.index > 0 && $0.index < digits.count } }
}
