/// The plates of mainland China (GA 36): province character, letter, then five or six places or a suffix.
enum MainlandPlates {
    private static let provinces = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars)
    private static let suffixes: [Unicode.Scalar: String] = [
        "警": "police", "学": "driving school", "挂": "trailer", "试": "test", "超": "oversize", "领": "consular",
    ]
    private static let borderSuffixes: [Unicode.Scalar: String] = [
        "港": "cross-border HK", "澳": "cross-border Macau",
    ]
    /// Letters of new-energy plates: the first two since 2016; the others issued later as those ran out.
    private static let newEnergyLetters: Set<Unicode.Scalar> = ["D", "F"]
    private static let newerEnergyLetters: Set<Unicode.Scalar> = ["A", "B", "C", "E", "G", "H", "J", "K"]

    static func isProvince(_ scalar: Unicode.Scalar) -> Bool { provinces.contains(scalar) }

    static func reading(of plate: PlateText) -> PlateCandidate? {
        let key = plate.key
        guard key.count >= 6 else { return nil }
        if key.starts(with: "WJ".unicodeScalars), provinces.contains(key[2]) { return armedPolice(plate) }
        if key[0] == "使" || key[key.count - 1] == "使" { return embassy(plate) }
        guard provinces.contains(key[0]), PlateText.isLetter(key[1]), key[1] != "I" else { return nil }
        guard let (plateClass, isVerified) = kind(of: key[2...], after: (key[0], key[1])) else { return nil }
        return candidate(
            plate, display: PlateText.string(key[..<2]) + "·" + PlateText.string(key[2...]), plateClass,
            isVerified: isVerified)
    }

    private static func armedPolice(_ plate: PlateText) -> PlateCandidate? {
        let number = plate.key.dropFirst(3)
        guard number.count == 5, number.dropLast().allSatisfy(PlateText.isDigit), number.allSatisfy(isBody) else {
            return nil
        }
        return candidate(plate, display: plate.keyString, "armed police", isVerified: true)
    }

    private static func embassy(_ plate: PlateText) -> PlateCandidate? {
        guard plate.key.count == 7, plate.key.filter(PlateText.isDigit).count == 6 else { return nil }
        return candidate(plate, display: plate.keyString, "embassy", isVerified: true)
    }

    private static func candidate(
        _ plate: PlateText, display: String, _ plateClass: String, isVerified: Bool
    ) -> PlateCandidate {
        PlateCandidate(
            region: .china, key: plate.keyString, display: display, plateClass: plateClass, isValid: true,
            isVerified: isVerified)
    }

    /// [A-HJ-NP-Z0-9]
    private static func isBody(_ scalar: Unicode.Scalar) -> Bool {
        PlateText.isDigit(scalar) || PlateText.isLetter(scalar) && scalar != "I" && scalar != "O"
    }

    /// What the characters after province and letter say.
    private static func kind(
        of rest: ArraySlice<Unicode.Scalar>, after prefix: (Unicode.Scalar, Unicode.Scalar)
    ) -> (String, Bool)? {
        let body = rest.prefix(while: isBody)
        let suffix = rest.dropFirst(body.count)
        switch (body.count, suffix.count) {
        case (5, 0): return ("ordinary 7", true)
        case (6, 0): return newEnergy(Array(body))
        case (4, 1):
            guard let last = suffix.first else { return nil }
            if let special = suffixes[last] { return (special, true) }
            guard let border = borderSuffixes[last], prefix == ("粤", "Z") else { return nil }
            return (border, true)
        case (4, 2): return PlateText.string(suffix) == "应急" ? ("emergency rescue 2019", true) : nil
        default: return nil
        }
    }

    /// Small vehicles: the energy letter first, then a letter or digit and four digits. Large ones: it comes last.
    private static func newEnergy(_ body: [Unicode.Scalar]) -> (String, Bool)? {
        let isKnown = newEnergyLetters.contains
        let isNewer = newerEnergyLetters.contains
        if isKnown(body[0]) || isNewer(body[0]), body[2...].allSatisfy(PlateText.isDigit) {
            return ("new-energy small", isKnown(body[0]))
        }
        if isKnown(body[5]) || isNewer(body[5]), body[..<5].allSatisfy(PlateText.isDigit) {
            return ("new-energy large", isKnown(body[5]))
        }
        return nil
    }
}
