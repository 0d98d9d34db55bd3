import Complaints
import Testing
import WorkingTime

@Suite("The rules of changing")
struct RetargetRuleTests {
    @Test("What is past its due stays past it: no assessment moves it, whether or not the engine has looked")
    func overdue() throws {
        for looked in [true, false] {
            var story = Story(try ClockTests.centre([.s3: Budget(60, .businessMinutes), .s4: Budget(9, .workingDays)]))
            story.register()
            story.acknowledge()
            if looked { story.fire(at: "2026-03-02T10:00:01") }
            story.assess(at: "2026-03-02T10:00:01", "S4")
            #expect(story.refusal == nil)
            #expect(story.clock("RESOLVE")?.due == local("2026-03-02T10:00"))
            #expect(story.clock("RESOLVE")?.generation == 1)
            story.fire(at: "2026-03-02T10:05")
            #expect(story.clock("RESOLVE")?.breachedAt == local("2026-03-02T10:00"))
        }
    }

    @Test("The first assessment shortens too, with the grace; the same target opens no generation")
    func firstIsNoChange() throws {
        let targets: [Severity: Budget] = [.s1: Budget(60, .businessMinutes), .s3: Budget(450, .businessMinutes)]
        for (severity, due, generation) in [("S1", "2026-03-02T15:30", 2), ("S3", "2026-03-02T18:00", 1)] {
            var story = Story(try ClockTests.centre(targets))
            story.register()
            story.acknowledge(at: "2026-03-02T11:50")
            story.assess(at: "2026-03-02T14:30", severity)
            #expect(story.clock("RESOLVE")?.due == local(due))
            #expect(story.clock("RESOLVE")?.generation == generation)
        }
    }

    @Test("Raised and lowered again and again, the due time never moves later; without the ratchet it does")
    func ratchet() throws {
        for isRatchet in [true, false] {
            var policy = Policy.builtin
            policy.change.isRatchet = isRatchet
            var centre = try Centre(policy: policy)
            centre.customer = CustomerFacts()
            var story = Story(centre)
            story.begin()
            var dues = [try #require(story.clock("RESOLVE")?.due)]
            for (minute, severity) in ["S2", "S4", "S1", "S3", "S2"].enumerated() {
                story.ask(
                    .reassess, by: "sue", at: "2026-03-02T10:0\(minute)",
                    ["severity": .text(severity), "reason": "looked again"])
                #expect(story.refusal == nil)
                dues.append(try #require(story.clock("RESOLVE")?.due))
            }
            let expected =
                isRatchet
                ? ["06T18", "04T18", "04T18", "02T17", "02T17", "02T17"]
                : ["06T18", "04T18", "10T18", "02T17", "06T18", "04T18"]
            #expect(dues == expected.map { local("2026-03-\($0):00") })
            #expect(story.clock("RESOLVE")?.generation == 6)
            #expect(
                story.complaint?.formerClocks.filter { $0.name == "RESOLVE" }.map(\.due) == dues.dropLast().map { $0 })
        }
    }

    @Test("After a reopen the changed target is halved as the old one was; another category changes no clock")
    func afterReopen() throws {
        var story = Story(try Centre())
        story.begin()
        story.resolve(at: "2026-03-02T10:00")
        story.ask(.reopen, at: "2026-03-04T10:00", ["reason": "again"])
        #expect(story.clock("RESOLVE")?.due == local("2026-03-06T18:00"))
        story.ask(.reassess, at: "2026-03-04T10:30", ["category": "service", "reason": "not billing"])
        #expect(story.clock("RESOLVE")?.generation == 2)
        story.ask(.reassess, at: "2026-03-04T11:00", ["severity": "S2", "reason": "money lost"])
        #expect(story.clock("RESOLVE")?.budget == "1wd")
        #expect(story.clock("RESOLVE")?.due == local("2026-03-05T18:00"))
    }

    @Test("Known to be vulnerable only later: the running update promise is shortened at once")
    func vulnerableLater() throws {
        var story = Story(try Centre())
        story.begin()
        story.ask(.contact, at: "2026-03-02T10:00", ["direction": "out", "channel": "phone", "reached": true])
        #expect(story.clock("UPDATE")?.due == local("2026-03-05T18:00"))
        story.ask(.reassess, at: "2026-03-02T11:00", ["vulnerable": "yes", "reason": "hard of hearing"])
        #expect(story.clock("UPDATE")?.due == local("2026-03-04T18:00"))
        story.ask(.reassess, at: "2026-03-02T11:10", ["vulnerable": "no", "reason": "mistaken"])
        #expect(story.clock("UPDATE")?.due == local("2026-03-04T18:00"))
    }

    @Test("A remedy carried out too late misses the resolution it met, seen by the engine or not")
    func lateRemedy() throws {
        for looked in [true, false] {
            var story = Story(try Centre())
            story.begin()
            story.offer(1_000)
            story.ask(.acceptOffer, at: "2026-03-02T11:00", ["offer": 1, "evidence": "call-1"])
            if looked { story.fire(at: "2026-03-09T18:00:01") }
            story.ask(.confirmExecuted, at: "2026-03-09T18:00:01", ["offer": 1, "evidence": "bank-1"])
            #expect(story.clock("REMEDY")?.state == .breached)
            #expect(story.clock("RESOLVE")?.state == .breached)
        }
    }

    @Test("A remedy already late when the customer withdraws misses the resolution it met, seen by the engine or not")
    func withdrawnAfterLateRemedy() throws {
        for looked in [true, false] {
            var story = Story(try Centre())
            story.begin()
            story.offer(1_000)
            story.ask(.acceptOffer, at: "2026-03-02T11:00", ["offer": 1, "evidence": "call-1"])
            if looked { story.fire(at: "2026-03-10T09:00") }
            story.ask(.withdraw, at: "2026-03-10T09:00", ["evidence": "call-2"])
            #expect(story.clock("REMEDY")?.state == .breached)
            #expect(story.clock("RESOLVE")?.state == .breached)
        }
    }

    @Test("What a withdrawal ends was broken all the same when it was past its due")
    func withdrawnLate() throws {
        var story = Story(try Centre())
        story.register()
        story.ask(.withdraw, at: "2026-03-04T10:00", ["evidence": "mail-1"])
        let states = story.complaint?.clocks.map { "\($0.name) \($0.state.rawValue) \($0.isOpen)" }
        #expect(
            states == [
                "ACK breached false", "FIRST_RESPONSE breached false", "RESOLVE void false",
                "STATUTORY:cn-general void false",
            ])
    }

