/// A currency we keep books in, with the number of decimals of *our* minor unit.
///
/// TWD has none here (deliberately not ISO 4217's two): nobody in Taiwan is owed a tenth of a dollar.
package enum Currency: String, CaseIterable, Sendable, Hashable {
    case cny = "CNY"
    case hkd = "HKD"
    case usd = "USD"
    case gbp = "GBP"
    case eur = "EUR"
    case twd = "TWD"
    case jpy = "JPY"
    case krw = "KRW"

    /// Decimals of the minor unit: 2 or 0.
    package var decimals: Int {
        switch self {
        case .cny, .hkd, .usd, .gbp, .eur: 2
        case .twd, .jpy, .krw: 0
        }
    }
}
