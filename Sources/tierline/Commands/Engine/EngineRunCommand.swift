import ArgumentParser
import Complaints
import Desk
import DeskRuntime
import Dossier
import Glibc
import Store
import WorkingTime

struct EngineRunCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Fire what falls due until stopped (Ctrl-C, TERM); one line per tick that fired.",
        discussion: "JSON Lines with --json. It sleeps until the next due time or a change of the store.")

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        StopSignal.gather()
        let centre = try session.complaintCentre(.readWrite)
        centre.store.setOperatingUser(Environment.user)
        var loop = EngineLoop(session: session, centre: centre)
        try loop.run()
        try centre.store.close()
        return .done
    }
}

/// The engine of this process: attends, says what happened, sleeps.
private struct EngineLoop {
    let session: Session
    let centre: Centre
    let watch: EngineWatch
    /// What was said last of standing by or of a hold: a state is told once.
    private var told = ""
    private var nextDue: Instant?
    private var lastEffect: Int64 = 0

    /// Never asleep longer: a clock that somebody sets wakes nobody.
    static let sleepMicrosecondsMax: Int64 = 5_000_000

    init(session: Session, centre: Centre) {
        self.session = session
        self.centre = centre
        watch = EngineWatch(centre.store, holder: "pid \(getpid())")
    }

    mutating func run() throws {
        let changes = DirectoryWatch(directoryOf: centre.store.path)
        lastEffect = try centre.store.lastEffectNumber()
        while true {
            // Drained first: what is written from here on wakes the next wait.
            _ = changes.drain()
            let attendance = try watch.attend(.now())
            try tell(attendance.state)
            let isWatched = changes.descriptor >= 0
            if StopSignal.wait(microseconds: wait(attendance, isWatched: isWatched), or: changes.descriptor) { break }
        }
        watch.leave()
    }

    /// Until the next timer where the kernel tells of changes; else as often as the engine wants to look.
    private func wait(_ attendance: EngineWatch.Attendance, isWatched: Bool) -> Int64 {
        guard case .active(_, let report) = attendance.state, isWatched, report?.isUnfinished != true,
            report?.hold == nil, !told.hasPrefix("hold")
        else { return attendance.waitMicroseconds }
        guard let nextDue else { return Self.sleepMicrosecondsMax }
        return min(max(nextDue.microseconds - SystemClock.now.microseconds, 1_000), Self.sleepMicrosecondsMax)
    }

    private mutating func tell(_ state: EngineWatch.State) throws {
        switch state {
        case .standby:
            say(
                "standby", ["at": .string(centre.timestamp(SystemClock.now)), "state": "standby"],
                session.wording.engineStandby)
        case .active(let epoch, let report):
            if let report { nextDue = report.nextDue }
            if let hold = report?.hold {
                say(
                    "hold \(hold.doubt.reason.rawValue)",
                    [
                        "at": .string(centre.timestamp(SystemClock.now)), "state": "held",
                        "code": .string(hold.doubt.code), "hold": hold.json(in: centre),
                    ], session.wording.engineHeld(hold, since: centre.minute(hold.doubt.began.wall)))
                if let report, session.mayGoOn(report, in: centre) { try release() }
                return
            }
            if told != "active \(epoch)", report != nil {
                say(
                    "active \(epoch)",
                    [
                        "at": .string(centre.timestamp(SystemClock.now)), "state": "active", "epoch": .integer(epoch),
                        "next_due": centre.timestamp(nextDue),
                    ], session.wording.engineActive(epoch: epoch, next: nextDue.map(centre.minute)))
            }
            if let report, report.isEventful { try tellTick(report) }
        }
    }

    private mutating func tellTick(_ report: TickReport) throws {
        let effects = try centre.store.firedEffects(after: lastEffect, limit: EngineTickCommand.effectsMax + 1)
        lastEffect = try centre.store.lastEffectNumber()
        if session.json {
            let listed = Array(effects.prefix(EngineTickCommand.effectsMax))
            Output.json(report.json(listed, isCut: effects.count > listed.count, in: centre))
        } else {
            Output.line(session.wording.tickDone(report, next: report.nextDue.map(centre.minute)))
        }
    }

    private func release() throws {
        let actor = try session.actor(in: centre)
        try session.require(actor, EngineReleaseCommand.roles)
        try centre.store.releaseEngineHold(.now(), by: actor.login)
    }

    /// A state, once until another is said: on standard output with `--json`, else a remark.
    private mutating func say(_ state: String, _ document: JSON, _ text: String) {
        guard told != state else { return }
        told = state
        if session.json { Output.json(document) } else { session.remark(text) }
    }
}
