import Testing
import WorkingTime

/// The calendars of the worked examples, and short ways to write instants in them.
enum Fixture {
    static let china = calendar("cn", zone: shanghai, hours: ["09:00-12:00", "13:30-18:00"], PublishedDays.china)
    static let taiwan = calendar("tw", zone: taipei, hours: ["09:00-18:00"], PublishedDays.taiwan)
    static let shanghai = ZoneRules(name: "Asia/Shanghai", fixedOffsetSeconds: 28_800)
    static let taipei = ZoneRules(name: "Asia/Taipei", fixedOffsetSeconds: 28_800)

    static let london = zone("Europe/London", "GMT0BST,M3.5.0/1,M10.5.0")
    static let berlin = zone("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3")
    static let newYork = zone("America/New_York", "EST5EDT,M3.2.0,M11.1.0")
    /// Half an hour of summer time.
    static let lordHowe = zone("Australia/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
    /// The clock changes at midnight, so that a date begins late and a day is shown in two pieces.
    static let santiago = zone("America/Santiago", "<-04>4<-03>,M9.1.6/24,M4.1.6/24")
    static let dublin = zone("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1")

    static func zone(_ name: String, _ rule: String) -> ZoneRules {
        do {
            let footer = try #require(PosixRule(rule))
            return try ZoneRules(name: name, transitions: [], offsets: [0], footer: footer)
        } catch {
            Issue.record("\(name): \(error)")
            return .utc
        }
    }

    static func calendar(_ name: String, zone: ZoneRules, hours: [String], _ days: String = "") -> WorkingCalendar {
        do {
            let intervals = try hours.map { try OpenInterval($0) }
            var off: [LocalDate: String] = [:]
            var on: [LocalDate: WorkingCalendar.SpecialDay] = [:]
            for word in days.split(whereSeparator: \.isWhitespace) {
                let date = try #require(LocalDate(word.dropLast()))
                if word.last == "h" {
                    off[date] = "holiday"
                } else {
                    on[date] = WorkingCalendar.SpecialDay(hours: intervals, name: "make-up")
                }
            }
            let week: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
            return try WorkingCalendar(
                name: name, version: "test", zone: zone, covers: date("2025-01-01")...date("2026-12-31"),
                weekly: Dictionary(uniqueKeysWithValues: week.map { ($0, intervals) }), daysOff: off, daysOn: on)
        } catch {
            Issue.record("\(name): \(error)")
            return .always()
        }
    }

    static func date(_ text: String) -> LocalDate {
        LocalDate(text) ?? LocalDate(dayNumber: 0)
    }

    static func budget(_ text: String) -> Budget {
        do { return try Budget(text) } catch {
            Issue.record("\(text): \(error)")
            return Budget(0, .minutes)
        }
    }
}

extension WorkingCalendar {
    /// `2026-03-02 10:00` on this calendar's wall clock, the first time it is shown.
    func at(_ text: String) -> Instant {
        guard let local = LocalDateTime(text) else {
            Issue.record("no wall-clock time: \(text)")
            return Instant(seconds: 0)
        }
        return zone.instants(of: local).earliest
    }

    func wall(_ instant: Instant) -> String {
        let text = zone.localDateTime(at: instant).description
        return text.split(separator: "T").joined(separator: " ")
    }

    func pauses(_ text: (String, String)...) -> PauseSet {
        PauseSet(text.map { InstantInterval(start: at($0.0), end: at($0.1)) })
    }
}

/// A small deterministic generator (SplitMix64), so that a failure repeats.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
