import Complaints
package import Customers

/// A decision about two records: are they one person?
package enum IdentityAct: Sendable, Hashable {
    /// The first becomes part of the second.
    case merge(CustomerID, into: CustomerID)
    /// Takes a merge back.
    case part(merge: Int64)
    case different(CustomerID, CustomerID)
    /// Takes `different` back: the pair waits again.
    case undecided(CustomerID, CustomerID)
}

/// What became of it.
package enum IdentityOutcome: Sendable, Hashable {
    case merged(CustomerMerge)
    case parted(CustomerMerge)
    case different(CustomerID, CustomerID)
    case undecided(CustomerID, CustomerID)
}

/// A merge of late with the names of both, so that it can be told from the others and taken back.
package struct MergeLine: Sendable, Hashable {
    package var merge: CustomerMerge
    package var survivorName: String?
    package var absorbedName: String?

    package init(merge: CustomerMerge, survivorName: String? = nil, absorbedName: String? = nil) {
        self.merge = merge
        self.survivorName = survivorName
        self.absorbedName = absorbedName
    }
}

/// The pairs that wait to be looked at, the surest first, and the merges of late, newest first.
package struct DuplicateWorklist: Sendable, Equatable {
    package var reviews: [DuplicateReview]
    /// How many pairs wait in all.
    package var waiting: Int
    package var merges: [MergeLine]

    package init(reviews: [DuplicateReview] = [], waiting: Int = 0, merges: [MergeLine] = []) {
        self.reviews = reviews
        self.waiting = waiting
        self.merges = merges
    }
}

/// Somebody a new customer looks like, and why.
package struct Lookalike: Sendable, Equatable {
    package var match: LookupMatch
    /// Bits: the sum of the evidence.
    package var weight: Double
    package var evidence: [DuplicateEvidence]

    package init(match: LookupMatch, weight: Double, evidence: [DuplicateEvidence]) {
        self.match = match
        self.weight = weight
        self.evidence = evidence
    }
}

extension Agent {
    /// Who may change whose record is whose and bring in files: everybody but those who only read, and units, who work
    /// on what they were sent.
    package var keepsCustomers: Bool { !roles.isSubset(of: [.auditor, .unit]) }
}
