import Complaints
import WorkingTime

/// Carries out plans within one transaction, each only while its case is as it was planned on.
struct FiringBatch {
    struct Outcome {
        var cases = 0
        var fired = 0
        var superseded = 0
        var notices = 0
        var passedOver = 0
        /// Plans done with.
        var done = 0
    }

    private(set) var outcome = Outcome()
    private let planner: FiringPlanner
    private let engine: any Engine
    private var work: CommandWork

    init(work: CommandWork, planner: FiringPlanner, engine: any Engine) {
        self.work = work
        self.planner = planner
        self.engine = engine
    }

    /// Carries out plans from the first on until the transaction has lasted as long as it may: less when a desk waits. With `isLast` the
    /// summaries are ended once all are done.
    mutating func carryOut(_ plans: ArraySlice<FiringPlan>, isLast: Bool) throws(StoreError) {
        let start = Clock.monotonic()
        for plan in plans {
            try carryOut(try upToDate(plan))
            outcome.done += 1
            let lasted = Clock.monotonic() - start
            if lasted >= TickLimits.transactionMicroseconds { break }
            if lasted >= TickLimits.giveWayMicroseconds, engine.isAwaited { break }
        }
        outcome.notices = work.outbox.made
        guard isLast, outcome.done == plans.count else { return }
        outcome.notices += try work.session.closeSummaries(at: planner.now)
    }

    /// The plan itself, or a new one when somebody changed the case since.
    private func upToDate(_ plan: FiringPlan) throws(StoreError) -> FiringPlan {
        let number = plan.place.complaint
        let found = try work.session.first(
            """
            SELECT c.version, t.fire_at FROM complaints c JOIN complaint_timers t ON t.complaint = c.number
            WHERE c.number = $1
            """, number
        ) { (version: $0.int(0), fireAt: $0.integer(1)) }
        if let found, found.fireAt == plan.place.fireAt, found.version == plan.version || plan.version == 0 {
            return plan
        }
        return try planner.plan(work.session, plan.place)
    }

    private mutating func carryOut(_ plan: FiringPlan) throws(StoreError) {
        let number = plan.place.complaint
        switch plan.work {
        case .wait(let timer): try work.session.save(timer, of: number)
        case .passOver(let instant): try passOver(number, until: instant)
        case .fire(let prepared):
            try work.keep(prepared)
            count(prepared.acceptance)
        }
    }

    /// Looks again later, so that a case that cannot be looked at keeps nobody from the others.
    private mutating func passOver(_ number: Int64, until instant: Instant?) throws(StoreError) {
        outcome.passedOver += 1
        let later = planner.now.microseconds + TickLimits.lookAgainMicroseconds
        try work.session.run(
            "UPDATE complaint_timers SET fire_at = $1 WHERE complaint = $2",
            max(later, instant?.microseconds ?? later), number)
    }

    private mutating func count(_ acceptance: Acceptance) {
        outcome.cases += 1
        var last: CaseEffect?
        for effect in acceptance.effects where effect.stage != nil {
            // Several people told of one stage stand one after the other.
            let isSame = last?.clock == effect.clock && last?.generation == effect.generation
            if effect.kind == .superseded {
                outcome.superseded += 1
            } else if !isSame || last?.stage != effect.stage {
                outcome.fired += 1
            }
            last = effect
        }
    }
}
