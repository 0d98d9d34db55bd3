package import Complaints
package import Customers
package import Dossier
package import Valuation
package import WorkingTime

// Reads.
extension Store {
    /// Who the typed text may mean, best first: at most `limit` of them.
    package func lookup(_ text: String, limit: Int = 50) throws(StoreError) -> LookupAnswer { throw pending }

    /// The customer whole; nil when there is none of that number.
    package func card(_ id: CustomerID, timelineLimit: Int = 50, now: Instant) throws(StoreError) -> CustomerCard? {
        throw pending
    }
    package func customer(_ id: CustomerID) throws(StoreError) -> Customer? { throw pending }
    package func timeline(_ id: CustomerID, before cursor: TimelineCursor? = nil, limit: Int) throws(StoreError)
        -> TimelinePage
    { throw pending }

    package func complaint(_ number: CaseNumber) throws(StoreError) -> ComplaintFile? { throw pending }
    /// Earliest due first.
    package func complaints(_ filter: ComplaintFilter, limit: Int = 500) throws(StoreError) -> [Complaint] {
        throw pending
    }
    /// Customers most lately in contact, newest first.
    package func recentCustomers(limit: Int) throws(StoreError) -> [LookupMatch] { throw pending }
    package func followUps(owner: String?, dueBefore: Instant?, limit: Int = 500) throws(StoreError) -> [FollowUp] {
        throw pending
    }

    package func agents() throws(StoreError) -> [Agent] { throw pending }
    package func agent(login: String) throws(StoreError) -> Agent? { throw pending }
    package func teams() throws(StoreError) -> [Team] { throw pending }
    package func settings() throws(StoreError) -> CentreSettings { throw pending }
    package func counts() throws(StoreError) -> StoreCounts { throw pending }
    /// A number that differs from the last one when any other process, or this one, has changed the store.
    package func changeCounter() throws(StoreError) -> Int64 { throw pending }
}

// Writes: each returns when the change is on disk.
extension Store {
    /// Keeps a new customer; its id, version 1 and search keys are assigned here.
    package func createCustomer(_ draft: Customer, by login: String, at: Instant) throws(StoreError) -> Customer {
        throw pending
    }
    /// Replaces a customer whose `version` must still be the one read; returns it with the next version.
    package func updateCustomer(_ customer: Customer, by login: String, at: Instant) throws(StoreError) -> Customer {
        throw pending
    }
    package func addPhone(_ phone: ContactPhone, to id: CustomerID, by login: String, at: Instant) throws(StoreError)
        -> Customer
    { throw pending }
    package func addPlate(_ plate: VehiclePlate, to id: CustomerID, by login: String, at: Instant) throws(StoreError)
        -> Customer
    { throw pending }
    package func addInteraction(_ interaction: NewInteraction) throws(StoreError) { throw pending }
    /// Keeps one purchase typed at the desk and brings the customer's value and tier up to date.
    package func recordPurchase(_ line: PurchaseLine, customer: CustomerID, by login: String, now: Instant)
        throws(StoreError)
    { throw pending }

    /// Recomputes everybody's value and tier, ranked within each currency.
    package func updateTiers(now: Instant) throws(StoreError) -> TierUpdate { throw pending }
    package func setTierOverride(_ override: TierOverride, customer: CustomerID, at: Instant) throws(StoreError) {
        throw pending
    }
    package func clearTierOverride(customer: CustomerID, by login: String, at: Instant) throws(StoreError) {
        throw pending
    }

    package func addAgent(_ agent: Agent) throws(StoreError) { throw pending }
    package func updateAgent(_ agent: Agent) throws(StoreError) { throw pending }
    package func addTeam(_ team: Team) throws(StoreError) { throw pending }
    package func addFollowUp(_ followUp: FollowUp, customer: CustomerID, at: Instant) throws(StoreError) {
        throw pending
    }

    /// A writer for many rows of one source; one at a time.
    package func bulkWriter(_ run: ImportRun) throws(StoreError) -> BulkWriter { throw pending }
}

/// What a recomputation of all tiers did.
package struct TierUpdate: Sendable, Hashable {
    package var customers: Int
    package var changed: Int
    package var counts: [Tier: Int]

    package init(customers: Int, changed: Int, counts: [Tier: Int]) {
        self.customers = customers
        self.changed = changed
        self.counts = counts
    }
}

let pending = StoreError.engine(code: 0, message: "not built yet", sql: nil)
