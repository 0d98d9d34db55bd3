import CExchange

/// How well lines fit Big5 or GB18030: what decodes at all, and how ordinary its characters are.
///
/// Both standards list the characters of daily use first (Big5 A440-C67E, GB 2312 B0A1-D7F9). Text read in the wrong
/// one of the two falls outside that list far more often, so a few dozen characters settle it.
struct LegacyTextScore {
    let encoding: TextEncoding
    /// Share of the lines that decode.
    private(set) var fittingShare = 0.0
    /// Share of the characters in the lines that decode which are everyday ones.
    private(set) var commonShare = 0.0

    init(_ lines: [ArraySlice<UInt8>], _ encoding: TextEncoding) {
        self.encoding = encoding
        guard let charset = tl_charset_open("UTF-8", encoding.libraryName) else { return }
        defer { tl_charset_close(charset) }
        var fitting = 0
        var pairs = 0
        var common = 0
        for line in lines {
            guard Self.decodes(line, charset) else { continue }
            fitting += 1
            var bytes = line.makeIterator()
            while let lead = bytes.next() {
                guard lead > 0x80, let trail = bytes.next() else { continue }
                if Self.isSymbol(lead) { continue }
                pairs += 1
                if Self.isCommon(lead, trail, encoding) { common += 1 }
            }
        }
        if !lines.isEmpty { fittingShare = Double(fitting) / Double(lines.count) }
        if pairs > 0 { commonShare = Double(common) / Double(pairs) }
    }

    private static func decodes(_ line: ArraySlice<UInt8>, _ charset: OpaquePointer) -> Bool {
        var output = [UInt8](repeating: 0, count: line.count * 3 + 16)
        var consumed = 0
        var produced = 0
        let state = line.withUnsafeBufferPointer { input in
            tl_charset_convert(charset, input.baseAddress, input.count, &consumed, &output, output.count, &produced)
        }
        // The evidence may end inside a character.
        return UInt32(state) == TL_CHARSET_DONE.rawValue || UInt32(state) == TL_CHARSET_INCOMPLETE.rawValue
    }

    /// Punctuation and fullwidth forms lie at the same place in both.
    private static func isSymbol(_ lead: UInt8) -> Bool { (0xA1...0xA3).contains(lead) }

    private static func isCommon(_ lead: UInt8, _ trail: UInt8, _ encoding: TextEncoding) -> Bool {
        encoding == .big5
            ? (0xA4...0xC6).contains(lead) && (lead < 0xC6 || trail <= 0x7E)
            : (0xB0...0xD7).contains(lead) && trail >= 0xA1
    }
}
