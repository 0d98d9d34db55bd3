import Complaints
import Money
import Testing
import WorkingTime

/// What each step of the checks is, where two faults meet.
@Suite("The steps of refusing")
struct RefusalStepTests {
    @Test("Who may not answer any escalation or task is told so before a number is missed")
    func roleBeforeNumber() throws {
        var story = Story(try Centre())
        story.begin()
        for (type, login, code) in [
            (EventType.taskUpdate, "aud", RefusalCode.forbiddenRole), (.taskUpdate, "amy", .forbiddenRole),
            (.taskUpdate, "uma", .missingField), (.acceptEscalation, "amy", .forbiddenRole),
            (.acceptEscalation, "sue", .missingField), (.decideEscalation, "uma", .forbiddenRole),
            (.decideEscalation, "dora", .missingField),
        ] {
            story.ask(type, by: login, at: "2026-03-02T10:00", ["status": "done"].filter { _ in type == .taskUpdate })
            #expect(story.code == code, "\(type.rawValue) by \(login)")
        }
        story.ask(.taskUpdate, by: "uma", at: "2026-03-02T10:00", ["task": 9, "status": "accepted"])
        #expect(story.code == .badValue)
    }

    @Test(
        "A number out of its bounds is a bad value, said before the state is looked at",
        arguments: [
            (EventType.offerRemedy, "amount", FieldValue.integer(0)), (.offerRemedy, "amount", .integer(-5)),
            (.resolveNow, "amount", .integer(0)), (.escalate, "amount", .integer(-1)),
            (.followUp, "score", .integer(0)), (.followUp, "score", .integer(6)), (.assess, "severity", .text("S5")),
            (.contact, "direction", .text("up")), (.close, "root_cause", .integer(3)),
        ])
    func badValueFirst(_ type: EventType, _ field: String, _ value: FieldValue) throws {
        var story = Story(try Centre())
        story.register()
        story.ask(type, by: "aud", at: "2026-03-02T10:00", [field: value])
        #expect(story.code == .badValue)
        #expect(story.refusal?.field == field)
        guard case .integer(let number) = value, type != .close else { return }
        let zone = story.centre.rules.calendar("cn-office").zone
        var expected = Refusal(.badValue, field: field)
        expected.kind = EventSchema.field(field, of: type)?.kind
        #expect(FieldParser.parse([field: String(number)], for: type, zone: zone) == .failure(expected))
    }

