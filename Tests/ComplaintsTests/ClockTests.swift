import Complaints
import Testing
import WorkingTime

@Suite("Clocks")
struct ClockTests {
    /// The built-in policy with these resolve targets.
    static func centre(_ targets: [Severity: Budget]) throws -> Centre {
        var policy = Policy.builtin
        for (severity, budget) in targets { policy.targets.standard[severity]?.resolve = budget }
        var centre = try Centre(policy: policy)
        centre.customer = CustomerFacts()
        return centre
    }

    @Test("At receipt: acknowledge, first response, resolve and the law's clock, each by its own rule")
    func first() throws {
        var story = Story(try Centre())
        story.register(at: "2026-03-02T10:00")
        let clocks = story.complaint?.clocks ?? []
        #expect(clocks.map(\.name) == ["ACK", "FIRST_RESPONSE", "RESOLVE", "STATUTORY:cn-general"])
        #expect(
            clocks.map(\.due) == [
                local("2026-03-02T12:00"), local("2026-03-03T18:00"), local("2026-03-06T18:00"),
                local("2026-03-17T23:59:59"),
            ])
        #expect(clocks.map(\.budget) == ["2bh", "1wd", "4wd", "15cd"])
        #expect(story.effects.map(\.kind.rawValue).filter { $0 == "clock_started" }.count == 4)
        #expect(story.complaint?.nextDue == local("2026-03-02T12:00"))
    }

    @Test("A pause moves the due time by the business minutes in it only (E34)")
    func pause() throws {
        var story = Story(try Self.centre([.s3: Budget(450, .businessMinutes)]))
        story.register(at: "2026-04-30T09:00")
        story.acknowledge(at: "2026-04-30T09:05")
        story.assess(at: "2026-04-30T09:10")
        story.wait(at: "2026-04-30T15:00", until: "2026-05-06T10:00")
        #expect(story.refusal == nil)
        #expect(story.clock("RESOLVE")?.state == .paused)
        #expect(story.clock("RESOLVE")?.due == nil)
        let clock = try #require(story.clock("RESOLVE"))
        #expect(
            story.complaint?.remaining(of: clock, at: local("2026-05-02T10:00"), story.centre.rules)
                == TimeLength(minutes: 180))
        story.ask(.resume, at: "2026-05-06T10:00")
        #expect(story.clock("RESOLVE")?.due == local("2026-05-06T14:30"))
        #expect(story.effects.map(\.kind) == [.stateChanged, .clockDue, .clockResumed])
    }

    @Test("The first inbound contact ends the pause, whoever notices it later; the state waits for resume")
    func inboundContact() throws {
        var story = Story(try Self.centre([.s3: Budget(450, .businessMinutes)]))
        story.begin()
        story.wait(at: "2026-03-02T15:00", until: "2026-03-06T10:00")
        story.ask(.resume, at: "2026-03-03T15:00")
        #expect(story.clock("RESOLVE")?.due == local("2026-03-03T18:00"))
        story.ask(
            .contact, by: "sue", at: "2026-03-03T09:30", recorded: "2026-03-03T16:00",
            ["direction": "in", "channel": "mail"])
        #expect(story.clock("RESOLVE")?.due == local("2026-03-03T14:00"))
    }

    @Test("Raised: from receipt with the new target, at least the grace from now (E41)")
    func raised() throws {
        var story = Story(try Self.centre([.s3: Budget(2250, .businessMinutes), .s2: Budget(450, .businessMinutes)]))
        story.begin()
        #expect(story.clock("RESOLVE")?.generation == 1)
        story.ask(.reassess, at: "2026-03-03T11:00", ["severity": "S2", "reason": "money lost"])
        #expect(story.clock("RESOLVE")?.generation == 2)
        #expect(story.clock("RESOLVE")?.due == local("2026-03-03T12:00"))
        #expect(story.complaint?.formerClocks.filter { $0.name == "RESOLVE" }.map(\.due) == [local("2026-03-06T18:00")])
    }

    @Test("Lowered: the promised due time stays (E42)")
    func lowered() throws {
        var story = Story(try Self.centre([.s2: Budget(450, .businessMinutes), .s3: Budget(2250, .businessMinutes)]))
        story.begin(severity: "S2")
        #expect(story.clock("RESOLVE")?.due == local("2026-03-02T18:00"))
        story.ask(.reassess, by: "sue", at: "2026-03-02T14:00", ["severity": "S3", "reason": "no loss"])
        #expect(story.clock("RESOLVE")?.due == local("2026-03-02T18:00"))
    }

    @Test("The first assessment is no change: it recomputes from receipt in either direction")
    func firstAssessment() throws {
        var story = Story(try Self.centre([.s3: Budget(450, .businessMinutes), .s4: Budget(2250, .businessMinutes)]))
        story.begin(severity: "S4")
        #expect(story.clock("RESOLVE")?.due == local("2026-03-06T18:00"))
    }

    @Test("The earlier of the internal and the law's safe target binds (E58)")
    func safeTarget() throws {
        var policy = Policy.builtin
        policy.targets.standard[.s3]?.resolve = Budget(8, .workingDays)
        var story = Story(try Centre(policy: policy))
        story.register(at: "2026-09-28T10:00")
        #expect(story.clock("RESOLVE")?.due == local("2026-10-13T18:00"))
        #expect(story.clock("STATUTORY:cn-general")?.due == local("2026-10-13T23:59:59"))
    }

    @Test("Met in the second it is due, missed in the next")
    func boundary() throws {
        for (when, state) in [
            ("2026-03-02T11:00", ComplaintClock.State.met), ("2026-03-02T11:00:01", .breached),
        ] {
            var story = Story(try Centre())
            story.register()
            story.acknowledge(at: when)
            #expect(story.clock("ACK")?.state == state)
            #expect((story.clock("ACK")?.late(at: local(when)) != nil) == (state == .breached))
        }
    }

    @Test("Resolve is met by an accepted offer, and missed after all when the remedy comes too late")
    func remedy() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(1_000)
        story.ask(.acceptOffer, at: "2026-03-02T11:00", ["offer": 1, "evidence": "call-1"])
        #expect(story.clock("RESOLVE")?.state == .met)
        #expect(story.clock("REMEDY")?.due == local("2026-03-09T18:00"))
        story.resolve()
        #expect(story.code == .remedyNotExecuted)
        story.fire(at: "2026-03-09T18:00:01")
        #expect(story.clock("REMEDY")?.state == .breached)
        #expect(story.clock("RESOLVE")?.state == .breached)
    }

    @Test("Each contact that reached the customer keeps the update promise and makes the next")
    func update() throws {
        var story = Story(try Centre())
        story.begin()
        #expect(story.clock("UPDATE") == nil)
        let out: [String: FieldValue] = ["direction": "out", "channel": "phone", "reached": true]
        story.ask(.contact, at: "2026-03-02T10:00", out)
        #expect(story.clock("UPDATE")?.due == local("2026-03-05T18:00"))
        story.ask(.contact, at: "2026-03-03T10:00", out)
        #expect(story.clock("UPDATE")?.generation == 2)
        #expect(story.clock("UPDATE")?.due == local("2026-03-06T18:00"))
        #expect(story.complaint?.formerClocks.map(\.state) == [.met])
        #expect(story.clock("FIRST_RESPONSE")?.state == .running)
        story.ask(.contact, at: "2026-03-03T11:00", out.merging(["substantive": true]) { $1 })
        #expect(story.clock("FIRST_RESPONSE")?.state == .met)
    }

    @Test("Reopened: one level up, half the target from now, the law's clock as it was")
    func reopen() throws {
        var story = Story(try Centre())
        story.begin()
        story.resolve()
        let statutory = story.clock("STATUTORY:cn-general")
        story.ask(.reopen, at: "2026-03-04T10:00", ["reason": "not paid"])
        #expect(story.refusal == nil)
        #expect(story.state == .inProgress)
        #expect(story.complaint?.level == 1)
        #expect(story.clock("RESOLVE")?.budget == "2wd")
        #expect(story.clock("RESOLVE")?.generation == 2)
        #expect(story.clock("RESOLVE")?.due == local("2026-03-06T18:00"))
        #expect(story.clock("STATUTORY:cn-general") == statutory)
        #expect(story.clock("FOLLOW_UP")?.state == .void)
    }

    @Test("An extension needs a later date, told in time, inside the law's safe target")
    func extend() throws {
        var story = Story(try Centre())
        story.begin()
        func ask(_ until: String, by login: String = "sue", at when: String = "2026-03-04T10:00") {
            story.ask(.extend, by: login, at: when, ["until": .instant(local(until)), "reason": "part", "told": true])
        }
        ask("2026-03-10T18:00", by: "amy")
        #expect(story.code == .forbiddenRole)
        ask("2026-03-05T18:00")
        #expect(story.code == .badValue)
        ask("2026-03-18T18:00")
        #expect(story.code == .floor)
        ask("2026-03-10T18:00", at: "2026-03-06T18:00:01")
        #expect(story.code == .tooLate)
        ask("2026-03-10T18:00")
        #expect(story.refusal == nil)
        #expect(story.clock("RESOLVE")?.due == local("2026-03-10T18:00"))
        #expect(story.complaint?.formerClocks.map(\.due) == [local("2026-03-06T18:00")])
    }

    @Test("A pause needs a listed reason, no breach, room under its cap, and no backdating without a supervisor")
    func pauseRules() throws {
        var story = Story(try Centre())
        story.begin()
        story.wait(at: "2026-03-02T10:00", until: "2026-03-05T10:00", reason: "escalated")
        #expect(story.code == .pauseNotAllowed)
        story.wait(at: "2026-03-02T10:00", until: "2026-03-05T10:00", reason: "expert_appraisal")
        #expect(story.code == .forbiddenRole)
        story.wait(at: "2026-03-02T10:00", until: "2026-03-05T10:00", recorded: "2026-03-02T10:16")
        #expect(story.code == .pauseNotAllowed)
        story.wait(at: "2026-03-06T18:00:01", until: "2026-03-09T10:00")
        #expect(story.code == .pauseNotAllowed)
        story.wait(at: "2026-03-02T10:00", until: "2026-03-05T10:00", recorded: "2026-03-02T10:15")
        #expect(story.refusal == nil)
    }

    @Test("A vulnerable customer is acknowledged one band faster")
    func vulnerable() throws {
        var story = Story(try Centre())
        story.centre.customer.isVulnerable = true
        story.register()
        #expect(story.clock("ACK")?.budget == "30bm")
    }

    @Test("A tier may only shorten: green is faster, yellow without targets is standard")
    func tiers() throws {
        for (band, budget) in [(TargetBand.green, "2wd"), (.yellow, "4wd"), (.standard, "4wd")] {
            var story = Story(try Centre())
            story.centre.customer.band = band
            story.register()
            #expect(story.clock("RESOLVE")?.budget == budget)
        }
    }
}
