import Customers
import Dossier
import Store
import WorkingTime

/// Where rows go: the store's bulk writer, or a count of what would go there.
protocol RowSink: AnyObject {
    func add(customer: Customer, line: Int) throws(StoreError) -> BulkCommit?
    func add(purchase: PurchaseLine, reference: String, customerReference: String?, line: Int)
        throws(StoreError) -> BulkCommit?
    func add(interaction: NewInteraction, reference: String, customerReference: String, line: Int)
        throws(StoreError) -> BulkCommit?
    func add(vehicle: VehiclePlate, model: String?, reference: String, customerReference: String, line: Int)
        throws(StoreError) -> BulkCommit?
    func finish(at: Instant) throws(StoreError) -> BulkCommit
}

extension BulkWriter: RowSink {
    func finish(at: Instant) throws(StoreError) -> BulkCommit { try finish(at: at, fileHash: nil) }
}

/// Takes rows and keeps none: what a dry run hands them to.
final class CountingSink: RowSink {
    private var commit = BulkCommit(throughLine: 0, rejections: [], counts: BulkCounts())

    func add(customer: Customer, line: Int) -> BulkCommit? { count(line) }

    func add(purchase: PurchaseLine, reference: String, customerReference: String?, line: Int) -> BulkCommit? {
        count(line)
    }

    func add(interaction: NewInteraction, reference: String, customerReference: String, line: Int) -> BulkCommit? {
        count(line)
    }

    func add(
        vehicle: VehiclePlate, model: String?, reference: String, customerReference: String, line: Int
    ) -> BulkCommit? { count(line) }

    func finish(at: Instant) -> BulkCommit { commit }

    private func count(_ line: Int) -> BulkCommit? {
        commit.throughLine = line
        commit.counts.inserted += 1
        return commit
    }
}
