import ArgumentParser
import Complaints
import Configuration
import Desk
import Dispatch
import Synchronization
import WorkingTime

struct PolicySimulateCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Play a history through the engine under a policy; no store is touched.",
        discussion: """
            Reads JSON Lines and writes JSON Lines: one for each thing that happened, and last {"cases":[…]}.

            {"at":"…","case":"A","event":"register","actor":"amy","role":"agent","fields":{…}}
            {"at":"…","duty":{"supervisor":["sue"],"manager":[]}}
            {"at":"…","engine":"down"}   {"at":"…","engine":"up"}   {"at":"…","tick":true}

            Before every line all timers due earlier fire, each at its own instant.
            """)

    @Argument(help: ArgumentHelp("The policy's file, or default for the built-in sample.", valueName: "file|default"))
    var file: String

    @Option(help: ArgumentHelp("The history, or - for standard input.", valueName: "events.jsonl"))
    var events: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Calendars the policy may name, before published and shipped ones.", valueName: "file"))
    var calendar: [String] = []

    @OptionGroup var global: GlobalOptions

    func perform(_ session: Session) throws -> ExitStatus {
        let source: PolicySource
        do {
            source = try session.policy(file, calendarFiles: calendar)
        } catch let faulty as PolicyFaulty {
            return session.report(faulty, file: file)
        }
        let rules = try source.rules()
        var simulation = Simulation(rules: rules)
        var writer = SimulationWriter(zone: rules.standardZone)
        var last: Instant?
        let history = HistoryAhead(events, HistoryReader(dutyLists: source.policy.duty.keys))
        do {
            while case let lines = try history.next(), !lines.isEmpty {
                for line in lines {
                    last = max(last ?? line.at, line.at)
                    for outcome in simulation.play(line) { writer.write(outcome) }
                }
            }
        } catch {
            writer.lines.flush()
            throw error
        }
        writer.write(simulation, in: SimulatedCentre(rules: rules, now: last ?? SystemClock.now))
        return .done
    }
}

extension Rules {
    /// The zone of the policy's own calendar, in which a run without a store shows its instants.
    var standardZone: ZoneRules { calendar(policy.calendars.standard).zone }
}

/// What stands in for a store's centre where there is none.
struct SimulatedCentre: CaseContext {
    let rules: Rules
    /// The history's last instant.
    let now: Instant

    var zone: ZoneRules { rules.standardZone }

    func remaining(of clock: ComplaintClock, _ complaint: Complaint) -> TimeLength? {
        complaint.remaining(of: clock, at: now, rules)
    }
}

extension Complaint {
    /// The complaint under the name its history gives it, with its trail; lines outside a store have no hash.
    func json(named name: String, events: [Event], in context: some CaseContext) -> JSON {
        var members = members(in: context)
        members[0] = JSON.Member("case", .string(name))
        members.append(
            JSON.Member(
                "events", .list(events) { .object($0.members(in: context) + [JSON.Member("hash", .null)]) }))
        return .object(members)
    }
}

extension Simulation {
    /// The documents of some of its cases, each but the very first after a comma.
    fileprivate func documents(of cases: Range<Int>, in centre: SimulatedCentre) -> [UInt8] {
        var bytes: [UInt8] = []
        for position in cases {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            let name = caseNames[position]
            complaints[position].json(named: name, events: events(of: name), in: centre).write(to: &bytes)
        }
        return bytes
    }
}

/// Writes what a simulation brings about, one line each.
private struct SimulationWriter {
    let zone: ZoneRules
    var lines = LineBuffer()

    init(zone: ZoneRules) {
        self.zone = zone
    }

    mutating func write(_ outcome: SimulationOutcome) {
        let effect = outcome.effect
        lines.append("{\"at\":")
        lines.append(outcome.at, in: zone)
        lines.append(",\"case\":")
        lines.append(quoted: outcome.caseName)
        lines.append(",\"effect\":")
        lines.append(quoted: effect?.kind.rawValue ?? "refused")
        lines.append(",\"clock\":")
        lines.append(quoted: effect?.clock)
        lines.append(",\"generation\":")
        number(effect?.generation.map(Int64.init))
        lines.append(",\"stage\":")
        lines.append(quoted: effect?.stage.map(\.text))
        lines.append(",\"due\":")
        lines.append(effect?.due, in: zone)
        lines.append(",\"target\":")
        lines.append(quoted: effect?.target)
        lines.append(",\"code\":")
        lines.append(quoted: outcome.refusal?.code.rawValue)
        lines.append(",\"late_minutes\":")
        number(effect?.lateMinutes)
        lines.append(",\"from\":")
        lines.append(quoted: effect?.from)
        lines.append(",\"to\":")
        lines.append(quoted: effect?.to)
        lines.append(",\"topic\":")
        lines.append(quoted: effect?.topic?.rawValue)
        lines.append(",\"field\":")
        lines.append(quoted: outcome.refusal?.field)
        lines.append(",\"legal\":")
        legal(outcome.refusal)
        lines.append("}")
        lines.endLine()
    }

    /// Cases whose documents one thread makes at a time.
    private static let casesPerThread = 256
    private static let threads = 2

    /// The last line, {"cases":[…]}: it may be longer than memory should hold twice.
    mutating func write(_ simulation: Simulation, in centre: SimulatedCentre) {
        lines.append("{\"cases\":[")
        let count = simulation.caseNames.count
        let share = Self.casesPerThread
        for start in stride(from: 0, to: count, by: share * Self.threads) {
            let parts = Mutex([[UInt8]](repeating: [], count: Self.threads))
            DispatchQueue.concurrentPerform(iterations: Self.threads) { @Sendable part in
                let first = min(start + part * share, count)
                let bytes = simulation.documents(of: first..<min(first + share, count), in: centre)
                parts.withLock { $0[part] = bytes }
            }
            for part in parts.withLock({ $0 }) { lines.append(part) }
        }
        lines.append("]}")
        lines.endLine()
        lines.flush()
    }

    private mutating func number(_ number: Int64?) {
        if let number { lines.append(number) } else { lines.append("null") }
    }

    private mutating func legal(_ refusal: Refusal?) {
        guard let refusal else { return lines.append("null") }
        lines.append("[")
        for (position, event) in refusal.legal.enumerated() {
            if position > 0 { lines.append(",") }
            lines.append(quoted: event.rawValue)
        }
        lines.append("]")
    }
}
