import Complaints
import WorkingTime

/// The due cases of one transaction: found, decided and written in it, so that nobody else can have done the same.
struct FiringBatch {
    struct Outcome {
        var cases = 0
        var fired = 0
        var superseded = 0
        var notices = 0
        var passedOver = 0
        /// The last case looked at, in the order of (due, case).
        var place: (fireAt: Int64, complaint: Int64) = (.min, .min)
        /// Nothing due lies behind `place`.
        var isEnd = false
    }

    private(set) var outcome = Outcome()
    private var work: CommandWork
    private let now: Instant

    init(work: CommandWork, now: Instant) {
        self.work = work
        self.now = now
    }

    /// Looks at due cases behind `place` until the transaction has lasted as long as it may.
    mutating func fire(after place: (fireAt: Int64, complaint: Int64)) throws(StoreError) {
        outcome.place = place
        let deadline = Clock.monotonic() + TickLimits.transactionMicroseconds
        let due = try work.session.all(
            """
            SELECT complaint, fire_at FROM complaint_timers
            WHERE fire_at <= $1 AND (fire_at > $2 OR (fire_at = $2 AND complaint > $3))
            ORDER BY fire_at, complaint LIMIT $4
            """, now, place.fireAt, place.complaint, TickLimits.casesPerTransactionMax
        ) { (complaint: $0.integer(0), fireAt: $0.integer(1)) }
        outcome.isEnd = due.count < TickLimits.casesPerTransactionMax
        for row in due {
            try look(at: row.complaint)
            outcome.place = (row.fireAt, row.complaint)
            if Clock.monotonic() >= deadline, row.complaint != due.last?.complaint {
                outcome.isEnd = false
                break
            }
        }
        outcome.notices = work.outbox.made
        if outcome.isEnd { outcome.notices += try work.session.closeSummaries(at: now) }
    }

    private mutating func look(at number: Int64) throws(StoreError) {
        guard let policy = try work.session.policy(of: number), let rules = work.book.rules(of: policy),
            let complaint = replay(try work.session.events(of: number), rules)
        else { return try passOver(number, until: nil) }
        switch Complaints.fire(complaint, now: now, rules: rules, staff: try work.staff(at: now)) {
        case .nothing:
            try work.saveTimer(of: complaint, number)
        case .refused:
            try passOver(number, until: complaint.lastRecordedAt)
        case .fired(let acceptance):
            // A stage that happened before cannot happen again: the case is left as it is, and named.
            guard !acceptance.events.contains(where: { complaint.knownEvents[$0.eventID] != nil }) else {
                return try passOver(number, until: nil)
            }
            try work.keep(acceptance, before: complaint)
            count(acceptance)
        }
    }

    /// Looks again later, so that a case that cannot be looked at keeps nobody from the others.
    private mutating func passOver(_ number: Int64, until instant: Instant?) throws(StoreError) {
        outcome.passedOver += 1
        let later = now.microseconds + TickLimits.lookAgainMicroseconds
        try work.session.run(
            "UPDATE complaint_timers SET fire_at = $1 WHERE complaint = $2",
            max(later, instant?.microseconds ?? later), number)
    }

    private mutating func count(_ acceptance: Acceptance) {
        outcome.cases += 1
        var stages: Set<[String]> = []
        for event in acceptance.events {
            if event.type == .superseded {
                outcome.superseded += 1
            } else {
                stages.insert(
                    ["clock", "generation", "stage"].map { name in
                        switch event.fields[name] {
                        case .text(let text): text
                        case .integer(let number): String(number)
                        default: ""
                        }
                    })
            }
        }
        outcome.fired += stages.count
    }
}
