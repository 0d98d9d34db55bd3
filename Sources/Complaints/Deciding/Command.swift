package import WorkingTime

/// What somebody asks to happen to a case.
package struct Command: Hashable, Sendable {
    /// UUID made by the caller; asking again with the same one gives the first result.
    package var eventID: String
    package var type: EventType
    package var fields: [String: FieldValue]
    /// Login of who acts.
    package var actor: String
    /// All roles the actor may use; the least of those that suffices is written to the trail.
    package var roles: Set<Role>
    /// When it happened in the world; never after `recordedAt`.
    package var occurredAt: Instant
    /// Now.
    package var recordedAt: Instant
    /// The version the actor saw; nil does not ask.
    package var expectedVersion: Int?

    package init(
        eventID: String, type: EventType, fields: [String: FieldValue], actor: String, roles: Set<Role>,
        occurredAt: Instant, recordedAt: Instant, expectedVersion: Int? = nil
    ) {
        self.eventID = eventID
        self.type = type
        self.fields = fields
        self.actor = actor
        self.roles = roles
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.expectedVersion = expectedVersion
    }
}
