import Complaints
import Money
import Testing
import WorkingTime

@Suite("Work beside the state")
struct WorkTests {
    private func unit(_ name: String, area: String, distance: Int?, load: Int = 0) -> FieldUnit {
        FieldUnit(
            name: name, areas: [area], skills: ["meter"], distanceMetres: distance, load: load, calendar: "cn-office")
    }

    @Test("A task goes to the nearest suitable unit: distance, then load, then name; another needs a reason")
    func nearest() throws {
        var story = Story(try Centre())
        story.centre.units = [
            unit("u-far", area: "010", distance: 9_000), unit("u-b", area: "010", distance: 500, load: 1),
            unit("u-c", area: "010", distance: 500), unit("u-a", area: "010", distance: 500),
            unit("u-else", area: "020", distance: 1),
        ]
        story.begin()
        let task: [String: FieldValue] = ["summary": "replace the meter", "area": "010", "skill": "meter"]
        story.ask(.dispatch, at: "2026-03-02T10:00", task)
        #expect(story.complaint?.tasks.map(\.unit) == ["u-a"])
        #expect(story.clock("UNIT_DONE")?.due == local("2026-03-06T17:00"))
        #expect(story.clock("UNIT_ACCEPT")?.due == local("2026-03-02T10:30"))
        story.ask(.dispatch, at: "2026-03-02T10:01", task.merging(["unit": "u-far"]) { $1 })
        #expect(story.code == .missingField)
        #expect(story.refusal?.field == "reason")
        story.ask(
            .dispatch, at: "2026-03-02T10:01", task.merging(["unit": "u-far", "reason": "knows the house"]) { $1 })
        #expect(story.refusal == nil)
        story.ask(.dispatch, at: "2026-03-02T10:02", task.merging(["due": .instant(local("2026-03-06T17:01"))]) { $1 })
        #expect(story.code == .badValue)
    }

    @Test("Under a ladder without steps a unit accepts within the fallback's repeat")
    func acceptanceWithoutSteps() throws {
        var policy = Policy.builtin
        policy.ladders["default"]?.steps = []
        var story = Story(try Centre(policy: policy))
        story.begin()
        story.ask(.dispatch, at: "2026-03-02T10:00", ["summary": "look", "unit": "station-1"])
        #expect(story.clock("UNIT_ACCEPT")?.due == local("2026-03-02T10:30"))
    }

    @Test("A unit accepts, returns once with a note, is done with proof; an open task bars resolving")
    func task() throws {
        var story = Story(try Centre())
        story.begin()
        story.ask(.dispatch, at: "2026-03-02T10:00", ["summary": "look", "unit": "station-1"])
        story.resolve()
        #expect(story.code == .openTask)
        #expect(story.refusal?.blockers == [1])
        func update(_ task: Int64, _ status: FieldValue, by login: String = "uma", _ more: [String: FieldValue] = [:]) {
            story.ask(
                .taskUpdate, by: login, at: "2026-03-02T10:1\(story.complaint?.version ?? 0)",
                ["task": .integer(task), "status": status].merging(more) { $1 })
        }
        update(1, "accepted", by: "amy")
        #expect(story.code == .forbiddenRole)
        update(1, "accepted")
        #expect(story.clock("UNIT_ACCEPT")?.state == .met)
        update(1, "returned")
        #expect(story.code == .missingField)
        update(1, "returned", ["note": "no key"])
        #expect(story.refusal == nil)
        story.ask(.dispatch, at: "2026-03-02T10:30", ["summary": "look", "unit": "station-1"])
        update(2, "returned", ["note": "still no key"])
        #expect(story.code == .unitReturnLimit)
        update(2, "done")
        #expect(story.code == .missingField)
        update(2, "done", ["proof": "photo-1"])
        #expect(story.complaint?.tasks.map(\.status) == [.returned, .done])
    }

    @Test("After the second return only a supervisor sends it out again")
    func returnLimit() throws {
        var story = Story(try Centre())
        story.begin()
        for (number, unit) in ["a", "b"].enumerated() {
            story.centre.staff.people["uma"]?.unit = unit
            story.ask(.dispatch, at: "2026-03-02T1\(number):00", ["summary": "look", "unit": .text(unit)])
            story.ask(
                .taskUpdate, by: "uma", at: "2026-03-02T1\(number):10",
                ["task": .integer(Int64(number + 1)), "status": "returned", "note": "no key"])
        }
        #expect(story.effects.contains { $0.kind == .notice && $0.target == "supervisor" })
        story.ask(.dispatch, at: "2026-03-02T14:00", ["summary": "look", "unit": "c"])
        #expect(story.code == .unitReturnLimit)
        story.ask(.dispatch, by: "sue", at: "2026-03-02T14:00", ["summary": "look", "unit": "c"])
        #expect(story.refusal == nil)
        #expect(story.complaint?.level == 2)
    }

