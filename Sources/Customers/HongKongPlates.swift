/// The plates of Hong Kong: two letters and 1 to 9999 without leading zero, government and trade prefixes, and
/// personalised marks of up to eight characters.
enum HongKongPlates {
    private static let personalisedScalarsMax = 8
    private static let unissued: Set<Unicode.Scalar> = ["I", "O", "Q"]

    /// Nearly any text is a possible personalised mark, so those are read only where Hong Kong is asked for.
    static func reading(of plate: PlateText, allowsPersonalised: Bool) -> PlateCandidate? {
        let key = plate.key
        let letters = key.prefix(while: PlateText.isLetter)
        let digits = key.dropFirst(letters.count).prefix(while: PlateText.isDigit)
        let rest = key.dropFirst(letters.count + digits.count)
        if letters.isEmpty, rest.elementsEqual("T".unicodeScalars), isNumber(digits) {
            return candidate(plate, [digits, rest], "trade plate")
        }
        let isRegularShape = letters.count <= 2 && (1...4).contains(digits.count) && rest.isEmpty
        if isRegularShape {
            guard isNumber(digits), letters.allSatisfy({ !unissued.contains($0) }),
                let plateClass = plateClass(letters: PlateText.string(letters))
            else { return nil }
            return candidate(plate, letters.isEmpty ? [digits] : [letters, digits], plateClass)
        }
        guard allowsPersonalised else { return nil }
        return personalised(plate)
    }

    /// 1 to 9999, no leading zero.
    private static func isNumber(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
        (1...4).contains(digits.count) && digits.first != "0"
    }

    /// nil for single letters that are not issued before a number.
    private static func plateClass(letters: String) -> String? {
        switch letters {
        case "": "no prefix"
        case "A": "FSD ambulance"
        case "F": "FSD fire engine"
        case "T": "trade plate"
        case "AM": "government"
        case "LC": "LegCo"
        case "VV": "village vehicle"
        case "HK", "XX": "early prefix"
        default: letters.utf8.count == 2 ? "ordinary" : nil
        }
    }

    private static func personalised(_ plate: PlateText) -> PlateCandidate? {
        guard plate.key.count <= personalisedScalarsMax, plate.key.contains(where: PlateText.isLetter),
            plate.key.allSatisfy({ PlateText.isLetter($0) || PlateText.isDigit($0) })
        else { return nil }
        var candidate = candidate(plate, [plate.key[...]], "personalised")
        candidate.isVerified = plate.key.allSatisfy { !unissued.contains($0) }
        return candidate
    }

    private static func candidate(
        _ plate: PlateText, _ groups: [ArraySlice<Unicode.Scalar>], _ plateClass: String
    ) -> PlateCandidate {
        PlateCandidate(
            region: .hongKong, key: plate.keyString,
            display: groups.map(PlateText.string).joined(separator: " "), plateClass: plateClass, isValid: true,
            isVerified: true)
    }
}
