/// Tokens of a substring index: each character and each adjacent pair. A text of n characters contains a part when
/// the part's tokens are all among its own, and a comparison confirms it.
enum SearchTokens {
    /// Tokens to index a folded text with, in order. Single ASCII characters are left out where `skipsSingleASCII`:
    /// nearly every text has them.
    static func indexed(_ text: String, skipsSingleASCII: Bool) -> [String] {
        var tokens: [String] = []
        tokens.reserveCapacity(text.utf8.count)
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if !(skipsSingleASCII && scalar.isASCII) { tokens.append(String(scalar)) }
            if let previous { tokens.append(pair(previous, scalar)) }
            previous = scalar
        }
        return tokens
    }

    /// The fewest tokens that a text containing `part` must have: its pairs, or its only character.
    static func required(_ part: String, skipsSingleASCII: Bool) -> [String] {
        let scalars = Array(part.unicodeScalars)
        if scalars.count == 1, let only = scalars.first {
            return skipsSingleASCII && only.isASCII ? [] : [String(only)]
        }
        return zip(scalars, scalars.dropFirst()).map(pair)
    }

    private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> String {
        var text = String.UnicodeScalarView()
        text.append(first)
        text.append(second)
        return String(text)
    }
}
