import ArgumentParser
import Complaints
import Dossier
import Store
import WorkingTime

struct RosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster", abstract: "Who is on duty when.",
        discussion: """
            A role none of whose holders is on the roster has all its active holders on duty. Once one of them is, only \
            those whose time it is are, and a level may be vacant.
            """,
        subcommands: [RosterAddCommand.self, RosterListCommand.self, RosterRemoveCommand.self])

    /// Who may change it.
    static let writers: Set<Role> = [.administrator, .supervisor, .manager, .director]
}

struct RosterAddCommand: ProgramCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Put somebody on duty.")

    @Argument(help: "The login.")
    var login: String

    @Option(help: ArgumentHelp("When the duty begins: a time, or a day from its first second.", valueName: "time"))
    var from: String

    @Option(help: ArgumentHelp("When it has ended: a time, or a day to its last second.", valueName: "time"))
    var to: String

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.require(actor, RosterCommand.writers)
        guard let begin = centre.instant(from) else { throw StoreError.badValue(field: "from", value: from) }
        guard let end = Self.end(to, centre), begin < end else { throw StoreError.badValue(field: "to", value: to) }
        let entry = try centre.store.addRoster(login, from: begin, to: end, by: actor.login, at: centre.now)
        session.answer(entry.json(in: centre)) {
            Output.line(
                session.wording.rosterAdded(SafeText.line(login), from: centre.minute(begin), to: centre.minute(end)))
        }
        return .done
    }

    /// A day ends where the next begins.
    private static func end(_ text: String, _ centre: Centre) -> Instant? {
        guard let date = LocalDate(text) else { return centre.instant(text) }
        return centre.instant(date.advanced(byDays: 1).description)
    }
}

struct RosterListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The roster from now on; JSON Lines with --json.")

    @Option(help: ArgumentHelp("From this time on instead.", valueName: "time"))
    var from: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        let since = try from.map { text in
            guard let instant = centre.instant(text) else { throw StoreError.badValue(field: "from", value: text) }
            return instant
        }
        var table = TextTable()
        for entry in try centre.store.roster(endingAfter: since ?? centre.now) {
            if session.json {
                Output.json(entry.json(in: centre))
            } else {
                table.add([String(entry.number), centre.minute(entry.from), centre.minute(entry.to), entry.login])
            }
        }
        table.print()
        return .done
    }
}

struct RosterRemoveCommand: ProgramCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take an entry away.")

    @Argument(help: "The entry's number, as roster list shows it.")
    var entry: Int64

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.require(actor, RosterCommand.writers)
        guard try centre.store.removeRoster(entry, by: actor.login, at: centre.now) else {
            throw Failure(.no, "E_NO_ENTRY", session.wording.noRosterEntry(entry))
        }
        session.answer(["entry": .integer(entry), "removed": true]) {
            Output.line(session.wording.rosterRemoved(entry))
        }
        return .done
    }
}

extension RosterEntry {
    func json(in centre: Centre) -> JSON {
        [
            "entry": .integer(number), "login": .string(login), "from": .string(centre.timestamp(from)),
            "to": .string(centre.timestamp(to)),
        ]
    }
}
