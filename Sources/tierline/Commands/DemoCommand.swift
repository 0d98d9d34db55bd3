import ArgumentParser
import DemoCentre
import Desk
import Dossier
import Glibc
import Store
import WorkingTime

struct DemoCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract:
            "Make a synthetic centre, clearly labelled, and open the desk in it as agent amy (--as sue: supervisor).",
        discussion: "The same seed, moment and number of customers always make the same centre.")

    @Option(help: ArgumentHelp("How many customers.", valueName: "n"))
    var customers: Int = DemoCentre.customersDefault

    @Option(help: ArgumentHelp("Number the centre grows from.", valueName: "n"))
    var seed: UInt64 = DemoCentre.seedDefault

    @Option(help: ArgumentHelp("The centre's present, RFC 3339; default the current time.", valueName: "time"))
    var now: String?

    @Flag(name: .customLong("no-open"), help: "Only make it; do not open the desk.")
    var noOpen = false

    @Flag(help: "Make it anew even if it is there.")
    var fresh = false

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (1...DemoCentre.customersMax).contains(customers) else {
            throw ValidationError("--customers must be from 1 to \(DemoCentre.customersMax)")
        }
        if let now, Instant(rfc3339: now) == nil {
            throw ValidationError("--now must be a time such as 2026-11-23T09:00:00+08:00")
        }
    }

    func perform(_ session: Session) throws -> ExitStatus {
        let opens = !noOpen && !session.json
        if opens { try DeskHook.prepare(session) }
        let path = StorePlace.demoPath(given: global.store)
        try StorePlace.check(path, wording: session.wording)
        let present = now.flatMap { Instant(rfc3339: $0) } ?? SystemClock.now
        let centre = DemoCentre(seed: seed, now: present, customers: customers)
        let isBuilt = try !fresh && DemoFile.isComplete(path, centre)
        let started = SystemClock.monotonicMicroseconds
        if !isBuilt {
            try DemoFile.remove(path, session)
            session.remark(session.wording.buildingDemo(customers: customers, path: path))
            try centre.build(
                at: path, osUser: Environment.user, zone: try Zone.rules(DemoCentre.zone),
                rules: CentreRules.reader)
        }
        let seconds = Double((SystemClock.monotonicMicroseconds - started) / 1000) / 1000
        if !opens {
            try report(path, isBuilt: isBuilt, seconds: seconds, session)
            return .done
        }
        return try DeskHook.open(session, storePath: path, login: global.login ?? "amy")
    }

    private func report(_ path: String, isBuilt: Bool, seconds: Double, _ session: Session) throws {
        let centre = try session.centre(at: path, .readOnly)
        let counts = try centre.store.counts()
        session.answer([
            "store": .string(path), "label": .text(centre.settings.demoLabel), "built": .boolean(!isBuilt),
            "seed": .integer(Int64(clamping: seed)), "customers": .integer(Int64(counts.customers)),
            "purchases": .integer(Int64(counts.purchases)), "interactions": .integer(Int64(counts.interactions)),
            "complaints": .integer(Int64(counts.complaints)),
            "open_complaints": .integer(Int64(counts.openComplaints)), "agents": .integer(Int64(counts.agents)),
            "seconds": .number(isBuilt ? 0 : seconds),
        ]) {
            Output.line(SafeText.line("\(path): \(centre.settings.demoLabel ?? "")"))
            Output.line(
                session.wording.rowCounts(
                    customers: counts.customers, purchases: counts.purchases, contacts: counts.interactions,
                    complaints: counts.complaints))
        }
    }
}
