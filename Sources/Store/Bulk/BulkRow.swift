import Customers
import Dossier

/// A row waiting for its batch.
struct BulkRow {
    var line: Int
    var reference: String
    /// Nil for a purchase that names no customer, and for rows that are customers.
    var customerReference: String?
    var content: Content

    enum Content {
        case customer(Customer)
        case purchase(PurchaseLine)
        case interaction(NewInteraction)
        case vehicle(VehiclePlate, model: String?)
        case holding(Holding)
    }

    func check() throws(StoreError) {
        try Limit.text(reference, field: "reference", max: Limit.referenceBytesMax)
        try Limit.text(customerReference, field: "customer", max: Limit.referenceBytesMax)
        guard !reference.isEmpty else { throw .badValue(field: "reference", value: "") }
        if let customerReference, customerReference.isEmpty { throw .badValue(field: "customer", value: "") }
        switch content {
        case .customer(let customer): try customer.check()
        case .purchase(let line): try line.check()
        case .interaction(let interaction): try interaction.check()
        case .vehicle(let plate, let model):
            try Limit.text(plate.raw, field: "plate", max: Limit.nameBytesMax)
            try Limit.text(model, field: "model", max: Limit.fieldBytesMax)
        case .holding(let holding):
            try Limit.text(holding.product, field: "product", max: Limit.fieldBytesMax)
            try Limit.text(holding.reference, field: "number", max: Limit.referenceBytesMax)
        }
    }
}
