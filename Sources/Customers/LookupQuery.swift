/// What the look-up field took the typed text for.
package enum QueryKind: String, Sendable, CaseIterable {
    case phone
    case plate
    case name
    case customer
    case `case`
}

/// One key to search the store with.
package enum QueryKey: Hashable, Sendable {
    /// ``PhoneKeys/digits`` equals.
    case phone(digits: String)
    /// ``PhoneKeys/digits`` begins with.
    case phonePrefix(digits: String)
    /// ``PhoneKeys/digits`` ends with `digits`; ``PhoneKeys/tail`` lies in `tails`. With more than eight digits
    /// the tails are a superset: compare the digits too.
    case phoneSuffix(digits: String, tails: ClosedRange<Int64>)
    /// ``PlateKeys/key`` equals.
    case plate(key: String)
    /// ``PlateKeys/key`` or ``PlateKeys/confusionKey`` contains; prefixes are better than other parts.
    case platePart(key: String, confusionKey: String, tokens: [String])
    /// ``NameKeys/folded`` contains `folded`; every one of `tokens` is a token of the name (a superset: compare).
    case name(folded: String, tokens: [String])
    /// One of ``NameKeys/latin`` begins with.
    case latinPrefix(String)
    /// One of ``NameKeys/pinyin`` begins with.
    case pinyinPrefix(String)
    /// One of ``NameKeys/initials`` begins with.
    case initialsPrefix(String)
    case customer(CustomerID)
    /// The case number's full year (2026) and sequence.
    case complaint(year: Int, sequence: Int)
}

/// A typed look-up text as the keys to search with.
package struct LookupQuery: Hashable, Sendable {
    package var raw: String
    package var kind: QueryKind
    /// The main key as shown by `parse query`: digits, plate key, folded name, `C000123`, `TL-2026-000123`.
    package var key: String
    /// To search all, in rank order: an exact key beats a prefix beats a part. Empty when the text is too short.
    package var keys: [QueryKey]
    /// To search only when `keys` find nothing: the same text as another kind, or the last digits as a hint.
    package var fallbackKeys: [QueryKey]

    /// Longest text that is read; a longer one has no keys.
    package static let textBytesMax = 256

    /// Reads what was typed. `kind` overrides the parser's choice (the desk's phone <-> plate toggle).
    package static func parse(_ text: String, homeRegion: Region, as kind: QueryKind? = nil) -> LookupQuery {
        LookupParser(text: text, homeRegion: homeRegion).query(as: kind)
    }
}
