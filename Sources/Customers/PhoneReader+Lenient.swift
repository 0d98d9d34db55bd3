/// The habits of people and spreadsheets that a plain library call misreads or refuses.
/// Each reading must give a valid number, else the text stays as typed.
extension PhoneReader {
    /// Country codes people type without plus.
    private static let bareCountryCodes = ["886", "86", "852", "853"].map { Array($0.utf8) }
    /// Lengths an area code with its zero may have.
    private static let areaDigits = 2...5
    /// Digits of a mainland extension after a dash.
    private static let mainlandExtensionDigits = 1...6
    /// Digits two glued numbers may have together.
    private static let gluedDigits = 14...28
    /// Fewest and most digits of one of two glued numbers.
    private static let gluedPartDigits = 7...14

    /// One number, by prefix or by a doubled area code.
    func lenient(_ piece: PhonePiece) -> PlanNumber? {
        prefixed(piece.digits[...], isInternational: piece.hasPlus) ?? withoutDoubledArea(piece)
    }

    /// `00886...`, bare `86...`, `+86 86...`, `+0912...`.
    private func prefixed(_ digits: ArraySlice<UInt8>, isInternational: Bool) -> PlanNumber? {
        if digits.starts(with: "00".utf8) { return valid(digits.dropFirst(2), isInternational: true) }
        for code in Self.bareCountryCodes where digits.starts(with: code) {
            let rest = digits.dropFirst(code.count)
            if !isInternational, let number = valid(digits, isInternational: true) { return number }
            if rest.starts(with: code), let number = valid(rest, isInternational: true) { return number }
        }
        guard isInternational, digits.first == 0x30 else { return nil }
        return valid(digits, isInternational: false)
    }

    /// The home region's own code without a plus before an everyday number: what the library says too, without asking.
    func bareHome(_ piece: PhonePiece) -> PlanNumber? {
        guard !piece.hasPlus, !piece.hasNote, let code = homeCode, piece.digits.starts(with: code),
            piece.digits.count > code.count + 7
        else { return nil }
        return PhonePatterns.number(piece.digits[...], isInternational: true, region: region)
    }

    private var homeCode: [UInt8]? {
        switch region {
        case .taiwan: Self.bareCountryCodes[0]
        case .china: Self.bareCountryCodes[1]
        case .hongKong: Self.bareCountryCodes[2]
        default: nil
        }
    }

    /// Whether the number was typed with its country code and without a plus: `886912345678`, `86 0571 8888 8888`.
    func isBare(_ piece: PhonePiece, _ number: PlanNumber) -> Bool {
        let code = Array(String(number.countryCode).utf8)
        guard !piece.hasPlus, piece.digits.starts(with: code) else { return false }
        let rest = piece.digits.dropFirst(code.count).drop { $0 == 0x30 }
        return rest.elementsEqual(number.national.utf8)
    }

    /// `(092)0318123`: a mobile number written as if its first digits were an area code.
    func isSplitAsLandline(_ piece: PhonePiece, _ number: PlanNumber) -> Bool {
        guard let area = piece.leadingParenthesis, number.lineType == .mobile, !piece.hasPlus else { return false }
        return number.countryCode == 886 && area < Self.mobilePrefixDigits
    }

    /// A Taiwanese mobile number is written 0912-345-678.
    private static let mobilePrefixDigits = 4

    /// `(02)0229869850`, `03-038358141`: the area code twice.
    private func withoutDoubledArea(_ piece: PhonePiece) -> PlanNumber? {
        let digits = piece.digits
        guard !piece.hasPlus, digits.first == 0x30, let area = piece.leadingParenthesis ?? piece.breaks.first?.index,
            Self.areaDigits.contains(area), digits.count > 2 * area, digits[area..<2 * area] == digits[..<area]
        else { return nil }
        return valid(digits[area...], isInternational: false)
    }

    /// `0571-8888-8888-8120`: a dash and up to six digits after a whole mainland number that is no mobile.
    func mainlandExtension(_ piece: PhonePiece) -> Reading? {
        guard piece.extensionDigits == nil, let last = piece.lastBreak, last.isDash,
            Self.mainlandExtensionDigits.contains(piece.digits.count - last.index)
        else { return nil }
        let digits = piece.digits[..<last.index]
        let number =
            strict(digits, isInternational: piece.hasPlus) ?? prefixed(digits, isInternational: piece.hasPlus)
        guard let number, number.countryCode == 86, number.lineType != .mobile else { return nil }
        return Reading(
            number: number, digits: digits,
            extensionDigits: String(decoding: piece.digits[last.index...], as: UTF8.self),
            reading: .lenient, lineType: number.lineType)
    }

    /// A local number after one whose area code it shares: `0571-87062766，85459796`.
    func inherited(_ digits: ArraySlice<UInt8>, from first: PlanNumber?) -> PlanNumber? {
        guard let first, first.lineType == .fixedLine, digits.first != 0x30,
            let area = PhoneAreas.areaDigits(country: first.countryCode, national: first.national),
            digits.count == first.national.utf8.count - area
        else { return nil }
        let prefix = String(first.countryCode) + first.national.prefix(area)
        guard let number = valid((Array(prefix.utf8) + digits)[...], isInternational: true),
            number.lineType == .fixedLine
        else { return nil }
        return number
    }

    /// `0571-8778388387022776`: two numbers without anything between. Read only where one place alone parts it into
    /// two valid numbers, or one alone of those at a typed break.
    func glued(_ piece: PhonePiece) -> [Reading]? {
        let digits = piece.digits[...]
        guard !piece.hasPlus, Self.gluedDigits.contains(digits.count) else { return nil }
        var found: [(place: Int, left: PlanNumber, right: PlanNumber)] = []
        for place in Self.gluedPartDigits where Self.gluedPartDigits.contains(digits.count - place) {
            guard let left = strict(digits[..<place], isInternational: false),
                let right = strict(digits[place...], isInternational: false) ?? inherited(digits[place...], from: left)
            else { continue }
            found.append((place, left, right))
        }
        let atBreaks = found.filter { candidate in piece.breaks.contains { $0.index == candidate.place } }
        guard let only = found.count == 1 ? found.first : atBreaks.count == 1 ? atBreaks.first : nil else { return nil }
        return [
            Reading(
                number: only.left, digits: digits[..<only.place], extensionDigits: nil, reading: .lenient,
                lineType: only.left.lineType),
            Reading(
                number: only.right, digits: digits[only.place...], extensionDigits: piece.extensionDigits,
                reading: .lenient, lineType: only.right.lineType),
        ]
    }
}
