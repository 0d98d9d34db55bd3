import Desk
import Dispatch
import Store
import Synchronization

/// Tells the desk that another process changed the store, soon after it happened and not too often.
final class StoreWatch: Sendable {
    /// Changes within this time are one: an import commits many times a second.
    static let gatherMilliseconds = 150

    private struct Seen {
        var counter: Int64?
        var isScheduled = false
    }

    private let seen = Mutex(Seen())
    private let queue = DispatchQueue(label: "tierline.watch")
    private let store: Store
    private let inbox: Inbox<DeskMessage>

    init(store: Store, inbox: Inbox<DeskMessage>) {
        self.store = store
        self.inbox = inbox
        queue.async { @Sendable in self.look(tell: false) }
    }

    /// Something in the store's directory was written; looks whether the store itself changed.
    func directoryChanged() {
        let mustSchedule = seen.withLock { seen in
            defer { seen.isScheduled = true }
            return !seen.isScheduled
        }
        guard mustSchedule else { return }
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.gatherMilliseconds)) { @Sendable in
            self.look(tell: true)
        }
    }

    private func look(tell: Bool) {
        seen.withLock { $0.isScheduled = false }
        guard let counter = try? store.changeCounter() else { return }
        let changed = seen.withLock { seen in
            defer { seen.counter = counter }
            return seen.counter != nil && seen.counter != counter
        }
        if changed && tell { inbox.post(.storeChanged) }
    }
}
