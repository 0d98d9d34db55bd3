/// How many cells a code point takes.
package enum CellWidth {
    /// 0 for marks, 1 or 2 for what is seen, -1 for what has no place on a screen (controls, unassigned).
    ///
    /// East Asian ambiguous characters count as 1, as libc has it; see `AmbiguousWidth`.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        of(codePoint: scalar.value)
    }

    static func of(codePoint: UInt32) -> Int {
        if codePoint >= 0x20 && codePoint < 0x7F { return 1 }
        if codePoint >= 0x4E00 && codePoint <= 0x9FFF { return 2 }
        var low = 0
        var high = boundaries.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if boundaries[middle] >> 2 <= codePoint { low = middle } else { high = middle }
        }
        return Int(boundaries[low] & 3) - 1
    }
}
