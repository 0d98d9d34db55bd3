import Customers
import Desk
import Store
import WorkingTime

/// The desk's half-filled forms as the journal keeps them.
enum FormDrafts {
    /// The journal's keys of forms begin with it: `form:complaint:C000123`.
    static let prefix = "form:"
    /// The version of the record the form began with; no field of a form has a name like it.
    private static let versionName = "#version"
    /// Begins the names of the values the record had then.
    private static let basePrefix = "#base:"

    static func draft(_ form: FormDraft, at: Instant) -> Draft? {
        guard let key = form.purpose.journalKey else { return nil }
        var fields = form.fields.map { Draft.Field(name: $0.name, text: $0.text) }
        if let version = form.expectedVersion { fields.append(Draft.Field(name: versionName, text: String(version))) }
        fields += form.base.sorted { $0.key < $1.key }.map { Draft.Field(name: basePrefix + $0.key, text: $0.value) }
        return Draft(key: prefix + key, fields: fields, savedAt: at)
    }

    /// The form a journal entry holds; nil when it is of another kind.
    static func restored(_ draft: Draft, caller: (CustomerID) -> Caller?) -> FormDraft? {
        guard draft.key.hasPrefix(prefix),
            let purpose = FormPurpose(journalKey: String(draft.key.dropFirst(prefix.count)))
        else { return nil }
        let version = draft.fields.first { $0.name == versionName }.flatMap { Int($0.text) }
        let fields = draft.fields.filter { !$0.name.hasPrefix("#") }
        var form = FormDraft(
            purpose: purpose, fields: fields.map { FormDraft.Field(name: $0.name, text: $0.text) },
            expectedVersion: version, caller: purpose.customer.flatMap(caller))
        for field in draft.fields where field.name.hasPrefix(basePrefix) {
            form.base[String(field.name.dropFirst(basePrefix.count))] = field.text
        }
        return form
    }
}
