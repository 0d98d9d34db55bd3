import ArgumentParser
import Complaints
import Desk
import Dossier
import Store
import WorkingTime

struct AuditShowCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Lines of the trail, oldest first; JSON Lines with --json.",
        discussion: "Agents see their own acts, supervisors their team's, auditors and compliance everything.")

    @Argument(help: ArgumentHelp("A case, a customer or a login the lines are about.", valueName: "case"))
    var subject: String?

    @Option(help: ArgumentHelp("Only what this person did.", valueName: "login"))
    var actor: String?

    @Option(help: ArgumentHelp("From this time on.", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Before this time; a day to its end.", valueName: "time"))
    var to: String?

    @Option(help: ArgumentHelp("At most this many.", valueName: "n"))
    var limit: Int = 1_000

    @OptionGroup var global: GlobalOptions

    static let limitMax = 1_000_000

    func validate() throws {
        guard (1...Self.limitMax).contains(limit) else {
            throw ValidationError("--limit must be from 1 to \(Self.limitMax)")
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let reader = try session.actor(in: centre)
        let named = subject.flatMap { CaseNumber(text: $0)?.description } ?? subject
        let filter = TrailFilter(
            subject: named, actor: actor, from: try AuditSpan.begin(from, centre), to: try AuditSpan.end(to, centre))
        try centre.store.noteAuditRead(
            ["show", named, actor.map { "actor \($0)" }, from.map { "from \($0)" }, to.map { "to \($0)" }]
                .compactMap { $0 }.joined(separator: " "), by: reader.login, at: centre.now)
        let mayRead = try AuditReading(reader, centre)
        var after = 0
        var shown = 0
        var table = TextTable()
        // In pieces, so that what the reader may not see does not use up the limit.
        reading: while shown < limit {
            let lines = try centre.store.auditTrail(filter, after: after, limit: Self.linesPerRead)
            for line in lines where mayRead.sees(line) {
                guard shown < limit else { break reading }
                shown += 1
                if session.json {
                    Output.json(line.json(in: centre))
                } else {
                    let who = line.osUser.map { $0 == line.actor ? "" : "(\($0))" } ?? ""
                    table.add([
                        String(line.number), centre.minute(line.at), line.actor + who, line.act, line.subject,
                        line.act == "event" ? "" : line.detail,
                    ])
                }
            }
            guard lines.count == Self.linesPerRead, let last = lines.last else { break }
            after = last.number
        }
        table.print()
        return shown == 0 ? .no : .done
    }

    private static let linesPerRead = 5_000
}

/// Which lines somebody may read.
private struct AuditReading {
    private let reader: Agent
    private let seesAll: Bool
    private let staff: StaffDirectory
    private let centre: Centre

    init(_ reader: Agent, _ centre: Centre) throws {
        self.reader = reader
        self.centre = centre
        seesAll = !reader.roles.isDisjoint(with: AuditCommand.readers)
        staff = try centre.store.staffDirectory(at: centre.now)
    }

    func sees(_ line: TrailLine) -> Bool {
        if seesAll || line.actor == reader.login { return true }
        guard reader.roles.contains(.supervisor) else { return false }
        if staff.people[line.actor] != nil { return staff.isInTeam(line.actor, of: reader.login) }
        // The engine's own lines belong to the team of the case's owner.
        guard let number = CaseNumber(text: line.subject), let file = try? centre.file(number) else { return false }
        return staff.isInTeam(file.complaint.owner, of: reader.login)
    }
}

/// Times of a span as people write them.
enum AuditSpan {
    static func begin(_ text: String?, _ centre: Centre) throws -> Instant? {
        guard let text else { return nil }
        guard let instant = centre.instant(text) else { throw StoreError.badValue(field: "from", value: text) }
        return instant
    }

    /// A day ends where the next begins.
    static func end(_ text: String?, _ centre: Centre) throws -> Instant? {
        guard let text else { return nil }
        let next = LocalDate(text).map { $0.advanced(byDays: 1).description } ?? text
        guard let instant = centre.instant(next) else { throw StoreError.badValue(field: "to", value: text) }
        return instant
    }
}
