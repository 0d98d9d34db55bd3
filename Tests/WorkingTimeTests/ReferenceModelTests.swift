import Testing
import WorkingTime

/// The fast arithmetic against the definition itself, walked minute by minute.
@Suite struct ReferenceModelTests {
    /// Business time by its definition: the wall-clock minute lies in an open interval of its local date.
    static func isOpen(_ calendar: WorkingCalendar, minute: Int64) -> Bool {
        let local = calendar.zone.localDateTime(at: Instant(seconds: minute * 60))
        let clock = local.hour * 60 + local.minute
        return calendar.hours(of: local.date).contains { $0.startMinute <= clock && clock < $0.endMinute }
    }

    static func due(_ calendar: WorkingCalendar, from minute: Int64, count: Int, pauses: PauseSet) -> Int64 {
        var at = minute
        var rest = count
        while rest > 0 {
            if isOpen(calendar, minute: at), !pauses.contains(Instant(seconds: at * 60)) { rest -= 1 }
            at += 1
        }
        return at
    }

    static func backward(_ calendar: WorkingCalendar, from minute: Int64, count: Int) -> Int64 {
        var at = minute
        var rest = count
        while rest > 0 {
            at -= 1
            if isOpen(calendar, minute: at) { rest -= 1 }
        }
        return at
    }

    struct World: CustomTestStringConvertible, Sendable {
        var name: String
        var calendar: WorkingCalendar
        var testDescription: String { name }
    }

    static let nights = ["00:00-02:30", "03:15-05:00", "22:30-24:00"]
    static let worlds = [
        World(name: "china", calendar: Fixture.china),
        World(name: "taiwan", calendar: Fixture.taiwan),
        World(name: "london", calendar: Fixture.calendar("uk", zone: Fixture.london, hours: ["09:00-17:00"])),
        World(name: "berlin nights", calendar: Fixture.calendar("b", zone: Fixture.berlin, hours: nights)),
        World(name: "new york nights", calendar: Fixture.calendar("n", zone: Fixture.newYork, hours: nights)),
        World(name: "lord howe nights", calendar: Fixture.calendar("l", zone: Fixture.lordHowe, hours: nights)),
        World(name: "santiago midnights", calendar: Fixture.calendar("s", zone: Fixture.santiago, hours: nights)),
    ]

    @Test(arguments: worlds)
    func `a due time, a distance and a walk back equal those counted minute by minute`(_ world: World) {
        let calendar = world.calendar
        var random = SeededGenerator(state: 20_260_302)
        // Near clock changes and holidays, where rules differ.
        let centres = [
            "2025-10-26", "2026-03-08", "2026-03-29", "2026-04-05", "2026-09-06", "2026-10-04", "2026-02-16",
        ]
        for centre in centres {
            let base = calendar.at("\(centre) 00:00").seconds / 60
            for _ in 0..<5 {
                let start = base + Int64.random(in: -2880...2880, using: &random)
                let count = Int.random(in: 1...1500, using: &random)
                let pauseStart = start + Int64.random(in: -300...1500, using: &random)
                let pauseEnd = pauseStart + Int64.random(in: 1...1500, using: &random)
                let pauses = PauseSet([
                    InstantInterval(start: Instant(seconds: pauseStart * 60), end: Instant(seconds: pauseEnd * 60))
                ])
                let from = Instant(seconds: start * 60)
                let budget = Budget(count, .businessMinutes)
                let due = calendar.due(from: from, budget, pauses: pauses).at
                #expect(due == Instant(seconds: Self.due(calendar, from: start, count: count, pauses: pauses) * 60))
                #expect(calendar.remaining(at: due, from: from, budget, pauses: pauses) == .zero)
                let plain = calendar.due(from: from, budget).at
                #expect(calendar.openTime(from: from, to: plain) == TimeLength(minutes: Int64(count)))
                let back = calendar.instant(beforeOpenTime: TimeLength(minutes: Int64(count)), from: from)
                #expect(back == Instant(seconds: Self.backward(calendar, from: start, count: count) * 60))
            }
        }
    }

    @Test func `working days counted one by one equal those found by search`() {
        for calendar in [Fixture.china, Fixture.taiwan] {
            for offset in stride(from: -900, to: 1800, by: 7) {
                let date = Fixture.date("2025-01-01").advanced(byDays: offset)
                var next = date
                for count in 1...30 {
                    repeat { next = next.advanced(byDays: 1) } while calendar.hours(of: next).isEmpty
                    #expect(calendar.workingDay(count, after: date) == next)
                }
                var before = date
                while calendar.hours(of: before).isEmpty { before = before.advanced(byDays: -1) }
                #expect(calendar.workingDay(onOrBefore: date) == before)
                var after = date
                while calendar.hours(of: after).isEmpty { after = after.advanced(byDays: 1) }
                #expect(calendar.workingDay(onOrAfter: date) == after)
            }
        }
    }
}
