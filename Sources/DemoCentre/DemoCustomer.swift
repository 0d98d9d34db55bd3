import Customers
import Dossier
import Money
import WorkingTime

/// One synthetic customer with everything they did in two years, before it is written to a store.
struct DemoCustomer: Sendable {
    /// Key within the demo: `D00001`.
    var reference: String
    var kind: CustomerKind
    var name: String
    var script: Script
    var region: Region
    var sex: String?
    var birthYear: Int?
    var creditGrade: CreditGrade?
    var hint: String?
    var preferences: String?
    var vulnerableNeed: String?
    var responsible: String
    var phones: [String]
    var plates: [String]
    var purchases: [DemoPurchase]
    var contacts: [DemoContact]

    /// What the customer pays in.
    var currency: Currency {
        switch region {
        case .taiwan: .twd
        case .china: .cny
        default: .hkd
        }
    }
}

/// One line of one invoice.
struct DemoPurchase: Sendable {
    var reference: String
    var line: PurchaseLine
}

/// One call, message or visit; its customer is known when the store has numbered them.
struct DemoContact: Sendable {
    var reference: String
    var at: Instant
    var kind: TimelineEntry.Kind
    var isInbound: Bool
    var text: String
    var wrapUpCode: String
    var by: String
}
