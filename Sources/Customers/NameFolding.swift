/// The folding of names: compatibility forms, case, diacritics, traditional characters and variants.
///
/// The table of the basic plane is one number a character (128 KB, filled from ``NameTables`` in well under a
/// millisecond when the first name is folded), so that folding a name costs a tenth of a microsecond.
final class NameFolding: Sendable {
    static let shared = NameFolding()

    /// What a character of the basic plane is folded to; 0 vanishes, ``expanded`` stands in `expansions`.
    private let plane: [UInt16]
    private let expansions: [UInt32: [UInt32]]
    private static let expanded: UInt16 = 0xFFFF

    private init() {
        var plane = [UInt16](unsafeUninitializedCapacity: 0x10000) { buffer, count in
            for value in 0..<0x10000 { buffer[value] = UInt16(value) }
            count = 0x10000
        }
        var expansions: [UInt32: [UInt32]] = [:]
        func set(_ scalar: UInt32, _ folded: [UInt32]) {
            guard scalar < 0x10000, folded.count == 1, folded[0] < 0xFFFF else {
                expansions[scalar] = folded
                if scalar < 0x10000 { plane[Int(scalar)] = folded.isEmpty ? 0 : Self.expanded }
                return
            }
            plane[Int(scalar)] = UInt16(folded[0])
        }
        for value in UInt32(0)..<0x80 where !Self.isASCIIAlphanumeric(value) { set(value, []) }
        for value in UInt32(0x41)...0x5A { set(value, [value + 0x20]) }
        TableText.forEachRange(NameTables.dropped) { range in
            for value in range { set(value, []) }
        }
        TableText.forEachPair(NameTables.hanPairs) { set($0, [$1]) }
        TableText.forEachMapping(NameTables.others) { set($0, $1) }
        self.plane = plane
        self.expansions = expansions
    }

    private static func isASCIIAlphanumeric(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }

    /// Calls `body` with each scalar `scalar` is folded to: none, one, or several.
    @inline(__always)
    func fold(_ scalar: Unicode.Scalar, _ body: (UInt32) -> Void) {
        if scalar.value < 0x10000 {
            let folded = plane[Int(scalar.value)]
            if folded == 0 { return }
            if folded != Self.expanded { return body(UInt32(folded)) }
        }
        foldRare(scalar, body)
    }

    @inline(never)
    private func foldRare(_ scalar: Unicode.Scalar, _ body: (UInt32) -> Void) {
        if let folded = expansions[scalar.value] {
            folded.forEach(body)
        } else if !Self.isPictograph(scalar.value) {
            body(scalar.value)
        }
    }

    /// Emoji and tags of the higher planes are no part of a name.
    private static func isPictograph(_ value: UInt32) -> Bool {
        (0x1F000...0x1FBEF).contains(value) || (0xE0000...0xE0FFF).contains(value)
    }
}

/// Reads the text forms of ``NameTables``.
enum TableText {
    /// Hexadecimal scalars and ranges: `AB 300-36F`.
    static func forEachRange(_ text: StaticString, _ body: (ClosedRange<UInt32>) -> Void) {
        var low: UInt32?
        var value: UInt32 = 0
        for byte in bytes(of: text) {
            switch byte {
            case UInt8(ascii: "-"):
                low = value
                value = 0
            case UInt8(ascii: " "):
                body(min(low ?? value, value)...value)
                low = nil
                value = 0
            default: value = value << 4 | hexadecimal(byte)
            }
        }
        body(min(low ?? value, value)...value)
    }

    static func forEachPair(_ text: StaticString, _ body: (UInt32, UInt32) -> Void) {
        text.withUTF8Buffer { buffer in
            var first: UInt32?
            for scalar in String(decoding: buffer, as: UTF8.self).unicodeScalars {
                if let known = first {
                    body(known, scalar.value)
                    first = nil
                } else {
                    first = scalar.value
                }
            }
        }
    }

    /// `DF=ss E0=a`.
    static func forEachMapping(_ text: StaticString, _ body: (UInt32, [UInt32]) -> Void) {
        var key: UInt32 = 0
        var folded: [UInt32]?
        text.withUTF8Buffer { buffer in
            for scalar in String(decoding: buffer, as: UTF8.self).unicodeScalars {
                if scalar == " " {
                    body(key, folded ?? [])
                    folded = nil
                    key = 0
                } else if folded != nil {
                    folded?.append(scalar.value)
                } else if scalar == "=" {
                    folded = []
                } else {
                    key = key << 4 | hexadecimal(UInt8(truncatingIfNeeded: scalar.value))
                }
            }
        }
        body(key, folded ?? [])
    }

    static func bytes(of text: StaticString) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32 {
        UInt32(byte <= 0x39 ? byte &- 0x30 : byte &- 0x37)
    }
}
