import Complaints
import Customers
import Dossier
import TerminalKit
import Testing

@testable import Desk

@Suite struct LookupStories {
    @Test func `four digits and Enter open the one customer they mean`() {
        var story = Story()
        story.type("8000")
        #expect(story.desk.lookup.showsPreview)
        #expect(story.screen.contains("王建国"))
        story.press(.enter)
        #expect(story.keystrokes == 5)
        #expect(story.desk.customer?.id == Sample.wangID)
        #expect(story.desk.customer?.card == Sample.wang)
        #expect(story.desk.recent.map(\.customer) == [Sample.wangID])
        #expect(
            story.effects.last == .rememberRecent([Sample.wangID])
                || story.effects.contains(.rememberRecent([Sample.wangID])))
    }

    @Test func `a case number and Enter open the case itself`() {
        var story = Story()
        story.kind = .case
        story.type("26-001042")
        story.press(.enter)
        #expect(story.desk.customer?.id == Sample.wangID)
        #expect(story.desk.caseScreen?.caseNumber == CaseNumber(year: 2026, sequence: 1042))
        #expect(story.desk.caseScreen?.file == Sample.brakesFile)
    }

    @Test func `each key asks anew and only the newest answer counts`() {
        var story = Story()
        story.isSlow = true
        story.type("13")
        #expect(
            story.effects == [
                .lookup(request: 1, text: "1", preference: nil, limit: 50),
                .lookup(request: 2, text: "13", preference: nil, limit: 50),
            ])
        story.send(.lookupAnswered(request: 1, Sample.answer("1", [Sample.smithMatch]), elapsedMicroseconds: 1))
        #expect(story.desk.lookup.answer == nil)
        story.send(.lookupAnswered(request: 2, Sample.answer("13", [Sample.wangMatch]), elapsedMicroseconds: 1))
        #expect(story.desk.lookup.answer?.matches == [Sample.wangMatch])
    }

    @Test func `nobody is opened silently when several match`() {
        var story = Story()
        story.found = [Sample.wangMatch, Sample.smithMatch, Sample.zhaoMatch]
        story.type("138")
        story.press(.enter)
        #expect(story.desk.customer == nil)
        #expect(story.desk.choiceTitle == .candidates(count: 3, isTruncated: false))
        story.type("3")
        #expect(story.desk.customer?.id == CustomerID(5))
        #expect(story.desk.overlays.isEmpty)
    }

    @Test func `a candidate is chosen with the arrows before Enter`() {
        var story = Story()
        story.found = [Sample.wangMatch, Sample.smithMatch]
        story.type("138")
        story.press(.down, .down, .enter)
        #expect(story.desk.customer?.id == CustomerID(99))
    }

    @Test func `Enter before the answer waits, and what is typed after it reaches the customer's note`() {
        var story = Story()
        story.isSlow = true
        story.type("8000")
        story.press(.enter, .tab)
        story.type("急")
        #expect(story.desk.customer == nil)
        let request = story.desk.lookup.request
        story.isSlow = false
        story.send(.lookupAnswered(request: request, Sample.answer("8000", [Sample.wangMatch]), elapsedMicroseconds: 1))
        #expect(story.desk.customer?.id == Sample.wangID)
        #expect(story.desk.drafts[.customer(Sample.wangID)]?.text.text == "急")
    }

    @Test func `digits typed ahead of a list nobody has seen narrow the look-up instead of choosing`() {
        var story = Story()
        story.isSlow = true
        story.type("138")
        story.press(.enter)
        story.type("2")
        let request = story.desk.lookup.request
        story.send(
            .lookupAnswered(
                request: request, Sample.answer("138", [Sample.wangMatch, Sample.zhaoMatch]), elapsedMicroseconds: 1))
        #expect(story.desk.customer == nil)
        #expect(story.desk.overlays.isEmpty)
        #expect(story.desk.lookup.text.text == "1382")
    }

    @Test func `a failed look-up gives back what was typed ahead`() {
        var story = Story()
        story.isSlow = true
        story.type("138")
        story.press(.enter)
        story.type("0")
        story.send(.lookupFailed(request: story.desk.lookup.request, .storeBusy(waitedMilliseconds: 5)))
        #expect(story.desk.lookup.text.text == "1380")
        #expect(!story.desk.lookup.enterWaits)
    }

    @Test func `the first digit after a finished look-up replaces it, from any list`() {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        story.type("9")
        #expect(story.desk.lookup.text.text == "9")
        #expect(story.desk.customer?.id == Sample.wangID)
        story.press(.backTab)
        #expect(story.desk.focus == .history)
        story.type("12")
        #expect(story.desk.focus == .lookup)
        #expect(story.desk.lookup.text.text == "912")
    }

    @Test func `Esc and a digit in one packet clear and redial`() {
        var story = Story()
        story.type("8000")
        story.press(.enter, .escape)
        story.type("1")
        #expect(story.desk.lookup.text.text == "1")
    }

    @Test func `full-width digits of an input method look up too`() {
        var story = Story()
        story.type("１３８")
        #expect(story.desk.lookup.text.text == "138")
    }

    @Test func `no match: Enter opens a new-customer form with what was typed in its place`() {
        var story = Story()
        story.found = []
        story.kind = .plate
        story.type("ABC1235")
        #expect(story.screen.contains("Enter 新建客户"))
        story.press(.enter)
        #expect(story.desk.topForm?.purpose == .newCustomer)
        #expect(story.desk.topForm?["plates"]?.value == "ABC1235")
        story.press(.control("s"))
        var draft = CustomerDraft()
        draft.plates = "ABC1235"
        #expect(story.writes == [.createCustomer(request: story.desk.lastRequest, draft)])
        story.send(.customerSaved(request: story.desk.lastRequest, CustomerID(500)))
        #expect(story.desk.customer?.id == CustomerID(500))
    }

    @Test func `the keypad's signs move among complaints, clear and switch, but only where they are no text`() {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        story.type("+")
        #expect(story.desk.selectedCase == Sample.invoice.caseNumber)
        story.type("-")
        #expect(story.desk.selectedCase == Sample.brakes.caseNumber)
        story.type("*")
        #expect(story.desk.lookup.text.isEmpty)
        story.type("/")
        #expect(story.desk.lookup.preference == .plate)
        story.press(.function(2))
        story.type("1/2")
        #expect(story.desk.lookup.text.text == "1/2")
    }

    @Test func `a paste with line ends never sends`() {
        var story = Story()
        story.send(.paste(Paste(text: "138\n0013")))
        #expect(story.desk.lookup.text.text == "138 0013")
        #expect(story.desk.customer == nil)
    }

    @Test func `Esc never leaves, F3 at the root asks, the safe answer first`() {
        var story = Story()
        for _ in 0..<20 { story.press(.escape) }
        #expect(story.desk.overlays.isEmpty)
        story.press(.function(3))
        #expect(story.desk.choiceTitle == .confirmLogOut)
        story.press(.enter)
        #expect(story.writes.isEmpty)
        story.press(.function(3))
        story.type("2")
        #expect(story.writes == [.quit])
    }
}