    @Test("Settled in one call: what was raised and taken up meanwhile ends with it")
    func settledWhileEscalated() throws {
        var story = Story(try Centre())
        story.register(["live": true])
        story.escalate(at: "2026-03-02T09:10")
        story.ask(.acceptEscalation, by: "sue", at: "2026-03-02T09:11", ["escalation": 3])
        #expect(story.refusal == nil)
        story.ask(
            .resolveNow, at: "2026-03-02T09:20",
            ["severity": "S4", "category": "billing", "outcome": "not_upheld", "decision_told": true])
        #expect(story.state == .resolved)
        #expect(story.complaint?.openEscalations == [])
    }

    @Test("Past its due a task may still be sent out, whether or not the engine has looked")
    func dispatchedLate() throws {
        for looked in [true, false] {
            var story = Story(try Centre())
            story.begin()
            story.ask(.dispatch, at: "2026-03-06T17:30", ["summary": "look", "unit": "station-1"])
            #expect(story.code == .tooLate)
            if looked { story.fire(at: "2026-03-06T18:00:01") }
            story.ask(.dispatch, at: "2026-03-06T18:00:01", ["summary": "look", "unit": "station-1"])
            #expect(story.refusal == nil)
        }
    }

    @Test("A reopen is one change and one generation, also where time since receipt is long used up")
    func reopenedInTotal() throws {
        var policy = Policy.builtin
        policy.change.reopenModel = .total
        var story = Story(try Centre(policy: policy))
        story.begin()
        story.resolve()
        story.ask(.reopen, at: "2026-03-10T10:00", ["reason": "again"])
        #expect(story.refusal == nil)
        let clock = try #require(story.clock("RESOLVE"))
        #expect(clock.generation == 2)
        #expect(clock.due == local("2026-03-10T11:00"))
        #expect(clock.cause == .reopened)
        #expect(clock.adjustments == [.grace(wouldBe: local("2026-03-06T18:00"))])
        #expect(story.complaint?.formerClocks.filter { $0.name == "RESOLVE" }.map(\.generation) == [1])
        #expect(clock.warnings.allSatisfy { $0.at > local("2026-03-10T10:00") })
    }

    @Test("The grace of a promise in hours runs at night and on days off, that of business time in business time")
    func graceInItsOwnTime() throws {
        var story = Story(try Centre())
        story.ask(
            .register, at: "2026-05-01T22:00", ["channel": "phone", "summary": "x", "contact": "09123", "live": true])
        #expect(story.refusal == nil)
        story.ask(.assess, at: "2026-05-01T22:10", ["severity": "S1", "category": "fire", "vulnerable": "no"])
        #expect(story.clock("FIRST_RESPONSE")?.due == local("2026-05-01T23:10"))
        #expect(story.clock("RESOLVE")?.due == local("2026-05-02T06:00"))

        story = Story(try Centre())
        story.begin()
        story.ask(.reassess, at: "2026-03-05T17:30", ["severity": "S2", "reason": "money is lost"])
        #expect(story.clock("RESOLVE")?.due == local("2026-03-06T09:30"))
    }
}