    @Test("Ownership moves when the named person accepts, and only then; the third move raises the level")
    func transfer() throws {
        var story = Story(try Centre())
        story.begin()
        for (round, to) in ["bob", "amy", "bob"].enumerated() {
            let hour = "2026-03-02T1\(round)"
            let owner = story.complaint?.owner
            story.ask(.transferOwner, by: "sue", at: hour + ":00", ["to": .text(to)])
            #expect(story.complaint?.owner == owner)
            story.ask(.transferOwner, by: "sue", at: hour + ":01", ["to": .text(to), "status": "accepted"])
            #expect(story.code == .forbiddenRole)
            story.ask(.transferOwner, by: to, at: hour + ":02", ["to": .text(to), "status": "accepted"])
            #expect(story.complaint?.owner == to)
            #expect(story.complaint?.level == (round == 2 ? 1 : 0))
            let told = story.effects.filter { $0.topic == .passedOnOften }.map(\.target)
            #expect(told == (round == 2 ? ["supervisor"] : []))
        }
        story.ask(.transferOwner, by: "sue", at: "2026-03-02T14:00", ["to": "gone"])
        #expect(story.code == .ownerInvalid)
    }

    @Test(
        "Closing needs the customer's word, or three tries on two days at different hours; silence never when vulnerable"
    )
    func closing() throws {
        var story = Story(try Centre())
        story.begin()
        story.resolve(at: "2026-03-02T10:00")
        story.close()
        #expect(story.code == .followUpRequired)
        for when in ["2026-03-03T10:00", "2026-03-03T10:30", "2026-03-04T10:15"] {
            story.ask(.followUp, at: when, ["reached": false])
        }
        story.close()
        #expect(story.code == .followUpRequired)
        story.ask(.followUp, at: "2026-03-04T15:00", ["reached": false])
        #expect(story.clock("FOLLOW_UP")?.state == .met)
        story.close()
        #expect(story.code == .forbiddenRole)
        var vulnerable = story
        vulnerable.complaint?.isVulnerable = true
        vulnerable.close(by: "sue")
        #expect(vulnerable.code == .followUpRequired)
        story.ask(.close, by: "sue", at: "2026-03-05T10:00", ["disposition": "unreached"])
        #expect(story.code == .rootCauseRequired)
        story.close(by: "sue")
        #expect(story.state == .closed)
    }

    @Test("A customer who says no: reopening is proposed, and the agent does not close")
    func dissatisfied() throws {
        var story = Story(try Centre())
        story.begin()
        story.resolve()
        story.ask(.followUp, at: "2026-03-04T11:00", ["reached": true, "satisfied": "no", "score": 6])
        #expect(story.code == .badValue)
        story.ask(.followUp, at: "2026-03-04T11:00", ["reached": true, "satisfied": "no", "score": 1])
        #expect(story.effects.contains { $0.kind == .reopenProposed })
        story.close()
        #expect(story.code == .forbiddenRole)
    }

    @Test("Anyone reopens within 30 days, later a supervisor; the third time it goes to the manager")
    func reopening() throws {
        var story = Story(try Centre())
        story.begin()
        story.resolve()
        story.ask(.followUp, at: "2026-03-04T11:00", ["reached": true, "satisfied": "yes"])
        story.close()
        story.ask(.reopen, at: "2026-04-05T10:00", ["reason": "again"])
        #expect(story.code == .forbiddenRole)
        story.ask(.reopen, by: "sue", at: "2026-04-05T10:00", ["reason": "again"])
        #expect(story.refusal == nil)
        #expect(story.clock("RESOLVE")?.due.map { $0 > local("2026-04-05T10:00") } == true)
        story.complaint?.level = 0
        for day in ["06", "07"] {
            story.resolve(at: "2026-04-\(day)T10:00")
            story.ask(.reopen, at: "2026-04-\(day)T11:00", ["reason": "again"])
        }
        #expect(story.complaint?.reopens == 3)
        #expect(story.complaint?.level == 2)
        #expect(story.effects.contains { $0.kind == .notice && $0.target == "manager" })
    }

    @Test("An agent's word is not enough to withdraw")
    func withdraw() throws {
        var story = Story(try Centre())
        story.begin(severity: "S1")
        story.ask(.withdraw, at: "2026-03-02T10:00")
        #expect(story.code == .evidenceRequired)
        story.ask(.withdraw, at: "2026-03-02T10:00", ["evidence": "recording-9"])
        #expect(story.state == .withdrawn)
        #expect(story.effects.contains { $0.kind == .internalCaseProposed })
        #expect(story.complaint?.clocks.allSatisfy { !$0.isOpen } == true)
    }

