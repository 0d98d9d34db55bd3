import Complaints
import Customers
import Dossier
import TerminalKit
import Testing

@testable import Desk

/// Whoever comes second sees base, theirs and mine, and loses nothing.
@Suite struct FieldConflictStories {
    /// The edit form of 王建国 with these values typed, sent, and refused: meanwhile the record was changed by `others`.
    private func second(
        typing mine: [String: String], others: (inout Customer) -> Void, language: Language = .simplified
    ) -> Story {
        var story = Story(Sample.state(language))
        story.type("8000")
        story.press(.enter)
        _ = story.desk.perform(.editCustomer)
        story.isSlow = true
        for (id, text) in mine.sorted(by: { $0.key < $1.key }) { story.desk.setField(id, to: text) }
        story.clearEffects()
        story.press(.control("s"))
        story.send(.writeFailed(request: story.desk.lastRequest, .staleVersion))
        var card = Sample.wang
        others(&card.customer)
        card.customer.version += 1
        let request = story.desk.customer?.request ?? 0
        story.send(.cardLoaded(request: request, card))
        return story
    }

    private func form(_ story: Story) throws -> Form { try #require(story.desk.topForm) }

    @Test func `what only they changed is theirs, marked; what only I changed stays mine`() throws {
        let story = second(typing: ["address": "朝阳区 8 号"]) { $0.hint = "下午再打" }
        let form = try form(story)
        #expect(form["address"]?.value == "朝阳区 8 号")
        #expect(form["hint"]?.value == "下午再打")
        #expect(form.takenOver == ["hint"])
        #expect(form.conflicts == [])
        #expect(story.screen.contains("别人改过、已一并采用："))
    }

    @Test func `both changes to phones are kept, whichever end they were made at`() throws {
        let story = second(typing: ["phones": "138 0013 8000; 0912000111"]) { customer in
            customer.phones.append(
                ContactPhone(raw: "02 2311 2311", e164: nil, extensionDigits: nil, isValid: true, isPrimary: false))
        }
        let phones = try form(story)["phones"]?.value ?? ""
        #expect(phones.contains("0912000111"))
        #expect(phones.contains("02 2311 2311"))
        #expect(try form(story).conflicts == [])
    }

    @Test func `what both changed is shown three ways and chosen with one key`() throws {
        var story = second(typing: ["hint": "只收短信"]) { $0.hint = "下午再打" }
        #expect(
            try form(story).conflicts == [
                FieldConflict(fieldID: "hint", base: "说话慢; 勿推销", theirs: "下午再打", mine: "只收短信")
            ])
        #expect(story.screen.contains("原「说话慢; 勿推销」 对方「下午再打」 我的「只收短信」"))
        story.clearEffects()
        story.press(.control("s"))
        #expect(story.writes == [], "nothing is sent before the choice")
        var other = story
        story.press(.function(5))
        #expect(try form(story)["hint"]?.value == "下午再打")
        story.press(.enter)
        other.press(.function(6))
        #expect(try form(other)["hint"]?.value == "只收短信")
        other.press(.control("s"))
        for (story, hint) in [(story, "下午再打"), (other, "只收短信")] {
            guard case .editCustomer(_, _, let version, let draft)? = story.writes.last else {
                Issue.record("the form was not sent")
                continue
            }
            #expect(version == Sample.wang.customer.version + 1)
            #expect(draft.hint == hint)
        }
    }

    @Test func `what is typed over a conflict settles it`() throws {
        var story = second(typing: ["hint": "只收短信"]) { $0.hint = "下午再打" }
        story.type("!")
        #expect(try form(story).conflicts == [])
        #expect(try form(story)["hint"]?.value == "只收短信!")
    }

    @Test func `emptying a field that others changed is a change too`() throws {
        let story = second(typing: ["hint": ""]) { $0.hint = "下午再打" }
        #expect(try form(story).conflicts.map(\.mine) == [""])
        #expect(try form(story)["hint"]?.value == "")
    }

    @Test func `a form about a case takes over what others assessed, and keeps the text`() throws {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        story.isSlow = true
        let complaint = try #require(story.desk.customer?.complaints.first)
        _ = story.desk.openEventForm(.reassess, of: complaint)
        story.desk.setField("reason", to: "客户补充了照片")
        story.press(.control("s"))
        var changed = complaint
        changed.version += 2
        changed.category = "漏油"
        var refusal = Refusal(.staleVersion)
        refusal.version = changed.version
        story.send(.complaintRefused(request: story.desk.lastRequest, refusal))
        var card = Sample.wang
        card.complaints[0] = changed
        story.send(.cardLoaded(request: story.desk.customer?.request ?? 0, card))
        let form = try form(story)
        #expect(form.expectedVersion == changed.version)
        #expect(form["reason"]?.value == "客户补充了照片")
    }

    @Test func `an offer that others replaced is never accepted in silence`() throws {
        var form = Form(
            purpose: .event(CaseNumber(year: 2026, sequence: 1), .acceptOffer),
            fields: [FormField(id: "offer", kind: .number, value: "1"), FormField(id: "evidence", kind: .line)])
        form.base = form.values
        form.merge(theirs: ["offer": "2", "evidence": ""])
        #expect(form.conflicts == [FieldConflict(fieldID: "offer", base: "1", theirs: "2", mine: "1")])
        #expect(form["offer"]?.value == "1")
    }

    @Test func `an approval that came meanwhile is taken over where none was typed`() {
        var form = Form(
            purpose: .event(CaseNumber(year: 2026, sequence: 1), .offerRemedy),
            fields: [FormField(id: "approval", kind: .number), FormField(id: "amount", kind: .money)])
        form.base = form.values
        form.merge(theirs: ["approval": "7", "amount": "3,000"])
        #expect(form.conflicts == [])
        #expect(form.values == ["approval": "7", "amount": "3,000"])
    }

    @Test func `a form restored after a crash still knows what it began with`() throws {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        _ = story.desk.perform(.editCustomer)
        story.type("王")
        let draft = try #require(
            story.effects.compactMap { if case .saveForm(let draft) = $0 { draft } else { nil } }.last)
        var next = Story()
        next.send(.formsRestored([draft]))
        #expect(next.desk.parkedForms.first?.base["hint"] == "说话慢; 勿推销")
    }

    private static func list(_ story: Story) -> ChoiceList? {
        if case .choice(let list)? = story.desk.overlays.last { list } else { nil }
    }

    @Test func `a list of customers that is open already gets the forms an earlier desk left, below its last row`()
        throws
    {
        var story = Story()
        story.type("8000")
        story.press(.enter)
        _ = story.desk.perform(.editCustomer)
        story.type("王")
        let draft = try #require(
            story.effects.compactMap { if case .saveForm(let draft) = $0 { draft } else { nil } }.last)
        var next = Story()
        next.desk.openPickList()
        let before = try #require(Self.list(next))
        next.send(.formsRestored([draft]))
        let after = try #require(Self.list(next))
        #expect(Array(after.items.prefix(before.items.count)) == before.items)
        #expect(after.items.dropFirst(before.items.count).map(\.action).contains(.openForm(draft.purpose)))
    }

    @Test(arguments: Language.allCases)
    func `the choice reads as a sentence`(language: Language) {
        let story = second(typing: ["hint": "x"], others: { $0.hint = "y" }, language: language)
        #expect(story.screen.contains("F5"))
        #expect(story.screen.contains("F6"))
    }
}
