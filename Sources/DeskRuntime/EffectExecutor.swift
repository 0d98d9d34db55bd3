import Complaints
import Customers
import Desk
import Dispatch
import Dossier
import Store
import WorkingTime

/// Does what the desk asks of the store, in the background, and posts the answers.
///
/// Reads: only the newest question of a kind is asked. Writes: one queue, in order, none dropped.
final class EffectExecutor: Sendable {
    let store: Store
    let agent: Agent
    private let settings: CentreSettings
    private let zone: ZoneRules
    let inbox: Inbox<DeskMessage>
    let queue: QueueReader
    let notices: NoticeReader
    let identity: IdentityDesk
    private let lookups = LatestJob(label: "tierline.lookup")
    private let cards = LatestJob(label: "tierline.card")
    private let cases = LatestJob(label: "tierline.case")
    private let changes = LatestJob(label: "tierline.changes")
    private let briefs = LatestJob(label: "tierline.brief")
    let promises = LatestJob(label: "tierline.promises")
    private let foresights = LatestJob(label: "tierline.foresight")
    private let writes = DispatchQueue(label: "tierline.write", qos: .userInitiated)

    init(store: Store, agent: Agent, settings: CentreSettings, zone: ZoneRules, inbox: Inbox<DeskMessage>) {
        self.store = store
        self.agent = agent
        self.settings = settings
        self.zone = zone
        self.inbox = inbox
        identity = IdentityDesk(
            store: store, agent: agent, region: settings.region, inbox: inbox, writes: writes)
        notices = NoticeReader(store: store, agent: agent, inbox: inbox)
        queue = QueueReader(store: store, agent: agent, inbox: inbox)
    }

    /// Returns when every write asked for so far has been answered.
    func finishWrites() {
        writes.sync {}
    }

    func lookup(request: Int, text: String, preference: LookupField.Preference?, limit: Int) {
        lookups.submit { [self] in
            let start = ContinuousClock.now
            do throws(StoreError) {
                let answer = try store.lookup(text, limit: limit, as: preference.map(QueryKind.init))
                let elapsed = start.duration(to: .now).components
                let microseconds = elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000
                inbox.post(.lookupAnswered(request: request, answer, elapsedMicroseconds: microseconds))
            } catch {
                inbox.post(.lookupFailed(request: request, DeskFault(error)))
            }
        }
    }

    func loadCard(request: Int, customer: CustomerID, timelineLimit: Int) {
        cards.submit { [self] in
            do throws(StoreError) {
                if let card = try store.card(customer, timelineLimit: timelineLimit, now: .now()) {
                    inbox.post(.cardLoaded(request: request, card))
                } else {
                    inbox.post(.cardFailed(request: request, .unknownCustomer(customer)))
                }
            } catch {
                inbox.post(.cardFailed(request: request, DeskFault(error)))
            }
        }
    }

    func loadCase(request: Int, caseNumber: CaseNumber) {
        cases.submit { [self] in
            do throws(StoreError) {
                if let file = try store.complaint(caseNumber) {
                    let brief = try store.brief(of: caseNumber, for: agent, now: .now())
                    inbox.post(
                        .caseLoaded(
                            request: request, file, legal: brief?.legal ?? file.complaint.legal,
                            pausedSeconds: pausedSeconds(file.complaint)))
                } else {
                    inbox.post(.caseFailed(request: request, .unknownCase(caseNumber)))
                }
            } catch {
                inbox.post(.caseFailed(request: request, DeskFault(error)))
            }
        }
    }

    func createCustomer(request: Int, _ draft: CustomerDraft) {
        write(request) { [self] () throws(StoreError) in
            var customer = Customer(id: CustomerID(0), region: settings.region)
            draft.apply(to: &customer, region: settings.region)
            let created = try store.createCustomer(customer, by: agent.login, at: .now())
            return .customerSaved(request: request, created.id)
        }
    }

    func editCustomer(request: Int, customer id: CustomerID, expectedVersion: Int, _ draft: CustomerDraft) {
        write(request) { [self] () throws(StoreError) in
            guard var customer = try store.customer(id) else { throw .unknownCustomer(id) }
            customer.version = expectedVersion
            draft.apply(to: &customer, region: customer.region ?? settings.region)
            let saved = try store.updateCustomer(customer, by: agent.login, at: .now())
            return .customerSaved(request: request, saved.id)
        }
    }

    func complaint(request: Int, _ asked: ComplaintCommand) {
        write(request) { [self] () throws(StoreError) in
            let worded = WordedCommand(
                eventID: randomUUID(), event: asked.type.rawValue, fields: asked.texts, actor: agent.login,
                roles: agent.roles, at: .now(), expectedVersion: asked.expectedVersion)
            switch try store.perform(worded, on: asked.caseNumber, zone: zone) {
            case .done(let result), .replayed(let result):
                let complaint = result.file.complaint
                return .complaintDone(request: request, complaint.caseNumber, asked.type, after: complaint)
            case .refused(let refusal):
                return .complaintRefused(request: request, refusal)
            }
        }
    }

