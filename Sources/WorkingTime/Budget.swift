/// How long something may take: an amount and what it is counted in, written `2wd`, `30bm`, `15cd`.
package struct Budget: Hashable, Sendable {
    package enum Unit: String, CaseIterable, Sendable, Hashable {
        case minutes = "m"
        case hours = "h"
        case businessMinutes = "bm"
        case businessHours = "bh"
        case workingDays = "wd"
        case calendarDays = "cd"
    }

    /// What a clock of this unit counts and shows as remaining.
    package enum Measure: Sendable, Hashable {
        /// Only time in which the desk is open.
        case open
        /// All time.
        case elapsed
    }

    package let amount: Int
    package let unit: Unit

    /// The longest budget that is accepted, in days of its unit; ten years.
    package static let daysMax = 3660

    /// A budget of `amount` units, clamped to 0 ... the most that is accepted.
    package init(_ amount: Int, _ unit: Unit) {
        self.amount = min(max(amount, 0), unit.amountMax)
        self.unit = unit
    }

    /// Reads `120bm`; zero and negative amounts are refused.
    package init(_ text: some StringProtocol) throws(BudgetError) {
        let bytes = Array(text.utf8.prefix(Self.textBytesMax + 1))
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.textBytesMax else { throw .unreadable(String(text.prefix(Self.textBytesMax))) }
        if bytes[0] == UInt8(ascii: "-") { throw .notPositive(String(text)) }
        let digits = bytes.prefix { (48...57).contains($0) }
        guard !digits.isEmpty else { throw .unreadable(String(text)) }
        guard let unit = Unit(rawValue: String(decoding: bytes.dropFirst(digits.count), as: UTF8.self)) else {
            throw .unknownUnit(String(decoding: bytes.dropFirst(digits.count), as: UTF8.self))
        }
        guard let amount = Int(String(decoding: digits, as: UTF8.self)), amount <= unit.amountMax else {
            throw .tooLarge(String(text), most: unit.amountMax)
        }
        guard amount > 0 else { throw .notPositive(String(text)) }
        self.amount = amount
        self.unit = unit
    }

    static let textBytesMax = 24

    package var measure: Measure {
        switch unit {
        case .businessMinutes, .businessHours, .workingDays: .open
        case .minutes, .hours, .calendarDays: .elapsed
        }
    }

    /// The length of a budget that does not depend on a start: minutes and hours of both kinds; nil for days.
    package var fixedLength: TimeLength? {
        switch unit {
        case .minutes, .businessMinutes: TimeLength(minutes: Int64(amount))
        case .hours, .businessHours: TimeLength(minutes: Int64(amount) * 60)
        case .workingDays, .calendarDays: nil
        }
    }
}

extension Budget.Unit {
    /// The most units a budget may have.
    package var amountMax: Int {
        switch self {
        case .minutes, .businessMinutes: Budget.daysMax * 1440
        case .hours, .businessHours: Budget.daysMax * 24
        case .workingDays, .calendarDays: Budget.daysMax
        }
    }
}

/// Why a budget was refused.
package enum BudgetError: Error, Hashable, Sendable {
    case empty
    /// No digits first, or far too long.
    case unreadable(String)
    /// What follows the digits is none of `m h bm bh wd cd`.
    case unknownUnit(String)
    case notPositive(String)
    case tooLarge(String, most: Int)
}

extension Budget: CustomStringConvertible {
    package var description: String { "\(amount)\(unit.rawValue)" }
}
