import ArgumentParser
import Complaints
import Desk
import Dossier
import Store
import WorkingTime

struct EngineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine", abstract: "Fires what falls due: warnings, breaches, escalations, ends of pauses.",
        discussion: """
            Any number may run: one works, the others stand by. Nothing fires while the clock is doubtful; a supervisor \
            lets it go with tierline engine release.
            """,
        subcommands: [
            EngineRunCommand.self, EngineTickCommand.self, EngineStatusCommand.self, EngineReleaseCommand.self,
        ])
}

struct EngineStatusCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Who is the engine, when it last looked, and what is due.")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre()
        let status = try centre.store.engineStatus(now: centre.now)
        session.answer(status.json(in: centre)) {
            for line in session.wording.lines(status, in: centre) { Output.line(line) }
        }
        return .done
    }
}

struct EngineReleaseCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Say that the clock is right as it is: a held engine fires again.")

    @OptionGroup var global: GlobalOptions

    /// Who may believe a doubtful clock.
    static let roles: Set<Role> = [.supervisor, .manager, .director, .administrator]

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.centre(.readWrite)
        let actor = try session.actor(in: centre)
        try session.require(actor, Self.roles)
        let wasHeld = try centre.store.releaseEngineHold(.now(), by: actor.login)
        session.answer(["released": .boolean(wasHeld)]) { Output.line(session.wording.engineReleased(wasHeld)) }
        return .done
    }
}

extension EngineStatus {
    func json(in centre: Centre) -> JSON {
        [
            "running": .boolean(isRunning), "holder": .text(holder), "taken_at": centre.timestamp(takenAt),
            "epoch": .integer(epoch), "last_tick": centre.timestamp(lastTick), "next_due": centre.timestamp(nextDue),
            "backlog": .integer(Int64(backlog)), "undelivered": .integer(Int64(undelivered)),
            "hold": doubt?.json(in: centre) ?? .null,
        ]
    }
}

extension ClockDoubt {
    func json(in centre: Centre) -> JSON {
        [
            "reason": .string(reason.rawValue), "since": .string(centre.timestamp(began.wall)),
            "release": "tierline engine release",
        ]
    }

    /// The code a refused tick ends with.
    var code: String {
        switch reason {
        case .backward: RefusalCode.clockBackward.rawValue
        case .jumped: "E_CLOCK_JUMPED"
        }
    }
}

extension EngineHold {
    func json(in centre: Centre) -> JSON {
        guard case .object(let members) = doubt.json(in: centre) else { return .null }
        return .object(
            members + [
                JSON.Member("by_seconds", .integer(by.seconds)), JSON.Member("needs_person", .boolean(needsPerson)),
            ])
    }
}

extension TickReport {
    /// Counts, and what was fired as far as it is listed.
    func json(_ effects: [FiredEffect], isCut: Bool, in centre: Centre) -> JSON {
        [
            "at": .string(centre.timestamp(SystemClock.now)), "fired": .integer(Int64(fired)),
            "cases": .integer(Int64(cases)),
            "superseded": .integer(Int64(superseded)), "notices": .integer(Int64(notices)),
            "passed_over": .integer(Int64(passedOver)), "next_due": centre.timestamp(nextDue),
            "elapsed_ms": .number(Double(microseconds) / 1_000), "hold": hold?.json(in: centre) ?? .null,
            "effects": .list(effects) { $0.json(in: centre) }, "truncated": .boolean(isCut),
        ]
    }

    /// Adds what a further tick of the same call did.
    mutating func add(_ next: TickReport) {
        cases += next.cases
        fired += next.fired
        superseded += next.superseded
        notices += next.notices
        passedOver += next.passedOver
        microseconds += next.microseconds
        nextDue = next.nextDue
        isUnfinished = next.isUnfinished
        hold = next.hold
    }

    /// Something happened that is worth a line.
    var isEventful: Bool { fired + superseded + passedOver > 0 || hold != nil }
}

extension FiredEffect {
    func json(in centre: Centre) -> JSON {
        guard case .object(let members) = effect.json(in: centre) else { return .null }
        return .object([JSON.Member("case", .string(caseNumber.description))] + members)
    }
}
