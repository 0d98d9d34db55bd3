/// A stretch of a day in which the desk is open, by the wall clock: `start` is in it, `end` is not.
package struct OpenInterval: Hashable, Sendable {
    /// Minutes after local midnight, 0 ... 1439.
    package let startMinute: Int
    /// Minutes after local midnight, after `startMinute`, at most 1440 (24:00).
    package let endMinute: Int

    package static let minutesPerDay = 1440
    package static let wholeDay = OpenInterval(uncheckedStart: 0, end: minutesPerDay)

    package init(startMinute: Int, endMinute: Int) throws(OpenIntervalError) {
        guard (0...Self.minutesPerDay).contains(startMinute), (0...Self.minutesPerDay).contains(endMinute) else {
            throw .outsideDay
        }
        guard startMinute < endMinute else { throw .backward }
        self.init(uncheckedStart: startMinute, end: endMinute)
    }

    /// Reads `09:00-12:00`; 24:00 is allowed as an end, and nothing crosses midnight.
    package init(_ text: some StringProtocol) throws(OpenIntervalError) {
        var reader = DigitReader(text)
        guard let start = Self.minute(reading: &reader), reader.skip("-"),
            let end = Self.minute(reading: &reader), reader.isAtEnd
        else { throw .unreadable }
        try self.init(startMinute: start, endMinute: end)
    }

    private init(uncheckedStart: Int, end: Int) {
        startMinute = uncheckedStart
        endMinute = end
    }

    /// The interval's length by the wall clock.
    package var minutes: Int { endMinute - startMinute }

    /// Minutes after midnight of `HH:MM`; 1441 and more for a time after 24:00, nil for anything else.
    private static func minute(reading reader: inout DigitReader) -> Int? {
        guard let hour = reader.digits(exactly: 2), reader.skip(":"), let minute = reader.digits(exactly: 2),
            minute < 60
        else { return nil }
        return hour * 60 + minute
    }
}

/// Why an open interval was refused.
package enum OpenIntervalError: Error, Hashable, Sendable {
    /// Not of the form `HH:MM-HH:MM`.
    case unreadable
    /// A time beyond 24:00.
    case outsideDay
    /// The end is not after the start; nothing crosses midnight.
    case backward
}

extension OpenInterval: CustomStringConvertible {
    /// `09:00-12:00`.
    package var description: String { "\(Self.clock(startMinute))-\(Self.clock(endMinute))" }

    private static func clock(_ minute: Int) -> String {
        text { bytes in
            bytes.append(minute / 60, digits: 2)
            bytes.append(":")
            bytes.append(minute % 60, digits: 2)
        }
    }
}
