import Complaints
import Dispatch
import Synchronization
import WorkingTime

/// Writes what a simulation brings about, in order, on another thread while the simulation goes on.
///
/// A few batches behind at most. `finish` before anything else is written, and before it is let go.
final class SimulationWriter: Sendable {
    private let queue = DispatchQueue(label: "outcomes")
    private let free = DispatchSemaphore(value: SimulationWriter.batchesMax)
    private let lines: Mutex<OutcomeLines>

    /// Outcomes worth a hand-over.
    static let outcomesPerBatch = 512
    private static let batchesMax = 8

    init(zone: ZoneRules) {
        lines = Mutex(OutcomeLines(zone: zone))
    }

    /// Waits only while too many batches lie there unwritten.
    func write(_ outcomes: [SimulationOutcome]) {
        free.wait()
        queue.async { @Sendable in
            self.lines.withLock { lines in
                for outcome in outcomes { lines.write(outcome) }
            }
            self.free.signal()
        }
    }

    /// Returns when everything has been written.
    func finish() {
        queue.sync { self.lines.withLock { $0.lines.flush() } }
    }
}

/// Outcomes as lines of JSON, one each.
private struct OutcomeLines {
    let zone: ZoneRules
    var lines = LineBuffer()

    init(zone: ZoneRules) {
        self.zone = zone
    }

    mutating func write(_ outcome: SimulationOutcome) {
        let effect = outcome.effect
        lines.append("{\"at\":")
        lines.append(outcome.at, in: zone)
        lines.append(",\"case\":")
        lines.append(quoted: outcome.caseName)
        lines.append(",\"effect\":")
        lines.append(quoted: effect?.kind.rawValue ?? "refused")
        lines.append(",\"clock\":")
        lines.append(quoted: effect?.clock)
        lines.append(",\"generation\":")
        number(effect?.generation.map(Int64.init))
        lines.append(",\"stage\":")
        lines.append(quoted: effect?.stage.map(\.text))
        lines.append(",\"due\":")
        lines.append(effect?.due, in: zone)
        lines.append(",\"target\":")
        lines.append(quoted: effect?.target)
        lines.append(",\"code\":")
        lines.append(quoted: outcome.refusal?.code.rawValue)
        lines.append(",\"late_minutes\":")
        number(effect?.lateMinutes)
        lines.append(",\"from\":")
        lines.append(quoted: effect?.from)
        lines.append(",\"to\":")
        lines.append(quoted: effect?.to)
        lines.append(",\"topic\":")
        lines.append(quoted: effect?.topic?.rawValue)
        lines.append(",\"field\":")
        lines.append(quoted: outcome.refusal?.field)
        lines.append(",\"legal\":")
        legal(outcome.refusal)
        lines.append("}")
        lines.endLine()
    }

    private mutating func number(_ number: Int64?) {
        if let number { lines.append(number) } else { lines.append("null") }
    }

    private mutating func legal(_ refusal: Refusal?) {
        guard let refusal else { return lines.append("null") }
        lines.append("[")
        for (position, event) in refusal.legal.enumerated() {
            if position > 0 { lines.append(",") }
            lines.append(quoted: event.rawValue)
        }
        lines.append("]")
    }
}
