import Complaints
import Customers
import Dossier
import Store
import WorkingTime

/// Contacts with customers: calls, messages, visits and notes.
struct InteractionRows: RowKeeper {
    private let context: RowContext
    private var dates: DateReader
    private var reference: RowReference

    init(_ context: RowContext) {
        self.context = context
        let plan = context.plan
        dates = DateReader(format: context.dateFormat, zone: context.zone)
        reference = RowReference(
            source: plan[.reference], description: [plan[.customer], plan[.at], plan[.kind], plan[.direction]],
            areAlikeRowsDistinct: true)
    }

    mutating func keep(_ record: Record, in sink: any RowSink) throws(KeepStop) -> BulkCommit? {
        let owner: (reference: String?, origin: RowOrigin?)
        let contact: NewInteraction
        do {
            owner = try context.owner(record)
            contact = try interaction(record)
        } catch {
            throw .row(error)
        }
        let key: String?
        do {
            key = try reference.text(of: record)
        } catch {
            throw KeepStop(error)
        }
        // What was typed at a desk has none, and what describes the row must not become one.
        let isNamed = context.plan[.reference]?.string(in: record) != nil
        let isOwn = owner.origin?.customer != nil && !isNamed
        guard let key = isOwn ? "" : key else { throw .row(.missing(field: "reference")) }
        do {
            return try sink.add(
                interaction: contact, reference: key, customerReference: owner.reference, origin: owner.origin,
                line: record.place.line)
        } catch {
            throw .store(error)
        }
    }

    private mutating func interaction(_ record: Record) throws(RowFault) -> NewInteraction {
        let plan = context.plan
        guard let at = plan[.at] else { throw .missing(field: "at") }
        var contact = NewInteraction(
            customer: CustomerID(0), at: try dates.instant(of: at, in: record, field: "at"), kind: .call,
            text: plan[.text]?.string(in: record) ?? "", wrapUpCode: plan[.wrapUp]?.string(in: record),
            by: plan[.by]?.string(in: record))
        if let text = plan[.caseNumber]?.string(in: record) {
            guard let number = CaseNumber(text: text) else { throw .badValue(field: "case", text: text) }
            contact.caseNumber = number
        }
        if let word = plan[.kind]?.string(in: record) {
            guard let kind = ValueWords.contactKind(word) else { throw .badValue(field: "kind", text: word) }
            contact.kind = kind
        }
        if let word = plan[.direction]?.string(in: record) {
            guard let isInbound = ValueWords.isInbound(word) else { throw .badValue(field: "direction", text: word) }
            contact.isInbound = isInbound
        }
        return contact
    }
}
