/// A UUID as text, `8-4-4-4-12` hexadecimal digits in lower case.
struct UUIDText: Equatable {
    let text: String

    /// Nil for text that is no UUID; upper case is accepted.
    init?(_ text: String) {
        let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard groups.map(\.count) == [8, 4, 4, 4, 12],
            groups.joined().allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) })
        else { return nil }
        self.text = text.lowercased()
    }

    /// A random one (version 4).
    static func random() -> UUIDText {
        var system = SystemRandomNumberGenerator()
        var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &system) }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        var text = ""
        for (position, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(position) { text += "-" }
            text += byte < 16 ? "0" : ""
            text += String(byte, radix: 16)
        }
        return UUIDText(known: text)
    }

    private init(known text: String) {
        self.text = text
    }
}
