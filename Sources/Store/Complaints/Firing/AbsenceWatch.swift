import Complaints
import WorkingTime

/// Notices whose owners are away and covers their open cases: the supervisor is warned, the backup is offered each.
///
/// A walk over one owner's cases begins when the absence is first seen and again in a while, for cases that came since.
struct AbsenceWatch {
    private var lookedAt: Int64?
    /// Who is away, and when (time since boot) their cases were last all walked.
    private var covered: [String: Int64] = [:]

    /// Once a minute, and only so long that the caller is not kept from its timers; true when there is more to do.
    mutating func look(_ store: Store, _ reading: ClockStamp) throws(StoreError) -> Bool {
        let sinceBoot = reading.sinceBoot.microseconds
        if let lookedAt, sinceBoot - lookedAt < Self.everyMicroseconds { return false }
        let away = try store.ownersAway(at: reading.wall)
        covered = covered.filter { away.contains($0.key) }
        for login in away {
            if let last = covered[login], sinceBoot - last < Self.againMicroseconds { continue }
            let walk = "absence/\(login)/\(reading.boot)/\(sinceBoot / Self.againMicroseconds)"
            guard try cover(login, walk, store, reading.wall) else { return true }
            covered[login] = sinceBoot
        }
        lookedAt = sinceBoot
        return false
    }

    /// True when all cases were walked, or one of them could not be: that one is nobody else's matter.
    private func cover(_ login: String, _ walk: String, _ store: Store, _ now: Instant) throws(StoreError) -> Bool {
        do throws(StoreError) {
            return try store.sweepOpenCases(
                walk, at: now, owner: login, millisecondsMax: Self.millisecondsMax
            ) { complaint, rules, staff in
                coverAbsence(complaint, now: now, rules: rules, staff: staff).map(Decision.accepted)
            }.isFinished
        } catch .rulesMissing {
            return true
        }
    }

    private static let everyMicroseconds: Int64 = 60_000_000
    private static let againMicroseconds: Int64 = 900_000_000
    private static let millisecondsMax = 200
}

extension Store {
    /// People who own open cases and are away or no longer active.
    func ownersAway(at now: Instant) throws(StoreError) -> [String] {
        try engine.read { session throws(StoreError) in
            let away = try session.staffDirectory(at: now).people.values.filter { $0.isAway || !$0.isActive }
            var owners: [String] = []
            for login in away.map(\.login).sorted() {
                let has = try session.integer(
                    "SELECT 1 FROM complaints WHERE owner = $1 AND is_open = 1 LIMIT 1", login)
                if has != nil { owners.append(login) }
            }
            return owners
        }
    }
}
