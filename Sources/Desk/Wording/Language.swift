/// A language the desk speaks; the raw value is the tag used on the command line and in configuration.
package enum Language: String, CaseIterable, Sendable, Hashable {
    /// Taiwan's terms, not converted simplified ones.
    case traditional = "zh-Hant"
    /// The mainland's terms.
    case simplified = "zh-Hans"
    case english = "en"

    /// The language's name in itself.
    package var endonym: String {
        switch self {
        case .traditional: "繁體中文"
        case .simplified: "简体中文"
        case .english: "English"
        }
    }
}

/// One text in the three languages; a missing one does not compile.
package struct Phrase: Hashable, Sendable {
    package let traditional: String
    package let simplified: String
    package let english: String

    package init(_ traditional: String, _ simplified: String, _ english: String) {
        self.traditional = traditional
        self.simplified = simplified
        self.english = english
    }

    package subscript(_ language: Language) -> String {
        switch language {
        case .traditional: traditional
        case .simplified: simplified
        case .english: english
        }
    }
}
