package import Complaints
package import Dossier

/// What became of a complaint command.
package enum CommandOutcome: Sendable {
    /// It is on disk.
    case done(CommandResult)
    /// It had been done before under the same event id: the result of that time.
    case replayed(CommandResult)
    /// Nothing changed but the audit trail, which has the attempt.
    case refused(Refusal)
}

/// The case after a command, and what the command brought about.
package struct CommandResult: Sendable, Hashable {
    package var file: ComplaintFile
    /// Number of the command's own event.
    package var sequence: Int
    package var effects: [CaseEffect]

    package init(file: ComplaintFile, sequence: Int, effects: [CaseEffect]) {
        self.file = file
        self.sequence = sequence
        self.effects = effects
    }

    /// The command's own event; nil when the trail was cut since.
    package var event: RecordedEvent? { file.events.first { $0.event.sequence == sequence } }
}
