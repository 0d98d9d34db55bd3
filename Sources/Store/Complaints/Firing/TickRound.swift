import Complaints
import Synchronization
import WorkingTime

/// One tick: judges the clock, then fires due cases batch by batch.
struct TickRound {
    let store: Store
    let book: RulesBook
    let reading: ClockStamp
    let previous: ClockStamp?
    let role: EngineRole?
    /// On the monotonic clock, in microseconds.
    let deadline: Int64
    private var report = TickReport()

    init(
        store: Store, book: RulesBook, reading: ClockStamp, previous: ClockStamp?, role: EngineRole?,
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
        do throws(StoreError) {
            try judgeClock(state, epoch)
            if report.hold == nil, let next, next <= reading.wall { try fireAll(epoch) }
            if report.hold == nil { try linkProblems(epoch) }
        } catch .engineSuperseded where role == nil {
            // An engine began meanwhile: a tick by hand has nothing to lose but its place.
            report.isUnfinished = true
        }
        report.microseconds = Clock.monotonic() - start
        return report
    }

    // MARK: the clock

    /// Begins, keeps or ends a hold; notes the reading when it is believed and that is worth a write.
    private mutating func judgeClock(_ state: EngineState, _ epoch: Int64) throws(StoreError) {
        var watch = ClockWatch(
            trusted: ClockStamp.latest(own: previous, noted: state.believed), doubt: state.doubt)
        let trusted = watch.trusted
        switch watch.look(reading) {
        case .held(let error, let needsPerson):
            guard let doubt = watch.doubt else { return }
            report.hold = EngineHold(doubt, by: error, needsPerson: needsPerson)
            if state.doubt != doubt {
                try note(EngineAct.clockDoubtful, doubt, epoch) { session throws(StoreError) in
                    try session.doubt(doubt, since: trusted)
                }
            }
        case .sound:
            if let doubt = state.doubt {
                try note(EngineAct.clockBelieved, doubt, epoch) { session throws(StoreError) in
                    try session.believe(reading)
                }
            } else if isWorthNoting(since: state.believed) {
                try inEpoch(epoch) { session throws(StoreError) in try session.believe(reading) }
            }
        }
    }

    /// Another start of the machine, or a minute since the last note.
    private func isWorthNoting(since noted: ClockStamp?) -> Bool {
        guard let noted, noted.boot == reading.boot else { return true }
        return abs((reading.wall - noted.wall).microseconds) >= TickLimits.noteEveryMicroseconds
    }

    /// Keeps what changed of the clock, and a line of the trail that says so.
    private func note(
        _ act: String, _ doubt: ClockDoubt, _ epoch: Int64, _ change: (any Session) throws(StoreError) -> Void
    ) throws(StoreError) {
        try inEpoch(epoch) { session throws(StoreError) in
            try change(session)
            try session.appendTrail(
                store.chain, at: reading.wall, actor: EffectKey.engineLogin, act: act, subject: "engine",
                detail: doubt.reason.rawValue)
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

    /// Fires until nothing is due or the time is up; the next cases are planned while the last ones are written.
    private mutating func fireAll(_ epoch: Int64) throws(StoreError) {
        let now = reading.wall
        let planner = FiringPlanner(
            book: book,
            staff: try store.engine.read { session throws(StoreError) in try session.staffDirectory(at: now) },
            now: now)
        var ahead: PlanAhead? = PlanAhead(planner, store.engine, after: .start)
        while let plans = try ahead?.plans() {
            let isLast = plans.count < PlanAhead.casesMax
            let isTimeUp = Clock.monotonic() >= deadline
            ahead = nil
            if !isLast, !isTimeUp, let last = plans.last {
                ahead = PlanAhead(planner, store.engine, after: last.place)
            }
            try carryOut(plans, planner, epoch, isLast: isLast)
            report.isUnfinished = !isLast && isTimeUp
        }
        report.nextDue = try store.engine.read { session throws(StoreError) in try session.nextTimer() }
    }

    /// Cases of a great problem that the command which found it left over.
    private mutating func linkProblems(_ epoch: Int64) throws(StoreError) {
        func isWaiting() throws(StoreError) -> Bool {
            try store.engine.read { session throws(StoreError) in try session.hasUnlinkedCases() }
        }
        let zone = store.zoneRules.withLock { $0 }
        while !report.isUnfinished, try isWaiting() {
            try store.engine.write { session throws(StoreError) in
                try session.requireEpoch(epoch)
                var work = CommandWork(session: session, chain: store.chain, book: book, zone: zone)
                try work.linkProblems(at: reading.wall)
            }
            if Clock.monotonic() >= deadline { report.isUnfinished = true }
        }
    }

    /// In as many transactions as it takes for none to be long.
    private mutating func carryOut(
        _ plans: [FiringPlan], _ planner: FiringPlanner, _ epoch: Int64, isLast: Bool
    ) throws(StoreError) {
        let zone = store.zoneRules.withLock { $0 }
        var rest = plans[...]
        repeat {
            let outcome = try store.engine.write { session throws(StoreError) in
                try session.requireEpoch(epoch)
                var batch = FiringBatch(
                    work: CommandWork(session: session, chain: store.chain, book: book, zone: zone), planner: planner,
                    engine: store.engine)
                try batch.carryOut(rest, isLast: isLast)
                try session.believe(reading)
                return batch.outcome
            }
            report.add(outcome)
            rest = rest.dropFirst(outcome.done)
        } while !rest.isEmpty
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