    @Test("An authority's reference opens a clock, raises to the manager, and is answered by name")
    func external() throws {
        var story = Story(try Centre())
        story.begin()
        let due = FieldValue.instant(local("2026-03-20T23:59:59"))
        story.ask(.externalCase, at: "2026-03-02T10:00", ["body": "12315", "reference": "R-1", "due": due])
        #expect(story.complaint?.level == 2)
        #expect(story.clock("EXTERNAL:R-1")?.due == local("2026-03-20T23:59:59"))
        story.ask(.withdraw, at: "2026-03-02T10:30", ["evidence": "mail-1"])
        #expect(story.clock("EXTERNAL:R-1")?.isOpen == true)
        story.ask(.answerExternal, at: "2026-03-03T10:00", ["reference": "R-2", "text": "a", "evidence": "b"])
        #expect(story.code == .badValue)
        story.ask(.answerExternal, at: "2026-03-03T10:00", ["reference": "R-1", "text": "a", "evidence": "b"])
        #expect(story.clock("EXTERNAL:R-1")?.state == .met)
    }

    @Test("Merged: the survivor keeps the earliest receipt, the strictest due and what was granted")
    func merge() throws {
        var survivor = Story(try Centre())
        survivor.register(at: "2026-03-03T09:00")
        survivor.complaint?.caseNumber = CaseNumber(year: 2026, sequence: 2)
        var story = Story(survivor.centre)
        story.begin()
        story.offer(8_000)
        story.ask(.acceptOffer, at: "2026-03-02T10:10", ["offer": 1, "evidence": "call-1"])
        story.ask(.merge, by: "sue", at: "2026-03-03T10:00", ["into": "26-000002"])
        #expect(story.code == .unknownCase)
        story.centre.other = survivor.complaint
        story.ask(.merge, by: "sue", at: "2026-03-03T10:00", ["into": "26-000002"])
        #expect(story.state == .merged)
        let told = try #require(story.elsewhere.first)
        #expect(told.caseNumber == survivor.complaint?.caseNumber)
        evolve(&survivor.complaint, told.event, survivor.centre.rules)
        #expect(survivor.complaint?.receivedAt == local("2026-03-02T09:00"))
        #expect(survivor.complaint?.grantedMinorUnits == 8_000)
        #expect(survivor.clock("RESOLVE")?.due == local("2026-03-06T18:00"))
        #expect(survivor.clock("STATUTORY:cn-general")?.due == local("2026-03-17T23:59:59"))
        story.ask(.unmerge, by: "sue", at: "2026-03-03T11:00", ["reason": "another meter"])
        #expect(story.state == .inProgress)
        #expect(story.elsewhere.map(\.event.type) == [.released])
        #expect(story.clock("STATUTORY:cn-general")?.isOpen == true)
    }

    @Test("Cases of two customers are not merged")
    func strangers() throws {
        var other = Story(try Centre())
        other.register(["customer": 8])
        other.complaint?.caseNumber = CaseNumber(year: 2026, sequence: 2)
        var story = Story(other.centre)
        story.begin()
        story.centre.other = other.complaint
        story.ask(.merge, by: "sue", at: "2026-03-02T10:00", ["into": "26-000002"])
        #expect(story.code == .badValue)
    }

    @Test(
        "Escalations enter where they must: S1 and the regulator at the manager, authority at the lowest role with the limit"
    )
    func entry() throws {
        let cases: [(String, [String: FieldValue], String, Int, String)] = [
            ("S3", [:], "skill", 1, "sue"), ("S1", [:], "skill", 2, "max"), ("S3", [:], "regulator", 2, "max"),
            (
                "S3", ["remedy_type": "refund", "amount": 600_000, "currency": "CNY"], "authority", 3, "dora"
            ),
            ("S3", ["to": "manager"], "customer", 2, "max"),
        ]
        for (severity, more, reason, level, target) in cases {
            var story = Story(try Centre())
            story.begin(severity: severity)
            story.escalate(at: "2026-03-02T10:00", reason: reason, more)
            #expect(story.complaint?.level == level)
            #expect(story.complaint?.escalations.first?.notified.first == target)
            #expect(story.complaint?.owner == "amy")
        }
    }

    @Test("Only the notified level or above, on duty, accepts")
    func acceptance() throws {
        var story = Story(try Centre())
        story.begin()
        story.escalate(at: "2026-03-02T10:00", reason: "regulator")
        let raised = FieldValue.integer(Int64(story.complaint?.escalations.first?.sequence ?? 0))
        story.ask(.acceptEscalation, by: "sue", at: "2026-03-02T10:05", ["escalation": raised])
        #expect(story.code == .forbiddenRole)
        story.centre.staff.duty["director"] = ["dirk"]
        story.ask(.acceptEscalation, by: "dora", at: "2026-03-02T10:05", ["escalation": raised])
        #expect(story.code == .forbiddenRole)
        story.ask(.acceptEscalation, by: "dirk", at: "2026-03-02T10:05", ["escalation": raised])
        #expect(story.refusal == nil)
        #expect(story.clock("ESC_ACCEPT")?.state == .met)
        story.resolve()
        #expect(story.code == .openEscalation)
        story.ask(
            .decideEscalation, by: "dirk", at: "2026-03-02T10:10",
            ["escalation": raised, "decision": "hand_back", "text": "go on"])
        #expect(story.complaint?.handler == "amy")
        story.resolve()
        #expect(story.refusal == nil)
    }
}
