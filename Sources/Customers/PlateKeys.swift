/// The search keys of one plate, as the store writes them.
package struct PlateKeys: Hashable, Sendable {
    /// No separators, upper case, simplified province character.
    package let key: String
    /// The key with O read as 0 and I as 1: a weaker match.
    package let confusionKey: String

    /// `key` must be a plate key (``VehiclePlate/key``, ``PlateCandidate/key``).
    package init(key: String) {
        self.key = key
        self.confusionKey = Self.confusionKey(of: key)
    }

    /// Each character and each adjacent pair of ``confusionKey``: any part of a plate is found by its pairs.
    package var tokens: [String] { SearchTokens.indexed(confusionKey, skipsSingleASCII: false) }

    /// O read as 0, I as 1.
    package static func confusionKey(of key: String) -> String {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "O") || $0 == UInt8(ascii: "I") }) else { return key }
        return String(
            decoding: key.utf8.map { byte -> UInt8 in
                switch byte {
                case UInt8(ascii: "O"): UInt8(ascii: "0")
                case UInt8(ascii: "I"): UInt8(ascii: "1")
                default: byte
                }
            }, as: UTF8.self)
    }
}
