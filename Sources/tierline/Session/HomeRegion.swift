import Customers
import Money

/// A region a centre can be at home in, with what follows from it.
enum HomeRegion: String, CaseIterable {
    case taiwan = "TW"
    case china = "CN"
    case hongKong = "HK"

    var region: Region { Region(rawValue: rawValue) }

    var currency: Currency {
        switch self {
        case .taiwan: .twd
        case .china: .cny
        case .hongKong: .hkd
        }
    }

    /// IANA zone id in which the region counts its days.
    var zone: String {
        switch self {
        case .taiwan: "Asia/Taipei"
        case .china: "Asia/Shanghai"
        case .hongKong: "Asia/Hong_Kong"
        }
    }
}
