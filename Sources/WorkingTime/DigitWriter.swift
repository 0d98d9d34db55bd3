/// Writes dates and times into ASCII bytes: a history of a hundred thousand lines has a million of them.
extension [UInt8] {
    /// Decimal digits with leading zeros up to `width`; a minus sign comes before them.
    mutating func append(_ value: Int, digits width: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        let magnitude = value.magnitude
        var scale: UInt = 1
        for _ in 1..<Swift.max(width, 1) { scale *= 10 }
        while magnitude / scale >= 10 { scale *= 10 }
        while scale > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / scale % 10))
            scale /= 10
        }
    }

    mutating func append(_ character: Unicode.Scalar) { append(UInt8(ascii: character)) }

    mutating func append(_ date: LocalDate) {
        let (year, month, day) = date.components
        append(year, digits: 4)
        append("-")
        append(month, digits: 2)
        append("-")
        append(day, digits: 2)
    }

    mutating func append(_ local: LocalDateTime) {
        append(local.date)
        append("T")
        append(local.hour, digits: 2)
        append(":")
        append(local.minute, digits: 2)
        append(":")
        append(local.second, digits: 2)
        let fraction = Int(local.microsecondOfDay % 1_000_000)
        guard fraction != 0 else { return }
        append(".")
        append(fraction, digits: 6)
    }

    /// RFC 3339 with this offset east of Greenwich; the offset is shown to the minute, as the format demands.
    mutating func append(_ instant: Instant, offsetSeconds: Int32) {
        let minutes = Int(offsetSeconds / 60)
        append(LocalDateTime(localMicroseconds: instant.microseconds(shiftedBySeconds: Int32(minutes * 60))))
        guard minutes != 0 else { return append("Z") }
        append(minutes < 0 ? "-" : "+")
        append(abs(minutes) / 60, digits: 2)
        append(":")
        append(abs(minutes) % 60, digits: 2)
    }

    /// RFC 3339 with the offset in force in `zone` at that instant.
    package mutating func append(_ instant: Instant, in zone: ZoneRules) {
        append(instant, offsetSeconds: zone.offsetSeconds(at: instant))
    }
}

/// The text that `write` puts into bytes.
func text(_ write: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(dateBytesUsual)
    write(&bytes)
    return String(decoding: bytes, as: UTF8.self)
}

private let dateBytesUsual = 32
