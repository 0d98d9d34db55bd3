/// Brings a header word to the form the synonym tables are written in.
enum HeaderFold {
    /// Lower case, fullwidth as ASCII, without blanks, underscores, hyphens and punctuation around words:
    /// ` Customer_ID* ` and `Ｃｕｓｔｏｍｅｒ ＩＤ` are `customerid`.
    static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            var value = scalar.value
            if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
            if (0x41...0x5A).contains(value) { value += 0x20 }
            guard let plain = Unicode.Scalar(value), !isDropped(plain) else { continue }
            folded.append(plain)
        }
        return String(folded)
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\r", "\n", "_", "-", ".", ":", "*", "#", "'", "\"", "(", ")", "[", "]", "/": true
        case "\u{00A0}", "\u{3000}", "\u{FEFF}", "\u{200B}", "、", "：": true
        default: false
        }
    }
}
