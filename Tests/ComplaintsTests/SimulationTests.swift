import Complaints
import Testing
import WorkingTime

@Suite("A simulation")
struct SimulationTests {
    private func event(
        _ name: String, _ event: String, _ actor: String = "amy", _ role: Role = .agent,
        _ fields: [String: String] = [:]
    )
        -> SimulationLine.Kind
    {
        .event(
            caseName: name, event: event, actor: actor, role: role, fields: fields, eventID: nil, expectedVersion: nil)
    }

    private func play(_ lines: [(String, SimulationLine.Kind)]) throws -> (Simulation, [String]) {
        var simulation = Simulation(rules: try Centre().rules)
        var told: [String] = []
        for (when, kind) in lines {
            for outcome in simulation.play(SimulationLine(at: local(when), kind: kind)) {
                let at = outcome.at.rfc3339(offsetSeconds: 8 * 3600).dropFirst(5).prefix(11)
                let what =
                    outcome.effect.map { [$0.kind.rawValue, $0.clock ?? "", $0.stage?.text ?? "", $0.target ?? ""] }
                    ?? ["refused", outcome.refusal?.code.rawValue ?? ""]
                told.append(
                    ([String(at), outcome.caseName ?? ""] + what).filter { !$0.isEmpty }.joined(separator: " "))
            }
        }
        return (simulation, told)
    }

    private let register = ["channel": "phone", "summary": "double bill", "customer": "alice"]

    @Test("fires every timer before the next line, at its own instant; at the same instant the line comes first")
    func order() throws {
        let (simulation, told) = try play([
            ("2026-03-02T09:00", event("A", "register", "amy", .agent, register)),
            ("2026-03-02T11:00", event("A", "acknowledge", "amy", .agent, ["told": "true"])),
            ("2026-03-02T11:00", .tick),
        ])
        let timers = told.filter { $0.contains("warned") || $0.contains("breached") }
        #expect(
            timers == [
                "03-02T10:00 A warned ACK W50 amy", "03-02T10:30 A warned ACK W75 amy",
                "03-02T10:48 A warned ACK W90 amy", "03-02T10:48 A warned ACK W90 supervisor",
            ])
        #expect(simulation.complaints.map(\.state) == [.acknowledged])
        #expect(simulation.complaints.first?.clock("ACK")?.state == .met)
    }

    @Test("sums what the customer's other cases granted in 90 days")
    func ninetyDays() throws {
        func paid(_ name: String, _ amount: String) -> SimulationLine.Kind {
            event(
                name, "resolve_now", "amy", .agent,
                [
                    "severity": "S3", "category": "billing", "outcome": "upheld", "decision_told": "true",
                    "error_admitted": "true", "apology": "sorry", "remedy_type": "goodwill", "amount": amount,
                    "currency": "CNY", "consent": "call-1", "executed": "true",
                ])
        }
        let live = register.merging(["live": "true"]) { $1 }
        let (simulation, told) = try play([
            ("2026-03-02T09:00", event("A", "register", "amy", .agent, live)), ("2026-03-02T09:01", paid("A", "20000")),
            ("2026-03-02T09:02", event("B", "register", "amy", .agent, live)), ("2026-03-02T09:03", paid("B", "15000")),
            ("2026-03-02T09:04", event("C", "register", "amy", .agent, live)), ("2026-03-02T09:05", paid("C", "5001")),
            ("2026-03-02T09:06", paid("C", "5000")),
        ])
        #expect(told.filter { $0.contains("refused") } == ["03-02T09:05 C refused E_AUTHORITY_EXCEEDED"])
        #expect(simulation.complaints.map(\.state) == [.resolved, .resolved, .resolved])
    }

    @Test("catches up when the engine is up again: nothing fires between")
    func downtime() throws {
        let (_, told) = try play([
            ("2026-03-02T09:00", event("A", "register", "amy", .agent, register)),
            ("2026-03-02T09:30", .engineDown), ("2026-03-02T10:45", .tick), ("2026-03-02T11:30", .engineUp),
        ])
        #expect(
            told.filter { $0.contains(" ACK ") && !$0.contains("clock_") } == [
                "03-02T10:00 A superseded ACK W50", "03-02T10:30 A superseded ACK W75",
                "03-02T10:48 A superseded ACK W90", "03-02T11:00 A breached ACK BREACH",
                "03-02T11:30 A escalated ACK L1 supervisor",
            ])
    }

    @Test("reports refusals with their codes, unknown cases and events too, and goes on")
    func refusals() throws {
        let (simulation, told) = try play([
            ("2026-03-02T09:00", event("A", "note", "amy", .agent, ["text": "hello"])),
            ("2026-03-02T09:00", event("A", "register", "amy", .agent, register)),
            ("2026-03-02T09:01", event("A", "sing")), ("2026-03-02T09:02", event("A", "assess")),
            ("2026-03-02T09:03", event("A", "note", "amy", .agent, ["tune": "x"])),
        ])
        #expect(
            told.filter { $0.contains("refused") } == [
                "03-02T09:00 A refused E_UNKNOWN_CASE", "03-02T09:01 A refused E_UNKNOWN_EVENT",
                "03-02T09:02 A refused E_NOT_ACKNOWLEDGED", "03-02T09:03 A refused E_UNKNOWN_FIELD",
            ])
        #expect(simulation.complaints.map(\.version) == [1])
    }

    @Test("merges cases by their names and tells the survivor")
    func merge() throws {
        let (simulation, _) = try play([
            ("2026-03-02T09:00", event("A", "register", "amy", .agent, register)),
            ("2026-03-02T10:00", event("B", "register", "amy", .agent, register)),
            ("2026-03-02T10:10", event("A", "merge", "sue", .supervisor, ["into": "B"])),
        ])
        #expect(simulation.complaints.map(\.state) == [.merged, .received])
        #expect(simulation.complaints.last?.receivedAt == local("2026-03-02T09:00"))
    }
}
