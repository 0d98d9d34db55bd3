/// How many cells a terminal gives the characters that Unicode calls East Asian ambiguous.
///
/// libc says one; terminals set up for Chinese often say two, and everything right of such a character would shift.
/// There each is shown as ASCII (`“` as `"`, `…` as `...`), or as `?` where there is none.
package enum AmbiguousWidth: Sendable, Hashable {
    case narrow
    case wide

    static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        guard value >= 0xA1 else { return false }
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].last < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].first <= value
    }

    /// ASCII that says the same; nil if there is none.
    static func plain(_ scalar: Unicode.Scalar) -> String? {
        plainTexts[scalar.value]
    }
}
