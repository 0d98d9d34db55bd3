import Complaints
import Foundation
import Testing
import WorkingTime

@testable import Store

/// Two engines of two processes, led through time by hand.
@Suite struct EngineWatchTests {
    private let centre: FiringCentre
    private let number: CaseNumber
    private let due: Int64

    init() throws {
        centre = try FiringCentre()
        number = try centre.register("r1")
        due = try #require(try centre.timer(of: number)).fireAt.seconds - Instant.march.seconds
    }

    private func isActive(_ attendance: EngineWatch.Attendance) -> Bool {
        if case .active = attendance.state { true } else { false }
    }

    @Test func `one is active, the other stands by and takes over when it leaves`() throws {
        let first = EngineWatch(centre.store, holder: "one")
        let second = EngineWatch(try centre.another(), holder: "two")
        #expect(isActive(try first.attend(.after(seconds: 0))))
        #expect(try second.attend(.after(seconds: 0)).state == .standby)
        first.leave()
        #expect(isActive(try second.attend(.after(seconds: 2))))
        #expect(try first.attend(.after(seconds: 2)).state == .standby)
    }

    @Test func `it sleeps until the next timer, and not longer than it may miss a change`() throws {
        let watch = EngineWatch(centre.store, holder: "one")
        #expect(try watch.attend(.after(seconds: 0)).waitMicroseconds == WatchLimits.pollMicroseconds)
        let soon = ClockStamp(
            wall: .march.adding(seconds: due - 1), sinceBoot: TimeLength(seconds: 1_000 + due - 1), boot: "one")
        #expect(try watch.attend(soon).waitMicroseconds <= WatchLimits.pollMicroseconds)
        guard case .active(_, let report?) = try watch.attend(.after(seconds: due + 1)).state else {
            Issue.record("it did not tick")
            return
        }
        #expect(report.fired == 1)
    }

    @Test func `an engine that lets timers lie is replaced, and refused when it wakes`() throws {
        let sleeping = EngineWatch(centre.store, holder: "one")
        let other = EngineWatch(try centre.another(), holder: "two")
        #expect(isActive(try sleeping.attend(.after(seconds: 0))))
        #expect(try other.attend(.after(seconds: due + 1)).state == .standby)
        #expect(try other.attend(.after(seconds: due + 5)).state == .standby)
        #expect(isActive(try other.attend(.after(seconds: due + 12))))
        #expect(try centre.engineEvents(of: number).count == 1)
        #expect(try sleeping.attend(.after(seconds: due + 13)).state == .standby)
        #expect(try centre.engineEvents(of: number).count == 1)
    }

    @Test func `a case whose policy is not at hand is looked at again later and holds up nobody`() throws {
        let other = try centre.register("r2", at: .march.adding(seconds: 1))
        try centre.store.engine.write { session throws(StoreError) in
            _ = try session.run(
                "UPDATE complaints SET policy = 'gone@1' WHERE number = $1", ComplaintKey.number(number))
        }
        let report = try centre.store.tick(.after(seconds: due + 10))
        #expect(report.passedOver == 1)
        #expect(report.cases == 1)
        #expect(try centre.engineEvents(of: other).count == 1)
        #expect(try centre.store.engineStatus(now: .march.adding(seconds: due + 10)).backlog == 0)
    }
}
