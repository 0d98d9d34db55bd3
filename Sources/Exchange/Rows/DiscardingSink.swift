import Complaints
import Customers
import Dossier
import Store
import WorkingTime

/// Takes every row and keeps none: for looking at what rows would become.
final class DiscardingSink: RowSink {
    func add(customer: Customer, origin: RowOrigin?, line: Int) -> BulkCommit? { nil }
    func add(
        purchase: PurchaseLine, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) -> BulkCommit? { nil }
    func add(
        interaction: NewInteraction, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) -> BulkCommit? { nil }
    func add(
        vehicle: VehiclePlate, model: String?, reference: String, customerReference: String?, origin: RowOrigin?,
        line: Int
    ) -> BulkCommit? { nil }
    func add(
        holding: Holding, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) -> BulkCommit? { nil }
    func add(
        complaint: ImportedCase, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) -> BulkCommit? { nil }
    func flush() -> BulkCommit { BulkCommit(throughLine: 0, rejections: [], counts: BulkCounts()) }
    func finish(at: Instant, fileHash: String?) -> BulkCommit { flush() }
}
