import Complaints
import Money
import WorkingTime

/// Puts the steps of a story into the fields of events, in the customer's own script.
struct DemoCaseWords {
    let person: DemoCustomer
    let grievance: DemoGrievance

    func step(_ kind: DemoStory.Kind, at: Instant, now: Instant) -> (type: EventType, fields: [String: FieldValue]) {
        switch kind {
        case .register(let live):
            (
                .register,
                [
                    "channel": .text("phone"), "summary": .text(grievance.summary(person.script)),
                    "remedy_sought": .text(grievance.remedy(person.script)), "live": .boolean(live),
                ]
            )
        case .acknowledge: (.acknowledge, ["told": .boolean(true)])
        case .assess(let severity): (.assess, assessed(severity))
        case .contact:
            (
                .contact,
                [
                    "direction": .text("out"), "channel": .text("phone"), "reached": .boolean(true),
                    "substantive": .boolean(true), "text": .text(say("說明處理進度", "说明处理进度", "Told where it stands")),
                ]
            )
        case .note: (.note, ["text": .text(say("等待服務站回覆", "等待服务站回复", "Waiting for the workshop"))])
        case .wait, .offer, .accept, .execute, .defer, .escalate: work(kind, at: at, now: now)
        case .resolve, .resolveNow, .followUp, .close, .reopen, .withdraw, .merge: ending(kind)
        }
    }

    private func say(_ traditional: String, _ simplified: String, _ english: String) -> String {
        switch person.script {
        case .traditional: traditional
        case .simplified: simplified
        case .english: english
        }
    }

    private func assessed(_ severity: Severity) -> [String: FieldValue] {
        [
            "severity": .text(severity.rawValue), "category": .text(grievance.category),
            "vulnerable": .text(person.vulnerableNeed == nil ? "no" : "yes"),
        ]
    }

    private func days(_ count: Int64, after instant: Instant) -> FieldValue {
        .instant(Instant(seconds: instant.seconds + count * DemoCalendar.secondsPerDay))
    }

    private func work(
        _ kind: DemoStory.Kind, at: Instant, now: Instant
    ) -> (type: EventType, fields: [String: FieldValue]) {
        switch kind {
        case .wait:
            (
                .wait,
                [
                    "reason": .text("awaiting_customer"), "told": .boolean(true),
                    "awaiting": .text(say("行車記錄影片", "行车记录视频", "The dash camera's film")),
                    "until": days(3, after: now),
                ]
            )
        case .offer:
            (
                .offerRemedy,
                [
                    "remedy_type": .text("goodwill"), "amount": .integer(goodwill),
                    "currency": .text(person.currency.rawValue), "expires": days(14, after: at),
                ]
            )
        case .accept:
            (.acceptOffer, ["offer": .integer(1), "evidence": .text("call \(person.reference)-A")])
        case .execute:
            (.confirmExecuted, ["offer": .integer(1), "evidence": .text("transfer \(person.reference)-T")])
        case .defer:
            (
                .defer,
                [
                    "explanation": .text(say("原廠零件到貨後處理", "原厂配件到货后处理", "As soon as the maker delivers the part")),
                    "review_on": days(20, after: now),
                ]
            )
        default:
            (
                .escalate,
                [
                    "reason": .text("customer"),
                    "summary": .text(
                        say("客戶要求主管處理：", "客户要求主管处理：", "Asks for the supervisor: ") + grievance.summary(person.script)),
                ]
            )
        }
    }

    private func ending(_ kind: DemoStory.Kind) -> (type: EventType, fields: [String: FieldValue]) {
        switch kind {
        case .resolve(let outcome):
            (
                .resolve,
                settled(outcome).merging([
                    "routes_told": .boolean(true), "root_cause": .text("process"),
                ]) { first, _ in first }
            )
        case .resolveNow:
            (
                .resolveNow,
                settled(.upheld).merging([
                    "severity": .text(Severity.s4.rawValue), "category": .text(grievance.category),
                ]) { first, _ in first }
            )
        case .followUp(let satisfaction):
            (
                .followUp,
                [
                    "reached": .boolean(true), "satisfied": .text(satisfaction.rawValue),
                    "score": .integer(satisfaction == .yes ? 5 : 3),
                    "words": .text(say("處理得不錯", "处理得不错", "Well handled")),
                ]
            )
        case .close: (.close, ["root_cause": .text("process"), "disposition": .text("settled")])
        case .reopen: (.reopen, ["reason": .text(say("問題再次發生", "问题再次发生", "It has happened again"))])
        case .withdraw: (.withdraw, ["evidence": .text("message \(person.reference)-W")])
        default: (.merge, [:])
        }
    }

    private func settled(_ outcome: Outcome) -> [String: FieldValue] {
        [
            "outcome": .text(outcome.rawValue), "decision_told": .boolean(true), "error_admitted": .boolean(true),
            "apology": .boolean(true),
        ]
    }

    /// Within what an agent may give: TWD 800, CNY or HKD 150.00.
    private var goodwill: Int64 { person.currency == .twd ? 800 : 15_000 }
}
