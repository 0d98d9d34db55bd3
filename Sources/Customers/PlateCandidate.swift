/// One reading of a plate text in one region.
package struct PlateCandidate: Hashable, Sendable {
    package var region: Region
    /// Without separators, upper case, simplified province character: what look-up compares.
    package var key: String
    /// With the region's canonical punctuation.
    package var display: String
    /// The kind of plate, in a few words: `car-2012`, `new-energy small`, `government`.
    package var plateClass: String
    /// True when a grammar of the region covers it.
    package var isValid: Bool
    /// True when that grammar is a published one; unverified texts are kept and found all the same.
    package var isVerified: Bool

    package init(
        region: Region, key: String, display: String, plateClass: String, isValid: Bool, isVerified: Bool
    ) {
        self.region = region
        self.key = key
        self.display = display
        self.plateClass = plateClass
        self.isValid = isValid
        self.isVerified = isVerified
    }

    /// The plate as a customer's vehicle, as it was typed.
    package func vehiclePlate(raw: String) -> VehiclePlate {
        VehiclePlate(raw: raw, key: key, display: display, region: region, isVerified: isVerified)
    }
}
