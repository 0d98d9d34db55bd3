import Complaints
import Dossier
import Store

extension CommandResult {
    /// What an accepted event, or one accepted before under the same id, left behind.
    func json(isReplay: Bool, in centre: Centre) -> JSON {
        let own = event.map { JSON.object($0.event.members(in: centre) + [JSON.Member("hash", .string($0.hash))]) }
        return [
            "case": .string(file.complaint.caseNumber.description),
            "version": .integer(Int64(file.complaint.version)),
            "state": .string(file.complaint.state.rawValue),
            "event": own ?? .null,
            "effects": .list(effects) { $0.json(in: centre) },
            "replayed": .boolean(isReplay),
        ]
    }
}