    @Test("Beyond the limit in a wrong currency: the limit is said first, the currency with the rest")
    func currencyLast() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(1_001, ["currency": "TWD"])
        #expect(story.code == .authorityExceeded)
        story.offer(1_000, ["currency": "TWD"])
        #expect(story.code == .currency)
        story.offer(1_000, ["currency": "USD"])
        #expect(story.code == .currency)
    }

    @Test("Money given back is summed too: splitting does not spare the second person")
    func restitutionSummed() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(60_000, type: "restitution")
        story.ask(.acceptOffer, at: "2026-03-02T10:01", ["offer": 1, "evidence": "call-1"])
        story.offer(40_001, at: "2026-03-02T10:02", type: "restitution")
        #expect(story.code == .authorityExceeded)
        #expect(story.refusal?.askedMinorUnits == 100_001)
        story.offer(40_000, at: "2026-03-02T10:02", type: "restitution")
        #expect(story.refusal == nil)
        // It is not redress: the limits for that are as they were.
        #expect(story.complaint?.grantedMinorUnits == 0)
    }

    @Test("Money given back in a case merged into this one is summed with what this one gives back")
    func restitutionOfMerged() throws {
        var survivor = Story(try Centre())
        survivor.begin()
        survivor.complaint?.caseNumber = CaseNumber(year: 2026, sequence: 2)
        var story = Story(survivor.centre)
        story.begin()
        story.offer(60_000, type: "restitution")
        story.ask(.acceptOffer, at: "2026-03-02T10:01", ["offer": 1, "evidence": "call-1"])
        story.centre.other = survivor.complaint
        story.ask(.merge, by: "sue", at: "2026-03-02T10:02", ["into": "26-000002"])
        let told = try #require(story.elsewhere.first)
        evolve(&survivor.complaint, told.event, survivor.centre.rules)
        #expect(survivor.complaint?.restitutedMinorUnits == 60_000)
        #expect(survivor.complaint?.grantedMinorUnits == 0)
        survivor.offer(40_001, at: "2026-03-02T10:03", type: "restitution")
        #expect(survivor.code == .authorityExceeded)
        #expect(survivor.refusal?.askedMinorUnits == 100_001)
        survivor.offer(40_000, at: "2026-03-02T10:03", type: "restitution")
        #expect(survivor.refusal == nil)
    }

    @Test("What a customer's other cases granted leaves out what was merged into this one, through another too")
    func elsewhere() throws {
        func granted(_ sequence: Int, _ amount: Int64, into: Int? = nil) throws -> Complaint {
            var story = Story(try Centre())
            story.begin()
            story.offer(amount)
            story.ask(.acceptOffer, at: "2026-03-02T10:01", ["offer": 1, "evidence": "call-1"])
            var complaint = try #require(story.complaint)
            complaint.caseNumber = CaseNumber(year: 2026, sequence: sequence)
            complaint.mergedInto = into.map { CaseNumber(year: 2026, sequence: $0).description }
            return complaint
        }
        let cases = [
            try granted(1, 1_000), try granted(2, 2_000, into: 3), try granted(3, 4_000, into: 1),
            try granted(4, 8_000),
        ]
        func sum(except sequence: Int, since: String = "2026-03-01T00:00", in currency: Currency = .cny) -> Int64? {
            GrantedElsewhere(cases, except: CaseNumber(year: 2026, sequence: sequence))
                .remedies(since: local(since), in: currency)?.minorUnits
        }
        #expect(sum(except: 1) == 8_000)
        #expect(sum(except: 4) == 7_000)
        #expect(sum(except: 1, since: "2026-03-03T00:00") == nil)
        #expect(sum(except: 1, in: .twd) == nil)
    }

    @Test("A reason overrides the nearest unit, not what makes a unit suitable")
    func unsuitableUnit() throws {
        var story = Story(try Centre())
        func unit(_ name: String, _ area: String, _ skill: String) -> FieldUnit {
            FieldUnit(name: name, areas: [area], skills: [skill], calendar: "cn-office")
        }
        story.centre.units = [unit("near", "010", "meter"), unit("far", "020", "meter"), unit("pipes", "010", "pipe")]
        story.begin()
        for (name, code) in [("far", RefusalCode.badValue), ("pipes", .badValue), ("near", nil)] {
            story.ask(
                .dispatch, at: "2026-03-02T10:00",
                [
                    "summary": "look", "area": "010", "skill": "meter", "unit": .text(name),
                    "reason": "knows the house",
                ])
            #expect(story.code == code, "\(name)")
        }
    }

    @Test("The customer must be told before the old due time, not in its second")
    func extendedInTime() throws {
        for (when, code) in [("2026-03-06T18:00", RefusalCode.tooLate), ("2026-03-06T17:59:59", nil)] {
            var story = Story(try Centre())
            story.begin()
            story.ask(
                .extend, by: "sue", at: when,
                ["until": .instant(local("2026-03-10T18:00")), "reason": "part", "told": true])
            #expect(story.code == code)
        }
    }

    @Test("At most five people speak for a group, with proof")
    func representatives() throws {
        for (names, code) in [("a, b, c, d, e", RefusalCode?.none), ("a、b、c、d、e、f", .badValue)] {
            var story = Story(try Centre())
            story.register(["representative": .text(names), "proof": "mandate-1"])
            #expect(story.code == code)
        }
        var story = Story(try Centre())
        story.register(["representative": "a"])
        #expect(story.code == .missingField)
        story.register(["received_at": .instant(local("2026-03-02T09:00:01"))])
        #expect(story.code == .badValue)
    }
}
