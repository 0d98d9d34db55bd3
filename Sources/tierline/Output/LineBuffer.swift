import Complaints
import Glibc
import WorkingTime

/// Gathers lines for standard output and writes them in large pieces: for commands that stream hundreds of thousands.
struct LineBuffer {
    private var bytes: [UInt8] = []
    /// Gathered bytes after which they are written.
    private static let flushBytes = 1 << 16

    init() {
        bytes.reserveCapacity(Self.flushBytes * 2)
    }

    mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func append(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }

    /// A text in quotes, or null.
    mutating func append(quoted text: String?) {
        guard let text else { return append("null") }
        let isPlain = text.utf8.allSatisfy { $0 >= 32 && $0 < 127 && $0 != 0x22 && $0 != 0x5C }
        if isPlain {
            bytes.append(0x22)
            bytes.append(contentsOf: text.utf8)
            bytes.append(0x22)
        } else {
            bytes.append(contentsOf: JSON.string(text).text.utf8)
        }
    }

    /// An instant in quotes as RFC 3339 with the zone's offset, or null.
    mutating func append(_ instant: Instant?, in zone: ZoneRules) {
        guard let instant else { return append("null") }
        let offset = zone.offsetSeconds(at: instant)
        let isPlain = offset % 60 == 0 && instant.microseconds % 1_000_000 == 0 && offset != 0
        let local = isPlain ? ZonedDigits(instant, offsetSeconds: offset) : nil
        guard let local else { return append(quoted: instant.rfc3339(in: zone)) }
        bytes.append(0x22)
        local.append(to: &bytes)
        bytes.append(0x22)
    }

    mutating func endLine() {
        bytes.append(0x0A)
        if bytes.count >= Self.flushBytes { flush() }
    }

    /// Writes what has been gathered.
    mutating func flush() {
        Output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}

/// The digits of `2026-03-02T10:00:00+08:00`, without making strings of them.
private struct ZonedDigits {
    private let local: LocalDateTime
    private let offsetMinutes: Int

    /// Nil for years that are not written with four digits.
    init?(_ instant: Instant, offsetSeconds: Int32) {
        let seconds = instant.seconds + Int64(offsetSeconds)
        let day = floorQuotient(seconds, 86_400)
        guard let dayNumber = Int32(exactly: day) else { return nil }
        local = LocalDateTime(
            date: LocalDate(dayNumber: dayNumber), microsecondOfDay: floorRemainder(seconds, 86_400) * 1_000_000)
        offsetMinutes = Int(offsetSeconds) / 60
        guard (1000...9999).contains(local.date.year) else { return nil }
    }

    func append(to bytes: inout [UInt8]) {
        let (year, month, day) = local.date.components
        two(year / 100, &bytes)
        two(year % 100, &bytes)
        bytes.append(UInt8(ascii: "-"))
        two(month, &bytes)
        bytes.append(UInt8(ascii: "-"))
        two(day, &bytes)
        bytes.append(UInt8(ascii: "T"))
        two(local.hour, &bytes)
        bytes.append(UInt8(ascii: ":"))
        two(local.minute, &bytes)
        bytes.append(UInt8(ascii: ":"))
        two(local.second, &bytes)
        bytes.append(UInt8(ascii: offsetMinutes < 0 ? "-" : "+"))
        two(abs(offsetMinutes) / 60, &bytes)
        bytes.append(UInt8(ascii: ":"))
        two(abs(offsetMinutes) % 60, &bytes)
    }

    private func two(_ number: Int, _ bytes: inout [UInt8]) {
        bytes.append(48 + UInt8(truncatingIfNeeded: number / 10))
        bytes.append(48 + UInt8(truncatingIfNeeded: number % 10))
    }
}
