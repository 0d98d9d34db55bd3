/// How alike two short texts are, as bytes of their folded forms.
enum TextSimilarity {
    /// Texts are compared as far as this.
    static let bytesMax = 64

    /// Jaro's similarity with Winkler's bonus for a common beginning, 0 to 1.
    ///
    /// W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
    /// Linkage" (1990): characters in common within half the longer length, half of those out of order, and 0.1 for
    /// each of the first four that agree.
    static func jaroWinkler(_ a: [UInt8], _ b: [UInt8]) -> Double {
        if a == b { return 1 }
        let (m, n) = (min(a.count, bytesMax), min(b.count, bytesMax))
        guard m > 0, n > 0 else { return 0 }
        let reach = max(max(m, n) / 2 - 1, 0)
        var (usedA, usedB): (UInt64, UInt64) = (0, 0)
        var common = 0
        for i in 0..<m {
            let low = max(0, i - reach)
            let high = min(n - 1, i + reach)
            guard low <= high else { continue }
            for j in low...high where usedB & (1 << UInt64(j)) == 0 && a[i] == b[j] {
                usedA |= 1 << UInt64(i)
                usedB |= 1 << UInt64(j)
                common += 1
                break
            }
        }
        guard common > 0 else { return 0 }
        var outOfOrder = 0
        var j = 0
        for i in 0..<m where usedA & (1 << UInt64(i)) != 0 {
            while usedB & (1 << UInt64(j)) == 0 { j += 1 }
            if a[i] != b[j] { outOfOrder += 1 }
            j += 1
        }
        let c = Double(common)
        let jaro = (c / Double(m) + c / Double(n) + (c - Double(outOfOrder / 2)) / c) / 3
        var beginning = 0
        while beginning < 4, beginning < m, beginning < n, a[beginning] == b[beginning] { beginning += 1 }
        return jaro + Double(beginning) * 0.1 * (1 - jaro)
    }

    /// Insertions, deletions, substitutions and swaps of neighbours between two texts, as far as two; 3 means more.
    static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
        if a == b { return 0 }
        guard abs(a.count - b.count) <= 2, a.count <= bytesMax, b.count <= bytesMax else { return 3 }
        return edits(a[...], b[...], left: 2)
    }

    private static func edits(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, left: Int) -> Int {
        var (a, b) = (a, b)
        while let x = a.first, let y = b.first, x == y {
            a.removeFirst()
            b.removeFirst()
        }
        while let x = a.last, let y = b.last, x == y {
            a.removeLast()
            b.removeLast()
        }
        if a.isEmpty || b.isEmpty { return min(max(a.count, b.count), 3) }
        guard left > 0 else { return 3 }
        var best = 1 + edits(a.dropFirst(), b.dropFirst(), left: left - 1)
        best = min(best, 1 + edits(a.dropFirst(), b, left: left - 1), 1 + edits(a, b.dropFirst(), left: left - 1))
        let (i, j) = (a.startIndex, b.startIndex)
        if a.count >= 2, b.count >= 2, a[i] == b[j + 1], a[i + 1] == b[j] {
            best = min(best, 1 + edits(a.dropFirst(2), b.dropFirst(2), left: left - 1))
        }
        return min(best, 3)
    }

    /// Dice's coefficient of the adjacent pairs, 0 to 1: for longer texts, such as addresses.
    static func pairsInCommon(_ a: [UInt32], _ b: [UInt32]) -> Double {
        guard a.count > 1, b.count > 1 else { return a == b ? 1 : 0 }
        let left = zip(a, a.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
        let right = zip(b, b.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }.sorted()
        var (i, j, common) = (0, 0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                common += 1
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return 2 * Double(common) / Double(left.count + right.count)
    }
}
