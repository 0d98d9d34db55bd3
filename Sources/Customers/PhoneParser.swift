/// Reads phone cells as people and spreadsheets really write them.
///
/// Clean-up first (full-width forms, invisible characters, labels, notes, extensions, several numbers in one cell),
/// then the numbering plan, then the known habits; what is still no valid number is kept as typed, never guessed.
package enum PhoneParser {
    /// Longest cell that is read, in characters; a longer text gives no numbers.
    package static let cellScalarsMax = PhoneCell.scalarsMax

    /// The numbers in `cell`, in order; empty when it holds none (`無`, `暂无`, blank).
    package static func parse(_ cell: String, region: Region) -> [ParsedPhone] {
        if let phone = everyday(cell, region: region) { return [phone] }
        return parseSlowly(cell, region: region)
    }

    /// The number grouped for the eye, `0912-345-678`; international form outside `region`.
    package static func display(e164: String, region: Region) -> String {
        PhoneDisplay.grouped(e164: e164, region: region)
    }

    /// The whole machinery, without the short cut for everyday numbers.
    static func parseSlowly(_ cell: String, region: Region) -> [ParsedPhone] {
        guard var reader = PhoneCell(cell) else { return [] }
        let pieces = reader.readPieces()
        var numbers = PhoneReader(region: region)
        var found: [(start: Int, end: Int, readings: [PhoneReader.Reading])] = []
        for piece in pieces {
            let readings = numbers.read(piece)
            guard !readings.isEmpty else { continue }
            let start = piece.isAfterSplitter ? piece.start : found.last?.end ?? 0
            found.append((found.isEmpty ? 0 : start, piece.end, readings))
        }
        if !found.isEmpty { found[found.count - 1].end = reader.scalars.count }
        return found.flatMap { part in
            let raw = reader.text(of: part.start..<part.end)
            return part.readings.map { ParsedPhone($0, raw: raw, region: region) }
        }
    }

    /// A cell that is one everyday number in ASCII, `0912-345-678`, `(02)2720-8889`, `+86 138 0013 8000`;
    /// nil says nothing.
    private static func everyday(_ cell: String, region: Region) -> ParsedPhone? {
        let count = cell.utf8.count
        guard count >= 8, count <= everydayBytesMax else { return nil }
        var digits: [UInt8] = []
        var isInternational = false
        var hasParenthesis = false
        digits.reserveCapacity(PhonePatterns.digitsMax)
        for (index, byte) in cell.utf8.enumerated() {
            switch byte {
            case 0x30...0x39:
                guard digits.count < PhonePatterns.digitsMax else { return nil }
                digits.append(byte)
            case UInt8(ascii: "-"), UInt8(ascii: ")"): guard index > 0 else { return nil }
            case UInt8(ascii: " "): guard index > 0, index < count - 1 else { return nil }
            case UInt8(ascii: "("):
                guard digits.count <= 3 else { return nil }
                hasParenthesis = true
            case UInt8(ascii: "+"):
                guard index == 0 else { return nil }
                isInternational = true
            default: return nil
            }
        }
        guard let number = PhonePatterns.number(digits[...], isInternational: isInternational, region: region),
            !(hasParenthesis && number.lineType == .mobile)
        else { return nil }
        return ParsedPhone(
            raw: cell, e164: number.e164, extensionDigits: nil, isValid: true, reading: .strict,
            lineType: number.lineType, region: region, searchDigits: String(number.e164.dropFirst()))
    }

    private static let everydayBytesMax = 24
}

extension ParsedPhone {
    init(_ reading: PhoneReader.Reading, raw: String, region: Region) {
        self.init(
            raw: raw, e164: reading.number?.e164, extensionDigits: reading.extensionDigits,
            isValid: reading.number != nil, reading: reading.reading, lineType: reading.lineType, region: region,
            searchDigits: reading.number.map { String($0.e164.dropFirst()) }
                ?? String(decoding: reading.digits, as: UTF8.self))
    }
}
