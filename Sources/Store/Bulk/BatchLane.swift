import Dispatch
import Synchronization

/// Commits one batch at a time on a thread of its own, while the caller gathers the next one.
final class BatchLane {
    private let queue = DispatchQueue(label: "tierline.bulk")
    private var underWay: Ticket?

    /// A batch on its way and back.
    private final class Ticket: Sendable {
        let isDone = DispatchSemaphore(value: 0)
        let state: Mutex<State>

        init(_ work: BatchWork) { state = Mutex(.waiting(work)) }
    }

    private enum State {
        case waiting(BatchWork)
        case taken
        case done(Result<BatchOutcome, StoreError>)
    }

    /// Begins the batch; the one before must have been waited for.
    func begin(_ work: BatchWork) {
        guard underWay == nil else { preconditionFailure("a batch begins while another is under way") }
        let ticket = Ticket(work)
        underWay = ticket
        queue.async {
            let waiting = ticket.state.withLock { state in
                defer { state = .taken }
                return state
            }
            guard case .waiting(var work) = consume waiting else { return }
            let outcome = Result { () throws(StoreError) -> BatchOutcome in try work.perform() }
            ticket.state.withLock { $0 = .done(outcome) }
            ticket.isDone.signal()
        }
    }

    /// What became of the batch under way; nil when none is.
    func wait() throws(StoreError) -> BatchOutcome? {
        guard let ticket = underWay else { return nil }
        underWay = nil
        ticket.isDone.wait()
        let state = ticket.state.withLock { state in
            defer { state = .taken }
            return state
        }
        guard case .done(let outcome) = state else { return nil }
        return try outcome.get()
    }
}
