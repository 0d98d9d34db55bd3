package import Complaints
package import Customers
package import Money
package import WorkingTime

/// A contact to be kept: a call with its note and wrap-up code, a message, a visit.
package struct NewInteraction: Sendable, Hashable {
    package var customer: CustomerID
    package var at: Instant
    package var kind: TimelineEntry.Kind
    /// True when the customer turned to us.
    package var isInbound: Bool
    package var text: String
    /// The code the agent closed the call with.
    package var wrapUpCode: String?
    /// Login of who did it; nil for an import.
    package var by: String?
    package var caseNumber: CaseNumber?

    package init(
        customer: CustomerID, at: Instant, kind: TimelineEntry.Kind, isInbound: Bool = true, text: String,
        wrapUpCode: String? = nil, by: String? = nil, caseNumber: CaseNumber? = nil
    ) {
        self.customer = customer
        self.at = at
        self.kind = kind
        self.isInbound = isInbound
        self.text = text
        self.wrapUpCode = wrapUpCode
        self.by = by
        self.caseNumber = caseNumber
    }
}

/// One line of an invoice.
package struct PurchaseLine: Sendable, Hashable {
    package var at: Instant
    /// Lines with the same invoice and instant are one entry of the history.
    package var invoice: String?
    package var product: String?
    /// What margins are kept by.
    package var productClass: String?
    /// Units; negative for goods that came back.
    package var quantity: Int
    /// Net amount of the line; negative for a return or cancellation.
    package var amount: Money
    /// True for a return or cancellation: it counts against value and is no purchase day.
    package var isReturn: Bool
    /// Share of the amount that is contribution, in basis points; nil takes the centre's margin.
    package var marginBasisPoints: Int?

    package init(
        at: Instant, invoice: String?, product: String?, quantity: Int, amount: Money, isReturn: Bool = false,
        productClass: String? = nil, marginBasisPoints: Int? = nil
    ) {
        self.at = at
        self.invoice = invoice
        self.product = product
        self.productClass = productClass
        self.quantity = quantity
        self.amount = amount
        self.isReturn = isReturn
        self.marginBasisPoints = marginBasisPoints
    }
}
