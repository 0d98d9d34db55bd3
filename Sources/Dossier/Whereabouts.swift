package import Complaints
package import Customers
package import WorkingTime

/// What a desk has open, as others on the same store may know it: advice, never a lock, and viewing is not working.
package struct Whereabouts: Sendable, Hashable {
    /// A desk that has something open says so this often.
    package static let beatSeconds: Int64 = 5
    /// One that has not been heard of for this long is gone.
    package static let lifetimeSeconds: Int64 = 15
    /// With nothing open a desk says its agent's status with the minute clock alone, and counts this long.
    package static let idleLifetimeSeconds: Int64 = 75

    package var customer: CustomerID?
    package var caseNumber: CaseNumber?
    /// True while a form about what is open is being filled in.
    package var isEditing: Bool
    /// The agent's status by its name: `ready`, `on_call`, `break`, `offline`.
    package var status: String

    package init(customer: CustomerID?, caseNumber: CaseNumber?, isEditing: Bool, status: String) {
        self.customer = customer
        self.caseNumber = caseNumber
        self.isEditing = isEditing
        self.status = status
    }

    package var isOpen: Bool { customer != nil || caseNumber != nil }

    /// Seconds it counts from when it was said.
    package var lifetime: Int64 { isOpen ? Self.lifetimeSeconds : Self.idleLifetimeSeconds }
}

/// Another desk on the same store and what it has open.
package struct Sighting: Sendable, Hashable {
    package var login: String
    /// True for those who take calls, whom supervisors count.
    package var takesCalls: Bool
    package var whereabouts: Whereabouts
    /// When it counts as gone unless it is heard of again.
    package var goneAt: Instant

    package init(login: String, takesCalls: Bool, whereabouts: Whereabouts, goneAt: Instant) {
        self.login = login
        self.takesCalls = takesCalls
        self.whereabouts = whereabouts
        self.goneAt = goneAt
    }
}
