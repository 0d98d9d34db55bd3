/// A name folded character by character, with what pinyin needs to know of each.
struct FoldedName {
    struct Element {
        var scalar: UInt32
        /// As written, when one character became this one; readings are looked up by it.
        var origin: UInt32
        /// First letter of a Latin word or number.
        var startsWord: Bool
    }

    private(set) var elements: [Element] = []

    init(_ name: String) {
        let folding = NameFolding.shared
        var isInWord = false
        var count = 0
        elements.reserveCapacity(min(name.utf8.count, NameKeys.scalarsMax))
        for scalar in name.unicodeScalars {
            count += 1
            guard count <= NameKeys.scalarsMax else { break }
            let before = elements.count
            folding.fold(scalar) { folded in
                let isLatin = folded < 0x80
                if !compose(folded) {
                    elements.append(Element(scalar: folded, origin: scalar.value, startsWord: isLatin && !isInWord))
                }
                isInWord = isLatin
            }
            if elements.count == before, !Self.isInsideWord(scalar) { isInWord = false }
        }
    }

    /// Apostrophes, combining marks and invisible characters do not part words: O'Brien is one.
    private static func isInsideWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2BC, 0x300...0x36F, 0x200B...0x200F, 0xFEFF, 0xAD: true
        default: false
        }
    }

    /// Joins conjoining Hangul letters to the syllable they spell, as composed input has it.
    private mutating func compose(_ scalar: UInt32) -> Bool {
        guard (0x1161...0x11C2).contains(scalar), let last = elements.last?.scalar else { return false }
        let syllable: UInt32
        switch (last, scalar) {
        case (0x1100...0x1112, 0x1161...0x1175): syllable = 0xAC00 + ((last - 0x1100) * 21 + scalar - 0x1161) * 28
        case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (last - 0xAC00) % 28 == 0: syllable = last + scalar - 0x11A7
        default: return false
        }
        elements[elements.count - 1].scalar = syllable
        return true
    }

    var string: String { Self.string(elements[...]) }

    /// The name from the start of each Latin word.
    var latinWords: [String] {
        var words: [String] = []
        for (index, element) in elements.enumerated() where element.startsWord {
            guard words.count < NameKeys.latinWordsMax else { break }
            words.append(Self.string(elements[index...].prefix(NameKeys.latinScalarsMax)))
        }
        return words
    }

    private static func string(_ elements: ArraySlice<Element>) -> String {
        String(unsafeUninitializedCapacity: elements.count * 4) { buffer in
            var length = 0
            for element in elements {
                let value = element.scalar
                switch value {
                case 0..<0x80:
                    buffer[length] = UInt8(value)
                    length += 1
                case 0x80..<0x800:
                    buffer[length] = UInt8(0xC0 | value >> 6)
                    buffer[length + 1] = UInt8(0x80 | value & 0x3F)
                    length += 2
                case 0x800..<0x10000:
                    buffer[length] = UInt8(0xE0 | value >> 12)
                    buffer[length + 1] = UInt8(0x80 | value >> 6 & 0x3F)
                    buffer[length + 2] = UInt8(0x80 | value & 0x3F)
                    length += 3
                default:
                    buffer[length] = UInt8(0xF0 | value >> 18)
                    buffer[length + 1] = UInt8(0x80 | value >> 12 & 0x3F)
                    buffer[length + 2] = UInt8(0x80 | value >> 6 & 0x3F)
                    buffer[length + 3] = UInt8(0x80 | value & 0x3F)
                    length += 4
                }
            }
            return length
        }
    }
}
