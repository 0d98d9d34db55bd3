/// Who a source's references mean, kept in memory so that a purchase costs no look-up of its customer.
struct ReferenceCache: Sendable {
    struct Known: Sendable {
        var customer: Int64
        /// Of the customer's imported row; 0 for one made by a purchase or contact alone.
        var fingerprint: Int64
    }

    private var known: [String: Known] = [:]

    subscript(reference: String) -> Known? { known[reference] }

    mutating func put(_ reference: String, _ value: Known) {
        if known.count >= Self.referencesMax { known.removeAll(keepingCapacity: true) }
        known[reference] = value
    }

    /// About 12 MB; when it is full it begins anew.
    static let referencesMax = 100_000
}

/// A hash that is the same in every process, over the fields of a row.
struct Fingerprint {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String?) {
        guard let text else { return mix(0xFF) }
        for byte in text.utf8 { mix(byte) }
        mix(0xFE)
    }

    mutating func add(_ number: Int) { withUnsafeBytes(of: Int64(number).littleEndian) { $0.forEach { mix($0) } } }

    /// Never 0, which stands for "no row yet".
    var value: Int64 {
        let value = Int64(bitPattern: state)
        return value == 0 ? 1 : value
    }

    private mutating func mix(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
