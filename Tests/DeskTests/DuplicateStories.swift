import Complaints
import Customers
import Dossier
import TerminalKit
import Testing
import WorkingTime

@testable import Desk

/// The review of people known twice, key by key.
@Suite struct DuplicateStories {
    private func opened(_ story: Story = Story()) -> Story {
        var story = story
        story.press(.control("r"))
        return story
    }

    @Test func `38 and Ctrl-R open the review, and both sides with the evidence are seen`() {
        var story = Story()
        story.press(.function(10))
        story.type("38")
        #expect(story.desk.overlays == [.duplicates])
        #expect(story.screen.contains("+11.0 同一电话"))
        #expect(story.screen.contains("-3.4 生日不同"))
        #expect(story.screen.contains("[保留] C000017"))
        #expect(story.screen.contains("x 异"))
        #expect(opened().desk.overlays == [.duplicates])
    }

    @Test func `plus merges the other into the record that stays, and Ctrl-Z takes it back`() {
        var story = opened()
        story.type("+")
        #expect(story.writes == [.identity(request: story.lastRequest, .merge(CustomerID(217), into: Sample.wangID))])
        let merge = Sample.merge(9, into: Sample.wangID, from: CustomerID(217))
        story.send(.identityDone(request: story.lastRequest, .merged(merge)))
        #expect(story.desk.duplicates?.pair?.result == .merged)
        #expect(story.screen.contains("C000217 已并入 C000017"))
        #expect(story.screen.contains("8秒内可撤销"))
        story.clearEffects()
        story.press(.control("z"))
        #expect(story.writes == [.identity(request: story.lastRequest, .part(merge: 9))])
        var undone = merge
        undone.undoneAt = Sample.now
        story.send(.identityDone(request: story.lastRequest, .parted(undone)))
        #expect(story.desk.duplicates?.pair?.result == .waits)
    }

    @Test func `star changes who stays`() {
        var story = opened()
        story.type("*+")
        #expect(story.writes == [.identity(request: story.lastRequest, .merge(Sample.wangID, into: CustomerID(217)))])
    }

    @Test func `a merge can be taken back from its row after the eight seconds`() {
        var story = opened()
        story.type("+")
        let merge = Sample.merge(9, into: Sample.wangID, from: CustomerID(217))
        story.send(.identityDone(request: story.lastRequest, .merged(merge)))
        var later = Sample.now
        later.microseconds += 9_000_000
        story.send(.tick(later))
        story.clearEffects()
        story.press(.control("z"))
        #expect(story.writes == [.identity(request: story.lastRequest, .part(merge: 9))])
    }

    @Test func `a merge of another day is taken back from the second list`() {
        var story = opened()
        story.press(.tab, .down, .control("z"))
        #expect(story.writes == [.identity(request: story.lastRequest, .part(merge: 4))])
    }

    @Test func `minus says two people, and that can be taken back as well`() {
        var story = opened()
        story.type("-")
        let pair = Sample.review().pair
        #expect(story.writes == [.identity(request: story.lastRequest, .different(pair.a, pair.b))])
        story.send(.identityDone(request: story.lastRequest, .different(pair.a, pair.b)))
        #expect(story.desk.duplicates?.pair?.result == .different)
        story.clearEffects()
        story.press(.control("z"))
        #expect(story.writes == [.identity(request: story.lastRequest, .undecided(pair.a, pair.b))])
    }

    @Test func `rows never move under the cursor when others decide or find pairs`() {
        var story = opened()
        story.press(.down, .down)
        let chosen = story.desk.duplicates?.pair?.review.pair.a
        var found = Sample.duplicates
        found.reviews = [Sample.review(90, weight: 30)] + found.reviews.dropFirst(2)
        story.duplicates = found
        story.press(.function(5))
        #expect(story.desk.duplicates?.pair?.review.pair.a == chosen)
        #expect(story.desk.duplicates?.selectedPair == 2)
        #expect(story.desk.duplicates?.pairs.last?.review.pair.a == CustomerID(90))
    }

    @Test func `digits begin a look-up and the review is found again where it was left`() {
        var story = opened()
        story.press(.down)
        story.type("138")
        #expect(story.desk.overlays.isEmpty)
        #expect(story.desk.lookup.text.text == "138")
        #expect(story.writes.isEmpty)
        story.press(.control("r"))
        #expect(story.desk.duplicates?.selectedPair == 1)
    }

    @Test func `a refusal is a sentence in the row and the pair still waits`() {
        var story = opened()
        story.type("+")
        story.send(
            .writeFailed(request: story.lastRequest, .identity(.sameCustomer(Sample.wangID))))
        #expect(story.desk.duplicates?.pair?.result == .refused(.identity(.sameCustomer(Sample.wangID))))
        #expect(story.screen.contains("两个编号都是 C000017"))
        #expect(story.desk.whyNot(.mergeCustomers) == nil)
    }

