/// How often names and parts of names occur in a store: a common name is weak evidence.
///
/// A count-min sketch (G. Cormode and S. Muthukrishnan, 2005) of fixed size: it may count too many, never too few.
package struct NameFrequencies: Sendable {
    private var counts: [UInt32]
    private(set) var records = 0

    /// 2 rows of 4 bytes a cell: 4 MiB.
    private static let cells = 1 << 19
    private static let rows = 2

    package init() {
        counts = [UInt32](repeating: 0, count: Self.cells * Self.rows)
    }

    package mutating func add(_ record: DuplicateRecord) {
        records += 1
        for part in record.name.parts {
            for place in Self.places(part) { counts[place] &+= 1 }
        }
    }

    /// The share of records that have it; nil when too few were counted to say.
    func share(of part: UInt64) -> Double? {
        guard records >= Self.recordsMin else { return nil }
        let count = Self.places(part).reduce(UInt32.max) { min($0, counts[$1]) }
        return Double(count) / Double(records)
    }

    private static let recordsMin = 1_000

    private static func places(_ part: UInt64) -> [Int] {
        [Int(part % UInt64(cells)), cells + Int((part >> 32) % UInt64(cells))]
    }
}

/// A hash that is the same in every process (FNV-1a with a last mix).
struct StableHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = (state ^ 0xFF) &* 0x0000_0100_0000_01B3
    }

    mutating func add(_ number: UInt64) {
        state = (state ^ number) &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 29
    }

    var value: UInt64 {
        var mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return mixed ^ mixed >> 33
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = StableHash()
        hash.add(bytes)
        return hash.value
    }
}

extension ComparedName {
    /// What is counted: each Latin word, and the Chinese name whole.
    var parts: [UInt64] {
        var parts = words.map { StableHash.of($0) }
        if !characters.isEmpty { parts.append(charactersHash) }
        return parts
    }

    var charactersHash: UInt64 {
        var hash = StableHash()
        for character in characters { hash.add(UInt64(character)) }
        return hash.value
    }
}
