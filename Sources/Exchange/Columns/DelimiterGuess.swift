import Configuration

/// Tells from a file's first filled line what separates its cells.
enum DelimiterGuess {
    private static let candidates: [UInt8] = [0x09, 0x2C, 0x3B, 0x7C]

    /// The candidate (tab, comma, semicolon, bar) that stands most often outside quotes; comma when none does.
    static func delimiter(of bytes: UnsafeBufferPointer<UInt8>, terminator: UInt8) -> ImportMap.Delimiter {
        var counts = [Int](repeating: 0, count: candidates.count)
        var isQuoted = false
        var isFilled = false
        for byte in bytes.prefix(ImportLimits.fieldBytesMax) {
            if byte == terminator, !isQuoted {
                if isFilled { break }
                continue
            }
            if byte == 0x22 { isQuoted.toggle() }
            if byte > 0x20 { isFilled = true }
            if !isQuoted, let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
        }
        guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) else { return .character(0x2C) }
        return .character(candidates[best])
    }
}
