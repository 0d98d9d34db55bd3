package import Complaints
package import Customers

/// Why customers were not merged, parted or erased.
package enum IdentityRefusal: Sendable, Hashable {
    /// Both numbers lead to one customer.
    case sameCustomer(CustomerID)
    case erased(CustomerID)
    case unknownMerge(Int64)
    case alreadyUndone(merge: Int64)
    /// A later merge of the same customer has to be undone first.
    case laterMerge(merge: Int64, later: Int64)
    /// Open complaints hold the record: it is evidence until they are closed.
    case legalHold(CustomerID, cases: [CaseNumber])
    /// Nothing may be erased without a reason that the log keeps.
    case noReason
}
