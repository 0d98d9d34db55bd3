/// Turns the pieces of a phone cell into numbers: strict first, then the known habits, else as typed.
struct PhoneReader {
    /// What one piece was read as.
    struct Reading: Hashable {
        var number: PlanNumber?
        var digits: ArraySlice<UInt8>
        var extensionDigits: String?
        var reading: PhoneReading
        var lineType: LineType
    }

    /// Most digits an unread number keeps as its key, the last ones.
    static let typedDigitsMax = PhoneKeys.digitsMax
    /// Fewest digits that are a number at all.
    static let digitsMin = PhoneKeys.digitsMin

    let region: Region
    /// The readings so far: a later number of the cell may lean on an earlier one.
    private(set) var previous: Reading?

    init(region: Region) {
        self.region = region
    }

    /// The numbers of one piece: none (too few digits), one, or two when two were glued together.
    mutating func read(_ piece: PhonePiece) -> [Reading] {
        let readings = readings(of: piece)
        if let last = readings.last { previous = last }
        return readings
    }

    private func readings(of piece: PhonePiece) -> [Reading] {
        if let other = otherExtension(of: piece) { return [other] }
        guard piece.digits.count >= Self.digitsMin else { return [] }
        if piece.isDamaged { return [asTyped(piece)] }
        if let number = bareHome(piece) { return [reading(number, piece, .lenient)] }
        if let number = strict(piece.digits[...], isInternational: piece.hasPlus) {
            let isClean =
                !piece.hasFractionZero && !piece.hasNote && !isBare(piece, number) && !isSplitAsLandline(piece, number)
            return [reading(number, piece, isClean ? .strict : .lenient)]
        }
        if !piece.hasPlus, PhonePlan.isShortCode(piece.digits[...], region: region) { return [shortCode(piece)] }
        if let number = lenient(piece) { return [reading(number, piece, .lenient)] }
        if let reading = mainlandExtension(piece) { return [reading] }
        if let number = inherited(piece.digits[...], from: previous?.number) {
            return [reading(number, piece, .lenient)]
        }
        return glued(piece) ?? [asTyped(piece)]
    }

    /// The plan's own reading, when it is a valid number and no guess.
    func strict(_ digits: ArraySlice<UInt8>, isInternational: Bool) -> PlanNumber? {
        guard isInternational || !isLocal(digits),
            let number = PhonePlan.number(digits, isInternational: isInternational, region: region), number.isValid
        else { return nil }
        guard !isInternational, let international = afterDoubleZero(digits), international.e164 != number.e164 else {
            return number
        }
        return nil
    }

    /// Up to eight digits without a leading zero are a local number of an unknown city in Taiwan and the mainland,
    /// even where the plan would take the first ones for an area code.
    private func isLocal(_ digits: ArraySlice<UInt8>) -> Bool {
        guard region == .taiwan || region == .china, digits.count <= 8, digits.first != 0x30 else { return false }
        return
            !(region == .china && digits.count == 8
            && (digits.starts(with: "10".utf8) || digits.starts(with: "16".utf8)))
    }

    /// `00` and a country code, as typed where another prefix is the dialled one.
    private func afterDoubleZero(_ digits: ArraySlice<UInt8>) -> PlanNumber? {
        guard digits.starts(with: "00".utf8) else { return nil }
        return valid(digits.dropFirst(2), isInternational: true)
    }

    func valid(_ digits: ArraySlice<UInt8>, isInternational: Bool) -> PlanNumber? {
        guard digits.count >= Self.digitsMin,
            let number = PhonePlan.number(digits, isInternational: isInternational, region: region), number.isValid
        else { return nil }
        return number
    }

    private func reading(_ number: PlanNumber, _ piece: PhonePiece, _ reading: PhoneReading) -> Reading {
        Reading(
            number: number, digits: piece.digits[...], extensionDigits: piece.extensionDigits, reading: reading,
            lineType: number.lineType)
    }

    private func shortCode(_ piece: PhonePiece) -> Reading {
        Reading(
            number: nil, digits: piece.digits[...], extensionDigits: piece.extensionDigits, reading: .shortCode,
            lineType: .shortCode)
    }

    private func asTyped(_ piece: PhonePiece) -> Reading {
        let digits = piece.sureDigits.suffix(Self.typedDigitsMax)
        let plain =
            piece.isDamaged
            ? nil : PhonePlan.number(piece.digits[...], isInternational: piece.hasPlus, region: region)
        let lineType = plain.map { $0.isValid ? .possible : $0.lineType } ?? .invalid
        return Reading(
            number: nil, digits: digits, extensionDigits: piece.extensionDigits, reading: .asTyped, lineType: lineType)
    }

    /// `#314；#315`, `#314、315`: the number before, another extension.
    private func otherExtension(of piece: PhonePiece) -> Reading? {
        guard var reading = previous, reading.number != nil else { return nil }
        if piece.digits.isEmpty {
            reading.extensionDigits = piece.extensionDigits
        } else if let known = reading.extensionDigits, piece.extensionDigits == nil, piece.isAfterSplitter,
            !piece.isDamaged, piece.digits.count == known.utf8.count, known.utf8.count < PhoneCell.wholeDigitsMin
        {
            reading.extensionDigits = String(decoding: piece.digits, as: UTF8.self)
        } else {
            return nil
        }
        reading.reading = .lenient
        return reading
    }
}
