import Complaints
import WorkingTime

/// Something that may happen to a case in a small world: an event with its fields, or time passing.
struct Move: Sendable {
    enum Kind: Sendable {
        case ask(EventType, by: String, [String: FieldValue])
        /// The engine fires the next timer at its own instant.
        case timer
        /// The engine slept: whatever is due two days after the next timer fires then.
        case lateTimer
        /// Hours go by and nobody looks, the engine neither.
        case idle
    }

    var name: String
    var kind: Kind
}

/// Every commandable event with fields that suit the case and with fields that do not, and the ways time passes.
struct Alphabet {
    let now: Instant
    let complaint: Complaint

    init(_ complaint: Complaint, at now: Instant) {
        self.complaint = complaint
        self.now = now
    }

    private func later(_ minutes: Int64) -> FieldValue { .instant(now + TimeLength(minutes: minutes)) }

    private func ask(
        _ type: EventType, by login: String = "amy", _ fields: [String: FieldValue], _ wrong: [String: FieldValue],
        wrongBy: String = "amy"
    ) -> [Move] {
        [
            Move(name: type.rawValue, kind: .ask(type, by: login, fields)),
            Move(name: type.rawValue + "!", kind: .ask(type, by: wrongBy, wrong)),
        ]
    }

    var moves: [Move] {
        intake + remedies + escalations + work + ending + administration + [
            Move(name: "timer", kind: .timer), Move(name: "late timer", kind: .lateTimer),
            Move(name: "idle", kind: .idle),
        ]
    }

    private var intake: [Move] {
        let assessment: [String: FieldValue] = ["severity": "S2", "category": "billing", "vulnerable": "no"]
        return ask(.register, ["channel": "phone", "summary": "again", "customer": 7], [:])
            + ask(.acknowledge, ["told": true], ["told": false])
            + ask(.assess, assessment, assessment.merging(["severity": "S9"]) { $1 })
            + ask(
                .reassess, by: "sue", ["severity": "S4", "reason": "no error"],
                ["severity": "S4", "reason": "no error"])
            + ask(.reassess, ["severity": "S1", "vulnerable": "yes", "reason": "smoke"], ["reason": "nothing"])
            + ask(
                .resolveNow,
                assessment.merging(["outcome": "not_upheld", "decision_told": true]) { $1 },
                assessment.merging(["outcome": "upheld", "decision_told": true]) { $1 })
            + ask(.identify, ["customer": 8], ["customer": "eight"])
            + ask(.link, ["to": "TL-2026-000009", "relation": "problem"], ["to": "TL-2026-000009"])
            + ask(.note, ["text": "called twice"], ["text": " "])
            + ask(
                .contact, ["direction": "out", "channel": "phone", "reached": true, "substantive": true],
                ["direction": "sideways", "channel": "phone"])
            + ask(.contact, ["direction": "in", "channel": "mail"], ["direction": "in"])
            + ask(.correct, ["seq": 1, "text": "the other meter"], ["seq": 999, "text": "x"])
    }

    private var remedies: [Move] {
        let open = Int64(complaint.openOffer?.version ?? 1)
        let accepted = Int64(complaint.offers.last { $0.state == .accepted }?.version ?? 1)
        let offer: [String: FieldValue] = [
            "remedy_type": "compensation", "amount": 9_000, "currency": "CNY", "expires": later(26 * 60),
        ]
        return ask(.offerRemedy, offer, offer.merging(["amount": 20_001]) { $1 })
            + ask(.acceptOffer, ["offer": .integer(open), "evidence": "call-1"], ["offer": .integer(open)])
            + ask(.declineOffer, ["offer": .integer(open)], ["offer": 99])
            + ask(.offerExpired, by: "engine", ["offer": .integer(open)], ["offer": .integer(open)])
            + ask(
                .confirmExecuted, ["offer": .integer(accepted), "evidence": "bank-1"],
                ["offer": .integer(accepted)])
    }

