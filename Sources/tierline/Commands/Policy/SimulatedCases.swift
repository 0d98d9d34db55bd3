import Complaints
import Dispatch
import Synchronization

/// Writes the last line of a simulation, {"cases":[…]}.
enum SimulatedCases {
    /// Cases whose documents one thread makes at a time.
    private static let casesPerThread = 256
    private static let threads = 2
    /// What a short case takes; a longer one makes room for itself.
    fileprivate static let documentBytes = 6_000

    /// The line may be longer than memory should hold, so it is written in parts.
    static func write(_ simulation: Simulation, in centre: SimulatedCentre) {
        var lines = LineBuffer()
        lines.append("{\"cases\":[")
        let count = simulation.caseNames.count
        let share = casesPerThread
        for start in stride(from: 0, to: count, by: share * threads) {
            let parts = Mutex([[UInt8]](repeating: [], count: threads))
            DispatchQueue.concurrentPerform(iterations: threads) { @Sendable part in
                let first = min(start + part * share, count)
                let bytes = simulation.documents(of: first..<min(first + share, count), in: centre)
                parts.withLock { $0[part] = bytes }
            }
            for part in parts.withLock({ $0 }) { lines.append(part) }
        }
        lines.append("]}")
        lines.endLine()
        lines.flush()
    }
}

extension Simulation {
    /// The documents of some of its cases, each but the very first after a comma.
    fileprivate func documents(of cases: Range<Int>, in centre: SimulatedCentre) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(cases.count * SimulatedCases.documentBytes)
        for position in cases {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            let name = caseNames[position]
            complaints[position].json(named: name, events: events(of: name), in: centre).write(to: &bytes)
        }
        return bytes
    }
}
