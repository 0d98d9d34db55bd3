import Complaints
import Dossier
import Foundation
import Synchronization
import Testing
import WorkingTime

@testable import Store

/// Several engines on one store, killed and stopped at random: every due timer fires once, none early.
///
/// `TIERLINE_TEST_ENGINE_CASES` and `TIERLINE_TEST_SEED` make it longer and repeat a run.
@Suite(.serialized) struct ExactlyOnceTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let cases = environment["TIERLINE_TEST_ENGINE_CASES"].flatMap(Int.init) ?? 300
    private static let seed = environment["TIERLINE_TEST_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 1...999_999)
    /// Seconds of the store's time in one of the wall's.
    private static let speed: Int64 = 20

    @Test func `three engines killed and stopped at random fire each due timer once and none early`() throws {
        print("seed \(Self.seed)")
        let centre = try FiringCentre()
        let due = try Self.fill(centre, cases: Self.cases)
        let first = try #require(due.map(\.fireAt).min())
        let last = try #require(due.map(\.fireAt).max())
        try centre.store.close()
        var random = SplitMix(state: Self.seed)
        let start = Clock.sinceBoot()
        let wall = first.microseconds - 10 * Self.speed * 100_000
        let arguments = ["engine", centre.temporary.path, String(wall), String(start), String(Self.speed)]
        let output = Pipe()
        var engines = try (0..<3).map { _ in try EngineProcess(arguments, output: output.fileHandleForWriting) }
        var kills = 0
        var stops = 0
        let end = start + (last.microseconds - wall) / Self.speed + 1_000_000
        while Clock.sinceBoot() < end {
            // At the n-th effect from here; engines that are all stopped bring none.
            Self.wait(forBytes: Int(random.next(below: 12)) + 1, from: output, millisecondsMax: 400)
            let place = Int(random.next(below: 3))
            if random.next(below: 3) == 0 {
                engines[place].kill()
                engines[place] = try EngineProcess(arguments, output: output.fileHandleForWriting)
                kills += 1
            } else {
                engines[place].toggleStop()
                stops += 1
            }
        }
        for engine in engines { engine.kill() }
        print("kills \(kills), stops and goes \(stops)")
        let store = try centre.another()
        let (fired, epoch) = try store.engine.read { session throws(StoreError) in
            (
                try session.integer("SELECT COUNT(*) FROM complaint_effects WHERE kind = 'warned'") ?? 0,
                try session.integer("SELECT epoch FROM engine_state") ?? 0
            )
        }
        #expect(fired > due.count / 2, "the engines hardly came to work: a longer run is needed")
        let ended = last.adding(seconds: 3_600)
        while try store.tick(ClockStamp(wall: ended, sinceBoot: .zero, boot: "after")).isUnfinished {}
        try Self.check(store, due)
        #expect(kills > 3)
        print("epoch \(epoch), fired by the engines \(fired)")
    }

    @Test func `the control that reads, acts and then marks fires twice`() throws {
        let centre = try FiringCentre()
        let due = try Self.fill(centre, cases: 100)
        let now = try #require(due.map(\.fireAt).max())
        let acts = Mutex<[Int64: Int]>([:])
        let path = centre.temporary.path
        // Both have read before either marks: the moment a kill or a slow disk makes in the world.
        let meeting = Meeting()
        let engines = (0..<2).map { _ in
            Thread { @Sendable in
                defer { meeting.leave() }
                guard let store = try? Store.open(path) else { return }
                while let next = try? Self.nextDue(store, now) {
                    meeting.meet()
                    acts.withLock { $0[next, default: 0] += 1 }
                    _ = try? store.engine.write { session throws(StoreError) in
                        try session.run("DELETE FROM complaint_timers WHERE complaint = $1", next)
                    }
                    meeting.meet()
                }
            }
        }
        engines.forEach { $0.start() }
        meeting.waitUntilAllLeft()
        let fired = acts.withLock { $0 }
        #expect(fired.count == 100)
        #expect(fired.values.contains { $0 > 1 }, "the control must fail, or the check proves nothing")
    }

    /// Reads until so many bytes came, or none for so long.
    private static func wait(forBytes count: Int, from pipe: Pipe, millisecondsMax: Int32) {
        let file = pipe.fileHandleForReading.fileDescriptor
        var missing = count
        var buffer = [UInt8](repeating: 0, count: 64)
        while missing > 0 {
            var readable = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            guard poll(&readable, 1, millisecondsMax) > 0 else { return }
            let got = read(file, &buffer, min(missing, buffer.count))
            guard got > 0 else { return }
            missing -= got
        }
    }

    private static func nextDue(_ store: Store, _ now: Instant) throws(StoreError) -> Int64? {
        try store.engine.read { session throws(StoreError) in
            try session.integer(
                "SELECT complaint FROM complaint_timers WHERE fire_at <= $1 ORDER BY fire_at, complaint LIMIT 1", now)
        }
    }

    private typealias Due = (number: CaseNumber, fireAt: Instant)

    /// Cases registered a second apart, and when each is first warned.
    private static func fill(_ centre: FiringCentre, cases: Int) throws -> [Due] {
        let commands = (0..<cases).map { [centre.registration("r\($0)", at: .march.adding(seconds: Int64($0)))] }
        var due: [Due] = []
        for loaded in try centre.store.load(cases: commands) {
            guard case .done(let number) = loaded, let timer = try centre.timer(of: number) else {
                Issue.record("not registered: \(loaded)")
                continue
            }
            due.append((number, timer.fireAt))
        }
        return due
    }

    /// One warning for each case, dated truly, recorded no earlier than it was due, told once; trail and rows whole.
    private static func check(_ store: Store, _ due: [Due]) throws {
        var keys: Set<String> = []
        for (number, fireAt) in due {
            let file = try #require(try store.complaint(number))
            let warnings = file.events.map(\.event).filter { $0.actor == EffectKey.engineLogin }
            #expect(warnings.count == 1, "\(number) fired \(warnings.count) times")
            #expect(warnings.allSatisfy { $0.recordedAt >= fireAt }, "\(number) fired early")
            #expect(warnings.map(\.fields["due"]) == [.instant(fireAt)])
            keys.formUnion(warnings.map(\.eventID))
        }
        #expect(keys.count == due.count)
        let (effects, told) = try store.engine.read { session throws(StoreError) in
            (
                try session.integer("SELECT COUNT(*) FROM complaint_effects WHERE kind = 'warned'"),
                try session.integer("SELECT SUM(count) FROM notices")
            )
        }
        #expect(effects == Int64(due.count))
        #expect(told == Int64(due.count))
        guard case .intact = try store.verifyAudit() else {
            Issue.record("the trail is broken")
            return
        }
    }
}

/// Where two threads wait for each other; who leaves is waited for no more.
private final class Meeting: Sendable {
    private let condition = NSCondition()
    private let state = Mutex((present: 2, waiting: 0, round: 0))

    func meet() {
        condition.lock()
        defer { condition.unlock() }
        let round = state.withLock { state in
            state.waiting += 1
            return state.round
        }
        goOnIfComplete()
        while state.withLock({ $0.round }) == round { condition.wait() }
    }

    func leave() {
        condition.lock()
        defer { condition.unlock() }
        state.withLock { $0.present -= 1 }
        goOnIfComplete()
        condition.broadcast()
    }

    func waitUntilAllLeft() {
        condition.lock()
        defer { condition.unlock() }
        while state.withLock({ $0.present }) > 0 { condition.wait() }
    }

    private func goOnIfComplete() {
        let isComplete = state.withLock { state in
            guard state.waiting >= state.present else { return false }
            state.waiting = 0
            state.round += 1
            return true
        }
        if isComplete { condition.broadcast() }
    }
}

/// Numbers from a printed seed.
struct SplitMix {
    var state: UInt64

    mutating func next(below bound: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % bound
    }
}
