import Complaints
import Customers
import Dossier
import TerminalKit
import WorkingTime

@testable import Desk

/// A desk under test: keys go in, what it asks of the world is written down, and keystrokes are counted.
struct Story {
    var desk: DeskState
    /// Everything asked of the world since the start.
    private(set) var effects: [DeskEffect] = []
    private(set) var keystrokes = 0
    /// What look-ups find; the world answers each at once unless it `isSlow`.
    var found: [LookupMatch] = [Sample.wangMatch]
    var kind = LookupKind.phone
    var isSlow = false
    /// Cases in the queue, and those new at its top.
    var queueCount = 40
    var queueShift = 0
    /// What the review and the form of a new customer find.
    var duplicates = Sample.duplicates
    var lookalikes = [Sample.lookalike]
    /// What keeps an import from beginning.
    var problem: String?
    /// The card of the first customer.
    var card = Sample.wang
    /// What the agent owes, and the case that any number opens.
    var promised: [PromisedCall] = []
    var caseFile = Sample.brakesFile

    init(_ desk: DeskState = Sample.state()) {
        self.desk = desk
    }

    mutating func press(_ keys: Key...) {
        for key in keys {
            keystrokes += 1
            send(.key(key))
        }
    }

    /// Text as a keyboard or input method delivers it, one keystroke a character.
    mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(.character(scalar)) }
    }

    mutating func send(_ message: DeskMessage) {
        let new = desk.update(message)
        effects += new
        guard !isSlow else { return }
        for effect in new { answer(effect) }
    }

    /// The world's answer to one effect: reads come back at once, writes wait for the test.
    private mutating func answer(_ effect: DeskEffect) {
        switch effect {
        case .lookup(let request, let text, _, _):
            send(
                .lookupAnswered(
                    request: request, LookupAnswer(query: text, kind: kind, matches: found, isTruncated: false),
                    elapsedMicroseconds: 800))
        case .loadCard(let request, let id, _):
            var card = card
            if id != Sample.wangID {
                card = CustomerCard(customer: Customer(id: id, name: "赵敏"), tier: card.tier, value: card.value)
            }
            send(.cardLoaded(request: request, card))
        case .loadCase(let request, _):
            let file = caseFile
            send(.caseLoaded(request: request, file, legal: file.complaint.legal))
        case .loadQueue(let request, _, let since):
            let listing = Sample.listing(queueCount, shift: queueShift, since: since)
            send(.queueLoaded(request: request, listing, colleagues: Sample.colleagues, views: []))
        case .loadQueueRows(let request, let numbers):
            send(.queueRowsLoaded(request: request, numbers.map(Sample.queueRow)))
        case .loadDuplicates(let request): send(.duplicatesLoaded(request: request, duplicates))
        case .imports(let request, .listFolder): send(.imports(request: request, .listed(Sample.folder)))
        case .imports(let request, .preview(let plan, _)):
            send(.imports(request: request, .previewed(Sample.sheet(plan, problem: problem))))
        case .findLookalikes(let request, _): send(.lookalikesFound(request: request, lookalikes))
        case .loadPromises(let request, _): send(.promisesLoaded(request: request, promised))
        default: break
        }
    }

    /// The plan of the import on the screen.
    var plan: ImportPlan { desk.imports?.plan ?? ImportPlan(file: "", subject: .customers) }
    var lastRequest: Int { desk.lastRequest }

    /// What was asked of the world that is no read and no journal line.
    var writes: [DeskEffect] {
        effects.filter {
            switch $0 {
            case .loadDuplicates, .findLookalikes, .lookup, .loadCard, .loadCase, .loadQueue, .loadQueueRows,
                .loadBrief, .foresee, .explain,
                .readNotices, .loadChanges, .loadPromises, .saveForm,
                .discardForm, .saveDraft, .discardDraft, .rememberRecent:
                false
            default: true
            }
        }
    }

    /// The screen as a person reads it.
    var screen: String { desk.render().plainRows.joined(separator: "\n") }

    mutating func clearEffects() { effects = [] }
    mutating func startCounting() { keystrokes = 0 }
}

extension DeskState {
    var choiceTitle: ChoiceTitle? { if case .choice(let list) = topOverlay { list.title } else { nil } }
}
