package import Configuration

/// Import maps that come with the program, by name: examples to copy, and the public data sets ready to read.
package enum ShippedMap: String, Sendable, CaseIterable {
    case uciOnlineRetail = "uci-online-retail"
    case cdnow
    case taiwanHealthFacilities = "tw-nhi-facilities"
    case chineseHospitals = "cn-hospitals"
    case taiwanGovernmentOffices = "tw-gov-offices"

    package func map() throws(ImportError) -> ImportMap {
        throw .outOfMemory
    }
}
