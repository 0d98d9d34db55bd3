import Dispatch
import Synchronization

/// Runs the newest of the jobs it is given, one at a time, in the background: a look-up that is already outdated
/// when its turn comes is never begun.
final class LatestJob: Sendable {
    private struct State {
        var next: (@Sendable () -> Void)?
        var isRunning = false
    }

    private let state = Mutex(State())
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label, qos: .userInteractive)
    }

    /// Replaces whatever waits by `job`.
    func submit(_ job: @escaping @Sendable () -> Void) {
        let mustStart = state.withLock { state in
            state.next = job
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if mustStart { queue.async { @Sendable in self.run() } }
    }

    private func run() {
        while let job = takeNext() { job() }
    }

    private func takeNext() -> (@Sendable () -> Void)? {
        state.withLock { state in
            let job = state.next
            state.next = nil
            if job == nil { state.isRunning = false }
            return job
        }
    }
}
