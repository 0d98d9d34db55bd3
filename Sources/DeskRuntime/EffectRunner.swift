import Customers
import Desk
import Store
import TerminalKit
import WorkingTime

/// Hands each effect of the desk to whoever does it, and brings back what outlives a desk: drafts and recent customers.
final class EffectRunner {
    let themeNames: [String]

    private let executor: EffectExecutor
    private let imports: ImportDesk
    private let drafts: DraftKeeper
    private let recent: RecentCustomers
    private let themes: ThemeShelf
    /// Nil where desks have no place to tell each other anything.
    private let presence: PresenceKeeper?

    init(
        executor: EffectExecutor, imports: ImportDesk, drafts: DraftKeeper, recent: RecentCustomers, themes: ThemeShelf,
        presence: PresenceKeeper?
    ) {
        self.presence = presence
        self.executor = executor
        self.imports = imports
        self.drafts = drafts
        self.recent = recent
        self.themes = themes
        self.themeNames = themes.names
    }

    /// The first screen is painted: reads what an earlier desk left, in the background.
    func started() {
        executor.restore(drafts: drafts.journal, recent: recent)
        executor.loadCentre()
        executor.notices.read()
    }

    /// The last thing: everything asked for is on disk when this returns.
    func finish() {
        drafts.flush()
        presence?.leave()
        imports.finish()
        executor.finishWrites()
    }

    func theme(named name: String) -> Result<Theme, ThemeShelf.Failure> { themes.theme(named: name) }

    func run(_ effect: DeskEffect) {
        switch effect {
        case .lookup(let request, let text, let preference, let limit):
            executor.lookup(request: request, text: text, preference: preference, limit: limit)
        case .loadCard(let request, let customer, let timelineLimit):
            executor.loadCard(request: request, customer: customer, timelineLimit: timelineLimit)
        case .loadCase(let request, let caseNumber):
            executor.loadCase(request: request, caseNumber: caseNumber)
        case .loadBrief(let request, let number):
            executor.loadBrief(request: request, number)
        case .explain(let request, let number):
            executor.explain(request: request, number)
        case .readNotices:
            executor.notices.read()
        case .loadChanges(let request, let number, let version):
            executor.loadChanges(request: request, number, after: version)
        case .foresee(let request, let command):
            executor.foresee(request: request, command)
        case .saveForm(let form):
            if let draft = FormDrafts.draft(form, at: .now()) { drafts.save(draft) }
        case .discardForm(let key):
            drafts.discard(key: FormDrafts.prefix + key)
        case .loadQueue(let request, let filter, let since):
            executor.queue.load(request: request, filter: filter, since: since)
        case .loadQueueRows(let request, let numbers):
            executor.queue.loadRows(request: request, numbers)
        case .saveView(let request, let view):
            executor.saveView(request: request, view)
        case .removeView(let request, let name):
            executor.removeView(request: request, name: name)
        case .saveNote(let request, let note):
            executor.saveNote(request: request, note)
        case .createCustomer(let request, let draft):
            executor.createCustomer(request: request, draft)
        case .editCustomer(let request, let customer, let expectedVersion, let draft):
            executor.editCustomer(request: request, customer: customer, expectedVersion: expectedVersion, draft)
        case .complaint(let request, let command):
            executor.complaint(request: request, command)
        case .loadDuplicates(let request):
            executor.identity.load(request: request)
        case .findLookalikes(let request, let draft):
            executor.identity.lookalikes(request: request, draft)
        case .identity(let request, let act):
            executor.identity.decide(request: request, act)
        case .imports(let request, let effect):
            imports.perform(request: request, effect)
        case .undo(let request, let token):
            executor.undo(request: request, token: token)
        case .loadPromises(let request, let until):
            executor.loadPromises(request: request, until: until)
        case .promiseCall(let request, let call):
            executor.promiseCall(request: request, call)
        case .recordCall(let request, let number, let result):
            executor.recordCall(request: request, number: number, result)
        case .saveDraft(let key, let text, let wrapUp):
            drafts.save(NoteDrafts.draft(key, text: text, wrapUp: wrapUp, at: .now()))
        case .discardDraft(let key):
            drafts.discard(key: NoteDrafts.journalKey(key))
        case .rememberRecent(let customers):
            recent.save(customers)
        case .announce(let whereabouts, let isWatching):
            presence?.announce(whereabouts, isWatching: isWatching)
        case .languageChanged, .presenceChanged, .callTaken, .setTheme, .copy, .repaint, .quit:
            break
        }
    }
}
