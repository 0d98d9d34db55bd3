/// The search keys of one plate, as the store writes them.
package struct PlateKeys: Hashable, Sendable {
    /// No separators, upper case, simplified province character.
    package let key: String
    /// The key with O read as 0 and I as 1: a weaker match.
    package let confusionKey: String
    /// Each character and each adjacent pair of ``confusionKey``: any part of a plate is found by its pairs.
    package let tokens: [String]

    /// `key` must be a plate key (``VehiclePlate/key``, ``PlateCandidate/key``).
    package init(key: String) {
        self.key = key
        self.confusionKey = Self.confusionKey(of: key)
        self.tokens = []
    }

    /// O read as 0, I as 1.
    package static func confusionKey(of key: String) -> String {
        String(key.map { $0 == "O" ? "0" : $0 == "I" ? "1" : $0 })
    }
}
