package import WorkingTime

/// A case as the search for mass events sees it.
package struct SimilarCase: Hashable, Sendable {
    package var caseNumber: CaseNumber
    package var receivedAt: Instant

    package init(caseNumber: CaseNumber, receivedAt: Instant) {
        self.caseNumber = caseNumber
        self.receivedAt = receivedAt
    }
}

/// So many similar cases within so long that they are one problem; each is still answered by name.
package struct MassEvent: Hashable, Sendable {
    /// Reference of the problem record, after the earliest case in it: `PROBLEM-TL-2026-000123`.
    package var reference: String
    /// Every case of it, earliest first.
    package var cases: [CaseNumber]

    package init(reference: String, cases: [CaseNumber]) {
        self.reference = reference
        self.cases = cases
    }

    package static let referencePrefix = "PROBLEM-"

    /// The mass event the newest of these cases of one similarity key belongs to; nil while they are too few.
    ///
    /// Counted over all time up to the newest receipt; the policy's window is `mass_event.within`.
    package static func among(_ cases: [SimilarCase], _ rules: Rules) -> MassEvent? {
        let policy = rules.policy.intake
        guard policy.massEventSimilar > 0 else { return nil }
        let sorted = Set(cases).sorted { ($0.receivedAt, $0.caseNumber) < ($1.receivedAt, $1.caseNumber) }
        guard let newest = sorted.last else { return nil }
        let within = sorted.filter { isOne(from: $0.receivedAt, to: newest.receivedAt, rules) }
        guard within.count >= policy.massEventSimilar, let first = within.first else { return nil }
        return MassEvent(reference: referencePrefix + first.caseNumber.description, cases: within.map(\.caseNumber))
    }

    /// Whether two receipts, the earlier one first, are near enough to be of one event.
    package static func isOne(from earlier: Instant, to later: Instant, _ rules: Rules) -> Bool {
        let within = rules.policy.intake.massEventWithin
        let calendar = rules.calendar(rules.policy.calendars.standard)
        let passed = within.measure == .open ? calendar.openTime(from: earlier, to: later) : later - earlier
        return passed <= calendar.length(of: within, from: later)
    }
}

extension Complaint {
    /// What makes two complaints similar: category, product and jurisdiction; nil before the assessment.
    package var similarityKey: String? {
        category.map { [$0, product ?? "", jurisdiction ?? ""].joined(separator: "\u{1F}") }
    }
}

/// Links a case to the problem it is part of, as the engine's own line; nil when it is linked to a problem already.
///
/// Its owner is told, so that the answers agree; the owner still answers each customer by name.
package func linkToProblem(_ complaint: Complaint, _ event: MassEvent, now: Instant, rules: Rules) -> Acceptance? {
    guard complaint.state != .merged, !complaint.links.contains(where: { $0.relation == .problem }) else { return nil }
    let draft = Draft(complaint, rules)
    let at = max(now, complaint.lastRecordedAt)
    draft.append(
        engine: .link,
        [
            "to": .text(event.reference), "relation": .text(LinkRelation.problem.rawValue), "stage": .text("PROBLEM"),
            "target": .text(event.reference),
        ], at: at, recordedAt: now)
    let notice = CaseEffect(at: at, kind: .notice, target: complaint.owner, to: event.reference, topic: .massEvent)
    return draft.acceptance(since: complaint, adding: [notice])
}
