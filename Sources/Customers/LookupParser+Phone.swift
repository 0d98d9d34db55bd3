extension LookupParser {
    /// Fewest digits that are searched.
    private static let digitsMin = PhoneKeys.digitsMin
    /// How many final digits are a hint at a number kept as typed.
    private static let hintDigits = 7
    /// Most digits a plate begins or ends with.
    private static let plateDigitsMax = 7

    private static let countries: [(region: Region, code: String)] = [
        (.taiwan, "886"), (.china, "86"), (.hongKong, "852"),
    ]

    /// Exact number, prefix, final digits, in that order; then what else a few digits may be.
    func phone() -> LookupQuery {
        var digits = PhoneKeys.digits(in: text)
        guard digits.utf8.count >= Self.digitsMin else { return query(.phone, key: digits, []) }
        var exact: [String] = []
        if digits.utf8.count >= Self.wholeDigitsMin {
            let numbers = PhoneParser.parse(text, region: homeRegion)
            digits = withoutExtension(digits, numbers)
            exact = exactNumbers(numbers, typed: digits)
        }
        guard digits.utf8.count <= PhoneKeys.digitsMax else {
            return query(.phone, key: exact.first ?? digits, exact.map { QueryKey.phone(digits: $0) })
        }
        exact.append(digits)
        var keys = exact.map { QueryKey.phone(digits: $0) }
        keys += prefixes(of: digits).map { QueryKey.phonePrefix(digits: $0) }
        keys.append(.phoneSuffix(digits: digits, tails: PhoneKeys.tails(endingWith: digits)))
        return query(.phone, key: exact.first ?? digits, keys, fallback: hints(digits, exact: exact))
    }

    /// Fewer digits are no whole number of the home regions: the numbering plans are not asked.
    private static let wholeDigitsMin = 8

    private func withoutExtension(_ digits: String, _ numbers: [ParsedPhone]) -> String {
        guard numbers.count == 1, let known = numbers[0].extensionDigits, digits.hasSuffix(known) else {
            return digits
        }
        return String(digits.dropLast(known.utf8.count))
    }

    /// The number as dialled at home, else as dialled in the other regions.
    private func exactNumbers(_ numbers: [ParsedPhone], typed: String) -> [String] {
        let own = numbers.filter { $0.e164 != nil }.map(\.searchDigits)
        guard own.isEmpty, plain.first != "+" else { return own }
        return Self.countries.filter { $0.region != homeRegion }.compactMap { country in
            let number = PhoneReader(region: country.region).strict(Array(typed.utf8)[...], isInternational: false)
            return number.map { String($0.e164.dropFirst()) }
        }
    }

    /// What E.164 digits begin with when the typed digits begin a number.
    private func prefixes(of digits: String) -> [String] {
        if digits.hasPrefix("00") { return digits.utf8.count > 4 ? [String(digits.dropFirst(2)), digits] : [digits] }
        if plain.first == "+" { return [digits] }
        if let country = Self.countries.first(where: { digits.hasPrefix($0.code) }) {
            return digits.utf8.count >= country.code.utf8.count + 2 ? [digits] : []
        }
        guard let home = Self.countries.first(where: { $0.region == homeRegion }) else { return [digits] }
        if homeRegion != .hongKong, digits.hasPrefix("0") { return [home.code + digits.dropFirst(), digits] }
        return beginsWithoutTrunk(digits) ? [home.code + digits, digits] : [digits]
    }

    /// Numbers people begin without a zero; any other three digits are rather final ones.
    private func beginsWithoutTrunk(_ digits: String) -> Bool {
        switch homeRegion {
        case .hongKong: true
        case .china: digits.hasPrefix("1") || digits.hasPrefix("400") || digits.hasPrefix("800")
        case .taiwan: digits.hasPrefix("9")
        default: false
        }
    }

    /// A whole number may have been kept without its area code; a few digits may be part of a plate or begin a name.
    private func hints(_ digits: String, exact: [String]) -> [QueryKey] {
        var hints: [QueryKey] = []
        if digits.utf8.count > Self.hintDigits {
            let last = String((exact.first ?? digits).suffix(Self.hintDigits))
            hints.append(.phoneSuffix(digits: last, tails: PhoneKeys.tails(endingWith: last)))
        } else {
            hints += plateKeys(ofKey: digits)
            hints.append(.latinPrefix(digits))
        }
        return hints
    }
}
