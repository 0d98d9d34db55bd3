/// The pinyin of Chinese characters: one reading each from the generated tables, more for the common polyphones.
struct PinyinReadings: Sendable {
    static let shared = PinyinReadings()

    /// Without tones; u-umlaut is v, as typed on Chinese keyboards.
    let syllables: [String]
    /// Syllable number by character from ``first``; the top bit marks a character of `more` or of a surname.
    private let table: [UInt16]
    private let more: [UInt32: [UInt16]]
    private let surnames: [UInt32: [UInt16]]
    private let compounds: [UInt64: [UInt16]]

    private static let first: UInt32 = 0x3400
    private static let last: UInt32 = 0x9FFF
    private static let special: UInt16 = 0x8000

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
        for character in Array(more.keys) + Array(surnames.keys) where (Self.first...Self.last).contains(character) {
            table[Int(character - Self.first)] |= Self.special
        }
        for (number, syllable) in syllables.enumerated() where syllable.contains("v") {
            for index in table.indices where table[index] == UInt16(number) { table[index] |= Self.special }
        }
        self.syllables = syllables
        self.table = table
        self.more = more
        self.surnames = surnames
        self.compounds = Self.compounds(numbers)
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
            guard let character = entry.unicodeScalars.first else { continue }
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

    static func isChinese(_ scalar: UInt32) -> Bool { (first...last).contains(scalar) }

    /// The only reading of a character; nil when it has none or several.
    @inline(__always)
    func onlyReading(of origin: UInt32, folded: UInt32) -> UInt16? {
        let number = table[Int(origin - Self.first)]
        return number == 0 || number & Self.special != 0 || folded != origin ? nil : number
    }

    /// Every reading of a character as written (`origin`) and as folded, the usual one first.
    func readings(of origin: UInt32, folded: UInt32) -> [UInt16] {
        let own = Self.isChinese(origin) ? table[Int(origin - Self.first)] & ~Self.special : 0
        let simplified = Self.isChinese(folded) ? table[Int(folded - Self.first)] & ~Self.special : 0
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
