import Testing
import WorkingTime

@testable import Complaints

/// When the engine believes the clock: downtime, jumps either way, another start, another machine.
@Suite("The clock watch")
struct ClockWatchTests {
    /// `minutes` after the machine's start with the wall clock true; `ahead` seconds wrong.
    private func stamp(_ minutes: Int64, ahead: Int64 = 0, boot: String = "one") -> ClockStamp {
        let length = TimeLength(minutes: minutes)
        return ClockStamp(
            wall: local("2026-03-02T09:00") + length + TimeLength(seconds: ahead), sinceBoot: length, boot: boot)
    }

    private func held(_ seconds: Int64, asks: Bool) -> ClockWatch.Verdict {
        .held(by: TimeLength(seconds: seconds), needsPerson: asks)
    }

    private func verdict(_ seen: ClockStamp, after trusted: ClockStamp?) -> ClockWatch.Verdict {
        var watch = ClockWatch(trusted: trusted)
        return watch.look(seen)
    }

    @Test("What is believed, against what was believed last", arguments: [2, 60 * 24 * 30] as [Int64])
    func believed(minutesLater: Int64) {
        #expect(verdict(stamp(minutesLater), after: stamp(0)) == .sound)
        #expect(verdict(stamp(minutesLater, ahead: 120), after: stamp(0)) == .sound)
        #expect(verdict(stamp(minutesLater, ahead: -120), after: stamp(0)) == .sound)
        #expect(verdict(stamp(minutesLater), after: nil) == .sound)
    }

    @Test("Two seconds behind are believed, more are not", arguments: [(-2, true), (-3, false)] as [(Int64, Bool)])
    func backward(ahead: Int64, isSound: Bool) {
        #expect(verdict(stamp(5, ahead: ahead), after: stamp(5)) == (isSound ? .sound : held(ahead, asks: false)))
    }

    @Test(
        "Another machine's clock may be two minutes behind",
        arguments: [(-120, true), (-121, false)] as [(Int64, Bool)])
    func behindElsewhere(ahead: Int64, isSound: Bool) {
        let verdict = verdict(stamp(5, ahead: ahead, boot: "two"), after: stamp(5))
        #expect(verdict == (isSound ? .sound : held(ahead, asks: false)))
    }

    @Test(
        "A process that starts on a machine that ran on tells a jump from downtime",
        arguments: [
            (121, false), (3_600, false), (3_601, true), (3 * 86_400, true), (-3_601, true), (-3_600, false),
        ] as [(Int64, Bool)])
    func jumped(ahead: Int64, asks: Bool) {
        #expect(verdict(stamp(3 * 24 * 60, ahead: ahead), after: stamp(0)) == held(ahead, asks: asks))
    }

    @Test("After another start what is later is downtime")
    func downtime() {
        let started = ClockStamp(
            wall: local("2026-03-09T09:00"), sinceBoot: TimeLength(minutes: 1), boot: "two")
        #expect(verdict(started, after: stamp(0)) == .sound)
    }

    @Test("A doubt up to an hour is held for ten minutes of real time, in whichever process looks")
    func holdEnds() {
        var watch = ClockWatch(trusted: stamp(0))
        #expect(watch.look(stamp(1, ahead: 1_800)) == held(1_800, asks: false))
        #expect(watch.doubt == ClockDoubt(.jumped, began: stamp(1, ahead: 1_800)))
        var other = ClockWatch(trusted: watch.trusted, doubt: watch.doubt)
        #expect(other.look(stamp(10, ahead: 1_800)) == held(1_800, asks: false))
        #expect(other.look(stamp(11, ahead: 1_800)) == .sound)
        #expect(other == ClockWatch(trusted: stamp(11, ahead: 1_800)))
    }

    @Test("Beyond an hour only a person's word ends it, or the clock coming right")
    func asked() {
        var watch = ClockWatch(trusted: stamp(0))
        #expect(watch.look(stamp(1, ahead: 7_200)) == held(7_200, asks: true))
        #expect(watch.look(stamp(600, ahead: 7_200)) == held(7_200, asks: true))
        #expect(watch.trusted == stamp(0))
        var right = watch
        #expect(right.look(stamp(601)) == .sound)
        watch.confirm(stamp(601, ahead: 7_200))
        #expect(watch.look(stamp(602, ahead: 7_200)) == .sound)
        #expect(watch.doubt == nil)
    }

    @Test("A clock behind catches up, or needs a person when it is hours behind")
    func caughtUp() {
        var watch = ClockWatch(trusted: stamp(100))
        #expect(watch.look(stamp(101, ahead: -7_200)) == .held(by: TimeLength(minutes: -119), needsPerson: true))
        #expect(watch.doubt?.reason == .backward)
        // Where it was trusted last, but two hours of real time are missing: still asked.
        #expect(watch.look(stamp(221, ahead: -7_200)) == held(-7_200, asks: true))
        var late = ClockWatch(trusted: stamp(100))
        #expect(late.look(stamp(100, ahead: -10)) == held(-10, asks: false))
        #expect(late.look(stamp(101, ahead: -10)) == .sound)
    }

    @Test("Starting the machine again answers no question; a clock that is back does")
    func askedAcrossStart() {
        let jumped = stamp(1, ahead: 7_200)
        var watch = ClockWatch(trusted: stamp(0), doubt: ClockDoubt(.jumped, began: jumped))
        let again = ClockStamp(wall: jumped.wall + TimeLength(minutes: 3), sinceBoot: .zero, boot: "two")
        #expect(watch.look(again) == held(7_200, asks: true))
        let right = ClockStamp(wall: stamp(4).wall, sinceBoot: TimeLength(minutes: 1), boot: "two")
        #expect(watch.look(right) == .sound)
    }

    @Test("The later stamp of one start counts; without a common one the own")
    func latest() {
        #expect(ClockStamp.latest(own: stamp(5), noted: stamp(3)) == stamp(5))
        #expect(ClockStamp.latest(own: stamp(3, ahead: 50), noted: stamp(5)) == stamp(5))
        #expect(ClockStamp.latest(own: stamp(3), noted: stamp(5, boot: "two")) == stamp(3))
        #expect(ClockStamp.latest(own: nil, noted: stamp(5)) == stamp(5))
        #expect(ClockStamp.latest(own: nil, noted: nil) == nil)
    }
}
