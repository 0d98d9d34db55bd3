import Customers
import Dossier
import Money
import TerminalKit
import Testing
import Valuation
import WorkingTime

@testable import Complaints
@testable import Desk

/// Forms that lose nothing, look ahead, and need few keys.
@Suite struct FormStories {
    private func opened() -> Story {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        story.clearEffects()
        story.startCounting()
        return story
    }

    private func commands(_ story: Story) -> [ComplaintCommand] {
        story.writes.compactMap { if case .complaint(_, let command) = $0 { command } else { nil } }
    }

    // MARK: keystrokes

    @Test func `a phone is looked up and opened with its last digits and Enter`() {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        #expect(story.keystrokes == 5)
        #expect(story.desk.customer?.id == Sample.wangID)
    }

    @Test func `a note with its wrap-up takes three keys besides its text`() {
        var story = opened()
        story.press(.tab)
        story.type("x")
        story.press(.control("s"))
        story.type("1")
        #expect(story.keystrokes - 1 == 3)
        #expect(story.writes.count == 1)
    }

    @Test func `a complaint is registered with two keys besides its text`() {
        var story = opened()
        story.press(.tab)
        story.type("x")
        story.press(.function(6), .control("s"))
        #expect(story.keystrokes - 1 == 3)
        #expect(commands(story).first?.type == .register)
    }

    @Test func `resolving within authority takes at most six keys besides the category`() {
        var story = opened()
        story.desk.customer?.card?.complaints[0].state = .acknowledged
        story.press(.function(10))
        story.type("48")
        #expect(story.desk.topForm?.fields[story.desk.topForm?.focused ?? 0].id == "category")
        story.type("服务")
        story.press(.enter)
        story.type("1")
        story.press(.control("s"))
        #expect(story.keystrokes - 2 == 6)
        #expect(
            commands(story).first?.fields == [
                "severity": "S2", "category": "服务", "outcome": "upheld", "decision_told": "true",
                "error_admitted": "true", "apology": "true",
            ])
    }

    @Test func `escalating takes four keys besides the reason`() {
        var story = opened()
        story.press(.function(10))
        story.type("44")
        story.type("2")
        story.press(.control("s"))
        #expect(story.keystrokes - 1 == 4)
        #expect(commands(story).first?.fields == ["reason": "skill", "summary": "刹车异响二次返修未解决"])
    }

    // MARK: drafts

    @Test func `every field of a form is journaled with each change and comes back after a crash`() {
        var story = opened()
        story.press(.function(6))
        story.type("异响")
        story.press(.tab)
        story.type("2")
        guard case .saveForm(let draft)? = story.effects.last else {
            Issue.record("the last change was not journaled")
            return
        }
        #expect(draft.purpose == .newComplaint(Sample.wangID))
        #expect(draft.fields.first == FormDraft.Field(name: "summary", text: "异响"))
        #expect(draft.fields.first { $0.name == "channel" }?.text == "chat")

        var next = Story()
        var restored = draft
        restored.caller = Caller(customer: Sample.wangID, name: "王建国", tier: .green)
        next.send(.formsRestored([restored]))
        next.press(.function(4))
        #expect(next.screen.contains("新建投诉  王建国"))
        next.type("2")
        #expect(next.desk.customer?.id == Sample.wangID)
        #expect(next.desk.topForm?["summary"]?.value == "异响")
        #expect(next.desk.topForm?["channel"]?.value == "chat")
    }

    @Test(arguments: [
        FormPurpose.newCustomer, .editCustomer(CustomerID(17)), .newComplaint(nil), .newComplaint(CustomerID(5)),
        .event(CaseNumber(year: 2026, sequence: 3), .offerRemedy),
    ])
    func `the journal's name of a form reads back`(purpose: FormPurpose) throws {
        let key = try #require(purpose.journalKey)
        #expect(FormPurpose(journalKey: key) == purpose)
    }

    @Test(arguments: ["", "x", "customer:17", "event:TL-2026-000003:nothing", "event:3:note", "complaint:a:b"])
    func `what is no name of a form is none`(key: String) { #expect(FormPurpose(journalKey: key) == nil) }

    @Test func `a form that was taken leaves the journal`() {
        var story = opened()
        story.press(.function(6))
        story.type("异响")
        story.press(.control("s"))
        story.clearEffects()
        story.send(.complaintDone(request: story.desk.lastRequest, Sample.brakes.caseNumber, .register))
        #expect(story.effects.contains(.discardForm(key: "complaint:C000017")))
        #expect(story.desk.parkedForms.isEmpty)
    }

    @Test func `text typed between sending and the answer becomes a note on the case`() {
        var story = opened()
        story.press(.function(6))
        story.type("异响")
        story.press(.control("s"))
        let request = story.desk.lastRequest
        story.type("，第三次了")
        story.send(.complaintDone(request: request, Sample.brakes.caseNumber, .register))
        #expect(story.desk.parkedForms.map(\.purpose) == [.event(Sample.brakes.caseNumber, .note)])
        #expect(story.desk.parkedForms.first?["text"]?.value == "，第三次了")
        #expect(story.desk.notices.contains { $0.text == .typedLaterKept })
    }

    @Test func `a form is thrown away by its code, and its draft with it`() {
        var story = opened()
        story.press(.function(6))
        story.type("x")
        story.press(.function(10))
        story.type("36")
        #expect(story.desk.overlays.isEmpty)
        #expect(story.desk.parkedForms.isEmpty)
        #expect(story.effects.last == .discardForm(key: "complaint:C000017"))
    }

    // MARK: authority and looking ahead

    @Test func `a remedy beyond my limit goes up for approval in the same keystroke`() {
        var story = opened()
        story.press(.function(10))
        story.type("75")
        story.type("1")
        story.press(.enter)
        story.type("300")
        story.press(.control("s"))
        let offer = story.desk.lastRequest
        story.send(
            .complaintRefused(
                request: offer,
                Refusal(.authorityExceeded, lowestRole: .supervisor, limitMinorUnits: 20_000, askedMinorUnits: 30_000)))
        #expect(
            commands(story).last
                == ComplaintCommand(
                    target: .existing(Sample.brakes.caseNumber, expectedVersion: nil), type: .escalate,
                    fields: [
                        "reason": "authority", "remedy_type": "refund", "amount": "30000", "currency": "CNY",
                        "summary": "请批准：退款 300元；刹车异响二次返修未解决",
                    ]))
        story.send(.complaintDone(request: story.desk.lastRequest, Sample.brakes.caseNumber, .escalate))
        #expect(story.desk.overlays.isEmpty)
        #expect(story.desk.notice?.text == .sentForApproval(Sample.brakes.caseNumber, .supervisor))
    }

    @Test func `an approved remedy is filled in when the offer is made again`() throws {
        var complaint = Sample.brakes
        var escalation = Escalation(
            sequence: 5, reason: .authority, summary: "", state: .decided, proposer: "0217", raisedAt: Sample.now,
            clock: ClockKey("ESC_ACCEPT", 1), notified: [],
            ladder: LadderPosition(nextStep: 0, fallbacks: 0, lastNoticeAt: Sample.now))
        escalation.remedy = .refund
        escalation.amount = Money(minorUnits: 30_000, currency: .cny)
        escalation.decision = .approve
        escalation.decisionSequence = 9
        complaint.escalations = [escalation]
        let form = Sample.state().eventForm(.offerRemedy, of: complaint)
        #expect(form["approval"]?.value == "9")
        #expect(form["remedy_type"]?.value == "refund")
        #expect(form["amount"]?.value == "300.00")
        #expect(form["expires"]?.value == "2026-11-29")
    }

    @Test func `the form shows my limit and the customer's goodwill, and what sending would bring`() {
        var story = opened()
        story.press(.function(10))
        story.type("75")
        let form = story.desk.topForm
        story.send(
            .briefLoaded(
                request: form?.briefRequest ?? 0,
                CaseBrief(
                    limit: Money(minorUnits: 20_000, currency: .cny), granted: Money(minorUnits: 0, currency: .cny),
                    goodwill12Months: Money(minorUnits: 5_000, currency: .cny), legal: [], pauseReasons: [], units: [],
                    logins: [])))
        #expect(story.screen.contains("我的授权 200元，本案已给 0元，客户近12月善意补偿 50元"))
        story.send(
            .foreseen(
                request: form?.foresightRequest ?? 0,
                Foresight(
                    decision: .refused(Refusal(.authorityExceeded, lowestRole: .supervisor)), dueChanges: [], level: 0))
        )
        #expect(story.screen.contains("超出我的授权：提交即请主管批准"))
        story.type("1")
        story.send(.foreseen(request: form?.foresightRequest ?? 0, nil))
        #expect(story.desk.topForm?.foresight != nil, "an answer to an older text is dropped")
        story.send(
            .foreseen(
                request: story.desk.topForm?.foresightRequest ?? 0,
                Foresight(
                    decision: .replay(sequence: 1),
                    dueChanges: [
                        Foresight.DueChange(
                            clock: "RESOLVE", before: Sample.at("2026-11-24T18:00:00+08:00"),
                            after: Sample.at("2026-11-23T12:00:00+08:00"))
                    ], level: 1, nextLevel: 2, nextLevelAt: Sample.at("2026-11-23T12:30:00+08:00"))))
        #expect(story.screen.contains("解决 11-24 18:00 -> 11-23 12:00"))
    }

    @Test func `every event a person may give has a code of its own`() {
        for event in EventType.commandable where event != .register && event != .offerExpired {
            #expect(CommandID.asking(for: event) != nil, "\(event)")
        }
    }
}