    private var escalations: [Move] {
        let open = FieldValue.integer(Int64(complaint.openEscalations.last?.sequence ?? 1))
        let decision: [String: FieldValue] = ["escalation": open, "decision": "hand_back", "text": "go on"]
        return ask(.escalate, ["reason": "skill", "summary": "too hard"], ["reason": "boredom", "summary": "x"])
            + ask(.escalate, ["reason": "media", "summary": "the paper called"], ["reason": "media"])
            + ask(.acceptEscalation, by: "dora", ["escalation": open], ["escalation": open])
            + ask(
                .decideEscalation, by: "dora", decision, decision.merging(["escalation": 999]) { $1 }, wrongBy: "dora")
    }

    private var work: [Move] {
        let task = Int64(complaint.openTasks.last?.number ?? 1)
        let pause: [String: FieldValue] = [
            "reason": "awaiting_customer", "awaiting": "invoice", "told": true, "until": later(3 * 1440),
        ]
        return ask(.dispatch, ["unit": "station-1", "summary": "look"], ["unit": "station-1"])
            + ask(
                .taskUpdate, by: "uma", ["task": .integer(task), "status": "accepted"],
                ["task": .integer(task), "status": "accepted"])
            + ask(
                .taskUpdate, by: "uma", ["task": .integer(task), "status": "done", "proof": "photo-1"],
                ["task": .integer(task), "status": "done"], wrongBy: "uma")
            + ask(
                .taskUpdate, by: "uma", ["task": .integer(task), "status": "returned", "note": "no key"],
                ["task": 99, "status": "returned", "note": "no key"], wrongBy: "uma")
            + ask(.taskUpdate, ["task": .integer(task), "status": "recalled"], ["task": .integer(task)])
            + ask(.wait, pause, pause.merging(["reason": "lunch"]) { $1 })
            + ask(
                .wait, by: "sue", pause.merging(["reason": "expert_appraisal"]) { $1 }, ["reason": "expert_appraisal"])
            + ask(.resume, [:], [:], wrongBy: "bob")
            + ask(
                .defer, by: "sue", ["explanation": "no part", "review_on": later(5 * 1440)],
                ["explanation": "no part", "review_on": later(5 * 1440)])
    }

    private var ending: [Move] {
        let resolution: [String: FieldValue] = [
            "outcome": "not_upheld", "decision_told": true, "routes_told": true, "root_cause": "meter",
        ]
        return ask(.resolve, resolution, resolution.merging(["routes_told": false]) { $1 })
            + ask(.followUp, ["reached": true, "satisfied": "yes", "score": 5], ["reached": true, "score": 9])
            + ask(.followUp, ["reached": false], [:])
            + ask(.close, ["root_cause": "meter", "disposition": "fixed"], ["disposition": "fixed"])
            + ask(.reopen, ["reason": "again"], ["reason": ""])
            + ask(.withdraw, ["evidence": "mail-1"], [:])
            + ask(.merge, by: "sue", ["into": "TL-2026-000002"], ["into": "TL-2026-000002"])
            + ask(.unmerge, by: "sue", ["reason": "two"], ["reason": "two"])
    }

    private var administration: [Move] {
        let until = complaint.clock(ClockName.resolve)?.due.map { $0 + TimeLength(minutes: 120) }
        let told: [String: FieldValue] = [
            "until": until.map(FieldValue.instant) ?? later(60), "reason": "part", "told": true,
        ]
        return ask(.transferOwner, by: "sue", ["to": "bob"], ["to": "gone"], wrongBy: "sue")
            + ask(.transferOwner, by: "bob", ["to": "bob", "status": "accepted"], ["to": "bob", "status": "accepted"])
            + ask(.extend, by: "sue", told, told.merging(["until": later(-60)]) { $1 }, wrongBy: "sue")
            + ask(
                .externalCase,
                ["body": "12315", "reference": .text("R-\(complaint.externalCases.count)"), "due": later(9 * 1440)],
                ["body": "12315"])
            + ask(
                .answerExternal, ["reference": "R-0", "text": "done", "evidence": "letter"],
                ["reference": "R-99", "text": "done", "evidence": "letter"])
    }
}
