import Complaints
import Testing
import WorkingTime

#if canImport(Glibc)
    import Glibc
#endif

/// Random centres, policies and histories from printed seeds.
///
/// `TIERLINE_SEEDS=1000` runs so many seeds, `TIERLINE_SEED=42` begins there; one seed is four case-months.
@Suite("Random histories")
struct SeededSimulationTests {
    private static func setting(_ name: String, _ standard: UInt64) -> UInt64 {
        getenv(name).flatMap { UInt64(String(cString: $0)) } ?? standard
    }

    static let seeds: [UInt64] = {
        let first = setting("TIERLINE_SEED", 1)
        return Array(first..<first + setting("TIERLINE_SEEDS", 8))
    }()

    private static let days = 30
    private static let casesPerSeed = 4

    private struct Step {
        var at: Instant
        var move: String
    }

    /// What only depends on the case, not on what the engine has said so far.
    private static let unhurried = [
        "acknowledge", "assess", "reassess", "contact", "note", "wait", "resume", "extend", "transfer_owner",
        "dispatch",
        "task_update", "external_case", "answer_external", "withdraw", "identify",
    ]
    private static let others = [
        "offer_remedy", "accept_offer", "decline_offer", "confirm_executed", "accept_escalation", "decide_escalation",
        "defer", "resolve", "follow_up", "close", "reopen", "resolve_now", "escalate",
    ]
    /// What moves a case along is asked for more often, or few would leave the first states.
    private static let pushes = ["acknowledge", "assess", "acknowledge", "assess", "resume", "decide_escalation"]

    private static func history(_ dice: inout Dice, from start: Instant, isWhole: Bool) -> [Step] {
        let names = unhurried + (isWhole ? others + pushes : Array(pushes.prefix(5)))
        var at = start
        let end = start + TimeLength(minutes: Int64(days * 1440))
        var steps: [Step] = []
        while true {
            let gap = dice.chance(60) ? dice.number(1...400) : dice.number(1...6000)
            at = at + TimeLength(microseconds: Int64(gap) * 60_000_000 + Int64(dice.number(0...59_999_999)))
            guard at < end else { return steps }
            let name = dice.chance(2) ? "withdraw" : dice.pick(names.filter { $0 != "withdraw" })
            steps.append(Step(at: at, move: dice.chance(8) ? name + "!" : name))
        }
    }

    /// Played with an engine that looks at every instant a timer is due.
    private static func playPunctually(_ desk: inout SeededDesk, _ steps: [Step], until end: Instant) {
        for (number, step) in steps.enumerated() {
            desk.firePunctually(before: step.at)
            desk.act(step.move, id: "step-\(number)", at: step.at)
        }
        desk.firePunctually(before: end)
    }

    /// Played with engines that wake when they like, die, come in pairs and start again.
    private static func playRoughly(
        _ desk: inout SeededDesk, _ steps: [Step], from start: Instant, until end: Instant, _ dice: inout Dice,
        looksBeforeSteps: Bool
    ) {
        var last = start
        for (number, step) in steps.enumerated() {
            wakes(&desk, from: last, to: step.at, &dice)
            if looksBeforeSteps {
                desk.wake(at: Instant(microseconds: step.at.microseconds - 1), isKilled: false, twins: 1)
            }
            desk.act(step.move, id: "step-\(number)", at: step.at, deliveries: dice.number(1...3))
            if dice.chance(10) { desk.restart() }
            if dice.chance(10) { desk.jumpBack(seconds: Int64(dice.number(4...100_000))) }
            last = step.at
        }
        wakes(&desk, from: last, to: end, &dice)
        desk.wake(at: end)
    }

    private static func wakes(_ desk: inout SeededDesk, from: Instant, to: Instant, _ dice: inout Dice) {
        let span = Int((to - from).seconds) - 2
        guard span > 2 else { return }
        let instants = (0..<dice.number(0...4)).map { _ in dice.number(1...span) }.sorted()
        for seconds in instants {
            desk.wake(
                at: from + TimeLength(seconds: Int64(seconds)), isKilled: dice.chance(25), twins: dice.number(1...2))
        }
    }

    @Test("Woken punctually or when it likes, the engine finds the same breaches, dated the same", arguments: seeds)
    func sameBreaches(_ seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let world = try RandomCentre(&dice, days: Self.days)
        let end = RandomCentre.start + TimeLength(minutes: Int64((Self.days + 10) * 1440))
        for number in 0..<Self.casesPerSeed {
            // Half of the engines look before each command, as after a start; the others lag behind them all.
            let isWhole = number % 2 == 0
            let start = RandomCentre.start + TimeLength(minutes: Int64(dice.number(0...4000)))
            let isLive = dice.chance(50)
            let steps = Self.history(&dice, from: start, isWhole: isWhole)
            var punctual = SeededDesk(world, name: "seed \(seed) case \(number), punctual")
            punctual.register(at: start, live: isLive)
            Self.playPunctually(&punctual, steps, until: end)
            var rough = SeededDesk(world, name: "seed \(seed) case \(number), rough")
            rough.register(at: start, live: isLive)
            Self.playRoughly(&rough, steps, from: start, until: end, &dice, looksBeforeSteps: isWhole)
            punctual.checkStages()
            rough.checkStages()
            if punctual.breaches != rough.breaches {
                Issue.record(
                    """
                    seed \(seed) case \(number): punctual only \(punctual.breaches.subtracting(rough.breaches).sorted()), \
                    rough only \(rough.breaches.subtracting(punctual.breaches).sorted())
                    """)
            }
            #expect(punctual.complaint?.state == rough.complaint?.state, "seed \(seed) case \(number)")
            #expect(punctual.complaint?.owner == rough.complaint?.owner, "seed \(seed) case \(number)")
            punctual.restart()
            rough.restart()
        }
    }
}
