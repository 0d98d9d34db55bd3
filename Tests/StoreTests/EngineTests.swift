import Complaints
import Customers
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

@Suite struct EngineTests {
    private let centre: FiringCentre
    private var store: Store { centre.store }

    init() throws { centre = try FiringCentre() }

    @Test func `a tick with nothing due does nothing and says when to come again`() throws {
        let number = try centre.register("r1")
        let timer = try #require(try centre.timer(of: number))
        let report = try store.tick(.after(seconds: 1))
        #expect(report.cases == 0)
        #expect(report.nextDue == timer.fireAt)
        #expect(try centre.engineEvents(of: number).isEmpty)
    }

    @Test func `a due timer fires once, dated truly, with its effect, its row and its message`() throws {
        let number = try centre.register("r1")
        let timer = try #require(try centre.timer(of: number))
        let seconds = timer.fireAt.seconds - Instant.march.seconds
        #expect(try store.tick(.after(seconds: seconds - 1)).fired == 0)
        let report = try store.tick(.after(seconds: seconds + 1))
        #expect(report.fired == 1)
        #expect(report.notices == 1)
        let events = try centre.engineEvents(of: number)
        #expect(events.map(\.type) == [.warned])
        #expect(events.first?.occurredAt == timer.fireAt)
        #expect(try store.tick(.after(seconds: seconds + 2)).fired == 0)
        let notices = try store.notices(for: "amy", now: .march.adding(seconds: seconds + 2))
        #expect(notices.map(\.kind) == [.warned])
        #expect(notices.first?.key == events.first?.eventID)
        #expect(try store.markDelivered(notices.map(\.id), at: .march.adding(seconds: seconds + 3)) == 1)
        #expect(try store.markDelivered(notices.map(\.id), at: .march.adding(seconds: seconds + 3)) == 0)
        #expect(try store.notices(for: "amy", now: .march.adding(days: 9)).isEmpty)
        guard case .intact = try store.verifyAudit() else {
            Issue.record("the trail is broken")
            return
        }
    }

    @Test func `after downtime each person gets one summary and every breach its true date`() throws {
        let numbers = try (1...20).map { try centre.register("r\($0)", at: .march.adding(seconds: Int64($0))) }
        let report = try store.tick(.after(seconds: 30 * 86_400))
        #expect(report.cases == 20)
        #expect(report.superseded > 0)
        for number in numbers {
            let breach = try #require(try centre.engineEvents(of: number).first { $0.type == .breached })
            #expect(breach.fields["due"] == .instant(breach.occurredAt))
            #expect(breach.occurredAt < .march.adding(days: 10))
        }
        let later = Instant.march.adding(days: 31)
        for login in ["amy", "sue", "max"] {
            #expect(try store.notices(for: login, now: later).count <= 1, "\(login) got more than a summary")
        }
        #expect(report.notices >= 1)
        #expect(try store.engineStatus(now: later).undelivered == report.notices)
    }

    @Test func `the role is one process's until it lets go, and each taking raises the epoch`() throws {
        let other = try centre.another()
        let role = try #require(try store.takeEngineRole(.after(seconds: 0), holder: "one"))
        #expect(try other.takeEngineRole(.after(seconds: 0), holder: "two") == nil)
        #expect(try other.engineStatus(now: .march).isRunning)
        #expect(try other.engineStatus(now: .march).holder == "one")
        let taken = try other.takeOverEngineRole(.after(seconds: 1), holder: "two")
        #expect(taken.epoch == role.epoch + 1)
        #expect(throws: StoreError.engineSuperseded(epoch: role.epoch, current: taken.epoch)) {
            try store.tick(.after(seconds: 2), as: role)
        }
    }
}
