package import Customers
package import Money

/// What a store says about the centre it belongs to.
package struct CentreSettings: Sendable, Hashable {
    /// Region whose numbers and plates are read first.
    package var region: Region
    /// Currency of amounts that come without one.
    package var currency: Currency
    /// IANA zone id in which days are counted and times are shown: `Asia/Taipei`.
    package var zone: String
    /// Shown on every screen of a synthetic store; nil for a real one.
    package var demoLabel: String?

    package init(region: Region, currency: Currency, zone: String, demoLabel: String? = nil) {
        self.region = region
        self.currency = currency
        self.zone = zone
        self.demoLabel = demoLabel
    }
}
