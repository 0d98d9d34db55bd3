package import WorkingTime

/// A policy's or calendar's file as the store keeps it, with who stands for it.
package struct PublishedText: Hashable, Sendable {
    /// The policy's id, or the calendar's name.
    package var name: String
    package var version: String
    package var text: String
    package var sha256: String
    /// From when a policy is in force; a calendar is from its approval.
    package var effectiveFrom: Instant
    package var proposedBy: String
    package var proposedAt: Instant
    /// Nil while it waits for a second person.
    package var approvedBy: String?
    package var approvedAt: Instant?

    /// As cases and messages name it.
    package var reference: String { "\(name) \(version)" }

    /// A file of ours is far smaller; a larger one is no policy.
    package static let textBytesMax = 4 << 20
}

/// Everything published in a store, which is what its rules are read from.
package struct PublishedRules: Hashable, Sendable {
    /// Approved policies, in the order they come into force.
    package var policies: [PublishedText]
    /// Approved calendars, in the order they were approved: the last of a name is the one in force.
    package var calendars: [PublishedText]
    /// Whom the built-in policy's duty list names.
    package var dutyManager: String
}

/// What is published: a policy or a calendar.
package enum PublishedKind: String, Hashable, Sendable {
    case policy
    case calendar

    var table: String { self == .policy ? "policies" : "calendars" }
    var nameColumn: String { self == .policy ? "id" : "name" }
    /// A calendar has no start of its own.
    var startColumn: String { self == .policy ? "effective_from" : "proposed_at" }
}
