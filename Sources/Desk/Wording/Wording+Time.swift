package import WorkingTime

extension Wording {
    /// `2026-11-22`.
    package func date(_ instant: Instant, zone: ZoneRules) -> String { zone.localDate(at: instant).description }

    /// `11-22 10:41`: the clock of the status row.
    package func dayAndTime(_ instant: Instant, zone: ZoneRules) -> String {
        let local = zone.localDateTime(at: instant)
        return "\(two(local.date.month))-\(two(local.date.day)) \(two(local.hour)):\(two(local.minute))"
    }

    /// `11-22` within the year of `now`, else `25-11-22`.
    package func shortDate(_ instant: Instant, now: Instant, zone: ZoneRules) -> String {
        let date = zone.localDate(at: instant).components
        let day = "\(two(date.month))-\(two(date.day))"
        return date.year == zone.localDate(at: now).year ? day : "\(two(date.year % 100))-\(day)"
    }

    /// A length of time in the largest unit that says enough: minutes below an hour, hours below two days, then days.
    package func length(seconds: Int64) -> String {
        let minutes = max(0, seconds) / 60
        if minutes < 60 { return say("\(minutes)分鐘", "\(minutes)分钟", "\(minutes) min") }
        let hours = minutes / 60
        if hours < 48 { return say("\(hours)小時", "\(hours)小时", "\(hours) h") }
        return say("\(hours / 24)天", "\(hours / 24)天", hours / 24 == 1 ? "1 day" : "\(hours / 24) days")
    }

    /// Full years since, or months in the first year.
    package func tenure(since: Instant, now: Instant, zone: ZoneRules) -> String {
        let (start, end) = (zone.localDate(at: since).components, zone.localDate(at: now).components)
        let months = max(
            0, (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0))
        if months < 12 { return say("\(months)個月", "\(months)个月", "\(months) mo") }
        return say("\(months / 12)年", "\(months / 12)年", "\(months / 12) y")
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
