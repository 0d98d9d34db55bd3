import WorkingTime

/// Days and hours as the demo centre lives them: eight hours ahead of UTC, as Taipei, Shanghai and Hong Kong all are.
struct DemoCalendar: Sendable {
    static let offsetSeconds: Int64 = 8 * 3600
    static let secondsPerDay: Int64 = 86_400

    let now: Instant

    /// Today's local day, counted from 1970-01-01.
    var today: Int64 { (now.seconds + Self.offsetSeconds) / Self.secondsPerDay }

    /// A local day's wall-clock time as an instant.
    func instant(day: Int64, secondOfDay: Int64) -> Instant {
        Instant(seconds: day * Self.secondsPerDay + secondOfDay - Self.offsetSeconds)
    }

    /// A moment of business `daysAgo` days back, 09:00 to 18:30 and no Sunday; never after now.
    func businessMoment(daysAgo: Int, _ random: inout RandomSource) -> Instant {
        var day = today - Int64(daysAgo)
        // 1970-01-01 was a Thursday, so days congruent to 3 modulo 7 are Sundays.
        if day % 7 == 3 { day -= 1 }
        let moment = instant(day: day, secondOfDay: Int64(random.within(9 * 3600...18 * 3600 + 1800)))
        return moment < now ? moment : instant(day: day - 1, secondOfDay: 15 * 3600)
    }
}
