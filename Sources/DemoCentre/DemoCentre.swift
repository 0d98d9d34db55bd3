package import Dossier
package import Store
package import WorkingTime

/// A synthetic call centre: the same seed, moment and size always give the same people, history and complaints.
package struct DemoCentre: Sendable {
    package static let customersDefault = 2000
    package static let customersMax = 1_000_000
    package static let seedDefault: UInt64 = 1
    /// Shown on every screen of the store, in all languages.
    package static let label = "DEMO"

    /// IANA zone id the centre lives in.
    package static let zone = "Asia/Taipei"

    package let seed: UInt64
    /// The centre's present: history ends and clocks are judged here.
    package let now: Instant
    package let customers: Int

    package init(seed: UInt64 = seedDefault, now: Instant, customers: Int = customersDefault) {
        self.seed = seed
        self.now = now
        self.customers = min(max(1, customers), Self.customersMax)
    }

    /// Makes the store at `path`, fills it and closes it.
    ///
    /// - Parameters:
    ///   - osUser: acts as amy without being asked.
    ///   - zone: in which purchase days are counted.
    ///   - rules: what the complaints are decided by, given for the centre's settings.
    package func build(
        at path: String, osUser: String, zone: ZoneRules,
        rules: (CentreSettings) -> RulesReader
    ) throws {
        let store = try DemoBuild.emptyStore(at: path, osUser: osUser)
        store.use(zone)
        try store.use(rules(DemoBuild.settings))
        var build = DemoBuild(store: store, centre: self)
        try build.writeCustomers()
        _ = try store.updateTiers(now: now)
        try build.writeComplaints()
        try build.writeFollowUps()
        try store.close()
    }

    /// False when a store was left half-built: complaints and then call-backs are written last.
    package func isComplete(_ store: Store) throws(StoreError) -> Bool {
        guard try store.counts().complaints >= DemoCases.count(of: self) else { return false }
        return try !store.followUps(owner: nil, dueBefore: nil, limit: 1).isEmpty
    }
}
