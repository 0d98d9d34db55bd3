/// What puts a grievance right.
package enum RemedyType: String, CaseIterable, Sendable, Hashable {
    case refund
    case waiver
    case replacement
    case repair
    case compensation
    case goodwill
    case restitution
    case apology

    /// True when the remedy is an amount of money and must name it.
    package var needsAmount: Bool {
        switch self {
        case .refund, .waiver, .compensation, .goodwill, .restitution: true
        case .replacement, .repair, .apology: false
        }
    }

    /// True for everything but words: it needs the customer's consent and must be carried out.
    package var hasValue: Bool { self != .apology }
}

package enum Outcome: String, CaseIterable, Sendable, Hashable {
    case upheld
    case partly
    case notUpheld = "not_upheld"
}

package enum EscalationReason: String, CaseIterable, Sendable, Hashable {
    case authority
    case skill
    case breach
    case severity
    case conflict
    case reopen
    case transfer
    case regulator
    case media
    case customer

    /// True when the case enters at the manager's level and compliance is told.
    package var entersAtManager: Bool { self == .regulator || self == .media }
}

package enum EscalationDecision: String, CaseIterable, Sendable, Hashable {
    case approve
    case reject
    case decide
    case handBack = "hand_back"
}

package enum TaskStatus: String, CaseIterable, Sendable, Hashable {
    case sent
    case accepted
    case done
    case returned
    case recalled

    package var isOpen: Bool { self == .sent || self == .accepted }
}

package enum Satisfaction: String, CaseIterable, Sendable, Hashable {
    case yes
    case partly
    case no
}

package enum LinkRelation: String, CaseIterable, Sendable, Hashable {
    case duplicate
    case related
    case problem
}

package enum ContactDirection: String, CaseIterable, Sendable, Hashable {
    case inbound = "in"
    case outbound = "out"
}

package enum TransferStatus: String, CaseIterable, Sendable, Hashable {
    case offered
    case accepted
    case declined
}
