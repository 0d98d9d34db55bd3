import Complaints
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

/// Walks over the open cases.
@Suite struct CaseSweepTests {
    private let centre: FiringCentre
    private var store: Store { centre.store }

    init() throws {
        centre = try FiringCentre()
        let cases = (0..<300).map { [centre.registration("r\($0)", at: .march.adding(seconds: Int64($0)))] }
        #expect(try centre.store.load(cases: cases).count == 300)
    }

    /// A note on each case; nil where it has one.
    private func note(_ complaint: Complaint, _ rules: Rules, _ staff: StaffDirectory) -> Decision? {
        let id = "sweep/\(complaint.caseNumber)"
        guard complaint.knownEvents[id] == nil else { return nil }
        let at = Instant.march.adding(seconds: 1_000)
        let command = Command(
            eventID: id, type: .note, fields: ["text": .text("seen")], actor: "amy", roles: [.supervisor],
            occurredAt: at, recordedAt: at)
        return decide(complaint, command, DecisionContext(rules: rules, staff: staff))
    }

    @Test func `every open case is changed once, and a finished walk does nothing more`() throws {
        let at = Instant.march.adding(seconds: 1_000)
        let first = try store.sweepOpenCases("walk", at: at, change: note)
        #expect(first.seen == 300)
        #expect(first.changed == 300)
        #expect(first.isFinished)
        let again = try store.sweepOpenCases("walk", at: at, change: note)
        #expect(again.seen == 0)
        #expect(again.isFinished)
        let free = try store.sweepOpenCases(nil, at: at, owner: "amy", change: note)
        #expect(free.seen == 300)
        #expect(free.changed == 0)
        #expect(try store.sweepOpenCases(nil, at: at, owner: "sue", change: note).seen == 0)
        guard case .intact = try store.verifyAudit() else {
            Issue.record("the trail is broken")
            return
        }
    }

    @Test func `a walk that was cut off goes on where it stopped`() throws {
        let at = Instant.march.adding(seconds: 1_000)
        var seen = 0
        var rounds = 0
        while rounds < 1_000 {
            let sweep = try store.sweepOpenCases("walk", at: at, millisecondsMax: 1, change: note)
            seen += sweep.seen
            rounds += 1
            if sweep.isFinished { break }
        }
        #expect(seen == 300)
        #expect(rounds > 1)
    }

    @Test func `loaded cases replay as they are, and the trail is whole`() throws {
        guard case .intact = try store.verifyAudit() else {
            Issue.record("the trail is broken")
            return
        }
        let listed = try store.complaints(.open, limit: 500)
        #expect(listed.count == 300)
        for row in listed {
            let folded = try #require(try store.complaint(row.caseNumber)).complaint
            #expect(row.state == folded.state)
            #expect(row.version == folded.version)
            #expect(
                try centre.timer(of: row.caseNumber)?.fireAt
                    == folded.nextTimer(try FiringCentre.book().inForce)?.fireAt)
        }
    }
}
