package import Customers

/// Where a row comes from when its file holds rows of several sources, as a file exported from here does.
package struct RowOrigin: Sendable, Hashable {
    /// The name the row's reference belongs to; nil takes the run's.
    package var source: String?
    /// The customer by our own number; nil finds them by reference.
    package var customer: CustomerID?

    package init(source: String? = nil, customer: CustomerID? = nil) {
        self.source = source
        self.customer = customer
    }
}
