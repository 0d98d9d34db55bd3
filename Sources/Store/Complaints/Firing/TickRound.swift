import Complaints
import Synchronization
import WorkingTime

/// One tick: judges the clock, then fires due cases batch by batch.
struct TickRound {
    let store: Store
    let book: RulesBook
    let reading: ClockReading
    let previous: ClockReading?
    let role: EngineRole?
    /// On the monotonic clock, in microseconds.
    let deadline: Int64
    private var report = TickReport()

    init(
        store: Store, book: RulesBook, reading: ClockReading, previous: ClockReading?, role: EngineRole?,
        deadline: Int64
    ) {
        self.store = store
        self.book = book
        self.reading = reading
        self.previous = previous
        self.role = role
        self.deadline = deadline
    }

    mutating func run() throws(StoreError) -> TickReport {
        let start = Clock.monotonic()
        let (state, next) = try store.engine.read { session throws(StoreError) in
            (try session.engineState(), try session.nextTimer())
        }
        let epoch = role?.epoch ?? state.epoch
        guard epoch == state.epoch else { throw .engineSuperseded(epoch: epoch, current: state.epoch) }
        report.nextDue = next
        try judgeClock(state, epoch)
        if report.hold == nil, let next, next <= reading.wall { try fireAll(epoch) }
        report.microseconds = Clock.monotonic() - start
        return report
    }

    // MARK: the clock

    /// Begins, keeps or ends a hold; notes the reading when it is believed and that is worth a write.
    private mutating func judgeClock(_ state: EngineState, _ epoch: Int64) throws(StoreError) {
        let verdict = ClockVerdict(reading, state: state, previous: previous)
        if let hold = verdict.hold {
            report.hold = hold
            guard state.hold != hold else { return }
            try inEpoch(epoch) { session throws(StoreError) in
                try session.hold(hold)
                try session.appendTrail(
                    store.chain, at: reading.wall, actor: EffectKey.engineLogin, act: EngineAct.clockDoubtful,
                    subject: "engine", detail: hold.reason.rawValue)
            }
        } else if state.hold != nil || verdict.isWorthNoting {
            try inEpoch(epoch) { session throws(StoreError) in
                try session.believe(reading)
                if let hold = state.hold {
                    try session.appendTrail(
                        store.chain, at: reading.wall, actor: EffectKey.engineLogin, act: EngineAct.clockBelieved,
                        subject: "engine", detail: hold.reason.rawValue)
                }
            }
        }
    }

    private func inEpoch(
        _ epoch: Int64, _ body: (any Session) throws(StoreError) -> Void
    ) throws(StoreError) {
        try store.engine.write { session throws(StoreError) in
            try session.requireEpoch(epoch)
            try body(session)
        }
    }

    // MARK: firing

    /// A place in the order of (due, case).
    private typealias Place = (fireAt: Int64, complaint: Int64)

    private mutating func fireAll(_ epoch: Int64) throws(StoreError) {
        var place: Place = (Int64.min, Int64.min)
        var isEnd = false
        while !isEnd {
            let book = book
            let reading = reading
            let chain = store.chain
            let zone = store.zoneRules.withLock { $0 }
            let batch = try store.engine.write { session throws(StoreError) in
                try session.requireEpoch(epoch)
                var batch = FiringBatch(
                    work: CommandWork(session: session, chain: chain, book: book, zone: zone), now: reading.wall)
                try batch.fire(after: place)
                try session.believe(reading)
                return batch.outcome
            }
            report.add(batch)
            place = batch.place
            isEnd = batch.isEnd
            if !isEnd, Clock.monotonic() >= deadline {
                report.isUnfinished = true
                return
            }
        }
        let now = reading.wall
        report.notices += try store.engine.write { session throws(StoreError) in
            try session.requireEpoch(epoch)
            return try session.closeSummaries(at: now)
        }
        report.nextDue = try store.engine.read { session throws(StoreError) in try session.nextTimer() }
    }
}

extension TickReport {
    mutating func add(_ batch: FiringBatch.Outcome) {
        cases += batch.cases
        fired += batch.fired
        superseded += batch.superseded
        notices += batch.notices
        passedOver += batch.passedOver
    }
}