    /// A clock that stands still says what is left of it.
    private func pausedSeconds(_ complaint: Complaint) -> [String: Int64] {
        guard let rules = store.rules(policy: complaint.policy) else { return [:] }
        var left: [String: Int64] = [:]
        for clock in complaint.clocks where clock.state == .paused {
            left[clock.name] = complaint.remaining(of: clock, at: .now(), rules)?.seconds
        }
        return left
    }

    func explain(request: Int, _ number: CaseNumber) {
        briefs.submit { [self] in
            guard let complaint = try? store.complaint(number)?.complaint,
                let rules = store.rules(policy: complaint.policy)
            else {
                inbox.post(.explained(request: request, []))
                return
            }
            let open = complaint.clocks.filter(\.isOpen).sorted { a, b in
                (a.due ?? Instant(microseconds: .max), a.name) < (b.due ?? Instant(microseconds: .max), b.name)
            }
            let clocks = open.compactMap { complaint.why($0.key, at: .now(), rules) }
            inbox.post(.explained(request: request, clocks))
        }
    }

    func loadChanges(request: Int, _ number: CaseNumber, after version: Int) {
        changes.submit { [self] in
            let events = (try? store.complaint(number)?.events) ?? []
            inbox.post(.changesLoaded(request: request, events.map(\.event).filter { $0.sequence > version }))
        }
    }

    func loadBrief(request: Int, _ number: CaseNumber) {
        briefs.submit { [self] in
            guard let brief = try? store.brief(of: number, for: agent, now: .now()) else { return }
            inbox.post(.briefLoaded(request: request, brief))
        }
    }

    /// A look ahead is a help, never an obstacle: what cannot be looked at brings no message.
    func foresee(request: Int, _ asked: ComplaintCommand) {
        foresights.submit { [self] in
            guard let number = asked.caseNumber,
                case .success(let fields) = FieldParser.parse(asked.texts, for: asked.type, zone: zone),
                let foresight = try? store.foresee(command(asked, fields), on: number)
            else {
                inbox.post(.foreseen(request: request, nil))
                return
            }
            inbox.post(.foreseen(request: request, foresight))
        }
    }

    private func command(_ asked: ComplaintCommand, _ fields: [String: FieldValue]) -> Command {
        let now = Instant.now()
        return Command(
            eventID: randomUUID(), type: asked.type, fields: fields, actor: agent.login, roles: agent.roles,
            occurredAt: now, recordedAt: now, expectedVersion: asked.expectedVersion)
    }

    func saveView(request: Int, _ view: SavedView) {
        write(request) { [self] () throws(StoreError) in
            try store.saveView(view, of: agent.login)
            return .viewsChanged(request: request)
        }
    }

    func removeView(request: Int, name: String) {
        write(request) { [self] () throws(StoreError) in
            try store.removeView(named: name, of: agent.login)
            return .viewsChanged(request: request)
        }
    }

    /// Reads what an earlier desk of this agent left and hands it to the desk.
    func restore(drafts journal: DraftJournal, recent: RecentCustomers) {
        cards.submit { [self] in
            let kept = journal.load()
            let drafts = kept.compactMap { draft in NoteDrafts.restored(draft, caller: caller) }
            if !drafts.isEmpty { inbox.post(.draftsRestored(drafts)) }
            let forms = kept.compactMap { draft in FormDrafts.restored(draft, caller: caller) }
            if !forms.isEmpty { inbox.post(.formsRestored(forms)) }
            let callers = recent.load().compactMap(caller)
            if !callers.isEmpty { inbox.post(.recentRestored(callers)) }
        }
    }

    @Sendable private func caller(_ id: CustomerID) -> Caller? {
        guard let card = try? store.card(id, timelineLimit: 1, now: .now()) else { return nil }
        return Caller(card)
    }

    func write(_ request: Int, _ work: @escaping @Sendable () throws(StoreError) -> DeskMessage) {
        writes.async { @Sendable [inbox] in
            do throws(StoreError) {
                inbox.post(try work())
            } catch {
                inbox.post(.writeFailed(request: request, DeskFault(error)))
            }
        }
    }
}

extension QueryKind {
    fileprivate init(_ preference: LookupField.Preference) {
        self = preference == .phone ? .phone : .plate
    }
}

extension ComplaintCommand {
    fileprivate var caseNumber: CaseNumber? {
        if case .existing(let number, _) = target { number } else { nil }
    }

    fileprivate var expectedVersion: Int? {
        if case .existing(_, let version) = target { version } else { nil }
    }

    /// The fields as typed, with the customer of a new case among them.
    fileprivate var texts: [String: String] {
        guard case .new(let customer?) = target, type == .register else { return fields }
        return fields.merging(["customer": customer.description]) { typed, _ in typed }
    }
}
