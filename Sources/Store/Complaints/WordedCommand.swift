package import Complaints
import Synchronization
package import WorkingTime

/// What somebody asks to happen to a case, as it was typed: event and fields are still texts.
///
/// What they mean is only asked once it is known that the event id is new and the version the one the actor saw.
package struct WordedCommand: Sendable, Hashable {
    /// UUID made by the caller; asking again with the same one gives the first result.
    package var eventID: String
    package var event: String
    package var fields: [String: String]
    package var actor: String
    package var roles: Set<Role>
    /// Now, and when it happened.
    package var at: Instant
    /// The version the actor saw; nil does not ask.
    package var expectedVersion: Int?

    package init(
        eventID: String, event: String, fields: [String: String], actor: String, roles: Set<Role>, at: Instant,
        expectedVersion: Int? = nil
    ) {
        self.eventID = eventID
        self.event = event
        self.fields = fields
        self.actor = actor
        self.roles = roles
        self.at = at
        self.expectedVersion = expectedVersion
    }

    /// The command it means; bare dates and times are read in `zone`.
    func read(_ zone: ZoneRules) -> Result<Command, Refusal> {
        guard let type = EventType(rawValue: event), EventType.commandable.contains(type) else {
            return .failure(Refusal(.unknownEvent))
        }
        return FieldParser.parse(fields, for: type, zone: zone).map { fields in
            Command(
                eventID: eventID, type: type, fields: fields, actor: actor, roles: roles, occurredAt: at,
                recordedAt: at, expectedVersion: expectedVersion)
        }
    }
}

extension Store {
    /// Does what a command asks, or says why not, in one transaction; what it means nothing by is a refusal, too.
    ///
    /// The order of refusals: unknown case, then the first result of a known event id, then the version, then
    /// unknown events, fields and values, then what the state, the role and the rest forbid.
    package func perform(
        _ worded: WordedCommand, on caseNumber: CaseNumber?, zone: ZoneRules
    ) throws(StoreError) -> CommandOutcome {
        let meant = worded.read(zone)
        let home = zoneRules.withLock { $0 }
        return try writeByBook { session, book throws(StoreError) in
            var work = CommandWork(session: session, chain: chain, book: book, zone: home)
            switch meant {
            case .success(let command): return try work.perform(command, on: caseNumber)
            case .failure(let refusal): return try work.refuse(worded, refusal, on: caseNumber)
            }
        }
    }
}

extension CommandWork {
    /// What comes before the fault in the wording, else that fault, which the trail has too.
    fileprivate func refuse(
        _ worded: WordedCommand, _ fault: Refusal, on caseNumber: CaseNumber?
    ) throws(StoreError) -> CommandOutcome {
        try Limit.text(worded.actor, field: "actor", max: Limit.nameBytesMax)
        let subject = try subject(of: worded.eventID, on: caseNumber)
        var refusal = fault
        switch subject {
        case .known(let result): return .replayed(result)
        case .unknownCase: refusal = Refusal(.unknownCase)
        case .new: break
        case .open(let complaint):
            if let expected = worded.expectedVersion, expected != complaint.version {
                refusal = Refusal(.staleVersion, version: complaint.version)
            }
            refusal.legal = complaint.legal
            refusal.state = complaint.state
        }
        return try refuse(refusal, worded.event, on: caseNumber, by: worded.actor, at: worded.at)
    }
}
