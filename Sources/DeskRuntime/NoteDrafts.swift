import Customers
import Desk
import Store
import WorkingTime

/// The desk's note drafts as the journal keeps them.
enum NoteDrafts {
    /// The journal's key of a note: `note:C000123`, or `note:` of a call whose customer is not known yet.
    static func journalKey(_ key: DraftKey) -> String {
        switch key {
        case .customer(let id): "note:\(id)"
        case .unassigned: "note:"
        }
    }

    static func draft(_ key: DraftKey, text: String, wrapUp: String?, at: Instant) -> Draft {
        var fields = [Draft.Field(name: "text", text: text)]
        if let wrapUp { fields.append(Draft.Field(name: "wrap_up", text: wrapUp)) }
        return Draft(key: journalKey(key), fields: fields, savedAt: at)
    }

    /// The note a journal entry holds; nil when it is of another kind.
    static func restored(_ draft: Draft, caller: (CustomerID) -> Caller?) -> RestoredDraft? {
        guard draft.key.hasPrefix("note:"), let text = draft.fields.first(where: { $0.name == "text" })?.text else {
            return nil
        }
        let wrapUp = draft.fields.first { $0.name == "wrap_up" }?.text
        let name = String(draft.key.dropFirst("note:".count))
        if name.isEmpty { return RestoredDraft(key: .unassigned, text: text, wrapUp: wrapUp, caller: nil) }
        guard let id = CustomerID(text: name) else { return nil }
        return RestoredDraft(key: .customer(id), text: text, wrapUp: wrapUp, caller: caller(id))
    }
}
