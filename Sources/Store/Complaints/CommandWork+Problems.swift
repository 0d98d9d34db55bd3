import Complaints
import WorkingTime

// So many similar complaints within so long are one problem: it is found when a complaint is assessed, or assessed
// otherwise, and each of its cases is linked to it, whose owner still answers each customer by name.
extension CommandWork {
    /// Notes what a case is like and, when it is one of too many, which problem it is part of.
    func keepLikeness(_ complaint: Complaint, before: Complaint?, _ number: Int64) throws(StoreError) {
        let likeness = complaint.countedLikeness
        let isMoved = likeness != before?.countedLikeness
        guard isMoved || (likeness != nil && complaint.receivedAt != before?.receivedAt) else { return }
        guard let likeness else {
            try session.run("DELETE FROM similar_cases WHERE complaint = $1", number)
            return
        }
        if isMoved { try session.run("DELETE FROM similar_cases WHERE complaint = $1", number) }
        try session.run(
            """
            INSERT INTO similar_cases (complaint, likeness, received_at, is_linked) VALUES ($1, $2, $3, 0)
            ON CONFLICT (complaint) DO UPDATE SET received_at = $3
            """, number, likeness, complaint.receivedAt)
        guard !isFilling, let rules = book.rules(of: complaint.policy) else { return }
        let own = SimilarCase(caseNumber: complaint.caseNumber, receivedAt: complaint.receivedAt)
        if let problem = try problem(near: own, likeness, rules) {
            try session.run("UPDATE similar_cases SET problem = $1 WHERE complaint = $2", problem, number)
        } else if let event = try massEvent(around: own, likeness, rules) {
            try open(event, at: complaint.lastRecordedAt)
        }
    }

    /// The problem of the same likeness that still goes on when this case was received.
    private func problem(near own: SimilarCase, _ likeness: String, _ rules: Rules) throws(StoreError) -> Int64? {
        for (comparison, order) in [("<=", "DESC"), (">=", "ASC")] {
            let found = try session.first(
                """
                SELECT problem, received_at FROM similar_cases
                WHERE likeness = $1 AND received_at \(comparison) $2 AND problem IS NOT NULL
                ORDER BY received_at \(order) LIMIT 1
                """, likeness, own.receivedAt
            ) { (problem: $0.integer(0), receivedAt: $0.instant(1)) }
            guard let found else { continue }
            let times = [found.receivedAt, own.receivedAt].sorted()
            if MassEvent.isOne(from: times[0], to: times[1], rules) { return found.problem }
        }
        return nil
    }

    /// The mass event this case completes: no case further away than the policy's number of cases can matter.
    private func massEvent(
        around own: SimilarCase, _ likeness: String, _ rules: Rules
    ) throws(StoreError) -> MassEvent? {
        let needed = rules.policy.intake.massEventSimilar
        guard needed > 0 else { return nil }
        let earlier = try neighbours(own, likeness, "<", "DESC", needed - 1)
        let later = try neighbours(own, likeness, ">", "ASC", needed - 1)
        let cases = earlier.reversed() + [own] + later
        guard cases.count >= needed else { return nil }
        for last in (needed - 1)..<cases.count {
            let first = cases[last - needed + 1]
            guard MassEvent.isOne(from: first.receivedAt, to: cases[last].receivedAt, rules) else { continue }
            return MassEvent.among(Array(cases[...last]), rules)
        }
        return nil
    }

    private func neighbours(
        _ own: SimilarCase, _ likeness: String, _ comparison: String, _ order: String, _ limit: Int
    ) throws(StoreError) -> [SimilarCase] {
        try session.all(
            """
            SELECT complaint, received_at FROM similar_cases
            WHERE likeness = $1 AND (received_at, complaint) \(comparison) ($2, $3)
            ORDER BY received_at \(order), complaint \(order) LIMIT $4
            """, likeness, own.receivedAt, ComplaintKey.number(own.caseNumber), limit
        ) { SimilarCase(caseNumber: ComplaintKey.caseNumber($0.integer(0)), receivedAt: $0.instant(1)) }
    }

    private func open(_ event: MassEvent, at now: Instant) throws(StoreError) {
        let problem = try session.integer(
            """
            INSERT INTO problems (id, reference, opened_at)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM problems), $1, $2)
            ON CONFLICT (reference) DO UPDATE SET reference = $1 RETURNING id
            """, event.reference, now)
        for number in event.cases {
            try session.run(
                "UPDATE similar_cases SET problem = $1 WHERE complaint = $2 AND problem IS NULL", problem,
                ComplaintKey.number(number))
        }
        try session.appendTrail(
            chain, at: now, actor: EffectKey.engineLogin, act: EngineAct.massEvent, subject: event.reference,
            detail: event.cases.map(\.description).joined(separator: " "))
    }

    /// Links cases that are part of a problem and do not say so yet; returns how many were looked at.
    ///
    /// Owners and the supervisors on duty are told of a problem once each, however many of its cases they have.
    @discardableResult
    mutating func linkProblems(at now: Instant) throws(StoreError) -> Int {
        let waiting = try session.all(
            """
            SELECT s.complaint, p.reference FROM similar_cases s JOIN problems p ON p.id = s.problem
            WHERE s.problem IS NOT NULL AND s.is_linked = 0 ORDER BY s.complaint LIMIT $1
            """, Self.linksPerTransactionMax
        ) { (number: $0.integer(0), reference: $0.text(1)) }
        for (number, reference) in waiting {
            try session.run("UPDATE similar_cases SET is_linked = 1 WHERE complaint = $1", number)
            guard let complaint = try session.complaint(number, book), let rules = book.rules(of: complaint.policy),
                var linked = linkToProblem(
                    complaint, MassEvent(reference: reference, cases: []), now: now, rules: rules)
            else { continue }
            let supervisors = try staff(at: now).onDuty(Role.supervisor.rawValue).prefix(Self.supervisorsToldMax)
            linked.effects += supervisors.map { login in
                CaseEffect(at: now, kind: .notice, target: login, to: reference, topic: .massEvent)
            }
            try keep(linked, before: complaint)
        }
        return waiting.count
    }

    /// A transaction stays short, however great the problem: the engine links the rest.
    static let linksPerTransactionMax = 24
    private static let supervisorsToldMax = 8
}

extension Session {
    /// Whether a case belongs to a problem and does not say so yet.
    func hasUnlinkedCases() throws(StoreError) -> Bool {
        try integer("SELECT 1 FROM similar_cases WHERE problem IS NOT NULL AND is_linked = 0 LIMIT 1") != nil
    }
}

extension Complaint {
    /// What it counts as; nil before the assessment, and for one that went up in another.
    fileprivate var countedLikeness: String? { state == .merged ? nil : similarityKey }
}