    @Test(arguments: [[Complaints.Role.auditor], [.unit], [.auditor, .unit]])
    func `who only reads sees the command with the reason`(roles: [Complaints.Role]) {
        var state = Sample.state()
        state.agent = Agent(login: "ivy", roles: Set(roles))
        var story = Story(state)
        story.press(.control("r"))
        #expect(story.desk.overlays.isEmpty)
        #expect(story.screen.contains("你的角色没有这项"))
        #expect(story.desk.whyNot(.importFile) == .notYourRole)
    }

    @Test func `the customer on the screen who became part of another is shown as that one`() {
        var story = Story()
        story.type("8000")
        story.press(.enter, .tab)
        story.type("记一下")
        story.press(.control("r"))
        story.type("*+")
        let merge = Sample.merge(9, into: CustomerID(217), from: Sample.wangID)
        story.send(.identityDone(request: story.lastRequest, .merged(merge)))
        #expect(story.desk.customer?.id == CustomerID(217))
        #expect(story.desk.drafts[.customer(CustomerID(217))]?.text.text == "记一下")
    }
}

/// Whom a new customer looks like.
@Suite struct LookalikeStories {
    private var typed: Story {
        var story = Story()
        story.found = []
        story.type("13800138000")
        story.press(.enter)
        story.type("王建国")
        return story
    }

    @Test func `likely customers stand in the form while one types, and sending stays possible`() {
        var story = typed
        #expect(story.desk.topForm?.lookalikes == [Sample.lookalike])
        #expect(story.screen.contains("F6 改打开"))
        #expect(story.screen.contains("+11.0 同一电话"))
        story.press(.control("s"))
        guard case .createCustomer(_, let draft)? = story.writes.last else {
            Issue.record("nothing was sent")
            return
        }
        #expect(draft.name == "王建国")
    }

    @Test func `F6 opens the customer who is there, and the form is kept`() {
        var story = typed
        story.press(.function(6))
        #expect(story.desk.customer?.id == Sample.wangID)
        #expect(story.desk.overlays.isEmpty)
        #expect(story.desk.parkedForms.last?["name"]?.value == "王建国")
        #expect(story.desk.parkedForms.last?["phones"]?.value == "13800138000")
    }

    @Test func `of several the agent chooses by number`() {
        var story = typed
        var other = Sample.lookalike
        other.match = Sample.zhaoMatch
        story.send(.lookalikesFound(request: story.lastRequest, [Sample.lookalike, other]))
        story.press(.function(6))
        #expect(story.desk.choiceTitle == .lookalikes)
        story.type("2")
        #expect(story.desk.customer?.id == Sample.zhaoMatch.customer)
    }

    @Test func `an answer to an older text is dropped`() {
        var story = typed
        let old = story.lastRequest
        story.isSlow = true
        story.type("x")
        story.send(.lookalikesFound(request: old, []))
        #expect(story.desk.topForm?.lookalikes == [Sample.lookalike])
    }
}

/// The customer whole, and the fields of the form.
@Suite struct ProfileStories {
    @Test func `Ctrl-F shows all that is known and what to ask next`() {
        var story = Story()
        story.card = Sample.fullCard
        story.type("8000")
        story.press(.enter, .control("f"))
        for text in ["听力不好", "勿提前夫", "延长保修", "只打手机", "录音 同意", "营销 不同意", "研究 未问", "amy", "100%"] where text != "研究 未问" {
            #expect(story.screen.contains(text), "\(text)")
        }
        #expect(story.screen.contains("未问"))
    }

    @Test func `what is missing is asked for, the plate first`() {
        var card = Sample.wang
        card.customer.plates = []
        card.customer.name = nil
        #expect(
            Wording.english.askNext(ProfileCompleteness(of: card.customer).askNext ?? .consent) == "ask next: plate")
    }

    @Test func `editing shows every field and sends all of them back`() {
        var story = Story()
        story.card = Sample.fullCard
        story.type("8000")
        story.press(.enter, .function(10))
        story.type("22")
        story.press(.control("s"))
        guard case .editCustomer(_, _, _, let draft)? = story.writes.last else {
            Issue.record("nothing was sent")
            return
        }
        let known = Sample.fullCard.customer
        #expect(draft.birthDate == known.birthDate)
        #expect(draft.idNumber == known.idNumber)
        #expect(draft.addressParts == known.addressParts)
        #expect(draft.taboos == known.taboos)
        #expect(draft.contactPreference == known.contactPreference)
        #expect(draft.vulnerableNeed == known.vulnerableNeed)
        #expect(draft.creditGrade == known.creditGrade)
        #expect(draft.responsible == known.responsible)
        #expect(draft.consents == known.consents)
    }

    @Test(arguments: [("1980-05-01", true), ("民國69年5月1日", true), ("last spring", false)])
    func `a date of birth that is none is said beside its field`(text: String, isTaken: Bool) {
        var story = Story()
        story.press(.function(10))
        story.type("21王建国")
        for _ in 0..<5 { story.press(.tab) }
        story.type(text)
        story.press(.control("s"))
        #expect((story.desk.topForm?.refusal == nil) == isTaken)
    }
}
