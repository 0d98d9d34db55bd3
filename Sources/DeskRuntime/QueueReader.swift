import Complaints
import Desk
import Dossier
import Store
import Synchronization
import WorkingTime

/// Reads the queue in the background: the order is held between two questions, so that another filter of an unchanged
/// store asks memory alone.
final class QueueReader: Sendable {
    /// An order older than this is read again: time alone makes cases late.
    private static let secondsMax: Int64 = 30

    private struct Held {
        var snapshot: QueueSnapshot
        var counter: Int64
    }

    private let store: Store
    private let agent: Agent
    private let inbox: Inbox<DeskMessage>
    private let orders = LatestJob(label: "tierline.queue")
    private let rows = LatestJob(label: "tierline.queue.rows")
    private let held = Mutex<Held?>(nil)

    init(store: Store, agent: Agent, inbox: Inbox<DeskMessage>) {
        self.store = store
        self.agent = agent
        self.inbox = inbox
    }

    func load(request: Int, filter: QueueFilter, since: Int64?) {
        orders.submit { [self] in
            do throws(StoreError) {
                let snapshot = try snapshot()
                let listing = snapshot.listing(filter, for: agent.login, since: since)
                let colleagues = try colleagues(listing.counts)
                let views = try store.savedViews(of: agent.login)
                inbox.post(.queueLoaded(request: request, listing, colleagues: colleagues, views: views))
            } catch {
                inbox.post(.queueFailed(request: request, DeskFault(error)))
            }
        }
    }

    func loadRows(request: Int, _ numbers: [CaseNumber]) {
        rows.submit { [self] in
            do throws(StoreError) {
                inbox.post(.queueRowsLoaded(request: request, try store.queueRows(numbers, now: .now())))
            } catch {
                inbox.post(.queueRowsFailed(request: request, DeskFault(error)))
            }
        }
    }

    private func snapshot() throws(StoreError) -> QueueSnapshot {
        let counter = try store.changeCounter()
        let now = Instant.now()
        if let held = held.withLock({ $0 }), held.counter == counter,
            now.seconds - held.snapshot.takenAt.seconds < Self.secondsMax
        {
            return held.snapshot
        }
        held.withLock { $0 = nil }
        let snapshot = try store.queue(now: now)
        held.withLock { $0 = Held(snapshot: snapshot, counter: counter) }
        return snapshot
    }

    /// Those who may own a case, with what they own already.
    private func colleagues(_ counts: QueueCounts) throws(StoreError) -> [Colleague] {
        let owning: Set<Role> = [.agent, .supervisor]
        let staff = try store.staffDirectory(at: .now())
        let present = Set(owning.flatMap { staff.onDuty($0.rawValue) })
        return try store.agents().filter { $0.isActive && !$0.roles.isDisjoint(with: owning) }.map { agent in
            Colleague(
                login: agent.login, name: agent.name, isOnDuty: present.contains(agent.login),
                openCases: counts.byOwner[agent.login] ?? 0)
        }
    }
}
