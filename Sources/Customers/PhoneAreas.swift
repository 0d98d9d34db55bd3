/// Lengths of area codes, for grouping a number and for numbers that share one.
enum PhoneAreas {
    /// How many leading digits of a national significant number are its area code; nil when it is no fixed line
    /// of Taiwan or the mainland.
    static func areaDigits(country: Int, national: Substring) -> Int? {
        switch country {
        case 886: taiwan(national)
        case 86: mainland(national)
        default: nil
        }
    }

    private static func taiwan(_ national: Substring) -> Int? {
        guard let first = national.utf8.first, (0x32...0x38).contains(first), !national.hasPrefix("80"),
            !national.hasPrefix("50"), !national.hasPrefix("70")
        else { return nil }
        if national.hasPrefix("836") || national.hasPrefix("826") { return 3 }
        return ["37", "49", "82", "89"].contains(national.prefix(2)) ? 2 : 1
    }

    private static func mainland(_ national: Substring) -> Int? {
        if national.hasPrefix("10") || national.hasPrefix("2") { return 2 }
        guard let first = national.utf8.first, (0x33...0x39).contains(first), !national.hasPrefix("400"),
            !national.hasPrefix("800"), !national.hasPrefix("950")
        else { return nil }
        return 3
    }
}
