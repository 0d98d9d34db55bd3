import Complaints
import Money
import Testing
import WorkingTime

@Suite("Authority and consent")
struct AuthorityTests {
    @Test(
        "An offer up to the own limit is allowed, one unit more is not, and the lowest role that may is named",
        arguments: [
            ("amy", Int64(20_000), Role.supervisor), ("sue", 100_000, .manager), ("max", 500_000, .director),
            ("dora", 5_000_000, .director),
        ])
    func limits(_ login: String, _ limit: Int64, _ next: Role) throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(limit + 1, by: login)
        #expect(story.code == .authorityExceeded)
        #expect(story.refusal?.lowestRole == next)
        story.offer(limit, by: login)
        #expect(story.refusal == nil)
    }

    @Test("Amounts are summed over a case: splitting does not help; declined and replaced offers do not count")
    func cumulative() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(20_000)
        story.offer(15_000, at: "2026-03-02T10:01")
        #expect(story.complaint?.offers.map(\.state) == [.replaced, .offered])
        story.ask(.declineOffer, at: "2026-03-02T10:02", ["offer": 2])
        story.offer(15_000, at: "2026-03-02T10:03")
        story.ask(.acceptOffer, at: "2026-03-02T10:04", ["offer": 3, "evidence": "call-1"])
        #expect(story.complaint?.grantedMinorUnits == 15_000)
        story.offer(5_001, at: "2026-03-02T10:05")
        #expect(story.code == .authorityExceeded)
        #expect(story.refusal?.askedMinorUnits == 20_001)
        story.offer(5_000, at: "2026-03-02T10:06")
        #expect(story.refusal == nil)
    }

    @Test("Nobody approves for another what the customer's 90 days forbid the approver; who may is told at once")
    func ninetyDaysOfTheApprover() throws {
        var story = Story(try Centre())
        story.centre.customer.granted90Days = Money(minorUnits: 180_000, currency: .cny)
        story.begin()
        story.escalate(
            at: "2026-03-02T09:20", reason: "authority",
            ["remedy_type": "compensation", "amount": 30_000, "currency": "CNY"])
        let sequence = Int64(story.complaint?.escalations.last?.sequence ?? 0)
        #expect(story.events.last { $0.type == .escalated }?.fields.text("target") == "max")
        story.ask(
            .decideEscalation, by: "max", at: "2026-03-02T09:30",
            ["escalation": .integer(sequence), "decision": "approve", "text": "owed"])
        #expect(story.refusal == nil)
        let approval = Int64(story.complaint?.escalations.last?.decisionSequence ?? 0)
        story.offer(30_000, ["approval": .integer(approval)])
        #expect(story.refusal == nil)

        var low = Story(try Centre())
        low.begin()
        low.escalate(
            at: "2026-03-02T09:20", reason: "authority",
            ["remedy_type": "compensation", "amount": 30_000, "currency": "CNY"])
        low.centre.customer.granted90Days = Money(minorUnits: 180_000, currency: .cny)
        low.ask(
            .decideEscalation, by: "sue", at: "2026-03-02T09:30",
            [
                "escalation": .integer(Int64(low.complaint?.escalations.last?.sequence ?? 0)), "decision": "approve",
                "text": "owed",
            ])
        #expect(low.code == .authorityExceeded)
        #expect(low.refusal?.lowestRole == .manager)
    }

    @Test("A customer gets at most twice the limit in 90 days, all cases summed")
    func ninetyDays() throws {
        var story = Story(try Centre())
        story.centre.customer.granted90Days = Money(minorUnits: 30_000, currency: .cny)
        story.begin()
        story.offer(10_001)
        #expect(story.code == .authorityExceeded)
        #expect(story.refusal?.lowestRole == .supervisor)
        story.offer(10_000)
        #expect(story.refusal == nil)
    }

    @Test("Beyond the limit: escalate, approved by somebody else who may, then exactly that remedy")
    func approval() throws {
        var story = Story(try Centre())
        story.begin()
        story.escalate(
            at: "2026-03-02T10:00", reason: "authority",
            ["remedy_type": "compensation", "amount": 50_000, "currency": "CNY"])
        #expect(story.refusal == nil)
        let raised = Int64(story.complaint?.escalations.first?.sequence ?? 0)
        story.ask(.acceptEscalation, by: "sue", at: "2026-03-02T10:10", ["escalation": .integer(raised)])
        #expect(story.complaint?.handler == "sue")
        #expect(story.complaint?.owner == "amy")
        story.ask(
            .decideEscalation, by: "sue", at: "2026-03-02T10:20",
            ["escalation": .integer(raised), "decision": "approve", "text": "fair"])
        #expect(story.refusal == nil)
        let approval = FieldValue.integer(Int64(story.complaint?.version ?? 0))
        story.offer(50_001, at: "2026-03-02T10:30", ["approval": approval])
        #expect(story.code == .authorityExceeded)
        story.offer(50_000, at: "2026-03-02T10:30", type: "goodwill", ["approval": approval])
        #expect(story.code == .authorityExceeded)
        story.offer(50_000, by: "sue", at: "2026-03-02T10:30", ["approval": approval])
        #expect(story.code == .selfApproval)
        story.offer(50_000, at: "2026-03-02T10:30", ["approval": approval])
        #expect(story.refusal == nil)
    }

    @Test("Nobody decides what they proposed")
    func selfApproval() throws {
        var story = Story(try Centre())
        story.begin()
        story.escalate(at: "2026-03-02T10:00", by: "sue")
        let raised = Int64(story.complaint?.escalations.first?.sequence ?? 0)
        story.ask(.acceptEscalation, by: "sue", at: "2026-03-02T10:10", ["escalation": .integer(raised)])
        #expect(story.code == .selfApproval)
        #expect(story.complaint?.escalations.first?.notified == ["sam"])
    }

    @Test("Above every limit two directors are needed")
    func committee() throws {
        var story = Story(try Centre())
        story.begin()
        story.escalate(
            at: "2026-03-02T10:00", reason: "authority",
            ["remedy_type": "compensation", "amount": 6_000_000, "currency": "CNY"])
        #expect(story.complaint?.level == 3)
        let raised = Int64(story.complaint?.escalations.first?.sequence ?? 0)
        story.ask(
            .decideEscalation, by: "dirk", at: "2026-03-02T10:20",
            ["escalation": .integer(raised), "decision": "approve", "text": "fair"])
        #expect(story.refusal == nil)
        let approval = FieldValue.integer(Int64(story.complaint?.version ?? 0))
        story.offer(6_000_000, by: "max", at: "2026-03-02T10:30", ["approval": approval])
        #expect(story.code == .authorityExceeded)
        story.offer(6_000_000, by: "dora", at: "2026-03-02T10:30", ["approval": approval])
        #expect(story.refusal == nil)
    }

    @Test("Restitution has no cap, but beyond the supervisor's limit two people look at it")
    func restitution() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(100_001, type: "restitution")
        #expect(story.code == .authorityExceeded)
        story.offer(100_000, type: "restitution")
        #expect(story.refusal == nil)
    }

    @Test("One currency per case: the region's, in limits the policy knows")
    func currency() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(100, ["currency": "TWD"])
        #expect(story.code == .currency)
    }

    @Test("Consent is to the exact version on the table, with evidence, before it expires")
    func consent() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(1_000)
        story.offer(2_000, at: "2026-03-02T10:01")
        story.ask(.acceptOffer, at: "2026-03-02T10:02", ["offer": 2])
        #expect(story.code == .consentRequired)
        story.ask(.acceptOffer, at: "2026-03-02T10:02", ["offer": 1, "evidence": "call-1"])
        #expect(story.code == .noOffer)
        story.ask(.acceptOffer, at: "2026-03-09T18:00:01", ["offer": 2, "evidence": "call-1"])
        #expect(story.code == .tooLate)
        story.ask(.acceptOffer, at: "2026-03-09T18:00", ["offer": 2, "evidence": "call-1"])
        #expect(story.refusal == nil)
        #expect(story.complaint?.offers.last?.consent == "call-1")
    }

    @Test("Settled in one call: consent, carried out, and inside the own limit; else the normal path")
    func resolveNow() throws {
        var story = Story(try Centre())
        story.register(["live": true])
        let all: [String: FieldValue] = [
            "severity": "S3", "category": "billing", "outcome": "upheld", "decision_told": true,
            "error_admitted": true, "apology": true, "remedy_type": "refund", "amount": 20_001, "currency": "CNY",
        ]
        func ask(_ more: [String: FieldValue]) {
            story.ask(.resolveNow, at: "2026-03-02T09:20", all.merging(more) { $1 })
        }
        ask(["apology": false])
        #expect(story.code == .missingField)
        #expect(story.refusal?.field == "apology")
        ask([:])
        #expect(story.code == .authorityExceeded)
        ask(["amount": 20_000])
        #expect(story.code == .consentRequired)
        ask(["amount": 20_000, "consent": "call-1"])
        #expect(story.code == .remedyNotExecuted)
        ask(["amount": 20_000, "consent": "call-1", "executed": true])
        #expect(story.refusal == nil)
        #expect(story.state == .resolved)
        #expect(story.clock("RESOLVE")?.state == .met)
        #expect(story.complaint?.offers.map(\.state) == [.executed])
    }

    @Test("An anonymous complainant gets no remedy of value")
    func anonymous() throws {
        var story = Story(try Centre())
        story.ask(
            .register, at: Story.receipt, ["channel": "mail", "summary": "rude", "contact": "anonymous", "live": true])
        #expect(
            story.complaint?.clocks.filter { $0.state == .notApplicable }.map(\.name) == [
                "ACK", "FIRST_RESPONSE", "UPDATE",
            ])
        story.assess()
        story.offer(1_000)
        #expect(story.code == .noContact)
        story.resolve()
        #expect(story.clock("FOLLOW_UP")?.state == .notApplicable)
        story.close(by: "sue")
        #expect(story.state == .closed)
    }

    @Test("Not upheld for a vulnerable customer is read by a second person")
    func secondReader() throws {
        var story = Story(try Centre())
        story.centre.customer.isVulnerable = true
        story.begin()
        story.ask(.reassess, at: "2026-03-02T09:30", ["vulnerable": "yes", "reason": "hard of hearing"])
        story.resolve(outcome: "not_upheld")
        #expect(story.code == .selfApproval)
        story.resolve(by: "sue", outcome: "not_upheld")
        #expect(story.refusal == nil)
    }
}
