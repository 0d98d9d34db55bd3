import Complaints
import Testing
import WorkingTime

/// The specification's own table, cell by cell: `=` stays, `>XXX` goes, `x` illegal, `x:CODE` refused with that code.
private let table = """
    acknowledge        >ACK x x x x x x x x x
    assess             x:E_NOT_ACKNOWLEDGED >PRO x x x x x x x x
    reassess           x x = = = = x x x x
    resolve_now        x:E_NOT_ACKNOWLEDGED >RES x x x x x x x x
    offer_remedy       x x >OFF x = >OFF x x x x
    accept_offer       x x x:E_NO_OFFER x >PRO x x x x x
    decline_offer      x x x x >PRO x x x x x
    offer_expired      x x x x >PRO x x x x x
    confirm_executed   x x = x x x x x x x
    escalate           = = = = = = x x x x
    accept_escalation  = = = = = = x x x x
    decide_escalation  = = = = = = x x x x
    dispatch           x x = x x x x x x x
    task_update        x x = = = = x x x x
    wait               x x >WAI x x x x x x x
    resume             x x x >PRO x >PRO x x x x
    defer              x x >DEF x x x x x x x
    resolve            x x >RES x:E_STILL_WAITING x:E_CONSENT_REQUIRED x:E_STILL_DEFERRED x x x x
    follow_up          x x x x x x = x x x
    close              x x x:E_NOT_RESOLVED x:E_NOT_RESOLVED x:E_NOT_RESOLVED x:E_NOT_RESOLVED >CLO x x x
    reopen             x x x x x x >PRO >PRO >PRO x
    withdraw           >WDN >WDN >WDN >WDN >WDN >WDN x x x x
    merge              >MRG >MRG >MRG >MRG >MRG >MRG x x x x
    unmerge            x x x x x x x x x >PRO
    transfer_owner     = = = = = = = x x x
    extend             x = = = = = x x x x
    external_case      = = = = = = = >PRO >PRO =
    answer_external    = = = = = = = = = =
    identify           = = = = = = = = = =
    link               = = = = = = = = = =
    note               = = = = = = = = = =
    contact            = = = = = = = = = =
    correct            = = = = = = = = = =
    register           x x x x x x x x x x
    """

private let columns: [(String, CaseState)] = [
    ("REC", .received), ("ACK", .acknowledged), ("PRO", .inProgress), ("WAI", .waiting), ("OFF", .remedyOffered),
    ("DEF", .deferred), ("RES", .resolved), ("CLO", .closed), ("WDN", .withdrawn), ("MRG", .merged),
]

struct MatrixCase: Sendable, CustomStringConvertible {
    var event: EventType
    var state: CaseState
    var cell: Cell
    var description: String { "\(event.rawValue) in \(state.rawValue)" }

    static let all: [MatrixCase] = table.split(separator: "\n").flatMap { line -> [MatrixCase] in
        let words = line.split(separator: " ").map(String.init)
        guard let event = EventType(rawValue: words[0]), words.count == 11 else { return [] }
        return zip(words.dropFirst(), columns).map { word, column in
            MatrixCase(event: event, state: column.1, cell: cell(word))
        }
    }

    private static func cell(_ word: String) -> Cell {
        if word == "=" { return .stays }
        if word.hasPrefix(">"), let next = columns.first(where: { $0.0 == word.dropFirst() }) { return .goes(next.1) }
        if word.hasPrefix("x:"), let code = RefusalCode(rawValue: String(word.dropFirst(2))) { return .refused(code) }
        return .illegal
    }
}

@Suite("The state table")
struct MatrixTests {
    @Test("has a row for every command and a column for every state")
    func complete() {
        #expect(MatrixCase.all.count == EventType.commandable.count * CaseState.allCases.count)
    }

    @Test("says what the specification says", arguments: MatrixCase.all)
    func cell(_ one: MatrixCase) {
        #expect(Matrix.cell(one.event, in: one.state) == one.cell)
    }

    @Test("decides first: what it forbids is refused with its code whatever else is wrong", arguments: MatrixCase.all)
    func forbidden(_ one: MatrixCase) throws {
        let centre = try Centre()
        let before = try Self.complaint(in: one.state)
        // Nobody, without a field: every later check would fail too.
        let command = Command(
            eventID: "x", type: one.event, fields: [:], actor: "nobody", roles: [],
            occurredAt: local("2026-03-02T12:00"), recordedAt: local("2026-03-02T12:00"))
        guard case .refused(let refusal) = decide(before, command, centre.context) else {
            Issue.record("Nobody may do anything")
            return
        }
        switch one.cell {
        case .illegal: #expect(refusal.code == .illegalTransition)
        case .refused(let code): #expect(refusal.code == code)
        case .stays, .goes: #expect(![.illegalTransition, .noOffer, .notResolved].contains(refusal.code))
        }
        #expect(
            refusal.legal == MatrixCase.all.filter { $0.state == one.state && $0.cell.isLegal }.map(\.event).inOrder)
    }

    @Test("moves the state by the events it allows", arguments: MatrixCase.all.filter(\.cell.isLegal))
    func moves(_ one: MatrixCase) throws {
        let centre = try Centre()
        var complaint: Complaint? = try Self.complaint(in: one.state)
        evolve(
            &complaint,
            Event(
                sequence: 99, eventID: "x", type: one.event, occurredAt: local("2026-03-04T12:00"),
                recordedAt: local("2026-03-04T12:00"), actor: "amy", role: .agent, fields: [:]), centre.rules)
        if case .goes(let next) = one.cell {
            #expect(complaint?.state == next)
        } else {
            #expect(complaint?.state == one.state)
        }
    }

    /// A case brought into a state by real events.
    static func complaint(in state: CaseState) throws -> Complaint? {
        var story = Story(try Centre())
        return try complaint(in: state, &story)
    }

    /// The same by a story that has not begun.
    static func complaint(in state: CaseState, _ story: inout Story) throws -> Complaint? {
        story.register()
        if state == .received { return story.complaint }
        story.acknowledge()
        if state == .acknowledged { return story.complaint }
        story.assess()
        switch state {
        case .received, .acknowledged, .inProgress: break
        case .waiting: story.wait(at: "2026-03-02T10:00", until: "2026-03-05T10:00")
        case .remedyOffered: story.offer(1_000)
        case .deferred:
            story.ask(
                .defer, by: "sue", at: "2026-03-02T10:00",
                ["explanation": "part is out of stock", "review_on": .instant(local("2026-03-10T10:00"))])
        case .resolved: story.resolve(at: "2026-03-02T10:00")
        case .closed:
            story.resolve(at: "2026-03-02T10:00")
            story.ask(.followUp, at: "2026-03-02T11:00", ["reached": true, "satisfied": "yes"])
            story.close(at: "2026-03-02T11:30")
        case .withdrawn: story.ask(.withdraw, at: "2026-03-02T10:00", ["evidence": "mail-7"])
        case .merged:
            var other = Story(story.centre)
            other.register(at: "2026-03-02T09:01", by: "bob")
            other.complaint?.caseNumber = CaseNumber(year: 2026, sequence: 2)
            story.centre.other = other.complaint
            story.ask(.merge, by: "sue", at: "2026-03-02T10:00", ["into": "TL-2026-000002"])
        }
        #expect(story.refusal == nil)
        #expect(story.state == state)
        return story.complaint
    }
}

extension [EventType] {
    /// In the order of the specification.
    fileprivate var inOrder: [EventType] { EventType.commandable.filter(contains) }
}
