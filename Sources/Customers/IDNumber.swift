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

    /// A company's number, which all who work there may have on their record: Taiwan's eight digits, the mainland's
    /// unified code of eighteen beginning with 9.
    static func isCompanys(_ key: [UInt8]) -> Bool {
        switch key.count {
        case 8: key.allSatisfy { (0x30...0x39).contains($0) }
        case 18: key.first == UInt8(ascii: "9")
        default: false
        }
    }
}
