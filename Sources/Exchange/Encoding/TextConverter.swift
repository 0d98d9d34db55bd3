import CExchange

/// Whole texts from one encoding to another.
enum TextConverter {
    /// Nil when a character is not in the target encoding, or the bytes are not in the source's.
    static func converted(_ bytes: [UInt8], from: TextEncoding, to: TextEncoding) -> [UInt8]? {
        if from == to { return bytes }
        guard let charset = tl_charset_open(to.libraryName, from.libraryName) else { return nil }
        defer { tl_charset_close(charset) }
        var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
        var consumed = 0
        var produced = 0
        let state = tl_charset_convert(charset, bytes, bytes.count, &consumed, &output, output.count, &produced)
        guard UInt32(state) == TL_CHARSET_DONE.rawValue else { return nil }
        return Array(output[..<produced])
    }
}
