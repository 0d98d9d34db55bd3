package import Complaints
import Synchronization
package import WorkingTime

/// How far a walk over the open cases has come.
package struct CaseSweep: Sendable, Hashable {
    /// Cases looked at.
    package var seen = 0
    package var changed = 0
    package var refused = 0
    /// False when the time was up before the last case: call again with the same name.
    package var isFinished = false

    package init() {}
}

extension Store {
    /// Walks the open cases in the order of their numbers and does to each what `change` answers.
    ///
    /// For what touches all of them: a calendar published anew, a policy they move to, an owner who is away. A few
    /// dozen cases a transaction, so that desks go on; each batch and the place it ended at are kept together, so that
    /// a walk that was killed goes on where it stopped and one that is finished does nothing more. `change` must answer
    /// nil for a case it was done to already; it decides nothing itself, the pure rules do.
    /// - Parameters:
    ///   - name: of this one walk, `calendar/cn-office/2026-02-01`; nil for one that may run again at any time and
    ///     begins at the first case each time.
    ///   - owner: only this person's cases.
    package func sweepOpenCases(
        _ name: String?, at now: Instant, owner: String? = nil, millisecondsMax: Int = .max,
        change: (Complaint, Rules, StaffDirectory) -> Decision?
    ) throws(StoreError) -> CaseSweep {
        guard let book else { throw .rulesMissing(policy: nil) }
        let zone = zoneRules.withLock { $0 }
        let start = Clock.monotonic()
        let time = Int64(min(millisecondsMax, Self.sweepMillisecondsMax)) * 1_000
        var sweep = CaseSweep()
        var place: Int64?
        while !sweep.isFinished, Clock.monotonic() - start < time {
            try engine.write { session throws(StoreError) in
                var batch = SweepBatch(
                    work: CommandWork(session: session, chain: chain, book: book, zone: zone), now: now, owner: owner)
                if place == nil { (place, sweep.isFinished) = try session.sweepPlace(name) }
                guard !sweep.isFinished else { return }
                place = try batch.walk(after: place ?? 0, change)
                sweep.add(batch.sweep)
                try session.keepSweep(name, through: place ?? 0, batch.sweep, at: now)
            }
        }
        return sweep
    }

    private static let sweepMillisecondsMax = 86_400_000
}

extension CaseSweep {
    fileprivate mutating func add(_ batch: CaseSweep) {
        seen += batch.seen
        changed += batch.changed
        refused += batch.refused
        isFinished = batch.isFinished
    }
}

/// The cases of one transaction of a walk.
private struct SweepBatch {
    var work: CommandWork
    let now: Instant
    let owner: String?
    private(set) var sweep = CaseSweep()

    init(work: CommandWork, now: Instant, owner: String?) {
        self.work = work
        self.now = now
        self.owner = owner
    }

    /// Returns the last case looked at.
    mutating func walk(
        after place: Int64, _ change: (Complaint, Rules, StaffDirectory) -> Decision?
    ) throws(StoreError) -> Int64 {
        let numbers = try openCases(after: place)
        let deadline = Clock.monotonic() + TickLimits.transactionMicroseconds
        var place = place
        for number in numbers {
            try look(at: number, change)
            place = number
            if Clock.monotonic() >= deadline, number != numbers.last { return place }
        }
        sweep.isFinished = numbers.count < Self.casesMax
        return place
    }

    private func openCases(after place: Int64) throws(StoreError) -> [Int64] {
        let session = work.session
        guard let owner else {
            return try session.all(
                "SELECT number FROM complaints WHERE number > $1 AND is_open = 1 ORDER BY number LIMIT $2", place,
                Self.casesMax
            ) { $0.integer(0) }
        }
        return try session.all(
            """
            SELECT number FROM complaints WHERE number > $1 AND is_open = 1 AND owner = $2 ORDER BY number LIMIT $3
            """, place, owner, Self.casesMax
        ) { $0.integer(0) }
    }

    private mutating func look(
        at number: Int64, _ change: (Complaint, Rules, StaffDirectory) -> Decision?
    ) throws(StoreError) {
        guard let policy = try work.session.policy(of: number) else { return }
        guard let rules = work.book.rules(of: policy),
            let complaint = try work.session.folded(number, rules), rules.missing(of: complaint).isEmpty
        else { throw .rulesMissing(policy: policy) }
        sweep.seen += 1
        switch change(complaint, rules, try work.staff(at: now)) {
        case .accepted(let acceptance)?:
            guard !acceptance.events.contains(where: { complaint.knownEvents[$0.eventID] != nil }) else { return }
            try work.keep(acceptance, before: complaint)
            sweep.changed += 1
        case .refused?: sweep.refused += 1
        case .replay?, nil: return
        }
    }

    static let casesMax = 128
}

extension Session {
    /// Where a walk of that name stands, and whether it is done.
    fileprivate func sweepPlace(_ name: String?) throws(StoreError) -> (place: Int64?, isFinished: Bool) {
        guard let name else { return (0, false) }
        let found = try first("SELECT through, finished_at IS NOT NULL FROM case_sweeps WHERE name = $1", name) {
            (place: Int64?.some($0.integer(0)), isFinished: $0.bool(1))
        }
        return found ?? (0, false)
    }

    fileprivate func keepSweep(
        _ name: String?, through place: Int64, _ batch: CaseSweep, at now: Instant
    ) throws(StoreError) {
        guard let name else { return }
        try run(
            """
            INSERT INTO case_sweeps (name, through, seen, changed, started_at, finished_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (name) DO UPDATE SET through = $2, seen = case_sweeps.seen + $3,
                changed = case_sweeps.changed + $4, finished_at = $6
            """, name, place, batch.seen, batch.changed, now, batch.isFinished ? now : nil)
    }
}
