import Complaints
import Dossier
import Foundation
import Store
import Synchronization
import WorkingTime

/// The engine and complaint commands on a store full of open complaints.
enum EngineFigures {
    static let timersFiredMax = 100_000
    private static let idleTicks = 200
    private static let commands = 300
    private static let reads = 500

    /// Time goes on from the store's last tick, or from `now`, before which the last complaint was opened.
    static func measure(_ store: Store, complaints: Int, now: Instant) throws(StoreError) -> [Figure] {
        let last = try store.engineStatus(now: now).lastTick ?? now
        var run = EngineRun(store: store, complaints: complaints, wall: last.microseconds)
        var figures = try run.idle(idleTicks)
        figures += try run.commands(commands, "command.alone", limit: 25)
        figures += try run.reads(reads)
        figures += try run.firing()
        figures += try run.commandsBesideEngine(commands)
        return figures
    }
}

private struct EngineRun {
    let store: Store
    let complaints: Int
    /// The store's time, moved by hand.
    var wall: Int64
    private var commandsMade = 0

    init(store: Store, complaints: Int, wall: Int64) {
        self.store = store
        self.complaints = complaints
        self.wall = wall
    }

    private static func reading(_ wall: Int64) -> ClockStamp {
        ClockStamp(
            wall: Instant(microseconds: wall), sinceBoot: TimeLength(microseconds: wall), boot: "bench")
    }

    /// Ticks that find nothing due, the notes of passing minutes among them.
    mutating func idle(_ count: Int) throws(StoreError) -> [Figure] {
        var samples = Samples()
        while try store.tick(Self.reading(wall)).isUnfinished {}
        for _ in 0..<count {
            let start = ContinuousClock.now
            _ = try store.tick(Self.reading(wall))
            samples.append(start.duration(to: .now))
        }
        return samples.figures("engine.idle_tick", p99: .atMost(5))
    }

    /// Notes on cases all over the store, each on disk when it is timed.
    mutating func commands(_ count: Int, _ name: String, limit: Double) throws(StoreError) -> [Figure] {
        var samples = Samples()
        for _ in 0..<count {
            commandsMade += 1
            let made = MadeCustomer(number: commandsMade)
            let place = Int(made.mixed(60) % UInt64(complaints))
            guard let number = try store.caseNumber(ofEvent: "bench-\(place)-register") else { continue }
            let at = Instant(microseconds: wall)
            let note = Command(
                eventID: "bench-note-\(wall)-\(commandsMade)", type: .note, fields: ["text": .text("已回電說明")],
                actor: MadeComplaints.login, roles: [.agent], occurredAt: at, recordedAt: at)
            let start = ContinuousClock.now
            _ = try store.perform(note, on: number)
            samples.append(start.duration(to: .now))
        }
        return samples.figures(name, p99: .atMost(limit))
    }

    /// A case whole, and the arithmetic of one of its clocks.
    mutating func reads(_ count: Int) throws(StoreError) -> [Figure] {
        var samples = Samples()
        for place in 0..<count {
            let made = MadeCustomer(number: place)
            let event = "bench-\(made.mixed(61) % UInt64(complaints))-register"
            guard let number = try store.caseNumber(ofEvent: event) else { continue }
            let start = ContinuousClock.now
            guard let complaint = try store.complaint(number)?.complaint,
                let rules = store.rules(policy: complaint.policy)
            else { continue }
            _ = complaint.why(ClockName.resolve, at: Instant(microseconds: wall), rules)
            samples.append(start.duration(to: .now))
        }
        return samples.figures("why", p99: .atMost(5))
    }

    /// Every timer due at an instant at which a hundred thousand are, or all there are.
    mutating func firing() throws(StoreError) -> [Figure] {
        guard let target = try store.timerInstant(place: min(EngineFigures.timersFiredMax, complaints)) else {
            return []
        }
        wall = max(wall, target.microseconds)
        var timers = 0
        let start = ContinuousClock.now
        while true {
            let report = try store.tick(Self.reading(wall))
            timers += report.fired + report.superseded
            if !report.isUnfinished || timers >= EngineFigures.timersFiredMax { break }
        }
        return [
            Figure("engine.fired", Double(timers), "timers"),
            Figure("engine.firing", Double(timers) / seconds(start, .now), "timers/s", .atLeast(5_000)),
        ]
    }

    /// Commands while another thread of this process fires what comes due.
    mutating func commandsBesideEngine(_ count: Int) throws(StoreError) -> [Figure] {
        guard let target = try store.timerInstant(place: complaints) else { return [] }
        let isOver = Atomic(false)
        let group = DispatchGroup()
        let store = store
        DispatchQueue.global().async(group: group) { @Sendable in
            while !isOver.load(ordering: .relaxed) {
                guard let report = try? store.tick(Self.reading(target.microseconds)), report.isUnfinished else {
                    return
                }
            }
        }
        wall = max(wall, target.microseconds)
        defer {
            isOver.store(true, ordering: .relaxed)
            group.wait()
        }
        return try commands(count, "command.beside_engine", limit: 100)
    }
}
