import Complaints
import Customers
import Dossier

/// A row waiting for its batch.
struct BulkRow: Sendable {
    var line: Int
    var reference: String
    /// Nil for a purchase that names no customer, and for rows that are customers.
    var customerReference: String?
    /// Nil for a row of the run's own source.
    var origin: RowOrigin?
    var content: Content

    enum Content: Sendable {
        case customer(PreparedCustomer)
        case purchase(PurchaseLine)
        case interaction(NewInteraction)
        case vehicle(VehiclePlate, model: String?)
        case holding(Holding)
        case complaint(ImportedCase)
    }

    /// The source that stands for this store's own case numbers.
    static let ownCases = "tierline"

    /// Whether the reference is a number of this store's own.
    var isOwnCase: Bool { origin?.source == Self.ownCases }

    /// Whether the row is known by our own number of its customer and needs no reference.
    private var isOwn: Bool { origin?.customer != nil }

    func check() throws(StoreError) {
        try Limit.text(reference, field: "reference", max: Limit.referenceBytesMax)
        try Limit.text(customerReference, field: "customer", max: Limit.referenceBytesMax)
        guard !reference.isEmpty || isOwn else { throw .badValue(field: "reference", value: "") }
        try Limit.text(origin?.source, field: "source", max: Limit.nameBytesMax)
        if let customerReference, customerReference.isEmpty { throw .badValue(field: "customer", value: "") }
        switch content {
        case .customer(let prepared): try prepared.customer.check()
        case .purchase(let line): try line.check()
        case .interaction(let interaction): try interaction.check()
        case .vehicle(let plate, let model):
            try Limit.text(plate.raw, field: "plate", max: Limit.nameBytesMax)
            try Limit.text(model, field: "model", max: Limit.fieldBytesMax)
        case .complaint(let complaint): try complaint.check()
        case .holding(let holding):
            try Limit.text(holding.product, field: "product", max: Limit.fieldBytesMax)
            try Limit.text(holding.reference, field: "number", max: Limit.referenceBytesMax)
        }
    }
}

/// A customer of a file with what can be worked out before the store is asked: done while another batch is written.
struct PreparedCustomer: Sendable {
    let customer: Customer
    let fingerprint: Int64
    /// The name as its tokens are made of it.
    let foldedName: String?
    let entries: IndexEntries

    init(_ customer: Customer, areKeysNeeded: Bool) {
        self.customer = customer
        fingerprint = customer.importFingerprint
        guard areKeysNeeded else {
            (foldedName, entries) = (nil, IndexEntries())
            return
        }
        let keys = SearchKeys(for: customer)
        foldedName = keys.name?.folded
        entries = IndexEntries(keys)
    }
}
