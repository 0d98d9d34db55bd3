import Complaints
import Testing
import WorkingTime

/// Every sequence of a few commands, played out whole: what must hold holds after each step.
@Suite("Small worlds")
struct SmallWorldTests {
    private struct Move {
        var type: EventType
        var login: String
        var fields: [String: FieldValue]
    }

    private let moves: [Move] = [
        Move(type: .acknowledge, login: "amy", fields: ["told": true]),
        Move(type: .assess, login: "amy", fields: ["severity": "S2", "category": "billing", "vulnerable": "no"]),
        Move(
            type: .offerRemedy, login: "amy",
            fields: [
                "remedy_type": "refund", "amount": 9_000, "currency": "CNY",
                "expires": .instant(local("2026-03-02T20:00")),
            ]),
        Move(type: .acceptOffer, login: "amy", fields: ["offer": 1, "evidence": "call-1"]),
        Move(type: .confirmExecuted, login: "amy", fields: ["offer": 1, "evidence": "bank-1"]),
        Move(type: .escalate, login: "amy", fields: ["reason": "skill", "summary": "too hard"]),
        Move(type: .acceptEscalation, login: "sue", fields: ["escalation": 4]),
        Move(
            type: .wait, login: "amy",
            fields: [
                "reason": "awaiting_customer", "awaiting": "invoice", "told": true,
                "until": .instant(local("2026-03-05T10:00")),
            ]),
        Move(type: .resume, login: "amy", fields: [:]),
        Move(
            type: .resolve, login: "amy",
            fields: [
                "outcome": "not_upheld", "decision_told": true, "routes_told": true, "root_cause": "meter",
            ]),
        Move(type: .followUp, login: "amy", fields: ["reached": true, "satisfied": "yes"]),
        Move(type: .close, login: "amy", fields: ["root_cause": "meter", "disposition": "fixed"]),
        Move(type: .reopen, login: "amy", fields: ["reason": "again"]),
        Move(type: .transferOwner, login: "sue", fields: ["to": "bob"]),
        Move(type: .transferOwner, login: "bob", fields: ["to": "bob", "status": "accepted"]),
        Move(type: .withdraw, login: "amy", fields: ["evidence": "mail-1"]),
    ]

    @Test("One owner at every instant, a version per line, replay gives the same state, a refusal changes nothing")
    func enumeration() throws {
        var story = Story(try Centre())
        story.register()
        let start = try #require(story.complaint)
        var frontier = [(start, story.events)]
        var accepted = 0
        var refused = 0
        for depth in 1...5 {
            let now = local("2026-03-02T1\(depth - 1):00")
            var next: [(Complaint, [Event])] = []
            for (complaint, events) in frontier {
                for (index, move) in moves.enumerated() {
                    let command = story.centre.command(
                        move.type, by: move.login, at: now, id: "\(depth)-\(index)", move.fields)
                    switch decide(complaint, command, story.centre.context) {
                    case .refused(let refusal):
                        refused += 1
                        #expect(refusal.legal == complaint.legal)
                    case .replay: Issue.record("A new id was taken for a known one")
                    case .accepted(let acceptance):
                        accepted += 1
                        let trail = events + acceptance.events
                        check(acceptance.complaint, trail, before: complaint, story.centre)
                        #expect(
                            decide(acceptance.complaint, command, story.centre.context)
                                == .replay(sequence: complaint.version + 1))
                        next.append((acceptance.complaint, trail))
                    }
                }
            }
            // States that differ in nothing that matters to the next step need not be followed twice.
            var seen: Set<Shape> = []
            frontier = next.filter { seen.insert(Shape($0.0)).inserted }
        }
        #expect(accepted > 500)
        #expect(refused > accepted)
    }

    private struct Shape: Hashable {
        var state: CaseState
        var owner: String
        var handler: String
        var level: Int
        var offers: [Offer.State]
        var escalations: [Escalation.State]
        var clocks: [String]
        var pending: Bool

        init(_ complaint: Complaint) {
            state = complaint.state
            owner = complaint.owner
            handler = complaint.handler
            level = complaint.level
            offers = complaint.offers.map(\.state)
            escalations = complaint.escalations.map(\.state)
            clocks = complaint.clocks.map { "\($0.name) \($0.generation) \($0.state)" }
            pending = complaint.pendingTransfer != nil
        }
    }

    private func check(_ complaint: Complaint, _ trail: [Event], before: Complaint, _ centre: Centre) {
        #expect(centre.staff.isActive(complaint.owner))
        #expect(complaint.version == trail.count)
        #expect(trail.map(\.sequence) == Array(1...trail.count))
        #expect(replay(trail, centre.rules) == complaint)
        #expect(complaint.offers.filter { $0.state == .offered }.count <= 1)
        #expect(complaint.openOffer == nil || complaint.state == .remedyOffered)
        #expect(complaint.pauses.filter { $0.until == nil }.count <= (complaint.state == .waiting ? 1 : 0))
        #expect(Set(complaint.clocks.map(\.key)).count == complaint.clocks.count)
        for clock in complaint.clocks {
            #expect((clock.due == nil) == (clock.state == .paused) || clock.state == .void)
            if clock.isOpen, !clock.name.hasPrefix("EXTERNAL") { #expect(complaint.state.isOpen) }
        }
        if !complaint.state.isOpen {
            #expect(complaint.openEscalations.isEmpty && complaint.openTasks.isEmpty)
            #expect(complaint.timers(centre.rules).isEmpty)
        }
        if complaint.owner != before.owner { #expect(before.pendingTransfer?.to == complaint.owner) }
    }
}
