/// The pinyin of Chinese characters: one reading each from the generated tables, more for the common polyphones.
final class PinyinReadings: Sendable {
    static let shared = PinyinReadings()

    /// Without tones; u-umlaut is v, as typed on Chinese keyboards.
    let syllables: [String]
    /// The same as bytes in one number each: the first letter lowest, the length highest.
    let packed: [UInt64]
    /// Syllable number by character from ``first``, with marks: ``special`` for a character of `more` and for
    /// u-umlaut, ``surname`` for one of `surnames`, ``compound`` for the first one of a compound surname.
    private let table: [UInt16]
    private let more: [UInt32: [UInt16]]
    private let surnames: [UInt32: [UInt16]]
    private let compounds: [UInt64: [UInt16]]
    private let numbers: [String: UInt16]

    private static let first: UInt32 = 0x3400
    private static let last: UInt32 = 0x9FFF
    private static let special: UInt16 = 0x8000
    private static let compound: UInt16 = 0x4000
    private static let surname: UInt16 = 0x2000
    private static let number: UInt16 = 0x0FFF

    private init() {
        let syllables = String(describing: NameTables.syllables).split(
            separator: " ", omittingEmptySubsequences: false
        ).map(String.init)
        let numbers = Dictionary(syllables.enumerated().map { ($1, UInt16($0)) }) { first, _ in first }
        var table = [UInt16](repeating: 0, count: Int(Self.last - Self.first) + 1)
        Self.fill(&table, from: 0, NameTables.extensionA)
        Self.fill(&table, from: Int(0x4E00 - Self.first), NameTables.unified)
        let more = Self.readings(PinyinTables.polyphones, numbers)
        let surnames = Self.readings(PinyinTables.surnames, numbers)
        for character in more.keys { table[Int(character - Self.first)] |= Self.special }
        for (number, syllable) in syllables.enumerated() where syllable.contains("v") {
            for index in table.indices where table[index] == UInt16(number) { table[index] |= Self.special }
        }
        for character in surnames.keys { table[Int(character - Self.first)] |= Self.surname }
        let compounds = Self.compounds(numbers)
        for pair in compounds.keys { table[Int(UInt32(pair >> 32) - Self.first)] |= Self.compound }
        self.syllables = syllables
        self.numbers = numbers
        self.table = table
        self.more = more
        self.surnames = surnames
        self.compounds = compounds
        self.packed = syllables.map { syllable in
            var packed = UInt64(syllable.utf8.count) << 56
            for (place, byte) in syllable.utf8.enumerated() { packed |= UInt64(byte) << (8 * UInt64(place)) }
            return packed
        }
    }

    private static func fill(_ table: inout [UInt16], from start: Int, _ text: StaticString) {
        let bytes = TableText.bytes(of: text)
        for index in 0..<bytes.count / 2 {
            table[start + index] = UInt16(bytes[2 * index] &- 0x30) * 64 + UInt16(bytes[2 * index + 1] &- 0x30)
        }
    }

    /// `乐le,yue 行xing,hang` as a table.
    private static func readings(_ text: StaticString, _ numbers: [String: UInt16]) -> [UInt32: [UInt16]] {
        var readings: [UInt32: [UInt16]] = [:]
        for entry in String(describing: text).split(whereSeparator: \.isWhitespace) {
            guard let character = entry.unicodeScalars.first, isChinese(character.value) else { continue }
            let known = entry.dropFirst().split(separator: ",").compactMap { numbers[String($0)] }
            readings[character.value] = known
        }
        return readings
    }

    /// `尉迟yu,chi` as a table.
    private static func compounds(_ numbers: [String: UInt16]) -> [UInt64: [UInt16]] {
        var compounds: [UInt64: [UInt16]] = [:]
        for entry in String(describing: PinyinTables.compoundSurnames).split(whereSeparator: \.isWhitespace) {
            let characters = Array(entry.unicodeScalars.prefix(2))
            guard characters.count == 2 else { continue }
            let known = entry.dropFirst(2).split(separator: ",").compactMap { numbers[String($0)] }
            compounds[key(characters[0].value, characters[1].value)] = known
        }
        return compounds
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// Whether a Latin word is one syllable of pinyin.
    func isSyllable(_ word: String) -> Bool { numbers[word] != nil }

    static func isChinese(_ scalar: UInt32) -> Bool { (first...last).contains(scalar) }

    /// The only reading of a character that is no surname; nil when it has none or several.
    @inline(__always)
    func onlyReading(of origin: UInt32, folded: UInt32) -> UInt16? {
        guard Self.isChinese(origin), Self.isChinese(folded) else { return nil }
        let entry = table[Int(folded - Self.first)]
        guard entry & Self.special == 0, entry & Self.number != 0 else { return nil }
        if origin != folded, table[Int(origin - Self.first)] & Self.number != entry & Self.number { return nil }
        return entry & Self.number
    }

    /// Whether this character may read otherwise when a name begins with it.
    @inline(__always)
    func mayBeSurname(_ folded: UInt32) -> Bool {
        Self.isChinese(folded) && table[Int(folded - Self.first)] & (Self.compound | Self.surname) != 0
    }

    /// Every reading of a character as written (`origin`) and as folded, the usual one first.
    func readings(of origin: UInt32, folded: UInt32) -> [UInt16] {
        let own = Self.isChinese(origin) ? table[Int(origin - Self.first)] & Self.number : 0
        let simplified = Self.isChinese(folded) ? table[Int(folded - Self.first)] & Self.number : 0
        var readings: [UInt16] = []
        if own != 0, own != simplified { readings.append(own) }
        let others = more[folded] ?? (simplified == 0 ? [] : [simplified])
        for number in others where !readings.contains(number) { readings.append(number) }
        return readings
    }

    /// The readings of a character that is a surname, where they differ from the usual ones.
    func surnameReadings(of folded: UInt32) -> [UInt16]? { surnames[folded] }

    /// The two syllables of a compound surname.
    func compoundSurname(_ first: UInt32, _ second: UInt32) -> [UInt16]? { compounds[Self.key(first, second)] }
}
