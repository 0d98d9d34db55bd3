/// Dates of birth as people and lists write them.
package enum BirthDate {
    /// `1980-05-01` of `19800501`, `1980/5/1`, `1980年5月1日`, `民國69年5月1日`, `69/05/01` (the Republic's years);
    /// eight bare digits that are no date, kept to be
    /// compared with others; nil for anything else.
    package static func read(_ text: String) -> String? {
        guard text.utf8.count <= textBytesMax, let groups = groups(of: text) else { return nil }
        if groups.digits.count == 1, let only = groups.digits.first { return whole(only) }
        guard groups.digits.count == 3, let year = number(groups.digits[0]), let month = number(groups.digits[1]),
            let day = number(groups.digits[2])
        else { return nil }
        let isRepublic = groups.isRepublic || groups.digits[0].count <= 3 && year <= republicYearMax
        return iso(isRepublic ? year + 1911 : year, month, day)
    }

    /// The year of what ``read(_:)`` gives, when it is a possible one.
    package static func year(of date: String) -> Int? {
        guard let year = Int(date.prefix(4)), years.contains(year) else { return nil }
        return year
    }

    /// Births that are believed.
    private static let years = 1880...2100
    private static let textBytesMax = 64
    private static let republicYearMax = 150
    /// Digits a mistyped date may have.
    private static let keptDigits = 6...9

    private static func groups(of text: String) -> (digits: [[UInt8]], isRepublic: Bool)? {
        var digits: [[UInt8]] = []
        var isInGroup = false
        var isRepublic = false
        for scalar in text.unicodeScalars {
            if let digit = PhoneMark(scalar).digit {
                if isInGroup { digits[digits.count - 1].append(digit) } else { digits.append([digit]) }
                isInGroup = true
                continue
            }
            isInGroup = false
            switch scalar {
            case "民", "國", "国": isRepublic = true
            case "年", "月", "日", "-", "/", ".", " ", "生": continue
            default:
                switch PhoneMark(scalar) {
                case .dash, .space, .dot, .ignored: continue
                default: return nil
                }
            }
        }
        return (digits, isRepublic)
    }

    private static func whole(_ digits: [UInt8]) -> String? {
        guard digits.count == 8, let year = number(digits[..<4]), let month = number(digits[4..<6]),
            let day = number(digits[6...])
        else { return kept(digits) }
        return iso(year, month, day) ?? kept(digits)
    }

    private static func kept(_ digits: [UInt8]) -> String? {
        keptDigits.contains(digits.count) ? String(decoding: digits, as: UTF8.self) : nil
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 4 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard years.contains(year), days.indices.contains(month - 1), day >= 1, day <= days[month - 1] else {
            return nil
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
