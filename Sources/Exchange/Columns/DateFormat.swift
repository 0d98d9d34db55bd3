/// A file's own way to write dates, such as `M/d/yyyy H:mm`, ready to read with.
struct DateFormat {
    enum Part: Equatable {
        case year4, year2, month, day, hour, hourOfTwelve, minute, second, halfDay
        /// The year of the Republic of China: 109 is 2020.
        case yearOfRepublic
        case literal(UInt8)
    }

    struct Token: Equatable {
        var part: Part
        /// Digits when the next token follows without anything between; nil takes one or two.
        var digits: Int?
    }

    let tokens: [Token]
    static let lengthMax = 64

    /// Reads `yyyy yy eee M MM d dd H HH h hh m mm s ss a`; everything else stands for itself, `'…'` for its content.
    /// Nil when year, month or day is missing or named twice.
    init?(_ format: String) {
        let bytes = Array(format.utf8)
        guard bytes.count <= Self.lengthMax else { return nil }
        var parts: [(part: Part, letters: Int)] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            var end = index + 1
            if byte == 0x27 {
                while end < bytes.count, bytes[end] != 0x27 { end += 1 }
                guard end < bytes.count else { return nil }
                parts += bytes[(index + 1)..<end].map { (.literal($0), 0) }
                index = end + 1
                continue
            }
            while end < bytes.count, bytes[end] == byte { end += 1 }
            if let part = Self.part(byte, letters: end - index) {
                parts.append((part, end - index))
            } else {
                guard !Self.isLetter(byte) else { return nil }
                parts += bytes[index..<end].map { (.literal($0), 0) }
            }
            index = end
        }
        let named = parts.map(\.part)
        guard named.filter(Self.isYear).count == 1, named.filter({ $0 == .month }).count == 1,
            named.filter({ $0 == .day }).count == 1
        else { return nil }
        tokens = parts.indices.map { index in
            let (part, letters) = parts[index]
            let next = index + 1 < parts.count ? parts[index + 1].part : .literal(0)
            if case .literal = next { return Token(part: part, digits: nil) }
            return Token(part: part, digits: letters)
        }
    }

    private static func part(_ letter: UInt8, letters: Int) -> Part? {
        switch (letter, letters) {
        case (0x79, 4): .year4
        case (0x79, 2): .year2
        case (0x65, 3): .yearOfRepublic
        case (0x4D, 1...2): .month
        case (0x64, 1...2): .day
        case (0x48, 1...2): .hour
        case (0x68, 1...2): .hourOfTwelve
        case (0x6D, 1...2): .minute
        case (0x73, 1...2): .second
        case (0x61, 1): .halfDay
        default: nil
        }
    }

    private static func isYear(_ part: Part) -> Bool { part == .year4 || part == .year2 || part == .yearOfRepublic }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}
