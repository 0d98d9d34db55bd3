import Customers
import Desk
import Dispatch
import Dossier
import Store
import WorkingTime

/// Who is who, in the background: pairs to be looked at, decisions about them, and whom a new customer looks like.
final class IdentityDesk: Sendable {
    /// Customers a form of a new one names at most.
    private static let lookalikesMax = 9

    private let store: Store
    private let agent: Agent
    private let region: Region
    private let inbox: Inbox<DeskMessage>
    private let writes: DispatchQueue
    private let lists = LatestJob(label: "tierline.duplicates")
    private let likenesses = LatestJob(label: "tierline.lookalikes")

    /// Decisions go through `writes`, after whatever was asked for before them.
    init(store: Store, agent: Agent, region: Region, inbox: Inbox<DeskMessage>, writes: DispatchQueue) {
        self.store = store
        self.agent = agent
        self.region = region
        self.inbox = inbox
        self.writes = writes
    }

    func load(request: Int) {
        lists.submit { [self] in
            do throws(StoreError) {
                let found = DuplicateWorklist(
                    reviews: try store.duplicateReviews(limit: DuplicateScreen.pairsMax),
                    waiting: try store.duplicateProposalCount(),
                    merges: try store.recentMerges(limit: DuplicateScreen.mergesMax))
                inbox.post(.duplicatesLoaded(request: request, found))
            } catch {
                inbox.post(.duplicatesFailed(request: request, DeskFault(error)))
            }
        }
    }

    /// A likeness is a help, never an obstacle: what cannot be looked for brings no message.
    func lookalikes(request: Int, _ draft: CustomerDraft) {
        likenesses.submit { [self] in
            var customer = Customer(id: CustomerID(0), region: region)
            draft.apply(to: &customer, region: region)
            guard let pairs = try? store.lookalikes(of: customer, limit: Self.lookalikesMax) else { return }
            let found = pairs.compactMap { pair -> Lookalike? in
                guard let match = try? store.lookup(pair.b.description, limit: 1, as: nil).matches.first else {
                    return nil
                }
                return Lookalike(match: match, weight: pair.weight, evidence: pair.evidence)
            }
            inbox.post(.lookalikesFound(request: request, found))
        }
    }

    func decide(request: Int, _ act: IdentityAct) {
        writes.async { @Sendable [self] in
            guard agent.keepsCustomers else {
                inbox.post(.writeFailed(request: request, .notPermitted))
                return
            }
            do throws(StoreError) {
                inbox.post(.identityDone(request: request, try done(act)))
            } catch {
                inbox.post(.writeFailed(request: request, DeskFault(error)))
            }
        }
    }

    private func done(_ act: IdentityAct) throws(StoreError) -> IdentityOutcome {
        let now = Instant.now()
        switch act {
        case .merge(let other, let survivor):
            return .merged(try store.merge(other, into: survivor, by: agent.login, at: now))
        case .part(let merge):
            return .parted(try store.unmerge(merge, by: agent.login, at: now))
        case .different(let a, let b):
            try store.noteDifferent(a, b, by: agent.login, at: now)
            return .different(a, b)
        case .undecided(let a, let b):
            try store.noteUndecided(a, b, by: agent.login, at: now)
            return .undecided(a, b)
        }
    }
}
