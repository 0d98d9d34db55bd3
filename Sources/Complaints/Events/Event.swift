package import WorkingTime

/// A field of an event: flat values only, so that the canonical text of an event is unambiguous.
package enum FieldValue: Hashable, Sendable {
    case text(String)
    case integer(Int64)
    case boolean(Bool)
    case instant(Instant)
}

/// One line of a case's trail. Events are the truth; a `Complaint` is a fold over them.
package struct Event: Hashable, Sendable {
    /// 1, 2, 3 … within the case.
    package var sequence: Int
    /// UUID made by the caller: the idempotency key.
    package var eventID: String
    package var type: EventType
    /// When it happened in the world.
    package var occurredAt: Instant
    /// When we learned of it.
    package var recordedAt: Instant
    /// Login of who acted; `engine` for timers.
    package var actor: String
    package var role: Role
    package var fields: [String: FieldValue]

    package init(
        sequence: Int, eventID: String, type: EventType, occurredAt: Instant, recordedAt: Instant, actor: String,
        role: Role, fields: [String: FieldValue]
    ) {
        self.sequence = sequence
        self.eventID = eventID
        self.type = type
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.actor = actor
        self.role = role
        self.fields = fields
    }
}
