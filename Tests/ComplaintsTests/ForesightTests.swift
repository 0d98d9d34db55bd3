import Complaints
import Testing
import WorkingTime

@Suite("What a change would bring, before it is committed")
struct ForesightTests {
    private func story() throws -> Story {
        var story = Story(try Centre())
        story.begin()
        return story
    }

    /// What is foreseen, shown as `CLOCK before > after`, and that nothing changed.
    private func foresee(
        _ story: Story, _ type: EventType, by login: String = "amy", at when: String, _ fields: [String: FieldValue]
    ) throws -> Foresight {
        let complaint = try #require(story.complaint)
        return Complaints.foresee(
            complaint, story.centre.command(type, by: login, at: local(when), fields), story.centre.context)
    }

    private func isAccepted(_ foresight: Foresight) -> Bool {
        if case .accepted = foresight.decision { true } else { false }
    }

    @Test("Severity: both clocks, the level and who would be told next")
    func severity() throws {
        let ahead = try foresee(
            try story(), .reassess, at: "2026-03-02T10:00", ["severity": "S1", "reason": "it smells of gas"])
        #expect(isAccepted(ahead))
        #expect(
            ahead.dueChanges.filter { $0.clock == "RESOLVE" }
                == [.init(clock: "RESOLVE", before: local("2026-03-06T18:00"), after: local("2026-03-02T17:00"))])
        // One hour from receipt is used up: the grace is what is left.
        #expect(ahead.dueChanges.first { $0.clock == "FIRST_RESPONSE" }?.after == local("2026-03-02T11:00"))
        #expect(ahead.nextLevel == 2)
        #expect(ahead.nextLevelAt == local("2026-03-02T11:00"))
    }

    @Test("A pause: the clock stands still, and is due this much later if the pause lasts as long as expected")
    func pause() throws {
        let ahead = try foresee(
            try story(), .wait, at: "2026-03-02T18:00",
            [
                "reason": "awaiting_customer", "awaiting": "the invoice", "told": true,
                "until": .instant(local("2026-03-03T18:00")),
            ])
        #expect(
            ahead.dueChanges == [
                .init(
                    clock: "RESOLVE", before: local("2026-03-06T18:00"), after: local("2026-03-09T18:00"),
                    isPaused: true)
            ])
    }

    @Test("An extension, an escalation, an offered transfer that is one too many, and a reopening")
    func others() throws {
        var story = try story()
        let extended = try foresee(
            story, .extend, by: "sue", at: "2026-03-05T10:00",
            ["until": .instant(local("2026-03-10T18:00")), "reason": "parts", "told": true])
        #expect(
            extended.dueChanges
                == [.init(clock: "RESOLVE", before: local("2026-03-06T18:00"), after: local("2026-03-10T18:00"))])
        let escalated = try foresee(
            story, .escalate, at: "2026-03-02T10:00", ["reason": "media", "summary": "the paper called"])
        #expect(escalated.level == 2)
        #expect(escalated.dueChanges.map(\.clock) == ["ESC_ACCEPT"])
        for (minute, to) in [("10:0", "bob"), ("10:1", "amy")] {
            story.ask(.transferOwner, by: "sue", at: "2026-03-02T\(minute)0", ["to": .text(to)])
            story.ask(.transferOwner, by: to, at: "2026-03-02T\(minute)5", ["to": .text(to), "status": "accepted"])
        }
        #expect(story.complaint?.transfers == 2)
        let third = try foresee(story, .transferOwner, by: "sue", at: "2026-03-02T10:30", ["to": "bob"])
        #expect(third.level == 1)
        #expect(third.dueChanges.isEmpty)
        #expect(try foresee(story, .transferOwner, by: "sue", at: "2026-03-02T10:30", ["to": "gone"]).level == 0)
        story.resolve(by: "amy")
        let reopened = try foresee(story, .reopen, at: "2026-03-04T10:00", ["reason": "again"])
        #expect(reopened.level == 1)
        // Half of four working days, counted from the reopening.
        #expect(reopened.dueChanges.first { $0.clock == "RESOLVE" }?.after == local("2026-03-06T18:00"))
        #expect(story.complaint?.state == .resolved)
    }
}
