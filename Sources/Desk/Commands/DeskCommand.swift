package import TerminalKit

/// One thing an agent can ask for, as data: the hint bar, F1, Ctrl-P, F10 and `tierline keys` are all made from these.
package struct DeskCommand: Sendable, Hashable {
    package var id: CommandID
    /// Two digits, never 0 first: with F10 they reach the command on any terminal. Codes are kept for ever.
    package var code: Int
    /// Every key that means it, the usual one first.
    package var keys: [Key]
    package var label: Phrase
    /// At most eight cells for the hint bar; nil when it is not hinted.
    package var hint: Phrase?
    /// First letters of the label's syllables in pinyin, for the palette: of the traditional and the simplified label.
    package var initials: (traditional: String, simplified: String)
    /// One sentence.
    package var help: Phrase

    init(
        _ id: CommandID, _ code: Int, _ keys: [Key] = [], _ label: Phrase, hint: Phrase? = nil,
        initials: (String, String), help: Phrase
    ) {
        self.id = id
        self.code = code
        self.keys = keys
        self.label = label
        self.hint = hint
        self.initials = (traditional: initials.0, simplified: initials.1)
        self.help = help
    }

    package static func == (a: DeskCommand, b: DeskCommand) -> Bool { a.id == b.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// All commands, by code.
    package static let all: [DeskCommand] =
        (moving + customer + identity + note + complaints + caseWork + promises + queue + desk).sorted {
            $0.code < $1.code
        }

    private static let byID: [CommandID: DeskCommand] = Dictionary(
        all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    private static let byKey: [Key: CommandID] = Dictionary(
        all.flatMap { command in command.keys.map { ($0, command.id) } }, uniquingKeysWith: { first, _ in first })

    /// The record of a command.
    package static subscript(_ id: CommandID) -> DeskCommand {
        guard let command = byID[id] else { preconditionFailure("every command id has its record in the table") }
        return command
    }

    /// The command a key means where no field or list takes the key itself.
    package static func meant(by key: Key) -> CommandID? { byKey[key] }

    /// The command of a two-digit code.
    package static func withCode(_ code: Int) -> DeskCommand? { all.first { $0.code == code } }
}
