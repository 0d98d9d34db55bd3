/// Refuses texts that nest so deep that a parser which calls itself would run out of stack.
///
/// The parser limits brackets, but not the parts of a dotted key (`a.b.c`), each of which is a table in a table.
struct TOMLNesting {
    /// Brackets inside brackets; ours have four.
    static let bracketsMax = 32
    /// Dots in one dotted key; ours have three.
    static let dotsMax = 16

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// The line at which the text nests too deep, nil when it does not.
    static func lineTooDeep(_ bytes: [UInt8]) -> Int? {
        var scan = TOMLNesting(bytes: bytes)
        return scan.run()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func run() -> Int? {
        var brackets = 0
        var dots = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                skipString(byte)
                continue
            case UInt8(ascii: "#"):
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
                continue
            case UInt8(ascii: "\n"):
                line += 1
                dots = 0
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                brackets += 1
                dots = 0
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                brackets = max(0, brackets - 1)
                dots = 0
            case UInt8(ascii: "="), UInt8(ascii: ","): dots = 0
            case UInt8(ascii: "."): dots += 1
            default: break
            }
            if brackets > Self.bracketsMax || dots > Self.dotsMax { return line }
            position += 1
        }
        return nil
    }

    /// Steps over a string of one line or, in triple quotes, of several.
    private mutating func skipString(_ quote: UInt8) {
        let isLong = isTriple(quote)
        position += isLong ? 3 : 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\n") {
                line += 1
                // A string that does not end on its line is a fault the parser will tell.
                if !isLong {
                    position += 1
                    return
                }
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                position += position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\n") ? 1 : 2
                continue
            }
            if byte == quote, !isLong {
                position += 1
                return
            }
            if byte == quote, isTriple(quote) {
                position += 3
                // One or two quotes may stand before the closing three.
                for _ in 0..<2 where position < bytes.count && bytes[position] == quote { position += 1 }
                return
            }
            position += 1
        }
    }

    private func isTriple(_ quote: UInt8) -> Bool {
        position + 2 < bytes.count && bytes[position + 1] == quote && bytes[position + 2] == quote
    }
}
