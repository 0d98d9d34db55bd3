/// Every sentence and word the program shows, in one language.
///
/// The three languages stand side by side at each entry, so that a missing translation is a compile error and a
/// reviewer sees all three at once. Errors and messages reach this type as data; nothing else makes sentences.
/// The texts live in extensions by subject. Nothing here knows about screens: the command line uses it too.
package struct Wording: Hashable, Sendable {
    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    package static let traditional = Wording(.traditional)
    package static let simplified = Wording(.simplified)
    package static let english = Wording(.english)

    package subscript(_ phrase: Phrase) -> String { phrase[language] }

    /// The text of this language among the three: traditional, simplified, English.
    func say(
        _ traditional: @autoclosure () -> String, _ simplified: @autoclosure () -> String,
        _ english: @autoclosure () -> String
    ) -> String {
        switch language {
        case .traditional: traditional()
        case .simplified: simplified()
        case .english: english()
        }
    }

    /// True for the two Chinese values: no spaces between words and counts.
    var isChinese: Bool { language != .english }
}
