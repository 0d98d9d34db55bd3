import Desk
import Dispatch
import Store
import Synchronization
import WorkingTime

/// Writes drafts to the journal at most `delayMilliseconds` after a key, however fast one types.
///
/// The desk says every change; those of one draft are gathered and the last one is written.
final class DraftKeeper: Sendable {
    /// A crash costs at most this much typing.
    static let delayMilliseconds = 400

    private enum Change: Sendable {
        case save(Draft)
        case discard
    }

    private struct Waiting {
        var changes: [String: Change] = [:]
        var isScheduled = false
    }

    private let waiting = Mutex(Waiting())
    private let queue = DispatchQueue(label: "tierline.drafts")
    let journal: DraftJournal
    private let failed: @Sendable (AtomicFileError) -> Void

    init(journal: DraftJournal, failed: @escaping @Sendable (AtomicFileError) -> Void) {
        self.journal = journal
        self.failed = failed
    }

    func save(_ draft: Draft) { change(draft.key, .save(draft)) }

    func discard(key: String) { change(key, .discard) }

    /// Writes everything now and returns when it is on disk: the last thing before the desk ends.
    func flush() {
        queue.sync { self.writeWaiting() }
    }

    private func change(_ key: String, _ change: Change) {
        let mustSchedule = waiting.withLock { waiting in
            waiting.changes[key] = change
            defer { waiting.isScheduled = true }
            return !waiting.isScheduled
        }
        guard mustSchedule else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.delayMilliseconds)) { @Sendable in
            self.writeWaiting()
        }
    }

    private func writeWaiting() {
        let changes = waiting.withLock { waiting in
            defer { waiting = Waiting() }
            return waiting.changes
        }
        for (key, change) in changes {
            switch change {
            case .discard: journal.discard(key: key)
            case .save(let draft):
                do {
                    try journal.save(draft)
                } catch {
                    failed(error)
                }
            }
        }
    }
}
