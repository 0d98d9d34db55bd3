import Complaints
import Customers
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

@Suite struct ComplaintStoreTests {
    private let temporary: TemporaryStore
    private let customer: CustomerID
    private let book: RulesBook
    private var store: Store { temporary.store }

    init() throws {
        temporary = try TemporaryStore()
        customer = try temporary.store.createCustomer(.draft("王小明"), by: "amy", at: .march).id
        let rules = try Rules(policy: .builtin, calendars: ["cn-office": .always(name: "cn-office")])
        book = RulesBook(inForce: rules)
        temporary.store.use(book)
    }

    private func command(
        _ type: EventType, id: String, at: Instant = .march, version: Int? = nil, _ fields: [String: FieldValue]
    ) -> Command {
        Command(
            eventID: id, type: type, fields: fields, actor: "amy", roles: [.agent, .supervisor], occurredAt: at,
            recordedAt: at, expectedVersion: version)
    }

    private func register(id: String = "r1", live: Bool = true) -> Command {
        command(
            .register, id: id,
            [
                "channel": .text("phone"), "summary": .text("billed\ntwice \\ once"),
                "customer": .integer(customer.number), "live": .boolean(live),
            ])
    }

    private func done(_ outcome: CommandOutcome) throws -> CommandResult {
        guard case .done(let result) = outcome else {
            Issue.record("\(outcome)")
            throw StoreError.engine(code: 0, message: "not done", sql: nil)
        }
        return result
    }

    @Test func `a registered case is whole again after opening the store anew`() throws {
        let result = try done(try store.perform(register(), on: nil))
        let number = CaseNumber(year: 2026, sequence: 1)
        #expect(result.file.complaint.caseNumber == number)
        #expect(result.file.events.map(\.event.type) == [.register, .acknowledge])
        #expect(result.file.complaint.state == .acknowledged)
        try store.close()
        let again = try Store.open(temporary.path)
        #expect(try again.complaint(number)?.complaint.state == .acknowledged)
        again.use(book)
        #expect(try again.complaint(number) == result.file)
        #expect(try again.card(customer, now: .march)?.complaints == [result.file.complaint])
        #expect(try again.complaints(.open).map(\.caseNumber) == [number])
        #expect(try again.lookup("TL-2026-000001").matches.allSatisfy { $0.openComplaints == 1 })
        #expect(try again.complaint(CaseNumber(year: 2026, sequence: 2)) == nil)
    }

    @Test func `the same event id gives the first result, whatever happened since`() throws {
        let first = try done(try store.perform(register(), on: nil))
        let number = first.file.complaint.caseNumber
        let assess = command(
            .assess, id: "a1", version: 2,
            ["severity": .text("S2"), "category": .text("billing"), "vulnerable": .text("no")])
        let assessed = try done(try store.perform(assess, on: number))
        #expect(assessed.file.complaint.state == .inProgress)
        guard case .replayed(let again) = try store.perform(assess, on: number) else {
            Issue.record("not replayed")
            return
        }
        #expect(again.sequence == assessed.sequence)
        #expect(again.effects == assessed.effects)
        guard case .replayed(let registered) = try store.perform(register(), on: nil) else {
            Issue.record("registered twice")
            return
        }
        #expect(registered.file.complaint.caseNumber == number)
        #expect(registered.effects == first.effects)
        #expect(try store.counts().complaints == 1)
        #expect(try store.caseNumber(ofEvent: "a1") == number)
        #expect(try store.caseNumber(ofEvent: "none") == nil)
    }

