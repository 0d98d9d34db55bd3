import Complaints
import Customers
import Dossier
import TerminalKit
import Testing

@testable import Desk

@Suite struct ComplaintStories {
    private func opened() -> Story {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        story.clearEffects()
        story.startCounting()
        return story
    }

    @Test func `F6 takes the note along and sends a registration`() {
        var story = opened()
        story.press(.tab)
        story.type("异响")
        story.press(.function(6))
        #expect(story.desk.topForm?["summary"]?.value == "异响")
        story.press(.control("s"))
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .new(customer: Sample.wangID), type: .register,
                        fields: ["summary": "异响", "channel": "phone", "live": "true"]))
            ])
        story.send(.complaintDone(request: story.desk.lastRequest, Sample.brakes.caseNumber, .register))
        #expect(story.desk.overlays.isEmpty)
        #expect(story.desk.note.isEmpty)
        #expect(story.desk.selectedCase == Sample.brakes.caseNumber)
        #expect(story.screen.contains("TL-2026-001042"))
    }

    @Test func `severity, category and vulnerability given at once are sent as the first assessment`() {
        var story = opened()
        story.press(.function(6))
        story.type("x")
        story.press(.tab, .tab, .tab)
        story.type("2")
        story.press(.tab)
        story.type("billing")
        story.press(.tab)
        story.type("2")
        story.press(.control("s"))
        story.send(.complaintDone(request: story.desk.lastRequest, Sample.invoice.caseNumber, .register))
        let assessment = ComplaintCommand(
            target: .existing(Sample.invoice.caseNumber, expectedVersion: nil), type: .assess,
            fields: ["severity": "S2", "category": "billing", "vulnerable": "no"])
        #expect(
            story.writes.contains {
                if case .complaint(_, assessment) = $0 { true } else { false }
            })
    }

    @Test func `a form without what is required says so beside the field and keeps all that was typed`() {
        var story = opened()
        story.press(.function(6), .end)
        story.press(.tab, .tab, .tab, .tab)
        story.type("cat")
        story.press(.control("s"))
        #expect(story.writes.isEmpty)
        #expect(story.desk.topForm?.refusal == .missing(fieldID: "summary"))
        #expect(story.desk.topForm?.focused == 0)
        #expect(story.desk.topForm?["category"]?.value == "cat")
        #expect(story.screen.contains("请填“事由”。"))
    }

    @Test func `a refused form shows the sentence and keeps its input`() {
        var story = opened()
        story.press(.function(6))
        story.type("x")
        story.press(.control("s"))
        story.send(
            .complaintRefused(request: story.desk.lastRequest, Refusal(.badValue, field: "live")))
        #expect(story.desk.topForm?["summary"]?.value == "x")
        #expect(story.desk.topForm?.focused == 2)
        #expect(story.screen.contains("“客户在线”的内容无法识别。"))
        story.press(.control("s"))
        #expect(story.writes.count == 2)
    }

    @Test func `a form left half filled comes back with its key`() {
        var story = opened()
        story.press(.function(6))
        story.type("half")
        story.press(.escape)
        #expect(story.desk.overlays.isEmpty)
        #expect(story.screen.contains("表单已保留"))
        story.press(.function(6))
        #expect(story.desk.topForm?["summary"]?.value == "half")
        story.press(.function(2))
        #expect(story.desk.focus == .lookup)
        #expect(story.desk.overlays.isEmpty)
        story.press(.function(6))
        #expect(story.desk.topForm?["summary"]?.value == "half")
    }

    @Test func `a case opens with its trail, its actions and why some are not possible`() {
        var story = opened()
        story.press(.tab, .tab, .tab, .enter)
        #expect(story.desk.caseScreen?.caseNumber == Sample.brakes.caseNumber)
        #expect(story.desk.focus == .caseActions)
        let screen = story.screen
        #expect(screen.contains("更换刹车片, 试车正常"))
        #expect(screen.contains("尚未解决，不能结案"))
        #expect(screen.contains("“处理中”时不能告知受理"))
    }

    @Test func `an action is F10 and its two digits`() {
        var story = opened()
        story.press(.tab, .tab, .tab, .enter)
        story.startCounting()
        story.press(.function(10))
        story.type("44")
        #expect(story.keystrokes == 3)
        #expect(story.desk.topForm?.purpose == .event(Sample.brakes.caseNumber, .escalate))
    }

    @Test func `an event's form is made from the event's schema and sent with the version seen`() {
        var story = opened()
        story.press(.tab, .tab, .tab, .enter, .function(10))
        story.type("40")
        story.type("checked")
        story.press(.control("s"))
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .existing(Sample.brakes.caseNumber, expectedVersion: 4), type: .note,
                        fields: ["text": "checked"]))
            ])
        let request = story.desk.lastRequest
        story.clearEffects()
        story.isSlow = true
        story.send(.complaintDone(request: request, Sample.brakes.caseNumber, .note))
        #expect(
            story.effects == [
                .discardForm(key: "event:TL-2026-001042:note"),
                .loadCard(request: request + 1, customer: Sample.wangID, timelineLimit: OpenCustomer.timelineFirst),
                .loadCase(request: request + 2, caseNumber: Sample.brakes.caseNumber),
            ])
    }

    @Test func `an action the state forbids says why and opens nothing`() {
        var story = opened()
        story.press(.tab, .tab, .tab, .enter, .function(10))
        story.type("45")
        #expect(story.desk.overlays.isEmpty)
        #expect(story.desk.notice?.text == .disabled(.caseState(.inProgress, .close, .notResolved)))
    }

    @Test func `what needs an offer, a task or an escalation says so where the case has none`() {
        var story = opened()
        story.press(.tab, .tab, .tab, .enter)
        story.desk.caseScreen?.legal = [.confirmExecuted, .taskUpdate, .decideEscalation, .note]
        #expect(story.desk.whyNot(CommandID.confirmExecuted) == .noGrantedOffer)
        #expect(story.desk.whyNot(CommandID.taskUpdate) == .noOpenTask)
        #expect(story.desk.whyNot(CommandID.decideEscalation) == .nothingToDecide)
        #expect(story.desk.whyNot(CommandID.addCaseNote) == nil)
        story.press(.function(10))
        story.type("78")
        #expect(story.desk.overlays.isEmpty)
        #expect(story.screen.contains("没有客户已同意的方案"))
    }

    @Test func `digits in the case screen's lists start a look-up, Esc leads back to the customer`() {
        var story = opened()
        story.press(.tab, .tab, .tab, .enter)
        story.type("9")
        #expect(story.desk.focus == .lookup)
        #expect(story.desk.caseScreen != nil)
        story.press(.escape, .escape)
        #expect(story.desk.caseScreen == nil)
        #expect(story.desk.customer?.id == Sample.wangID)
    }

    @Test func `money is sent in minor units and a bad date is caught before it goes out`() {
        var story = opened()
        story.press(.tab, .tab, .tab, .enter)
        _ = story.desk.ask(.offerRemedy)
        story.type("1")
        story.press(.tab)
        story.type("12.50")
        story.press(.tab, .tab)
        story.type("soon")
        story.press(.control("s"))
        #expect(story.desk.topForm?.refusal == .unreadable(fieldID: "expires"))
        story.press(.control("c"))
        story.type("2026-12-01")
        story.press(.control("s"))
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .existing(Sample.brakes.caseNumber, expectedVersion: 4), type: .offerRemedy,
                        fields: ["remedy_type": "refund", "amount": "1250", "currency": "CNY", "expires": "2026-12-01"])
                )
            ])
    }

    @Test func `a stale form is read again and sent once more with the new version`() {
        var story = opened()
        story.press(.tab, .tab, .tab, .enter, .function(10))
        story.type("40")
        story.type("x")
        story.press(.control("s"))
        story.clearEffects()
        story.send(.complaintRefused(request: story.desk.lastRequest, Refusal(.staleVersion, version: 9)))
        #expect(story.effects.count == 3)
        #expect(story.screen.contains("工单刚被别人改动"))
        story.press(.control("s"))
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .existing(Sample.brakes.caseNumber, expectedVersion: 9), type: .note,
                        fields: ["text": "x"]))
            ])
    }

    @Test func `an assessment that is refused after its registration waits as a form`() {
        var story = opened()
        story.press(.function(6))
        story.type("x")
        story.press(.tab, .tab, .tab)
        story.type("2")
        story.press(.tab)
        story.type("billing")
        story.press(.tab)
        story.type("2")
        story.press(.control("s"))
        story.send(.complaintDone(request: story.desk.lastRequest, Sample.invoice.caseNumber, .register))
        let request = story.writes.compactMap { if case .complaint(let request, _) = $0 { request } else { nil } }.last
        story.send(.complaintRefused(request: request ?? 0, Refusal(.notAcknowledged)))
        #expect(story.desk.notice?.text == .caseRefused(Refusal(.notAcknowledged)))
        #expect(story.desk.parkedForms.last?["category"]?.value == "billing")
        #expect(story.desk.parkedForms.last?.purpose == .event(Sample.invoice.caseNumber, .assess))
    }
}
