import ArgumentParser
import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

struct CalendarPublishCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Put a calendar into the store; two people publish the same file.",
        discussion: """
            The first to publish a file proposes it. A director or compliance officer who then publishes the same file \
            approves it: it is in force at once and the due times of open cases are worked out anew. Scripts on a \
            trusted store name the second person with --approved-by.
            """)

    @Argument(help: "The calendar's TOML file.")
    var file: String

    @Option(
        name: .customLong("approved-by"),
        help: ArgumentHelp("The second person, in one go.", valueName: "login"))
    var approver: String?

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        let actor = try session.actor(in: centre)
        let second = try approver.map { try session.actor(in: centre, login: $0) }
        let text = try CalendarFile.text(path: file)
        let calendar = try CalendarFile.calendar(Array(text.utf8), file: file)
        let desk = PublishingDesk(session: session, centre: centre)
        let waiting = try centre.store.published(.calendar, name: calendar.name, version: calendar.version)
        if let waiting, waiting.approvedAt != nil, waiting.text == text {
            // Published before: a walk over the open cases that was cut off goes on, a finished one does nothing.
            try session.require(actor, Set(PublishingRefusal.approvers))
            answer(calendar, "published", by: actor, try recalculateOpenCases(calendar, by: actor, centre), session)
            return .done
        }
        let approves = second ?? (waiting.map { mayApprove(actor, $0) } ?? false ? actor : nil)
        if second != nil || approves == nil { try propose(calendar, text, by: actor, desk) }
        guard let approves else {
            answer(calendar, "proposed", by: actor, nil, session)
            return .done
        }
        if second == nil, waiting?.text != text {
            let refusal = PublishingRefusal.otherText(name: calendar.name, version: calendar.version)
            throw Failure(refusal.status, refusal.code, session.wording.sentence(refusal, place: file, in: centre))
        }
        try desk.approve(.calendar, name: calendar.name, version: calendar.version, by: approves)
        let sweep = try recalculateOpenCases(calendar, by: approves, centre)
        answer(calendar, "published", by: approves, sweep, session)
        return .done
    }

    private func mayApprove(_ agent: Agent, _ waiting: PublishedText) -> Bool {
        waiting.approvedAt == nil && waiting.proposedBy != agent.login
            && agent.roles.contains { PublishingRefusal.approvers.contains($0) }
    }

    private func propose(
        _ calendar: WorkingCalendar, _ text: String, by agent: Agent, _ desk: PublishingDesk
    ) throws {
        let centre = desk.centre
        _ = try desk.settled(
            try centre.store.propose(
                .calendar, name: calendar.name, version: calendar.version, text: text, effectiveFrom: centre.now,
                by: agent, at: centre.now), place: file)
    }

    /// Open cases run on by the new calendar from now; a run that was killed goes on where it stopped.
    private func recalculateOpenCases(
        _ calendar: WorkingCalendar, by agent: Agent, _ centre: Centre
    ) throws -> CaseSweep {
        let role = PublishingRefusal.approvers.first { agent.roles.contains($0) } ?? .director
        let name = "calendar/\(calendar.name)/\(calendar.version)"
        return try centre.store.sweepOpenCases(name, at: centre.now) { complaint, rules, _ in
            recalculate(complaint, rules, now: centre.now, by: agent.login, as: role).map { .accepted($0) }
        }
    }

    private func answer(
        _ calendar: WorkingCalendar, _ state: String, by agent: Agent, _ sweep: CaseSweep?, _ session: Session
    ) {
        session.answer([
            "calendar": .string(calendar.name), "version": .string(calendar.version), "state": .string(state),
            "by": .string(agent.login), "open_cases": .count(sweep?.seen), "recalculated": .count(sweep?.changed),
        ]) {
            let reference = "\(calendar.name) \(calendar.version)"
            if let sweep {
                Output.line(session.wording.calendarPublished(reference, seen: sweep.seen, moved: sweep.changed))
            } else {
                Output.line(session.wording.calendarProposed(reference))
            }
        }
    }
}
