import Complaints
import Customers
import Dossier
import Store
import WorkingTime

/// Where rows go: the store's bulk writer, or a list in tests.
protocol RowSink: AnyObject {
    func add(customer: Customer, origin: RowOrigin?, line: Int) throws(StoreError) -> BulkCommit?
    func add(purchase: PurchaseLine, reference: String, customerReference: String?, origin: RowOrigin?, line: Int)
        throws(StoreError) -> BulkCommit?
    func add(
        interaction: NewInteraction, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) throws(StoreError) -> BulkCommit?
    func add(
        vehicle: VehiclePlate, model: String?, reference: String, customerReference: String?, origin: RowOrigin?,
        line: Int
    ) throws(StoreError) -> BulkCommit?
    func add(holding: Holding, reference: String, customerReference: String?, origin: RowOrigin?, line: Int)
        throws(StoreError) -> BulkCommit?
    func add(complaint: ImportedCase, reference: String, customerReference: String?, origin: RowOrigin?, line: Int)
        throws(StoreError) -> BulkCommit?
    /// Commits what is gathered.
    func flush() throws(StoreError) -> BulkCommit
    func finish(at: Instant, fileHash: String?) throws(StoreError) -> BulkCommit
}

extension BulkWriter: RowSink {}
