import Complaints
import Money
import WorkingTime

/// A small centre for tests: two agents, one of each superior, one field unit; China's hours around March 2026.
struct Centre {
    var rules: Rules
    var staff: StaffDirectory
    var customer = CustomerFacts(jurisdiction: "CN")
    var units: [FieldUnit] = []
    var other: Complaint?

    static let number = CaseNumber(year: 2026, sequence: 1)

    init(policy: Policy = .builtin) throws {
        rules = try Rules(policy: policy, calendars: ["cn-office": Self.office()])
        staff = StaffDirectory(people: [
            .init(login: "amy", roles: [.agent], reportsTo: "sue"),
            .init(login: "bob", roles: [.agent], reportsTo: "sue"),
            .init(login: "sue", roles: [.supervisor], reportsTo: "max"),
            .init(login: "sam", roles: [.supervisor], reportsTo: "max", team: "night"),
            .init(login: "nia", roles: [.agent], reportsTo: "sam", team: "night"),
            .init(login: "max", roles: [.manager], reportsTo: "dora"), .init(login: "dora", roles: [.director]),
            .init(login: "dirk", roles: [.director]), .init(login: "cleo", roles: [.compliance]),
            .init(login: "uma", roles: [.unit], unit: "station-1"), .init(login: "aud", roles: [.auditor]),
            .init(login: "gone", roles: [.agent], isActive: false),
        ])
    }

    /// Mainland office hours with the days off and make-up days that the tests meet.
    static func office() throws -> WorkingCalendar {
        let zone = ZoneRules(name: "Asia/Shanghai", fixedOffsetSeconds: 8 * 3600)
        let hours = [try OpenInterval("09:00-12:00"), try OpenInterval("13:30-18:00")]
        func date(_ text: String) -> LocalDate { LocalDate(text) ?? LocalDate(dayNumber: 0) }
        var off: [LocalDate: String] = [:]
        for day in 1...7 { off[date("2026-10-0\(day)")] = "国庆节" }
        off[date("2026-09-25")] = "中秋节"
        for day in 1...5 { off[date("2026-05-0\(day)")] = "劳动节" }
        return try WorkingCalendar(
            name: "cn-office", version: "test", zone: zone, covers: date("2025-01-01")...date("2026-12-31"),
            weekly: [.monday: hours, .tuesday: hours, .wednesday: hours, .thursday: hours, .friday: hours],
            daysOff: off,
            daysOn: [
                date("2026-09-20"): .init(hours: hours, name: "国庆节调休上班"),
                date("2026-10-10"): .init(hours: hours, name: "国庆节调休上班"),
                date("2026-05-09"): .init(hours: hours, name: "劳动节调休上班"),
            ])
    }

    var context: DecisionContext {
        DecisionContext(
            rules: rules, staff: staff, customer: customer, newCaseNumber: Self.number, other: other, units: units)
    }

    func roles(of login: String) -> Set<Role> { staff.people[login]?.roles ?? (login == "engine" ? [.timer] : []) }

    func command(
        _ type: EventType, by login: String = "amy", at when: Instant, id: String? = nil, recorded: Instant? = nil,
        version: Int? = nil, _ fields: [String: FieldValue]
    ) -> Command {
        Command(
            eventID: id ?? "\(type.rawValue)@\(when.microseconds)", type: type, fields: fields, actor: login,
            roles: roles(of: login), occurredAt: when, recordedAt: recorded ?? when, expectedVersion: version)
    }
}

/// Local time in Shanghai, `2026-03-02T10:00`.
func local(_ text: String) -> Instant {
    Instant(rfc3339: text + (text.count == 16 ? ":00+08:00" : "+08:00")) ?? Instant(seconds: 0)
}

extension FieldValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
}

/// One case as it is worked on, step by step.
struct Story {
    var centre: Centre
    var complaint: Complaint?
    var events: [Event] = []
    var effects: [CaseEffect] = []
    var elsewhere: [ElsewhereEvent] = []
    var refusal: Refusal?

    init(_ centre: Centre) { self.centre = centre }

