/// The everyday numbers of Taiwan, the mainland and Hong Kong, read without the library.
///
/// libphonenumber needs about 20 us a number, an import wants ten times that speed. Each pattern here is a subset of
/// the library's own patterns (metadata 8.12.57), so a hit is exactly the library's answer and a miss says nothing.
/// A test compares both over a generated population.
enum PhonePatterns {
    /// Longest digits of an everyday number: `+86 0` and eleven digits.
    static let digitsMax = 14

    static func number(_ digits: ArraySlice<UInt8>, isInternational: Bool, region: Region) -> PlanNumber? {
        guard digits.count >= 8, digits.count <= digitsMax else { return nil }
        if isInternational { return international(digits) }
        switch region {
        case .taiwan: return national(digits, country: 886, isTrunkNeeded: digits.count != 9)
        case .china: return national(digits, country: 86, isTrunkNeeded: !isWholeMainland(digits))
        case .hongKong: return national(digits, country: 852, isTrunkNeeded: false)
        default: return nil
        }
    }

    /// Mobile and 400 / 800 numbers are dialled without the trunk zero.
    private static func isWholeMainland(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count == 11 && digits.first == 0x31
            || digits.count == 10 && (digits.first == 0x34 || digits.first == 0x38)
    }

    private static func international(_ digits: ArraySlice<UInt8>) -> PlanNumber? {
        let first = digits.startIndex
        guard digits[first] == 0x38 else { return nil }
        switch (digits[first + 1], digits[first + 2]) {
        case (0x38, 0x36): return national(digits.dropFirst(3), country: 886, isTrunkNeeded: false)
        case (0x35, 0x32): return national(digits.dropFirst(3), country: 852, isTrunkNeeded: false)
        case (0x36, _): return national(digits.dropFirst(2), country: 86, isTrunkNeeded: false)
        default: return nil
        }
    }

    private static func national(_ digits: ArraySlice<UInt8>, country: Int, isTrunkNeeded: Bool) -> PlanNumber? {
        var digits = digits
        if country != 852, digits.first == 0x30 {
            digits = digits.dropFirst()
        } else if isTrunkNeeded {
            return nil
        }
        guard let lineType = lineType(digits, country: country) else { return nil }
        return PlanNumber(e164: e164(country: country, digits), countryCode: country, lineType: lineType, isValid: true)
    }

    private static func e164(country: Int, _ digits: ArraySlice<UInt8>) -> String {
        String(unsafeUninitializedCapacity: 15) { buffer in
            var length = 0
            for byte in country == 86 ? "+86".utf8 : country == 886 ? "+886".utf8 : "+852".utf8 {
                buffer[length] = byte
                length += 1
            }
            for digit in digits.prefix(11) {
                buffer[length] = digit
                length += 1
            }
            return length
        }
    }

    private static func lineType(_ digits: ArraySlice<UInt8>, country: Int) -> LineType? {
        guard digits.count >= 8 else { return nil }
        let i = digits.startIndex
        let head = Int(digits[i] &- 0x30) * 100 + Int(digits[i + 1] &- 0x30) * 10 + Int(digits[i + 2] &- 0x30)
        let next = digits[i + 3] &- 0x30
        switch country {
        case 886: return taiwan(head, next, count: digits.count)
        case 86: return mainland(head, next, count: digits.count)
        default: return hongKong(head, count: digits.count)
        }
    }

    /// `head` is the first three digits, `next` the fourth.
    private static func taiwan(_ head: Int, _ next: UInt8, count: Int) -> LineType? {
        switch (count, head) {
        case (9, 900...989): .mobile
        case (9, 220...289), (9, 420...439), (9, 490...499): .fixedLine
        case (9, 800...807), (9, 809): .tollFree
        case (8, 320...399), (8, 520...589), (8, 600...639), (8, 650...679), (8, 690...699), (8, 823), (8, 870...899):
            .fixedLine
        case (8, 836) where next == 2 || next >= 4: .fixedLine
        default: nil
        }
    }

    private static func mainland(_ head: Int, _ next: UInt8, count: Int) -> LineType? {
        let isLocalStart = next != 1 && next != 9
        switch (count, head) {
        case (11, 130...139), (11, 180...189), (11, 145), (11, 147), (11, 150...153), (11, 155...159), (11, 190...193),
            (11, 195...199), (11, 162), (11, 165...167), (11, 170...173), (11, 175...178):
            return .mobile
        case (10, 400): return .sharedCost
        case (10, 800): return .tollFree
        case (10, 102...107), (10, 212...217): return .fixedLine
        case (10, 200...209), (10, 220...259), (10, 270...299):
            return head % 10 != 1 && head % 10 != 9 ? .fixedLine : nil
        case (11, _): return isLocalStart && hasEightDigitLines(area: head) ? .fixedLine : nil
        case (10, _): return isLocalStart && hasSevenDigitLines(area: head) ? .fixedLine : nil
        default: return nil
        }
    }

    /// Areas whose local numbers all have eight digits.
    private static func hasEightDigitLines(area: Int) -> Bool {
        switch area {
        case 311, 371, 377, 379, 411, 451, 431, 432, 510...519, 523, 527, 531, 532, 551, 571, 573...577, 579, 591, 595,
            731, 755, 757, 760, 769, 791, 871, 898:
            true
        default: false
        }
    }

    /// Areas whose local numbers all have seven digits.
    private static func hasSevenDigitLines(area: Int) -> Bool {
        switch area {
        case 310, 312...319, 335, 349...359, 370, 372...376, 378, 391...396, 398, 410, 412...419, 421, 427, 429, 434,
            436...439, 452...459, 464, 467...479, 482, 483, 530, 533...539, 543, 546, 550, 552...559, 561...564, 566,
            570, 572, 578, 580, 592...594, 596...599, 631...635, 660, 662, 663, 668, 691, 692, 701, 710...719, 722,
            724, 728, 730, 734...739, 743...746, 750...753, 756, 758, 759, 762, 763, 766, 768, 770...779, 790,
            792...799, 812, 813, 816...818, 825...827, 830...839, 852...859, 870, 872...879, 883, 886...888, 891...897,
            901...903, 906, 908, 909, 911...917, 919, 930...939, 941, 943, 951...955:
            true
        default: false
        }
    }

    private static func hongKong(_ head: Int, count: Int) -> LineType? {
        guard count == 8 else { return nil }
        return switch head {
        case 210...221, 223...299, 310...312, 314...319, 350...352, 354...359, 360...362, 364...369, 390...392,
            394...399:
            .fixedLine
        case 510...514, 516...519, 520...524, 526...529, 530...534, 536...539, 540...544, 546...549, 550...554,
            556...559,
            590...594, 596...599, 601...609, 610...619, 630...659, 690...699, 901...909, 910, 912...919, 920...928,
            930...938,
            950...958,
            940...949, 960...979, 980...988:
            .mobile
        default: nil
        }
    }
}
