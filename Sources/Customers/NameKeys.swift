/// The search keys of one name, as the store writes them.
package struct NameKeys: Hashable, Sendable {
    /// Compatibility forms, case, diacritics, traditional characters and variants folded; no spaces, dots, punctuation.
    package let folded: String
    /// Full pinyin of each reading of the Chinese characters, Latin letters kept: `zengguofan`; u-umlaut both as v
    /// and as u. Empty without Chinese characters.
    package let pinyin: [String]
    /// Initials of each reading: `zgf`. Empty without Chinese characters.
    package let initials: [String]
    /// The folded name from the start of each Latin word (`johnsmith`, `smith`): prefix keys of Latin names.
    package let latin: [String]

    /// Longest name that is read; keys cover its first characters only.
    package static let scalarsMax = 256
    /// Most readings of one name.
    package static let readingsMax = 8
    /// Most Latin words that get a key of their own, and its longest form.
    package static let latinWordsMax = 6
    package static let latinScalarsMax = 40

    package init(_ name: String, kind: CustomerKind = .person) {
        let folded = FoldedName(name)
        let readings = NameReadings(folded, kind: kind)
        self.folded = folded.string
        self.pinyin = readings.pinyin
        self.initials = readings.initials
        self.latin = folded.latinWords
    }

    /// The search tokens of the name: see ``tokens(of:)``.
    package var tokens: [String] { Self.tokens(of: folded) }

    /// The folded form of any text.
    package static func fold(_ text: String) -> String { FoldedName(text).string }

    /// Each adjacent pair of a folded name and each of its characters but single ASCII ones (``latin`` finds those).
    /// The exact same list for the same folded text, so that an index entry can be taken out again from the stored
    /// folded name.
    package static func tokens(of folded: String) -> [String] {
        SearchTokens.indexed(folded, skipsSingleASCII: true)
    }
}