    /// Asks for an event; what happens becomes the next chapter, a refusal is kept.
    @discardableResult
    mutating func ask(
        _ type: EventType, by login: String = "amy", at when: String, id: String? = nil, recorded: String? = nil,
        version: Int? = nil, _ fields: [String: FieldValue] = [:]
    ) -> Decision {
        let decision = decide(
            complaint,
            centre.command(
                type, by: login, at: local(when), id: id, recorded: recorded.map(local), version: version, fields),
            centre.context)
        refusal = nil
        switch decision {
        case .accepted(let acceptance):
            complaint = acceptance.complaint
            events += acceptance.events
            effects = acceptance.effects
            elsewhere = acceptance.elsewhere
        case .replay: break
        case .refused(let why): refusal = why
        }
        return decision
    }

    func clock(_ name: String) -> ComplaintClock? { complaint?.clock(name) }
    var state: CaseState? { complaint?.state }
    var code: RefusalCode? { refusal?.code }
}

// Events with all they need, so that a test says only what matters to it.
extension Story {
    static let receipt = "2026-03-02T09:00"

    @discardableResult
    mutating func register(at when: String = receipt, by login: String = "amy", _ more: [String: FieldValue] = [:])
        -> Decision
    {
        ask(
            .register, by: login, at: when,
            ["channel": "phone", "summary": "meter counts double", "customer": 7].merging(more) { $1 })
    }

    mutating func acknowledge(at when: String = "2026-03-02T09:05") { ask(.acknowledge, at: when, ["told": true]) }

    @discardableResult
    mutating func assess(at when: String = "2026-03-02T09:10", _ severity: String = "S3", by login: String = "amy")
        -> Decision
    {
        ask(
            .assess, by: login, at: when,
            ["severity": .text(severity), "category": "billing", "vulnerable": "no"])
    }

    /// Registered, acknowledged and assessed.
    mutating func begin(_ more: [String: FieldValue] = [:], severity: String = "S3") {
        register(more)
        acknowledge()
        assess(severity)
    }

    @discardableResult
    mutating func offer(
        _ amount: Int64, by login: String = "amy", at when: String = "2026-03-02T10:00", type: String = "compensation",
        _ more: [String: FieldValue] = [:]
    ) -> Decision {
        ask(
            .offerRemedy, by: login, at: when,
            [
                "remedy_type": .text(type), "amount": .integer(amount), "currency": "CNY",
                "expires": .instant(local("2026-03-09T18:00")),
            ].merging(more) { $1 })
    }

    @discardableResult
    mutating func resolve(at when: String = "2026-03-03T10:00", by login: String = "amy", outcome: String = "upheld")
        -> Decision
    {
        ask(
            .resolve, by: login, at: when,
            [
                "outcome": .text(outcome), "decision_told": true, "routes_told": true, "root_cause": "meter",
                "error_admitted": true, "apology": "we are sorry",
            ])
    }

    mutating func close(at when: String = "2026-03-05T10:00", by login: String = "amy") {
        ask(.close, by: login, at: when, ["root_cause": "meter", "disposition": "fixed"])
    }
}

extension Story {
    @discardableResult
    mutating func wait(
        at when: String, until: String, by login: String = "amy", reason: String = "awaiting_customer",
        recorded: String? = nil
    ) -> Decision {
        ask(
            .wait, by: login, at: when, recorded: recorded,
            [
                "reason": .text(reason), "awaiting": "the invoice", "until": .instant(local(until)), "told": true,
            ])
    }

    @discardableResult
    mutating func escalate(
        at when: String, reason: String = "skill", by login: String = "amy", _ more: [String: FieldValue] = [:]
    )
        -> Decision
    {
        ask(
            .escalate, by: login, at: when,
            ["reason": .text(reason), "summary": "needs more than we can"].merging(more) { $1 })
    }

    /// Fires what is due and keeps it.
    @discardableResult
    mutating func fire(at when: String) -> Firing {
        guard let now = complaint else { return .nothing }
        let firing = Complaints.fire(now, now: local(when), rules: centre.rules, staff: centre.staff)
        if case .fired(let acceptance) = firing {
            complaint = acceptance.complaint
            events += acceptance.events
            effects = acceptance.effects
        }
        return firing
    }
}
