import Complaints
import Desk
import Dossier
import Store
import Synchronization
import WorkingTime

/// Brings the engine's messages for this person to the desk, in the person's hours: the outbox says from when.
///
/// Each is told once: the outbox is told that it was delivered, and a key seen before is dropped.
final class NoticeReader: Sendable {
    private let store: Store
    private let agent: Agent
    private let inbox: Inbox<DeskMessage>
    private let job = LatestJob(label: "tierline.notices")
    private let told = Mutex<Set<String>>([])

    init(store: Store, agent: Agent, inbox: Inbox<DeskMessage>) {
        self.store = store
        self.agent = agent
        self.inbox = inbox
    }

    /// Asks in the background; a store that is busy is asked again with the next change or minute.
    func read() {
        job.submit { [self] in
            guard let found = try? store.notices(for: agent.login, now: .now()), !found.isEmpty else { return }
            let new = told.withLock { told in found.filter { told.insert($0.key).inserted } }
            for notice in new {
                let shown = EngineNotice(
                    caseNumber: notice.caseNumber, kind: notice.kind, clock: notice.clock, stage: notice.stage,
                    due: notice.due, count: notice.count, topic: notice.topic)
                inbox.post(.notice(shown.urgency, .engine(shown)))
            }
            _ = try? store.markDelivered(found.map(\.id), at: .now())
        }
    }
}