@Suite struct ConflictStories {
    @Test func `who comes second sees what the other did, and loses nothing`() {
        var story = Story()
        story.type("8000")
        story.press(.enter, .function(10))
        story.type("40")
        story.type("checked")
        story.press(.control("s"))
        let request = story.desk.lastRequest
        story.clearEffects()
        story.send(.complaintRefused(request: request, Refusal(.staleVersion, version: 6)))
        let asked = story.effects.compactMap { effect -> Int? in
            guard case .loadChanges(let request, Sample.brakes.caseNumber, 4) = effect else { return nil }
            return request
        }
        let note = Event(
            sequence: 5, eventID: "e5", type: .note, occurredAt: Sample.now, recordedAt: Sample.now, actor: "bob",
            role: .agent, fields: ["text": .text("客户来电催促")])
        story.send(.changesLoaded(request: asked.first ?? 0, [note]))
        #expect(story.screen.contains("bob  备注  客户来电催促"))
        #expect(story.desk.topForm?["text"]?.value == "checked")
        story.clearEffects()
        story.press(.control("s"))
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .existing(Sample.brakes.caseNumber, expectedVersion: 6), type: .note,
                        fields: ["text": "checked"]))
            ])
    }

    @Test func `the engine's word stands in the message row and in the log`() {
        var story = Story()
        let breach = EngineNotice(
            caseNumber: Sample.brakes.caseNumber, kind: .breached, clock: "RESOLVE", stage: .breach, due: nil, count: 1)
        story.send(.notice(breach.urgency, .engine(breach)))
        #expect(story.screen.contains("26-001042“解决”超时。"))
        story.press(.function(10))
        story.type("64")
        #expect(story.screen.contains("26-001042“解决”超时。"))
    }
}
