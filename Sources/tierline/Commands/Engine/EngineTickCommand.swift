import ArgumentParser
import Complaints
import Desk
import Dossier
import Store

struct EngineTickCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract: "Fire what is due now, once; beside a running engine each effect still happens once.",
        discussion: """
            With a clock that went backward, or that ran ahead of the time that really passed, nothing fires and the exit \
            status is 75; after a jump forward a terminal is asked whether to go on.
            """)

    @Flag(help: "Believe a doubtful clock first, as tierline engine release does.")
    var go = false

    @OptionGroup var global: GlobalOptions

    /// Effects a report lists.
    static let effectsMax = 1_000

    func perform(_ session: Session) throws -> ExitStatus {
        let centre = try session.complaintCentre(.readWrite)
        centre.store.setOperatingUser(Environment.user)
        if go {
            let actor = try session.actor(in: centre)
            try session.require(actor, EngineReleaseCommand.roles)
            try centre.store.releaseEngineHold(.now(), by: actor.login)
        }
        let before = try centre.store.lastEffectNumber()
        var report = try centre.store.tick(.now())
        if report.hold != nil, session.mayGoOn(report, in: centre) {
            let actor = try session.actor(in: centre)
            try session.require(actor, EngineReleaseCommand.roles)
            try centre.store.releaseEngineHold(.now(), by: actor.login)
            report = try centre.store.tick(.now())
        }
        while report.isUnfinished { report.add(try centre.store.tick(.now())) }
        if let hold = report.hold {
            throw Failure(
                .tryAgain, hold.doubt.code,
                session.wording.engineHeld(hold, since: centre.minute(hold.doubt.began.wall)),
                facts: [JSON.Member("hold", hold.json(in: centre))])
        }
        let effects = try centre.store.firedEffects(after: before, limit: Self.effectsMax + 1)
        let listed = Array(effects.prefix(Self.effectsMax))
        session.answer(report.json(listed, isCut: effects.count > listed.count, in: centre)) {
            for effect in listed { Output.line(session.wording.line(effect, in: centre)) }
            Output.line(session.wording.tickDone(report, next: report.nextDue.map(centre.minute)))
        }
        return .done
    }
}

extension Session {
    /// Asks on a terminal whether to fire although the clock jumped; elsewhere nothing is asked and it waits.
    func mayGoOn(_ report: TickReport, in centre: Centre) -> Bool {
        guard let hold = report.hold, hold.doubt.reason == .jumped, Output.canAsk, !json else { return false }
        Output.progress(wording.askWhetherToFire(since: centre.minute(hold.doubt.began.wall), by: hold.by))
        var lines = InputLines()
        return ["y", "yes", "是"].contains((lines.next() ?? "").lowercased())
    }
}
