/// When a unit works: its zone, weekly hours, days off and days with hours of their own.
///
/// Order of truth for a date: `daysOn`, then `daysOff`, then the weekly pattern. An instant is business time when its
/// wall-clock time lies in an open interval of its local date; hours the clock skips never occur, hours it repeats
/// count twice. A calendar is large and never changes, so that copies share it.
package struct WorkingCalendar: Sendable {
    /// Hours of one date, such as a make-up workday or a short day, and what the day is called.
    package struct SpecialDay: Hashable, Sendable {
        package var hours: [OpenInterval]
        package var name: String

        package init(hours: [OpenInterval], name: String) {
            self.hours = hours
            self.name = name
        }
    }

    let content: Content

    package var name: String { content.name }
    package var version: String { content.version }
    package var zone: ZoneRules { content.zone }
    /// First and last date for which the days off are known completely; what lies outside is provisional.
    package var covers: ClosedRange<LocalDate> { content.covers }
    /// Open intervals per weekday, Monday first; always seven.
    package var weekly: [[OpenInterval]] { content.weekly }
    package var daysOff: [LocalDate: String] { content.daysOff }
    package var daysOn: [LocalDate: SpecialDay] { content.daysOn }
    var timeline: OpenTimeline { content.timeline }
    /// The calendar this one replaced, and when.
    var past: Past? { content.past }

    /// Days off and on that one calendar may hold.
    package static let specialDaysMax = 20_000
    /// Days from the first special day to the last; a century.
    package static let specialDaysSpanMax = 36_600
    /// Open intervals one day may have.
    package static let intervalsPerDayMax = 24

    package init(
        name: String, version: String, zone: ZoneRules, covers: ClosedRange<LocalDate>,
        weekly: [Weekday: [OpenInterval]], daysOff: [LocalDate: String] = [:], daysOn: [LocalDate: SpecialDay] = [:]
    ) throws(CalendarError) {
        let week = Weekday.allCases.map { weekly[$0] ?? [] }
        for (weekday, hours) in zip(Weekday.allCases, week) {
            try Self.check(hours, of: .weekday(weekday))
        }
        guard week.contains(where: { !$0.isEmpty }) else { throw .neverOpen }
        for (date, day) in daysOn {
            guard !day.hours.isEmpty else { throw .dayOnWithoutHours(date) }
            try Self.check(day.hours, of: .date(date))
        }
        let special = Set(daysOff.keys).union(daysOn.keys)
        guard special.count <= Self.specialDaysMax else { throw .tooManyDays(count: special.count) }
        if let outside = special.filter({ !covers.contains($0) }).min() { throw .dayOutsideCovers(outside) }
        if let first = special.min(), let last = special.max(), last - first >= Self.specialDaysSpanMax {
            throw .spanTooLong(first: first, last: last)
        }
        content = Content(
            name: name, version: version, zone: zone, covers: covers, weekly: week, daysOff: daysOff, daysOn: daysOn,
            timeline: OpenTimeline(weekly: week, daysOff: special.subtracting(daysOn.keys), daysOn: daysOn), past: nil)
    }

    init(_ content: Content) { self.content = content }

    /// A calendar that is open at every instant, in UTC unless told otherwise, and known for all written years.
    package static func always(name: String = "always", zone: ZoneRules = .utc) -> WorkingCalendar {
        let weekly = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [OpenInterval.wholeDay]) })
        let first = LocalDate(dayNumber: LocalDate.dayNumber(year: 1, month: 1, day: 1))
        let last = LocalDate(dayNumber: LocalDate.dayNumber(year: 9999, month: 12, day: 31))
        do {
            return try WorkingCalendar(name: name, version: "1", zone: zone, covers: first...last, weekly: weekly)
        } catch {
            preconditionFailure("A week of whole days is a valid calendar, yet it was refused: \(error)")
        }
    }

    private static func check(_ hours: [OpenInterval], of day: CalendarError.Day) throws(CalendarError) {
        guard hours.count <= intervalsPerDayMax else { throw .tooManyIntervals(day, count: hours.count) }
        for index in hours.indices.dropFirst() where hours[index].startMinute < hours[index - 1].endMinute {
            throw .intervalsOverlap(day, hours[index - 1], hours[index])
        }
    }
}

extension WorkingCalendar {
    /// What the copies of a calendar share.
    final class Content: Sendable {
        let name: String
        let version: String
        let zone: ZoneRules
        let covers: ClosedRange<LocalDate>
        let weekly: [[OpenInterval]]
        let daysOff: [LocalDate: String]
        let daysOn: [LocalDate: SpecialDay]
        let timeline: OpenTimeline
        let past: Past?

        init(
            name: String, version: String, zone: ZoneRules, covers: ClosedRange<LocalDate>, weekly: [[OpenInterval]],
            daysOff: [LocalDate: String], daysOn: [LocalDate: SpecialDay], timeline: OpenTimeline, past: Past?
        ) {
            self.name = name
            self.version = version
            self.zone = zone
            self.covers = covers
            self.weekly = weekly
            self.daysOff = daysOff
            self.daysOn = daysOn
            self.timeline = timeline
            self.past = past
        }
    }
}

extension WorkingCalendar: Hashable {
    package static func == (a: WorkingCalendar, b: WorkingCalendar) -> Bool {
        let (a, b) = (a.content, b.content)
        if a === b { return true }
        return a.name == b.name && a.version == b.version && a.zone == b.zone && a.covers == b.covers
            && a.weekly == b.weekly && a.daysOff == b.daysOff && a.daysOn == b.daysOn && a.past == b.past
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(version)
    }
}
