import Testing
import WorkingTime

@Suite struct ExplanationTests {
    let china = Fixture.china

    private func lines(_ start: String, _ budget: String, pauses: PauseSet = .none) -> [String] {
        china.explanation(from: china.at(start), Fixture.budget(budget), pauses: pauses).steps.map { step in
            let kind =
                switch step.kind {
                case .weekly: "-"
                case .off(let name), .on(let name): name
                }
            let day = step.dayOfCount.map { "#\($0)" } ?? ""
            let open = step.open.map(\.description).joined(separator: " ")
            return "\(step.date) [\(open)] \(step.counted.minutes)/\(step.paused.minutes) \(kind) \(day)"
                + (step.isProvisional ? "?" : "")
        }
    }

    @Test func `each date shows its hours and what it counted`() {
        #expect(
            lines("2026-02-13 17:00", "180bm") == [
                "2026-02-13 [09:00-12:00 13:30-18:00] 60/0 - ",
                "2026-02-14 [09:00-12:00 13:30-18:00] 120/0 make-up ",
            ])
    }

    @Test func `paused time and holidays are shown`() {
        let pauses = china.pauses(("2026-04-30 15:00", "2026-05-06 10:00"))
        #expect(
            lines("2026-04-30 09:00", "450bm", pauses: pauses) == [
                "2026-04-30 [09:00-12:00 13:30-18:00] 270/180 - ", "2026-05-01 [] 0/0 holiday ",
                "2026-05-02 [] 0/0 holiday ", "2026-05-03 [] 0/0 holiday ", "2026-05-04 [] 0/0 holiday ",
                "2026-05-05 [] 0/0 holiday ", "2026-05-06 [09:00-12:00 13:30-18:00] 180/60 - ",
            ])
    }

    @Test func `days of a count are numbered`() {
        #expect(
            lines("2026-12-30 17:00", "2wd") == [
                "2026-12-30 [09:00-12:00 13:30-18:00] 60/0 - #0", "2026-12-31 [09:00-12:00 13:30-18:00] 450/0 - #1",
                "2027-01-01 [09:00-12:00 13:30-18:00] 450/0 - #2?",
            ])
    }

    @Test func `a long walk leaves dates out but not the last`() {
        let long = china.explanation(from: china.at("2026-03-02 10:00"), Budget(2000, .calendarDays))
        #expect(long.steps.count == DueExplanation.stepsMax)
        #expect(long.steps.last?.date == Fixture.date("2026-03-02").advanced(byDays: 2000))
        #expect(long.omittedDates == 2001 - DueExplanation.stepsMax)
    }

    @Test(arguments: ["1bm", "900bm", "30bh", "3wd", "15cd", "36h"])
    func `the steps add up to the length`(_ text: String) {
        let pauses = china.pauses(("2026-02-13 10:00", "2026-02-24 09:30"), ("2026-03-03 23:00", "2026-03-04 10:00"))
        let (start, budget) = (china.at("2026-02-12 17:00"), Fixture.budget(text))
        let steps = china.explanation(from: start, budget, pauses: pauses).steps
        #expect(steps.reduce(TimeLength.zero) { $0 + $1.counted } == china.length(of: budget, from: start))
    }
}
