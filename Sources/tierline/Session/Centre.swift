import Dossier
import Store
import WorkingTime

/// An open store with what every command needs to know about it.
struct Centre {
    let store: Store
    let settings: CentreSettings
    /// Rules of the store's zone: how instants are shown and bare dates are read.
    let zone: ZoneRules
    /// When the command began: every row it writes carries this instant.
    let now: Instant

    /// `2026-11-22 10:41` on the store's wall clock.
    func minute(_ instant: Instant) -> String {
        let local = zone.localDateTime(at: instant)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(local.date) \(two(local.hour)):\(two(local.minute))"
    }

    func day(_ instant: Instant) -> String { zone.localDate(at: instant).description }

    /// Reads a date or a time as people write them: RFC 3339, a wall-clock time, or a day meaning its first second.
    func instant(_ text: String) -> Instant? {
        if let instant = Instant(rfc3339: text) { return instant }
        if let local = LocalDateTime(text) { return zone.instants(of: local).earliest }
        return LocalDate(text).map { zone.instants(of: LocalDateTime(date: $0, hour: 0, minute: 0)).earliest }
    }

    /// As `instant`, but a day means its last second: for ends.
    func end(_ text: String) -> Instant? {
        guard let date = LocalDate(text) else { return instant(text) }
        return zone.instants(of: LocalDateTime(date: date, hour: 23, minute: 59, second: 59)).latest
    }
}
