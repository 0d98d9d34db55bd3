import Testing
import WorkingTime

@Suite struct PauseTests {
    let china = Fixture.china

    private func due(_ start: String, _ budget: String, _ pauses: PauseSet) -> String {
        china.wall(china.due(from: china.at(start), Fixture.budget(budget), pauses: pauses).at)
    }

    @Test func `overlapping, touching and repeated pauses are one`() {
        let set = china.pauses(
            ("2026-03-02 11:00", "2026-03-02 11:30"), ("2026-03-02 10:00", "2026-03-02 11:00"),
            ("2026-03-02 10:15", "2026-03-02 10:45"), ("2026-03-02 16:00", "2026-03-02 15:00"))
        #expect(set == china.pauses(("2026-03-02 10:00", "2026-03-02 11:30")))
        #expect(due("2026-03-02 09:00", "60bm", set) == "2026-03-02 10:00:00")
        #expect(due("2026-03-02 09:00", "90bm", set) == "2026-03-02 12:00:00")
    }

    @Test func `a pause outside business time moves nothing`() {
        #expect(
            due("2026-03-02 11:00", "90bm", china.pauses(("2026-03-02 12:00", "2026-03-02 13:30")))
                == "2026-03-02 14:00:00")
    }

    @Test func `a pause before the start counts only from the start`() {
        #expect(
            due("2026-03-02 10:00", "60bm", china.pauses(("2026-03-01 08:00", "2026-03-02 10:30")))
                == "2026-03-02 11:30:00")
    }

    @Test func `a pause that begins at the due moves nothing`() {
        #expect(
            due("2026-03-02 10:00", "60bm", china.pauses(("2026-03-02 11:00", "2026-03-02 15:00")))
                == "2026-03-02 11:00:00")
    }

    @Test func `a pause inside the time that an earlier pause added counts too`() {
        let set = china.pauses(("2026-03-02 10:00", "2026-03-02 11:00"), ("2026-03-02 11:30", "2026-03-02 12:00"))
        #expect(due("2026-03-02 09:00", "90bm", set) == "2026-03-02 11:30:00")
        #expect(due("2026-03-02 09:00", "91bm", set) == "2026-03-02 13:31:00")
    }

    @Test func `a due in working days moves by the open time of the pause`() {
        // Due Wednesday 18:00; three open hours are paused; they are walked on from there.
        let set = china.pauses(("2026-03-02 15:00", "2026-03-02 18:00"))
        #expect(due("2026-03-02 10:00", "2wd", set) == "2026-03-05 12:00:00")
        // A night and a weekend inside a pause move nothing.
        #expect(
            due("2026-03-06 10:00", "1wd", china.pauses(("2026-03-06 18:00", "2026-03-09 09:00")))
                == "2026-03-09 18:00:00")
    }

    @Test func `elapsed budgets move by all of the pause`() {
        let set = china.pauses(("2026-03-02 20:00", "2026-03-02 21:00"))
        #expect(due("2026-03-02 17:00", "8h", set) == "2026-03-03 02:00:00")
        #expect(due("2026-03-02 17:00", "1cd", set) == "2026-03-04 00:59:59")
    }

    @Test func `the first contact inside a pause ends it, one at its start does not`() {
        let part = InstantInterval(start: china.at("2026-03-02 10:00"), end: china.at("2026-03-02 17:00"))
        let contacts = ["2026-03-02 16:00", "2026-03-02 11:00", "2026-03-02 10:00", "2026-03-02 09:00"]
        let set = PauseSet([part], endedBy: contacts.map { china.at($0) })
        #expect(set == china.pauses(("2026-03-02 10:00", "2026-03-02 11:00")))
    }

    @Test func `at the cap the clock runs again by itself`() {
        let set = china.pauses(("2026-03-02 10:00", "2026-03-02 12:00"), ("2026-03-03 09:00", "2026-03-04 18:00"))
        let capped = china.capped(set, at: Fixture.budget("450bm"))
        #expect(
            capped == china.pauses(("2026-03-02 10:00", "2026-03-02 12:00"), ("2026-03-03 09:00", "2026-03-03 16:00")))
        #expect(due("2026-03-02 09:00", "1bh", capped) == "2026-03-02 10:00:00")
        #expect(due("2026-03-02 09:00", "450bm", capped) == "2026-03-03 18:00:00")
        #expect(china.capped(set, at: Fixture.budget("1wd")) == capped)
        #expect(china.capped(set, at: Fixture.budget("99bh")) == set)
        #expect(china.capLength(Fixture.budget("2cd")) == TimeLength(minutes: 2880))
    }

    @Test func `a pause without an end can be capped`() {
        let start = china.at("2026-03-02 10:00")
        let capped = china.capped(PauseSet([InstantInterval(openFrom: start)]), at: Fixture.budget("5wd"))
        #expect(capped.intervals.map { china.wall($0.end) } == ["2026-03-09 10:00:00"])
    }

    @Test func `what remains stands still while paused and is negative after a breach`() {
        let start = china.at("2026-03-02 09:00")
        let set = PauseSet([
            InstantInterval(start: china.at("2026-03-02 11:00"), end: china.at("2026-03-03 11:00"))
        ])
        func remaining(_ now: String, _ budget: String) -> Int64 {
            china.remaining(at: china.at(now), from: start, Fixture.budget(budget), pauses: set).minutes
        }
        #expect(remaining("2026-03-02 10:00", "450bm") == 390)
        #expect(remaining("2026-03-02 11:00", "450bm") == 330)
        #expect(remaining("2026-03-02 17:00", "450bm") == 330)
        #expect(remaining("2026-03-03 11:00", "450bm") == 330)
        #expect(remaining("2026-03-04 10:00", "450bm") == -60)
        #expect(remaining("2026-03-02 17:00", "1wd") == 780)
        #expect(remaining("2026-03-02 17:00", "8h") == 360)
    }
}
