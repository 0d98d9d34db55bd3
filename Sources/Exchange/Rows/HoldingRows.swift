import Dossier
import Store
import WorkingTime

/// Products that customers hold: a contract, a policy, a device.
struct HoldingRows: RowKeeper {
    private let context: RowContext
    private var dates: DateReader
    private var reference: RowReference

    init(_ context: RowContext) {
        self.context = context
        let plan = context.plan
        dates = DateReader(format: context.dateFormat, zone: context.zone)
        reference = RowReference(
            source: plan[.reference], description: [plan[.customer], plan[.product], plan[.number]],
            areAlikeRowsDistinct: false)
    }

    mutating func keep(_ record: Record, in sink: any RowSink) throws(KeepStop) -> BulkCommit? {
        let owner: (reference: String?, origin: RowOrigin?)
        let holding: Holding
        do {
            owner = try context.owner(record)
            holding = try self.holding(record)
        } catch {
            throw .row(error)
        }
        let key: String?
        do {
            key = try reference.text(of: record)
        } catch {
            throw KeepStop(error)
        }
        let isOwn = owner.origin?.customer != nil && context.plan[.reference]?.string(in: record) == nil
        guard let key = isOwn ? "" : key else { throw .row(.missing(field: "reference")) }
        do {
            return try sink.add(
                holding: holding, reference: key, customerReference: owner.reference, origin: owner.origin,
                line: record.place.line)
        } catch {
            throw .store(error)
        }
    }

    private mutating func holding(_ record: Record) throws(RowFault) -> Holding {
        let plan = context.plan
        guard let product = plan[.product]?.string(in: record) else { throw .missing(field: "product") }
        let since = try dates.optionalInstant(of: plan[.since], in: record, field: "since")
        let until = try dates.optionalInstant(of: plan[.until], in: record, field: "until")
        if let since, let until, until < since {
            throw .badDate(field: "until", text: plan[.until]?.excerpt(of: record) ?? "")
        }
        return Holding(product: product, reference: plan[.number]?.string(in: record), since: since, until: until)
    }
}
