import CExchange

/// Texts into an encoding; a character the encoding lacks is told or escaped, never replaced by another.
final class TextEncoder {
    private let encoding: TextEncoding
    private let escapesUnknown: Bool
    private let charset: OpaquePointer?

    init(to encoding: TextEncoding, escapesUnknown: Bool = false) {
        self.encoding = encoding
        self.escapesUnknown = escapesUnknown
        charset = encoding == .utf8 ? nil : tl_charset_open(encoding.libraryName, "UTF-8")
    }

    deinit { tl_charset_close(charset) }

    /// Nil when a character is not in the encoding and is not to be escaped.
    func encoded(_ text: String) -> [UInt8]? {
        if encoding == .utf8 { return Array(text.utf8) }
        if let bytes = converted(Array(text.utf8)) { return bytes }
        guard escapesUnknown else { return nil }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let escape = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            guard let part = converted(Array(String(scalar).utf8)) ?? converted(Array(escape.utf8)) else { return nil }
            bytes += part
        }
        return bytes
    }

    private func converted(_ bytes: [UInt8]) -> [UInt8]? {
        guard let charset else { return nil }
        var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
        var consumed = 0
        var produced = 0
        let state = tl_charset_convert(charset, bytes, bytes.count, &consumed, &output, output.count, &produced)
        guard UInt32(state) == TL_CHARSET_DONE.rawValue else { return nil }
        return Array(output[..<produced])
    }
}
