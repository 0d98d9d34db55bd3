/// How much a store holds.
package struct StoreCounts: Sendable, Hashable {
    package var customers: Int
    package var purchases: Int
    /// Purchase lines that name no customer.
    package var unattributedPurchases: Int
    package var interactions: Int
    package var complaints: Int
    package var openComplaints: Int
    package var agents: Int

    package init(
        customers: Int, purchases: Int, unattributedPurchases: Int, interactions: Int, complaints: Int,
        openComplaints: Int, agents: Int
    ) {
        self.customers = customers
        self.purchases = purchases
        self.unattributedPurchases = unattributedPurchases
        self.interactions = interactions
        self.complaints = complaints
        self.openComplaints = openComplaints
        self.agents = agents
    }
}
