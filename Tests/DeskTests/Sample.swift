import Complaints
import Customers
import Dossier
import Money
import TerminalKit
import Valuation
import WorkingTime

@testable import Desk

/// Made-up people and cases the tests look at; nothing of them is real.
enum Sample {
    static let zone = ZoneRules(name: "Asia/Shanghai", fixedOffsetSeconds: 8 * 3600)
    /// 2026-11-22 10:41 on the wall.
    static let now = at("2026-11-22T10:41:00+08:00")

    static func at(_ text: String) -> Instant {
        guard let instant = Instant(rfc3339: text) else { preconditionFailure("a fixture's instant is RFC 3339") }
        return instant
    }

    static func state(
        _ language: Language = .simplified, columns: Int = 80, rows: Int = 24
    ) -> DeskState {
        var state = DeskState(
            size: Size(columns: columns, rows: rows), now: now, zone: zone, language: language,
            agent: Agent(login: "0217", name: "李明", roles: [.agent]))
        state.currency = .cny
        state.themeName = "classic"
        state.themeNames = ["classic", "paper", "mono"]
        return state
    }

    static let wangID = CustomerID(17)

    static let wangMatch = LookupMatch(
        customer: wangID, name: "王建国", phones: ["+8613800138000"], plates: ["京A·12345"], region: .china, tier: .green,
        matched: .phone, openComplaints: 2, owner: "amy", lastContact: at("2026-11-20T09:00:00+08:00"))

    static let smithMatch = LookupMatch(
        customer: CustomerID(99), name: "Christopher Montgomery-Smythe", phones: ["+886912345678"],
        plates: ["ABC-1235"], region: .taiwan, tier: .red, matched: .phonePart, openComplaints: 0, owner: nil,
        lastContact: nil)

    static let zhaoMatch = LookupMatch(
        customer: CustomerID(5), name: "赵敏", phones: ["+8613912345678"], plates: ["沪B88K21"], region: .china,
        tier: .yellow, matched: .phonePart, openComplaints: 1, owner: "bob",
        lastContact: at("2025-07-01T09:00:00+08:00"))

    static func answer(_ query: String, _ matches: [LookupMatch], kind: LookupKind = .phone) -> LookupAnswer {
        LookupAnswer(query: query, kind: kind, matches: matches, isTruncated: false)
    }

    /// The customer of the layout sketches.
    static var wang: CustomerCard {
        var customer = Customer(id: wangID, name: "王建国", region: .china)
        customer.sex = "male"
        customer.birthYear = 1980
        customer.hint = "说话慢; 勿推销"
        customer.phones = [
            ContactPhone(
                raw: "13800138000", e164: "+8613800138000", extensionDigits: nil, isValid: true, isPrimary: true)
        ]
        customer.plates = [
            VehiclePlate(raw: "京A12345", key: "京A12345", display: "京A·12345", region: .china, isVerified: true)
        ]
        var card = CustomerCard(
            customer: customer,
            tier: TierCard(
                tier: .green,
                reason: TierReason(rule: .classA, abc: .a, rank: 12, rankedCustomers: 4372, customersToHere: 1178)),
            value: ValueCard(
                contribution12Months: Money(minorUnits: 9_820_000, currency: .cny), orders12Months: 14, recencyDays: 2))
        card.customerSince = at("2017-03-01T09:00:00+08:00")
        card.lastContact = at("2026-11-20T09:00:00+08:00")
        card.complaints = [brakes, invoice]
        card.timeline = timeline
        card.timelineCount = 38
        return card
    }

    static var brakes: Complaint {
        var complaint = Complaint(
            caseNumber: CaseNumber(year: 2026, sequence: 1042), customer: 17, channel: "phone",
            summary: "刹车异响二次返修未解决", owner: "王芳", policy: "p", receivedAt: at("2026-11-19T09:05:00+08:00"))
        complaint.state = .inProgress
        complaint.severity = .s2
        complaint.level = 1
        complaint.version = 4
        complaint.clocks = [clock("RESOLVE", due: "2026-11-22T07:41:00+08:00")]
        return complaint
    }

    static var invoice: Complaint {
        var complaint = Complaint(
            caseNumber: CaseNumber(year: 2026, sequence: 988), customer: 17, channel: "phone", summary: "发票抬头开错",
            owner: "李明", policy: "p", receivedAt: at("2026-11-21T09:05:00+08:00"))
        complaint.version = 1
        complaint.clocks = [clock("RESOLVE", due: "2026-11-23T05:41:00+08:00")]
        return complaint
    }

    private static func clock(_ name: String, due: String) -> ComplaintClock {
        ComplaintClock(
            name: name, generation: 1, start: at("2026-11-19T09:05:00+08:00"), budget: "2wd", due: at(due),
            state: .running)
    }

    private static let timeline: [TimelineEntry] = [
        TimelineEntry(at: at("2026-11-20T09:00:00+08:00"), kind: .call, text: "改约保养", by: "李明"),
        TimelineEntry(
            at: at("2026-11-08T14:20:00+08:00"), kind: .purchase, text: "刹车片",
            amount: Money(minorUnits: 126_000, currency: .cny), reference: "A-7781"),
        TimelineEntry(at: at("2026-10-30T10:00:00+08:00"), kind: .complaint, text: "26-000988"),
        TimelineEntry(
            at: at("2026-10-02T10:00:00+08:00"), kind: .purchase, text: "保养",
            amount: Money(minorUnits: 88_000, currency: .cny)),
        TimelineEntry(at: at("2026-09-15T10:00:00+08:00"), kind: .call, text: "咨询保险\u{1B}[31m\n第二行"),
        TimelineEntry(
            at: at("2025-08-21T10:00:00+08:00"), kind: .purchaseReturn, text: "钣金",
            amount: Money(minorUnits: -540_000, currency: .cny)),
    ]

    static let call = IncomingCall(
        id: "c1", number: "+8613912345678",
        callers: [Caller(customer: CustomerID(5), name: "赵敏", tier: .yellow, plate: "沪B88K21", phone: nil)], since: now)

    static var brakesFile: ComplaintFile {
        let register = Event(
            sequence: 1, eventID: "e1", type: .register, occurredAt: at("2026-11-19T09:05:00+08:00"),
            recordedAt: at("2026-11-19T09:05:00+08:00"), actor: "李明", role: .agent,
            fields: ["summary": .text("刹车异响二次返修未解决"), "channel": .text("phone"), "live": .boolean(true)])
        let note = Event(
            sequence: 2, eventID: "e2", type: .note, occurredAt: at("2026-11-20T14:20:00+08:00"),
            recordedAt: at("2026-11-20T14:20:00+08:00"), actor: "王芳", role: .supervisor,
            fields: ["text": .text("更换刹车片, 试车正常")])
        return ComplaintFile(
            complaint: brakes, events: [register, note].map { RecordedEvent(event: $0, hash: "") })
    }
}
