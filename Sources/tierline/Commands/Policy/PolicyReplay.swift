import Complaints
import Desk
import Dossier
import Store
import WorkingTime

/// What a policy would have made of past complaints, beside what was recorded.
struct PolicyReplay {
    /// A clock as recorded and as replayed; nil where one of them has none.
    struct ClockPair {
        var clock: String
        var before: ComplaintClock?
        var after: ComplaintClock?
    }

    struct Case {
        var number: CaseNumber
        var clocks: [ClockPair]
        var levelBefore: Int
        var levelAfter: Int?
        var lateBefore: Int
        var lateAfter: Int
        var refused: [PastCase.Refused]

        var isChanged: Bool {
            levelBefore != levelAfter || lateBefore != lateAfter || !refused.isEmpty
                || clocks.contains { $0.before?.due != $0.after?.due }
        }
    }

    let policy: String
    private(set) var cases: [Case] = []
    /// More complaints were received than are played.
    private(set) var isCut = false

    /// Complaints one replay plays.
    static let casesMax = 100_000

    init(_ policy: Policy, from first: Instant, to last: Instant, in centre: Centre) throws {
        self.policy = policy.reference
        let rules = try CentreRules.rules(adding: policy, in: centre)
        let staff = StaffDirectory(
            people: try centre.store.agents().map {
                StaffDirectory.Person(
                    login: $0.login, roles: $0.roles, reportsTo: $0.reportsTo, team: $0.team,
                    unit: $0.unit, isActive: $0.isActive)
            }, duty: policy.duty, knowsEverybody: true)
        let numbers = try centre.store.complaints(received: first, through: last, limit: Self.casesMax + 1)
        isCut = numbers.count > Self.casesMax
        for number in numbers.prefix(Self.casesMax) {
            guard let file = try centre.store.complaint(number) else { continue }
            let past = PastCase(
                file.events.map(\.event), under: rules, staff: staff, until: centre.now,
                other: { try? centre.store.complaint($0)?.complaint })
            cases.append(Case(file.complaint, past, at: centre.now))
        }
    }

    func json(in centre: Centre) -> JSON {
        let changed = cases.filter(\.isChanged)
        func sum(_ count: (Case) -> Int) -> JSON { .integer(Int64(cases.reduce(0) { $0 + count($1) })) }
        return [
            "policy": .string(policy), "truncated": .boolean(isCut),
            "cases": .list(changed) { $0.json(in: centre) },
            "totals": [
                "cases": .integer(Int64(cases.count)), "changed": .integer(Int64(changed.count)),
                "late_before": sum { $0.lateBefore }, "late_after": sum { $0.lateAfter },
                "level_before": sum { $0.levelBefore }, "level_after": sum { $0.levelAfter ?? $0.levelBefore },
                "refused": sum { $0.refused.count },
            ],
        ]
    }
}

extension PolicyReplay.Case {
    init(_ recorded: Complaint, _ past: PastCase, at now: Instant) {
        number = recorded.caseNumber
        let before = recorded.latestClocks
        let after = past.complaint?.latestClocks ?? [:]
        clocks = Set(before.keys).union(after.keys).sorted().map {
            PolicyReplay.ClockPair(clock: $0, before: before[$0], after: after[$0])
        }
        levelBefore = recorded.level
        levelAfter = past.complaint?.level
        lateBefore = before.values.filter { $0.isLate(at: now) }.count
        lateAfter = after.values.filter { $0.isLate(at: now) }.count
        refused = past.refused
    }

    func json(in centre: Centre) -> JSON {
        [
            "case": .string(number.description),
            "clocks": .list(clocks.filter { $0.before?.due != $0.after?.due || $0.before?.state != $0.after?.state }) {
                [
                    "clock": .string($0.clock), "due_before": centre.timestamp($0.before?.due),
                    "due_after": centre.timestamp($0.after?.due), "state_before": .text($0.before?.state.rawValue),
                    "state_after": .text($0.after?.state.rawValue),
                    "late_before": .text($0.before?.late(at: centre.now)?.iso8601),
                    "late_after": .text($0.after?.late(at: centre.now)?.iso8601),
                ]
            },
            "level_before": .integer(Int64(levelBefore)), "level_after": .count(levelAfter),
            "late_before": .integer(Int64(lateBefore)), "late_after": .integer(Int64(lateAfter)),
            "refused": .list(refused) {
                [
                    "seq": .integer(Int64($0.sequence)), "event": .string($0.event.rawValue),
                    "code": .string($0.code.rawValue),
                ]
            },
        ]
    }
}

extension ComplaintClock {
    fileprivate func isLate(at now: Instant) -> Bool { late(at: now) != nil }
}

extension Complaint {
    /// The newest generation of each clock, by name.
    fileprivate var latestClocks: [String: ComplaintClock] {
        Dictionary(clocks.map { ($0.name, $0) }, uniquingKeysWith: { $0.generation < $1.generation ? $1 : $0 })
    }
}
