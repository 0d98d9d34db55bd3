import WorkingTime

/// Cells to instants: the wall clock of the centre's zone where a cell names no offset.
///
/// A time the clock showed twice is its first showing; one it never showed is the moment of the jump.
struct DateReader {
    private let format: DateFormat?
    private let zone: ZoneRules
    /// The last day looked up and its offset, when the whole day has one: rows of a file come in days.
    private var cachedDay: LocalDate?
    private var cachedOffsetMicroseconds: Int64 = 0

    init(format: DateFormat?, zone: ZoneRules) {
        self.format = format
        self.zone = zone
    }

    mutating func instant(_ bytes: UnsafeBufferPointer<UInt8>) throws(DateCell.Fault) -> Instant {
        switch try DateCell.read(bytes, format: format) {
        case .offset(let local, let minutesEast):
            return Instant(microseconds: utc(local) - Int64(minutesEast) * 60_000_000)
        case .local(let local):
            if local.date == cachedDay { return Instant(microseconds: utc(local) - cachedOffsetMicroseconds) }
            let first = zone.instants(of: LocalDateTime(date: local.date, hour: 0, minute: 0)).earliest
            let last = zone.instants(of: LocalDateTime(date: local.date.advanced(byDays: 1), hour: 0, minute: 0)).latest
            if last.microseconds - first.microseconds == 86_400_000_000 {
                cachedDay = local.date
                cachedOffsetMicroseconds = Int64(zone.offsetSeconds(at: first)) * 1_000_000
            }
            return zone.instants(of: local).earliest
        }
    }

    private func utc(_ local: LocalDateTime) -> Int64 {
        Int64(local.date.dayNumber) * 86_400_000_000 + local.microsecondOfDay
    }
}