    @Test func `a refusal changes nothing but the trail`() throws {
        let number = try done(try store.perform(register(live: false), on: nil)).file.complaint.caseNumber
        let before = try store.complaint(number)
        let lines = try lineCount()
        let early = command(
            .assess, id: "a1", ["severity": .text("S2"), "category": .text("billing"), "vulnerable": .text("no")])
        guard case .refused(let refusal) = try store.perform(early, on: number) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.code == .notAcknowledged)
        #expect(try store.complaint(number) == before)
        #expect(try lineCount() == lines + 1)
        guard case .refused(let unknown) = try store.perform(early, on: CaseNumber(year: 2026, sequence: 9)) else {
            Issue.record("not refused")
            return
        }
        #expect(unknown.code == .unknownCase)
    }

    @Test func `a stale version is refused`() throws {
        let number = try done(try store.perform(register(), on: nil)).file.complaint.caseNumber
        let note = command(.note, id: "n1", version: 1, ["text": .text("called back")])
        guard case .refused(let refusal) = try store.perform(note, on: number) else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.code == .staleVersion)
        #expect(refusal.version == 2)
    }

    @Test func `four desks at one case: every note is kept once and the numbers have no gap`() throws {
        let number = try done(try store.perform(register(), on: nil)).file.complaint.caseNumber
        let path = temporary.path
        let book = book
        DispatchQueue.concurrentPerform(iterations: 4) { desk in
            guard let store = try? Store.open(path) else { return }
            store.use(book)
            for count in 0..<10 {
                let note = Command(
                    eventID: "n\(desk)-\(count)", type: .note, fields: ["text": .text("note")], actor: "amy",
                    roles: [.agent], occurredAt: .march, recordedAt: .march)
                _ = try? store.perform(note, on: number)
                _ = try? store.perform(note, on: number)
            }
        }
        let file = try #require(try store.complaint(number))
        #expect(file.events.map(\.event.sequence) == Array(1...42))
        #expect(Set(file.events.map(\.event.eventID)).count == 42)
        #expect(file.complaint.version == 42)
    }

    @Test func `an untouched trail is intact`() throws {
        _ = try store.perform(register(), on: nil)
        guard case .intact(let lines, let head) = try store.verifyAudit() else {
            Issue.record("not intact")
            return
        }
        #expect(lines == 3)
        #expect(head.count == 64)
    }

    @Test(arguments: [
        ("UPDATE audit_trail SET actor = 'eve' WHERE number = 2", AuditVerdict.lineChanged(number: 2)),
        ("UPDATE audit_trail SET hash = zeroblob(32) WHERE number = 3", .lineChanged(number: 3)),
        ("DELETE FROM audit_trail WHERE number = 2", .lineMissing(number: 2)),
        (
            "UPDATE complaint_events SET fields = replace(fields, 'twice', 'once') WHERE sequence = 1",
            .eventChanged(caseNumber: "TL-2026-000001", sequence: 1)
        ),
        (
            "UPDATE complaint_events SET actor = 'eve' WHERE sequence = 2",
            .eventChanged(caseNumber: "TL-2026-000001", sequence: 2)
        ),
        ("DELETE FROM complaint_events WHERE sequence = 2", .eventsMissing(count: 1)),
        ("DELETE FROM audit_trail WHERE number = 3", .eventChanged(caseNumber: "TL-2026-000001", sequence: 2)),
    ])
    func `a change behind the store's back is found where it was made`(sql: String, verdict: AuditVerdict) throws {
        _ = try store.perform(register(), on: nil)
        try store.engine.write { session throws(StoreError) in _ = try session.run(sql) }
        #expect(try store.verifyAudit() == verdict)
    }

    @Test func `without a policy nothing is decided`() throws {
        let other = try Store.open(temporary.path)
        #expect(throws: StoreError.rulesMissing(policy: nil)) { try other.perform(register(), on: nil) }
    }

    private func lineCount() throws -> Int64 {
        try store.engine.read { session throws(StoreError) in
            try session.integer("SELECT COUNT(*) FROM audit_trail") ?? 0
        }
    }

    @Test(arguments: [
        ["text": FieldValue.text("a=b\nc\\n\\"), "n": .integer(-5), "b": .boolean(true), "at": .instant(.march)],
        ["empty": .text("")], [:], ["b": .boolean(false), "z": .text("客訴")],
    ])
    func `the text of an event's fields reads back as it was`(fields: [String: FieldValue]) throws {
        #expect(try EventText.fields(EventText.text(fields)) == fields)
    }
}
