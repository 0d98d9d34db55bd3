/// Numbers the exact repeats of a reference in one file: the first is 1, the next 2.
///
/// A reference made of several cells (invoice and product) may stand for two lines that happen to be alike; numbered,
/// both are kept, and reading the file again finds both. It holds 64 bits for each row, and so is the one thing here
/// that grows with the file: 8 to 16 bytes a row up to ``ImportLimits/countedReferencesMax``. Two different references
/// with equal 64 bits (1 in 400,000 for ten million rows) would only number the second one 2.
struct OccurrenceCounter {
    private var table: [UInt64]
    /// How often those that were met more than once were met.
    private var repeats: [UInt64: Int] = [:]
    private(set) var count = 0

    init() {
        table = Array(repeating: 0, count: 1 << 12)
    }

    /// Which occurrence of these bytes this is; nil when the table may not grow further.
    mutating func next(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        guard count < ImportLimits.countedReferencesMax else { return nil }
        let fingerprint = Self.fingerprint(reference)
        if insert(fingerprint) { return 1 }
        repeats[fingerprint, default: 1] += 1
        return repeats[fingerprint]
    }

    /// False when it is there already.
    private mutating func insert(_ fingerprint: UInt64) -> Bool {
        if count * 4 >= table.count * 3 { grow() }
        let value = fingerprint == 0 ? 1 : fingerprint
        var slot = Int(truncatingIfNeeded: value) & (table.count - 1)
        while table[slot] != 0 {
            if table[slot] == value { return false }
            slot = (slot + 1) & (table.count - 1)
        }
        table[slot] = value
        count += 1
        return true
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: table.count * 2)
        for value in table where value != 0 {
            var slot = Int(truncatingIfNeeded: value) & (larger.count - 1)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = value
        }
        table = larger
    }

    /// The same for the same bytes in every run, unlike the standard library's hashes.
    private static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var state: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(raw.count)
        var index = 0
        while index + 8 <= raw.count {
            state = mixed(state ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var tail: UInt64 = 0
        while index < raw.count {
            tail = tail << 8 | UInt64(raw[index])
            index += 1
        }
        return mixed(state ^ tail)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
