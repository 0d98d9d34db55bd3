import Complaints
import Customers
import Dossier
import TerminalKit
import Testing
import WorkingTime

@testable import Desk

@Suite struct PromiseStories {
    private func opened(_ promised: [PromisedCall] = [Sample.callBack]) -> Story {
        var story = Story()
        story.promised = promised
        story.type("8000")
        story.press(.enter)
        story.send(.storeChanged)
        story.clearEffects()
        return story
    }

    @Test func `a call-back is promised with the time, the number and who makes it filled in`() {
        var story = opened()
        story.send(.centre(teams: ["night"], duplicateWindowDays: 7))
        story.press(.function(10))
        story.type("30")
        #expect(story.desk.topForm?["due"]?.value == "2026-11-22 12:00")
        #expect(story.desk.topForm?["phone"]?.value == "+8613800138000")
        story.type("改约保养")
        story.press(.control("s"))
        #expect(
            story.writes == [
                .promiseCall(
                    request: story.desk.lastRequest,
                    NewCallBack(
                        customer: Sample.wangID, caseNumber: nil, due: Sample.at("2026-11-22T12:00:00+08:00"),
                        phone: "+8613800138000", text: "改约保养", team: nil))
            ])
        story.send(.callKept(request: story.desk.lastRequest, undo: "promise:1"))
        #expect(story.desk.overlays.isEmpty)
        #expect(story.screen.contains("已约定 11-22 12:00 回电：王建国"))
        #expect(story.screen.contains("8秒内可撤销 Ctrl-Z"))
        #expect(story.effects.contains(.discardForm(key: "call:C000017:")))
    }

    @Test(arguments: [
        ("18:00", "2026-11-22T18:00:00+08:00"), ("9:30", "2026-11-23T09:30:00+08:00"),
        ("2026-11-25", "2026-11-25T17:00:00+08:00"), ("2026-11-25 08:15", "2026-11-25T08:15:00+08:00"),
        ("１８:00", "2026-11-22T18:00:00+08:00"),
    ]) func `a time alone is today or tomorrow, a day alone its end`(typed: String, instant: String) {
        #expect(Sample.state().moment(typed) == Sample.at(instant))
    }

    @Test(arguments: ["soon", "25:00", "", "2026-13-01"]) func `what is no time is said beside its field`(typed: String)
    {
        #expect(Sample.state().moment(typed) == nil)
    }

    @Test func `a time that is over is no promise and nothing typed is lost`() {
        var story = opened()
        story.press(.function(10))
        story.type("30")
        story.type("词")
        story.press(.backTab, .control("c"))
        story.type("2026-11-21 10:00")
        story.press(.control("s"))
        #expect(story.writes.isEmpty)
        #expect(story.desk.topForm?.refusal == .unreadable(fieldID: "due"))
        #expect(story.desk.topForm?["text"]?.value == "词")
    }

    @Test func `a promise opens customer and case, and two keys say that nobody answered`() {
        var call = Sample.callBack
        call.caseNumber = Sample.brakes.caseNumber
        var story = Story()
        story.promised = [call]
        story.press(.control("n"))
        #expect(story.screen.contains("超时 41分钟"))
        story.type("1")
        #expect(story.desk.customer?.id == Sample.wangID)
        #expect(story.desk.caseScreen?.caseNumber == Sample.brakes.caseNumber)
        #expect(story.screen.contains("Ctrl-Q 登记结果"))
        story.press(.control("q"))
        story.type("2")
        #expect(story.writes.last == .recordCall(request: story.desk.lastRequest, number: 7, .notReached))
        story.send(.callKept(request: story.desk.lastRequest, undo: "t"))
        // A call about a case stands in its trail as well, and what is counted there cannot be taken back.
        #expect(
            story.writes.contains {
                guard case .complaint(_, let command) = $0 else { return false }
                return command.type == .contact && command.fields["reached"] == "false"
            })
        #expect(!story.screen.contains("内可撤销"))
    }

    @Test func `a follow-up that was reached asks for the answers only`() {
        var call = Sample.callBack
        call.kind = .followUp
        call.caseNumber = Sample.brakes.caseNumber
        var story = Story()
        story.caseFile.complaint.state = .resolved
        story.promised = [call]
        story.press(.control("n"), .control("q"))
        story.type("1")
        #expect(story.desk.topForm?["reached"]?.value == "true")
        story.type("1")
        story.press(.control("s"))
        guard case .complaint(_, let command)? = story.writes.last else {
            Issue.record("no event was sent")
            return
        }
        #expect(command.type == .followUp)
        #expect(command.fields == ["reached": "true", "satisfied": "yes"])
    }

    @Test func `a follow-up that was not reached is one event without a form`() {
        var call = Sample.callBack
        call.kind = .followUp
        call.caseNumber = Sample.brakes.caseNumber
        var story = Story()
        story.promised = [call]
        story.press(.control("n"), .control("q"))
        story.type("2")
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .existing(Sample.brakes.caseNumber, expectedVersion: nil), type: .followUp,
                        fields: ["reached": "false"]))
            ])
    }

    @Test(arguments: [("1", "accepted"), ("2", "declined")])
    func `a case that was offered is answered with two keys`(digit: String, status: String) {
        var call = Sample.callBack
        call.kind = .transfer
        call.caseNumber = Sample.brakes.caseNumber
        var story = Story()
        story.promised = [call]
        story.press(.control("n"), .control("q"))
        story.type(digit)
        guard case .complaint(_, let command)? = story.writes.last else {
            Issue.record("no event was sent")
            return
        }
        #expect(command.type == .transferOwner)
        #expect(command.fields == ["to": "0217", "status": status])
    }

    @Test func `late comes first, then what can be done, then what rests between two tries`() {
        func call(_ number: Int64, _ minutes: Int64, rest: Int64? = nil) -> PromisedCall {
            var call = Sample.callBack
            call.kind = .callBack(number: number)
            call.due = Instant(seconds: Sample.now.seconds + minutes * 60)
            call.notBefore = rest.map { Instant(seconds: Sample.now.seconds + $0 * 60) }
            return call
        }
        let calls = [call(1, 90), call(2, -300, rest: 20), call(3, -5), call(4, -60), call(5, 10, rest: 10)]
        let sorted = calls.sorted { PromisedCall.isBefore($0, $1, now: Sample.now) }
        #expect(sorted.map(\.identity) == ["call:4", "call:3", "call:1", "call:5", "call:2"])
    }

    @Test func `the minute a promised call is due says so once`() {
        var call = Sample.callBack
        call.due = Instant(seconds: Sample.now.seconds + 60)
        var story = Story()
        story.promised = [call]
        story.send(.storeChanged)
        story.send(.tick(Instant(seconds: Sample.now.seconds + 59)))
        #expect(!story.screen.contains("该回电了"))
        story.send(.tick(Instant(seconds: Sample.now.seconds + 61)))
        #expect(story.screen.contains("该回电了：王建国"))
        story.send(.tick(Instant(seconds: Sample.now.seconds + 120)))
        #expect(story.desk.notices.count { $0.text == .promiseDue(call) } == 1)
    }

    @Test func `a new complaint shows the open cases it may be, and F6 adds it to the newest instead`() {
        var story = opened()
        story.press(.tab)
        story.type("发票还没来")
        story.press(.function(6))
        #expect(story.screen.contains("F6 改加到 26-000988"))
        story.press(.function(6))
        #expect(story.desk.topForm?.purpose == .event(Sample.invoice.caseNumber, .note))
        #expect(story.desk.topForm?["text"]?.value == "发票还没来")
        story.press(.control("s"))
        guard case .complaint(let request, let command)? = story.writes.last else {
            Issue.record("no event was sent")
            return
        }
        #expect(command.type == .note)
        #expect(
            !story.writes.contains { if case .complaint(_, let sent) = $0 { sent.type == .register } else { false } })
        story.send(.complaintDone(request: request, Sample.invoice.caseNumber, .note, after: Sample.invoice))
        #expect(story.desk.note.isEmpty)
    }

    @Test func `an open case older than the policy's window is not taken for the same`() {
        var story = opened()
        story.send(.centre(teams: [], duplicateWindowDays: 0))
        story.press(.function(6))
        #expect(!story.screen.contains("改加到"))
    }

    @Test func `agents do not see supervisors' commands as theirs`() {
        var story = opened()
        story.press(.tab, .tab, .tab)
        for event in [EventType.defer, .extend, .merge, .transferOwner, .decideEscalation] {
            #expect(story.desk.whyNot(event) == .notYourRole, "\(event)")
        }
        #expect(story.desk.whyNot(EventType.note) == nil)
        story.desk.agent.roles = [.supervisor]
        #expect(story.desk.whyNot(EventType.transferOwner) == nil)
    }
}

extension Sample {
    /// Promised for 10:00, 41 minutes ago.
    static let callBack = PromisedCall(
        kind: .callBack(number: 7), customer: wangID, customerName: "王建国", phone: "+8613800138000", caseNumber: nil,
        owner: "0217", text: "改约保养", due: at("2026-11-22T10:00:00+08:00"))
}
