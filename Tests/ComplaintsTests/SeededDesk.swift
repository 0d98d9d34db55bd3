import Complaints
import Testing
import WorkingTime

/// One case of a random centre with everything that can go wrong around it: engines killed, commands and firings
/// delivered twice, restarts, clocks that jump. Nothing is kept but by compare-and-set on the case's version.
struct SeededDesk {
    let world: RandomCentre
    let name: String
    private(set) var complaint: Complaint?
    private(set) var trail: [Event] = []
    private(set) var refused = 0
    private var keys: Set<String> = []
    private var pauseDues: [ClockKey: Instant] = [:]

    init(_ world: RandomCentre, name: String) {
        self.world = world
        self.name = name
    }

    private var invariants: Invariants { Invariants(centre: world.centre, path: name) }

    /// What a store does in one transaction: refuse whoever decided on an older version, or who writes a key again.
    private mutating func commit(_ acceptance: Acceptance, onto version: Int, at now: Instant) -> Bool {
        guard (complaint?.version ?? 0) == version else { return false }
        for event in acceptance.events where !keys.insert(event.eventID).inserted {
            Issue.record("\(event.eventID) was written twice in \(name)")
        }
        let before = complaint ?? acceptance.complaint
        trail += acceptance.events
        complaint = acceptance.complaint
        if acceptance.events.first?.type == .wait {
            pauseDues = [:]
            for clock in before.clocks { pauseDues[clock.key] = clock.due }
        }
        if trail.count > acceptance.events.count {
            invariants.check(acceptance.complaint, from: before, events: acceptance.events, trail: trail, at: now)
            invariants.checkFold(acceptance.complaint, from: before, acceptance.events)
            invariants.checkPause(acceptance.complaint, dues: pauseDues, at: now)
        }
        if acceptance.complaint.state != .waiting { pauseDues = [:] }
        return true
    }

    mutating func register(at now: Instant, live: Bool) {
        let fields: [String: FieldValue] = [
            "channel": "phone", "summary": "meter", "customer": 7, "live": .boolean(live),
        ]
        let command = world.centre.command(.register, at: now, id: "register", fields)
        guard case .accepted(let acceptance) = decide(nil, command, world.context(at: now)) else {
            Issue.record("A complaint was not taken in")
            return
        }
        _ = commit(acceptance, onto: 0, at: now)
    }

    /// Does what a move of this name means for the case as it is; true when it was accepted.
    @discardableResult
    mutating func act(_ move: String, id: String, at now: Instant, deliveries: Int = 1) -> Bool {
        guard let before = complaint,
            case .ask(let type, let login, let fields)? = Alphabet(before, at: now).moves.first(where: {
                $0.name == move
            })?
            .kind
        else { return false }
        let command = world.centre.command(type, by: login, at: now, id: id, fields)
        switch decide(before, command, world.context(at: now)) {
        case .replay:
            Issue.record("\(id) was new in \(name)")
            return false
        case .refused(let refusal):
            refused += 1
            if refusal.legal != before.legal { Issue.record("Other events are legal in \(name)") }
            return false
        case .accepted(let acceptance):
            _ = commit(acceptance, onto: before.version, at: now)
            for _ in 1..<max(deliveries, 1) + 1 {
                guard let complaint,
                    decide(complaint, command, world.context(at: now)) == .replay(sequence: before.version + 1)
                else {
                    Issue.record("\(id) delivered again was no replay in \(name)")
                    return true
                }
            }
            return true
        }
    }

    /// An engine looks. It may die before it has written, and another may have looked at the same time.
    mutating func wake(at now: Instant, isKilled: Bool = false, twins: Int = 1) {
        guard let before = complaint else { return }
        let staff = world.staff(at: now)
        switch fire(before, now: now, rules: world.centre.rules, staff: staff) {
        case .nothing: break
        case .refused: Issue.record("The clock did not go back in \(name)")
        case .fired(let acceptance):
            if isKilled { return }
            for twin in 0..<twins {
                let isKept = commit(acceptance, onto: before.version, at: now)
                if isKept != (twin == 0) { Issue.record("A firing was kept twice in \(name)") }
            }
        }
    }

    /// Every timer up to `limit` at its own instant.
    mutating func firePunctually(before limit: Instant) {
        while let complaint, let timer = complaint.nextTimer(world.centre.rules), timer.fireAt < limit {
            let now = max(timer.fireAt, complaint.lastRecordedAt)
            let version = complaint.version
            wake(at: now)
            if self.complaint?.version == version {
                Issue.record("\(timer.stage) of \(timer.clock) was due and did not fire in \(name)")
                return
            }
        }
    }

    /// A clock more than two seconds behind what is known fires nothing.
    func jumpBack(seconds: Int64) {
        guard let complaint else { return }
        let now = complaint.lastRecordedAt - TimeLength(seconds: seconds)
        guard
            case .refused(let refusal) = fire(
                complaint, now: now, rules: world.centre.rules, staff: world.staff(at: now)),
            refusal.code == .clockBackward
        else {
            Issue.record("A clock \(seconds) s behind fired in \(name)")
            return
        }
    }

    /// The process starts again: only the trail is left.
    mutating func restart() {
        let again = replay(trail, world.centre.rules)
        if again != complaint { Issue.record("After a restart the case is another in \(name)") }
        complaint = again
    }

    // MARK: what came of it

    /// Every promise that was broken: clock, generation and the due time it is dated at, acceptance of levels aside.
    var breaches: Set<String> {
        let all = (complaint?.clocks ?? []) + (complaint.map { Array($0.formerClocks) } ?? [])
        return Set(
            all.filter { $0.state == .breached && $0.name != ClockName.escalationAcceptance }.map {
                "\($0.name) \($0.generation) \($0.due.map { $0.rfc3339(offsetSeconds: 0) } ?? "")"
            })
    }

    /// Each warning is given or superseded once; a level is told once, however many people it has.
    func checkStages() {
        var warned: [String: Set<Int64>] = [:]
        var told: [String: Set<Int64>] = [:]
        for event in trail where event.role == .timer {
            let fields = event.fields
            let stage = fields.text("stage") ?? ""
            let key = "\(fields.text("clock") ?? "") \(fields.count("generation") ?? 0) \(stage)"
            if [.warned, .superseded].contains(event.type), stage.hasPrefix("W") {
                warned["\(key) \(event.type.rawValue)", default: []].insert(event.recordedAt.microseconds)
                warned[key, default: []].insert(event.recordedAt.microseconds)
            }
            if [.escalated, .levelVacant, .fallbackNotified].contains(event.type) {
                told[key, default: []].insert(event.occurredAt.microseconds)
            }
            if event.type == .breached, fields.instant("due") != event.occurredAt {
                Issue.record("\(key) is not dated at its due in \(name)")
            }
        }
        for (key, times) in warned.merging(told, uniquingKeysWith: { $0.union($1) }) where times.count != 1 {
            Issue.record("\(key) happened \(times.count) times in \(name)")
        }
    }
}
