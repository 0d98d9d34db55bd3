/// Identity card, tax and company numbers as they are compared.
package enum IDNumber {
    /// Letters and digits only, upper case, full-width forms folded: `a12345-6789` is `A123456789`.
    /// nil when fewer than ``keyMin`` are left, which tell nobody apart.
    package static func key(_ text: String) -> String? {
        var key: [UInt8] = []
        for scalar in text.unicodeScalars {
            var value = scalar.value
            if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
            if (0x61...0x7A).contains(value) { value -= 0x20 }
            switch value {
            case 0x30...0x39, 0x41...0x5A: key.append(UInt8(value))
            default: continue
            }
        }
        return key.count >= keyMin ? String(decoding: key, as: UTF8.self) : nil
    }

    private static let keyMin = 4
}
