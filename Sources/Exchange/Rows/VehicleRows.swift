import Customers
import Store

/// Vehicles of customers; one plate a row.
struct VehicleRows: RowKeeper {
    private let context: RowContext
    private var reference: RowReference

    init(_ context: RowContext) {
        self.context = context
        let plan = context.plan
        reference = RowReference(
            source: plan[.reference], description: [plan[.customer], plan[.plate]], areAlikeRowsDistinct: false)
    }

    mutating func keep(_ record: Record, in sink: any RowSink) throws(KeepStop) -> BulkCommit? {
        let plan = context.plan
        let owner: (reference: String?, origin: RowOrigin?)
        do {
            owner = try context.owner(record)
        } catch {
            throw .row(error)
        }
        guard let text = plan[.plate]?.string(in: record) else { throw .row(.missing(field: "plate")) }
        let region: Region
        do {
            region = try context.region(plan[.region], in: record)
        } catch {
            throw .row(error)
        }
        guard let best = PlateParser.candidates(text, preferred: region).first else {
            throw .row(.badPlate(text: text))
        }
        let key: String?
        do {
            key = try reference.text(of: record)
        } catch {
            throw KeepStop(error)
        }
        let isOwn = owner.origin?.customer != nil && plan[.reference]?.string(in: record) == nil
        do {
            return try sink.add(
                vehicle: best.vehiclePlate(raw: text), model: plan[.model]?.string(in: record),
                reference: isOwn ? "" : key ?? text, customerReference: owner.reference, origin: owner.origin,
                line: record.place.line)
        } catch {
            throw .store(error)
        }
    }
}
