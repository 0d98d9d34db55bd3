extension Instant {
    /// The instant written as in RFC 3339 (`2026-03-02T10:00:00+08:00`, `…Z`, fractions cut to microseconds), else nil.
    ///
    /// The offset is required: a time without one is a `LocalDateTime` and needs zone rules.
    package init?(rfc3339 text: some StringProtocol) {
        var reader = DigitReader(text)
        guard let local = LocalDateTime(reading: &reader, secondsRequired: true),
            let offset = Self.offsetSeconds(reading: &reader), reader.isAtEnd
        else { return nil }
        self.init(microseconds: local.localMicroseconds - Int64(offset) * 1_000_000)
    }

    /// RFC 3339 with this offset east of Greenwich; the offset is shown to the minute, as the format demands.
    package func rfc3339(offsetSeconds: Int32) -> String {
        text { $0.append(self, offsetSeconds: offsetSeconds) }
    }

    /// RFC 3339 with the offset in force in `zone` at this instant.
    package func rfc3339(in zone: ZoneRules) -> String {
        rfc3339(offsetSeconds: zone.offsetSeconds(at: self))
    }

    private static func offsetSeconds(reading reader: inout DigitReader) -> Int? {
        if reader.skip("Z") || reader.skip("z") { return 0 }
        let isWest = reader.next == UInt8(ascii: "-")
        guard reader.skip("+") || reader.skip("-"),
            let hours = reader.digits(exactly: 2), hours < 24, reader.skip(":"),
            let minutes = reader.digits(exactly: 2), minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return isWest ? -seconds : seconds
    }
}
