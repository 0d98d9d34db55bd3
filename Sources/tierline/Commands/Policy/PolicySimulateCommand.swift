import ArgumentParser
import Complaints
import Configuration
import Desk
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
        let writer = SimulationWriter(zone: rules.standardZone)
        var outcomes: [SimulationOutcome] = []
        var last: Instant?
        let history = HistoryAhead(events, HistoryReader(dutyLists: source.policy.duty.keys))
        do {
            while case let lines = try history.next(), !lines.isEmpty {
                for line in lines {
                    last = max(last ?? line.at, line.at)
                    outcomes += simulation.play(line)
                    guard outcomes.count >= SimulationWriter.outcomesPerBatch else { continue }
                    writer.write(outcomes)
                    outcomes = []
                }
            }
        } catch {
            writer.write(outcomes)
            writer.finish()
            throw error
        }
        writer.write(outcomes)
        writer.finish()
        SimulatedCases.write(simulation, in: SimulatedCentre(rules: rules, now: last ?? SystemClock.now))
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
    /// Kept, because every instant that is written asks.
    let zone: ZoneRules

    init(rules: Rules, now: Instant) {
        self.rules = rules
        self.now = now
        zone = rules.standardZone
    }

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
