import Complaints
import Configuration
import Dispatch
import Synchronization

/// Reads a history on another thread while the lines before are played; a few batches ahead at most.
final class HistoryAhead: Sendable {
    private let free = DispatchSemaphore(value: HistoryAhead.batchesMax)
    private let filled = DispatchSemaphore(value: 0)
    private let batches = Mutex<[Result<[SimulationLine], any Error>]>([])

    /// Lines handed over at a time.
    private static let linesPerBatch = 512
    private static let batchesMax = 8

    /// Begins at once.
    init(_ path: String, _ reader: HistoryReader) {
        DispatchQueue.global(qos: .userInitiated).async { @Sendable in self.read(path, reader) }
    }

    /// The next lines; empty at the end. Throws where the file cannot be read or played, after the lines before.
    func next() throws -> [SimulationLine] {
        filled.wait()
        defer { free.signal() }
        return try batches.withLock { $0.removeFirst() }.get()
    }

    private func read(_ path: String, _ reader: HistoryReader) {
        var batch: [SimulationLine] = []
        do {
            try HistoryFile.read(path, reader) { line in
                batch.append(line)
                guard batch.count == Self.linesPerBatch else { return }
                hand(over: .success(batch))
                batch.removeAll(keepingCapacity: true)
            }
            if !batch.isEmpty { hand(over: .success(batch)) }
            hand(over: .success([]))
        } catch {
            if !batch.isEmpty { hand(over: .success(batch)) }
            hand(over: .failure(error))
        }
    }

    private func hand(over batch: Result<[SimulationLine], any Error>) {
        free.wait()
        batches.withLock { $0.append(batch) }
        filled.signal()
    }
}
