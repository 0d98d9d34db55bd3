import Complaints
import Dossier
import Store
import WorkingTime

// Complaints through the store: texts in, decisions out.
extension Centre {
    /// Performs an event on a case (nil: opens one); a refusal is thrown. `isReplay` tells that the event id had been
    /// used before and nothing happened again.
    func perform(
        _ event: String, fields: [String: String], on number: CaseNumber?, eventID: String, by agent: Agent,
        expectedVersion: Int? = nil
    ) throws -> (result: CommandResult, isReplay: Bool) {
        let worded = WordedCommand(
            eventID: eventID, event: event, fields: fields, actor: agent.login, roles: agent.roles, at: now,
            expectedVersion: expectedVersion)
        switch try store.perform(worded, on: number, zone: zone) {
        case .done(let result): return (result, false)
        case .replayed(let result): return (result, true)
        case .refused(let refusal):
            if refusal.code == .unknownCase, refusal.field == nil, let number { throw StoreError.unknownCase(number) }
            throw refusal
        }
    }

    /// The case of that number with its trail.
    func file(_ number: CaseNumber) throws -> ComplaintFile {
        guard let file = try store.complaint(number) else { throw StoreError.unknownCase(number) }
        return file
    }
}
