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
        #expect(back.hold?.doubt.reason == .backward)
        #expect(try store.engineStatus(now: .march).doubt?.reason == .backward)
        #expect(try centre.engineEvents(of: number).isEmpty)
        #expect(try store.tick(.after(seconds: due + 6)).fired == 1)
        #expect(try store.engineStatus(now: .march).doubt == nil)
    }

    @Test(arguments: [0, -1, -2]) func `two seconds behind are believed`(skew: Int64) throws {
        _ = try store.tick(.after(seconds: due + 1_000))
        #expect(try store.tick(.after(seconds: due + 1_000, skew: skew)).hold == nil)
    }

    @Test func `a jump of less than an hour holds for ten minutes of real time`() throws {
        let start = due - 2_000
        let before = ClockStamp.after(seconds: start)
        _ = try store.tick(before)
        func held(_ seconds: Int64) throws -> EngineHold? {
            try store.tick(.after(seconds: start + seconds, skew: 3_000), since: before).hold
        }
        #expect(try held(10)?.doubt.reason == .jumped)
        #expect(try held(300)?.doubt.began == .after(seconds: start + 10, skew: 3_000))
        let byHand = try store.tick(.after(seconds: start + 301, skew: 3_000))
        #expect(byHand.hold?.needsPerson == false, "a tick by hand is held too")
        #expect(try centre.engineEvents(of: number).isEmpty)
        #expect(try held(609) != nil)
        #expect(try held(610) == nil)
        #expect(try centre.engineEvents(of: number).count == 1)
    }

    @Test func `a process that has just begun tells a jump from downtime, and waits for a person`() throws {
        _ = try store.tick(.after(seconds: 0))
        for seconds in [60, 601, 86_400] as [Int64] {
            let hold = try #require(try store.tick(.after(seconds: seconds, skew: 3 * 86_400)).hold)
            #expect(hold.needsPerson)
            #expect(hold.by == TimeLength(seconds: 3 * 86_400))
            #expect(hold.doubt.began == .after(seconds: 60, skew: 3 * 86_400))
        }
        #expect(try centre.engineEvents(of: number).isEmpty)
        #expect(try store.releaseEngineHold(.after(seconds: 86_401, skew: 3 * 86_400), by: "sue"))
        #expect(try store.tick(.after(seconds: 86_402, skew: 3 * 86_400)).cases == 1)
    }

    @Test func `what one process believed last counts for all while the clock is behind it`() throws {
        let noted = ClockStamp.after(seconds: 0)
        _ = try store.tick(noted)
        let later = ClockStamp.after(seconds: 50)
        #expect(try store.tick(.after(seconds: 51, skew: -10), since: later).hold?.doubt.reason == .backward)
        #expect(try store.tick(.after(seconds: 52, skew: -10)).hold != nil, "it is ahead of what was noted")
    }

    @Test func `a supervisor's word ends a hold, for the engine that saw the jump as well`() throws {
        let before = ClockStamp.after(seconds: 0)
        _ = try store.tick(before)
        #expect(try store.tick(.after(seconds: 10, skew: due), since: before).hold != nil)
        #expect(try store.releaseEngineHold(.after(seconds: 20, skew: due), by: "sue"))
        #expect(try !store.releaseEngineHold(.after(seconds: 20, skew: due), by: "sue"))
        #expect(try store.tick(.after(seconds: 30, skew: due), since: before).fired == 1)
    }

    @Test func `a clock that comes right again ends a hold by itself`() throws {
        let before = ClockStamp.after(seconds: 0)
        _ = try store.tick(before)
        #expect(try store.tick(.after(seconds: 10, skew: 7_200), since: before).hold != nil)
        #expect(try store.tick(.after(seconds: 20), since: before).hold == nil)
        #expect(try store.engineStatus(now: .march).doubt == nil)
    }

    @Test func `time that really passed is downtime and no jump`() throws {
        let before = ClockStamp.after(seconds: 0)
        _ = try store.tick(before)
        let report = try store.tick(.after(seconds: due + 86_400), since: before)
        #expect(report.hold == nil)
        #expect(report.cases == 1)
    }

    @Test func `hold and end of hold are lines of the trail`() throws {
        let before = ClockStamp.after(seconds: 0)
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
