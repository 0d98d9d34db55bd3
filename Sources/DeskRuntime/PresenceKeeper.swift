import Desk
import Dispatch
import Dossier
import Glibc
import Store
import WorkingTime

/// Tells other desks what this one has open, and brings what they say: beside the store, in the background.
///
/// Whatever fails here is silence: presence is advice. Only its queue touches what changes in it.
final class PresenceKeeper: @unchecked Sendable {
    /// What others say within this time is one answer.
    static let gatherMilliseconds = 400

    private var store: PresenceStore?
    private var source: (any DispatchSourceRead)?
    private var isScheduled = false
    private let queue = DispatchQueue(label: "tierline.presence")
    private let folder: String
    private let storePath: String
    private let agent: Agent
    private let desk = randomUUID()
    private let inbox: Inbox<DeskMessage>

    /// Keeps its file in `folder`.
    init(folder: String, storePath: String, agent: Agent, inbox: Inbox<DeskMessage>) {
        self.folder = folder
        self.storePath = storePath
        self.agent = agent
        self.inbox = inbox
    }

    func announce(_ whereabouts: Whereabouts, isWatching: Bool) {
        queue.async { @Sendable [self] in
            do throws(StoreError) {
                let store = try opened()
                try store.announce(whereabouts, desk: desk, agent: agent, now: bootMicroseconds())
                watch(isWatching)
                if isWatching { try look(store) }
            } catch {
                guard case .locked = error else { return giveUp() }
            }
        }
    }

    /// The last thing: others see at once that this desk is gone.
    func leave() {
        queue.sync {
            watch(false)
            try? store?.leave(desk: desk)
        }
    }

    private func opened() throws(StoreError) -> PresenceStore {
        if let store, store.isCurrent { return store }
        let opened = try PresenceStore.open(folder: folder, besideStore: storePath)
        store = opened
        return opened
    }

    private func look(_ store: PresenceStore) throws(StoreError) {
        inbox.post(.sighted(try store.others(than: desk, now: bootMicroseconds(), clock: .now())))
    }

    private func giveUp() {
        watch(false)
        store = nil
        inbox.post(.sighted(nil))
    }

    /// Others' words are looked at when they come, while something here depends on them; else they wake nobody.
    private func watch(_ isWanted: Bool) {
        guard isWanted != (source != nil) else { return }
        guard isWanted else {
            source?.cancel()
            source = nil
            return
        }
        let descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard descriptor >= 0 else { return }
        _ = inotify_add_watch(descriptor, folder, UInt32(IN_MODIFY))
        let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { @Sendable [weak self] in
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while read(descriptor, &buffer, buffer.count) > 0 {}
            self?.somebodySpoke()
        }
        source.setCancelHandler { @Sendable in close(descriptor) }
        self.source = source
        source.resume()
    }

    private func somebodySpoke() {
        guard !isScheduled else { return }
        isScheduled = true
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.gatherMilliseconds)) { @Sendable [weak self] in
            guard let self else { return }
            isScheduled = false
            guard source != nil, let store else { return }
            try? look(store)
        }
    }
}

/// Time since boot, sleep included: the same for every process of the host, and nobody sets it.
private func bootMicroseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
}
