import Complaints
import Dossier
import Store
import WorkingTime

// Complaints through the store: texts in, decisions out.
extension Centre {
    /// Performs an event on a case (nil: opens one); a refusal is thrown. `isReplay` tells that the event id had been
    /// used before and nothing happened again.
    func perform(
        _ type: EventType, fields texts: [String: String], on number: CaseNumber?, eventID: String, by agent: Agent,
        expectedVersion: Int? = nil
    ) throws -> (result: CommandResult, isReplay: Bool) {
        let fields = try fields(texts, for: type, on: number, eventID: eventID, by: agent)
        let command = Complaints.Command(
            eventID: eventID, type: type, fields: fields, actor: agent.login, roles: agent.roles, occurredAt: now,
            recordedAt: now, expectedVersion: expectedVersion)
        switch try store.perform(command, on: number) {
        case .done(let result): return (result, false)
        case .replayed(let result): return (result, true)
        case .refused(let refusal): throw refusal
        }
    }

    /// The fields of a command; what they mean nothing by is a refusal that the trail has too.
    ///
    /// An event id that was used before gives its first result whatever is asked now.
    private func fields(
        _ texts: [String: String], for type: EventType, on number: CaseNumber?, eventID: String, by agent: Agent
    ) throws -> [String: FieldValue] {
        switch FieldParser.parse(texts, for: type, zone: zone) {
        case .success(let fields): return fields
        case .failure(let refusal):
            if let known = try store.caseNumber(ofEvent: eventID), number == nil || known == number { return [:] }
            try store.noteRefusal(type.rawValue, code: refusal.code, on: number, by: agent.login, at: now)
            throw refusal
        }
    }

    /// The case of that number with its trail.
    func file(_ number: CaseNumber) throws -> ComplaintFile {
        guard let file = try store.complaint(number) else { throw StoreError.unknownCase(number) }
        return file
    }
}
