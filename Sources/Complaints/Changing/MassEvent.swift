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
    /// Reference of the problem record: `PROBLEM-TL-2026-000123` after the earliest case in it.
    package var reference: String
    /// Every case of it, earliest first.
    package var cases: [CaseNumber]

    /// The mass event among cases of one similarity key; nil while they are too few.
    package static func among(_ cases: [SimilarCase], _ policy: Policy, now: Instant) -> MassEvent? { nil }
}

extension Complaint {
    /// What makes two complaints similar: category, product and jurisdiction; nil before the assessment.
    package var similarityKey: String? { nil }
}

/// Links a case to the problem it is part of, as the engine's own line; nil when it is linked already.
package func linkToProblem(_ complaint: Complaint, _ event: MassEvent, now: Instant, rules: Rules) -> Acceptance? {
    nil
}
