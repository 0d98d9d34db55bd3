package import Complaints
import WorkingTime

/// The engine of one process: standby until the role is free, then a tick whenever something may be due.
///
/// The caller's loop: `attend`, report, sleep `waitMicroseconds`, again. One thread uses it.
package final class EngineWatch {
    package enum State: Sendable, Hashable {
        /// Another process is the engine.
        case standby
        /// This one is; the report of the tick just done, nil when nothing had changed and nothing was due.
        case active(epoch: Int64, TickReport?)
    }

    package struct Attendance: Sendable, Hashable {
        package var state: State
        /// How long the caller may sleep.
        package var waitMicroseconds: Int64
    }

    private let store: Store
    private let holder: String
    private var role: EngineRole?
    private var previous: ClockStamp?
    private var counter: Int64?
    private var nextDue: Instant?
    private var lastTick: Int64?
    private var stall = StallWatch()
    private var absence = AbsenceWatch()

    /// `holder` names the process to people: `pid 812 on desk-3`.
    package init(_ store: Store, holder: String) {
        self.store = store
        self.holder = holder
    }

    /// Does what there is to do now. `engineSuperseded` never leaves here: this engine becomes the standby.
    package func attend(_ reading: ClockStamp) throws(StoreError) -> Attendance {
        if role == nil { role = try takeRole(reading) }
        guard let role else { return Attendance(state: .standby, waitMicroseconds: WatchLimits.standbyMicroseconds) }
        do throws(StoreError) {
            return try attend(reading, as: role)
        } catch .engineSuperseded {
            leave()
            return Attendance(state: .standby, waitMicroseconds: WatchLimits.standbyMicroseconds)
        }
    }

    /// Gives the role back.
    package func leave() {
        role = nil
        previous = nil
        counter = nil
        lastTick = nil
    }

    private func attend(_ reading: ClockStamp, as role: EngineRole) throws(StoreError) -> Attendance {
        let now = try store.changeCounter()
        guard mustTick(reading, counter: now) else {
            // Timers come first: absences wait for a moment without any.
            let isMore = try absence.look(store, reading)
            return Attendance(state: .active(epoch: role.epoch, nil), waitMicroseconds: isMore ? 0 : wait(reading.wall))
        }
        let report = try store.tick(reading, as: role, since: previous)
        counter = now
        lastTick = reading.sinceBoot.microseconds
        nextDue = report.nextDue
        if report.hold == nil { previous = reading }
        let wait = report.isUnfinished ? 0 : report.hold == nil ? wait(reading.wall) : WatchLimits.pollMicroseconds
        return Attendance(state: .active(epoch: role.epoch, report), waitMicroseconds: wait)
    }

    /// A change of the store, a timer that may fire, a clock that moved by itself, or a minute without any.
    private func mustTick(_ reading: ClockStamp, counter now: Int64) -> Bool {
        guard counter == now, let previous, let lastTick else { return true }
        if let nextDue, nextDue <= reading.wall { return true }
        guard let gained = reading.gained(since: previous) else { return true }
        if abs(gained.microseconds) > ClockWatch.backwardMax.microseconds { return true }
        return reading.sinceBoot.microseconds - lastTick >= TickLimits.noteEveryMicroseconds
    }

    private func wait(_ now: Instant) -> Int64 {
        guard let nextDue else { return WatchLimits.pollMicroseconds }
        return min(max(nextDue.microseconds - now.microseconds, 1_000), WatchLimits.pollMicroseconds)
    }

    private func takeRole(_ reading: ClockStamp) throws(StoreError) -> EngineRole? {
        if let role = try store.takeEngineRole(reading, holder: holder) { return role }
        guard stall.isStalled(try store.engineStatus(now: reading.wall), reading) else { return nil }
        stall = StallWatch()
        return try store.takeOverEngineRole(reading, holder: holder)
    }
}

/// Notices an engine that holds the lock and does nothing although timers are due: stopped, or hanging.
private struct StallWatch {
    private var since: Int64?
    private var epoch: Int64 = -1
    private var lastTick: Instant?

    mutating func isStalled(_ status: EngineStatus, _ reading: ClockStamp) -> Bool {
        let isIdle = status.epoch == epoch && status.lastTick == lastTick && status.backlog > 0 && status.doubt == nil
        (epoch, lastTick) = (status.epoch, status.lastTick)
        guard isIdle, let start = since else {
            since = reading.sinceBoot.microseconds
            return false
        }
        return reading.sinceBoot.microseconds - start >= WatchLimits.stallMicroseconds
    }
}

package enum WatchLimits {
    /// How often a standby tries to become the engine.
    static let standbyMicroseconds: Int64 = 2_000_000
    /// How often the engine looks whether the store has changed.
    static let pollMicroseconds: Int64 = 500_000
    /// An engine that lets timers lie for this long is replaced.
    static let stallMicroseconds: Int64 = 10_000_000
}
