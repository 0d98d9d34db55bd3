/// A seeded stream of numbers: the same seed gives the same centre on every machine, for ever.
///
/// xoshiro256** by Blackman and Vigna (2018), its state filled by SplitMix64 as its authors advise. Not for secrets.
struct RandomSource: Sendable {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    init(seed: UInt64) {
        var state = seed
        func splitMix() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
        a = splitMix()
        b = splitMix()
        c = splitMix()
        d = splitMix()
    }

    /// A stream of its own for the item `index` of the part `part`, so that one more draw here changes nothing there.
    init(seed: UInt64, part: UInt64, index: Int = 0) {
        self.init(
            seed: seed ^ (part &* 0xD6E8_FEB8_6659_FD93) ^ (UInt64(truncatingIfNeeded: index) &* 0xA076_1D64_78BD_642F))
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 { (value << count) | (value >> (64 - count)) }
        let result = rotated(b &* 5, 7) &* 9
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = rotated(d, 45)
        return result
    }

    /// A number below `bound`, which is at least 1. The bias of the multiplication is below 2^-32 for bounds below 2^32.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `permille` of 1,000 cases.
    mutating func chance(permille: Int) -> Bool { below(1000) < permille }

    /// One of the elements; nil only for an empty list.
    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// One of the elements, each as often as its weight says.
    mutating func pick<Element>(weighted elements: [(weight: Int, element: Element)]) -> Element? {
        var remaining = below(elements.reduce(0) { $0 + $1.weight })
        for candidate in elements {
            remaining -= candidate.weight
            if remaining < 0 { return candidate.element }
        }
        return elements.last?.element
    }

    /// A version 4 UUID in lower case.
    mutating func uuid() -> String {
        let high = (next() & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000
        let low = (next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        let digits = Array((hexadecimal(high) + hexadecimal(low)).utf8)
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return groups.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
    }

    private func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
