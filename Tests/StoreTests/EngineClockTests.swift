import Complaints
import Foundation
import Testing
import WorkingTime

@testable import Store

/// A clock that cannot be right holds everything back.
@Suite struct EngineClockTests {
    private let centre: FiringCentre
    private let number: CaseNumber
    /// Seconds after `.march` at which the case is first warned.
    private let due: Int64
    private var store: Store { centre.store }

    init() throws {
        centre = try FiringCentre()
        number = try centre.register("r1")
        due = try #require(try centre.timer(of: number)).fireAt.seconds - Instant.march.seconds + 1
    }

    @Test func `behind the last tick nothing fires until the clock has caught up`() throws {
        _ = try store.tick(.after(seconds: due - 10))
        let back = try store.tick(.after(seconds: due + 5, skew: -100))
        #expect(back.hold?.reason == .clockBackward)
        #expect(try store.engineStatus(now: .march).hold?.reason == .clockBackward)
        #expect(try centre.engineEvents(of: number).isEmpty)
        #expect(try store.tick(.after(seconds: due + 6)).fired == 1)
        #expect(try store.engineStatus(now: .march).hold == nil)
    }

    @Test(arguments: [0, -1, -2]) func `two seconds behind are believed`(skew: Int64) throws {
        _ = try store.tick(.after(seconds: due + 1_000))
        #expect(try store.tick(.after(seconds: due + 1_000, skew: skew)).hold == nil)
    }

    @Test func `a jump seen by the running engine holds for ten minutes of real time`() throws {
        let before = ClockReading.after(seconds: 0)
        _ = try store.tick(before)
        func held(_ seconds: Int64) throws -> EngineHold? {
            try store.tick(.after(seconds: seconds, skew: due), since: before).hold
        }
        #expect(try held(10)?.reason == .clockJumped)
        #expect(try held(300)?.began == .after(seconds: 10, skew: due))
        #expect(try store.tick(.after(seconds: 301, skew: due)).hold != nil, "a tick by hand is held too")
        #expect(try centre.engineEvents(of: number).isEmpty)
        #expect(try held(609) != nil)
        #expect(try held(610) == nil)
        #expect(try centre.engineEvents(of: number).count == 1)
    }

    @Test func `a supervisor's word ends a hold, for the engine that saw the jump as well`() throws {
        let before = ClockReading.after(seconds: 0)
        _ = try store.tick(before)
        #expect(try store.tick(.after(seconds: 10, skew: due), since: before).hold != nil)
        #expect(try store.releaseEngineHold(.after(seconds: 20, skew: due), by: "sue"))
        #expect(try !store.releaseEngineHold(.after(seconds: 20, skew: due), by: "sue"))
        #expect(try store.tick(.after(seconds: 30, skew: due), since: before).fired == 1)
    }

    @Test func `a clock that comes right again ends a hold by itself`() throws {
        let before = ClockReading.after(seconds: 0)
        _ = try store.tick(before)
        #expect(try store.tick(.after(seconds: 10, skew: 7_200), since: before).hold != nil)
        #expect(try store.tick(.after(seconds: 20), since: before).hold == nil)
        #expect(try store.engineStatus(now: .march).hold == nil)
    }

    @Test func `time that really passed is downtime and no jump`() throws {
        let before = ClockReading.after(seconds: 0)
        _ = try store.tick(before)
        let report = try store.tick(.after(seconds: due + 86_400), since: before)
        #expect(report.hold == nil)
        #expect(report.cases == 1)
    }

    @Test func `hold and end of hold are lines of the trail`() throws {
        let before = ClockReading.after(seconds: 0)
        _ = try store.tick(before)
        _ = try store.tick(.after(seconds: 10, skew: due), since: before)
        try store.releaseEngineHold(.after(seconds: 20, skew: due), by: "sue")
        let acts = try store.engine.read { session throws(StoreError) in
            try session.all("SELECT act, actor FROM audit_trail WHERE subject = 'engine' ORDER BY number") {
                [$0.text(0), $0.text(1)]
            }
        }
        #expect(acts == [["clock_doubtful", "engine"], ["clock_believed", "sue"]])
    }
}
