package import Complaints
package import WorkingTime

extension Store {
    /// Takes the right to fire timers; nil while another process has it.
    ///
    /// The kernel frees the lock when its holder dies; the epoch, raised here, refuses what a holder that was stopped
    /// meanwhile still means to do.
    package func takeEngineRole(_ reading: ClockStamp, holder: String) throws(StoreError) -> EngineRole? {
        guard let lock = try EngineLock.take(besideStore: path) else { return nil }
        return EngineRole(epoch: try raiseEpoch(reading, holder: holder), lock: lock)
    }

    /// Takes the role from a process that holds the lock and does nothing with it.
    func takeOverEngineRole(_ reading: ClockStamp, holder: String) throws(StoreError) -> EngineRole {
        EngineRole(epoch: try raiseEpoch(reading, holder: holder), lock: nil)
    }

    private func raiseEpoch(_ reading: ClockStamp, holder: String) throws(StoreError) -> Int64 {
        try engine.write { session throws(StoreError) in try session.raiseEpoch(holder: holder, at: reading.wall) }
    }

    /// Fires what is due, in the order of (due, case), in short transactions; each effect happens once whoever ticks.
    ///
    /// Without a role (a tick by hand) it works beside a running engine: what was decided is written only while the case
    /// is still as it was then, so the second finds nothing left. It acts in the epoch it found: when an
    /// engine takes the role meanwhile it ends unfinished. With a role it throws `engineSuperseded` then.
    /// `previous` is the reading of the same process's last believed tick, where it had one since the last that was
    /// noted. Ends early after `millisecondsMax`; then `isUnfinished` is true.
    package func tick(
        _ reading: ClockStamp, as role: EngineRole? = nil, since previous: ClockStamp? = nil,
        millisecondsMax: Int = TickLimits.millisecondsMax
    ) throws(StoreError) -> TickReport {
        guard let book else { throw .rulesMissing(policy: nil) }
        var round = TickRound(
            store: self, book: book, reading: reading, previous: previous, role: role,
            deadline: Clock.monotonic() + Int64(millisecondsMax) * 1_000)
        return try round.run()
    }

    package func engineStatus(now: Instant) throws(StoreError) -> EngineStatus {
        let isRunning = EngineLock.isHeld(besideStore: path)
        return try engine.read { session throws(StoreError) in
            let state = try session.engineState()
            return EngineStatus(
                isRunning: isRunning, holder: state.holder, takenAt: state.takenAt, epoch: state.epoch,
                lastTick: state.believed?.wall, doubt: state.doubt, nextDue: try session.nextTimer(),
                backlog: try session.backlog(at: now), undelivered: try session.undeliveredNotices(at: now))
        }
    }

    /// A supervisor says that the clock is right as it is; false when nothing was held.
    ///
    /// Who may say so is the caller's check; that somebody did is a line of the trail.
    @discardableResult
    package func releaseEngineHold(_ reading: ClockStamp, by login: String) throws(StoreError) -> Bool {
        try engine.write { session throws(StoreError) in
            guard let doubt = try session.engineState().doubt else { return false }
            try session.believe(reading)
            try session.appendTrail(
                chain, at: reading.wall, actor: login, act: EngineAct.clockBelieved, subject: "engine",
                detail: doubt.reason.rawValue)
            return true
        }
    }
}

/// Bounds of one tick.
package enum TickLimits {
    /// A tick gives its caller the chance to stop after this long.
    package static let millisecondsMax = 1_000
    /// Work of one transaction: others wait for it, and its commit comes on top.
    static let transactionMicroseconds: Int64 = 25_000
    /// And so long while a desk waits for it.
    static let giveWayMicroseconds: Int64 = 5_000
    /// A case that could not be looked at waits this long for the next look.
    static let lookAgainMicroseconds: Int64 = 60_000_000
    /// An idle tick is noted this often, so that a clock that went backward is seen after a restart.
    static let noteEveryMicroseconds: Int64 = 60_000_000
}

/// Acts of the engine in the trail, beside the events of cases.
enum EngineAct {
    static let clockDoubtful = "clock_doubtful"
    static let clockBelieved = "clock_believed"
    static let massEvent = "mass_event"
}
