package import Configuration

/// Import maps that come with the program, by name: examples to copy, and the public data sets ready to read.
package enum ShippedMap: String, Sendable, CaseIterable {
    case uciOnlineRetail = "uci-online-retail"
    case cdnow
    case taiwanHealthFacilities = "tw-nhi-facilities"
    case chineseHospitals = "cn-hospitals"
    case taiwanGovernmentOffices = "tw-gov-offices"
    case newYork311 = "nyc311"
    case consumerFinance = "cfpb"

    /// The map's file as it can be copied and changed.
    package var text: [UInt8] {
        switch self {
        case .uciOnlineRetail: PackageResources.uci_online_retail_toml
        case .cdnow: PackageResources.cdnow_toml
        case .taiwanHealthFacilities: PackageResources.tw_nhi_facilities_toml
        case .chineseHospitals: PackageResources.cn_hospitals_toml
        case .taiwanGovernmentOffices: PackageResources.tw_gov_offices_toml
        case .newYork311: PackageResources.nyc311_toml
        case .consumerFinance: PackageResources.cfpb_toml
        }
    }

    package func map() throws(ConfigurationError) -> ImportMap {
        try ImportMapFile.map(text, file: "\(rawValue).toml")
    }

    /// The map of a shipped name, else the one in the file of that path.
    package static func map(named name: String) throws(ConfigurationError) -> ImportMap {
        guard let shipped = ShippedMap(rawValue: name) else { return try ImportMapFile.map(path: name) }
        return try shipped.map()
    }
}
