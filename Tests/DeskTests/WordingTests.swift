import Complaints
import Customers
import Dossier
import Money
import Testing
import Valuation
import WorkingTime

@testable import Desk

@Suite struct WordingTests {
    static let classA = TierReason(rule: .classA, abc: .a, rank: 12, rankedCustomers: 4372, customersToHere: 1178)

    @Test(arguments: [
        (Wording.traditional, "帶來80%貢獻的 1178 位客戶之一，第 12/4372 名"),
        (.simplified, "带来80%贡献的 1178 位客户之一，第 12/4372 名"),
        (.english, "among the 1178 customers that bring 80 % of contribution, rank 12 of 4372"),
    ])
    func `a tier's reason is one line an agent can read out`(wording: Wording, sentence: String) {
        #expect(wording.reason(Self.classA) == sentence)
    }

    @Test func `a tier set by hand names who, until when and why`() {
        let card = TierCard(
            tier: .green, reason: TierReason(rule: .override),
            override: TierOverride(
                tier: .green, reason: "partner", until: Sample.at("2027-01-31T00:00:00+08:00"), by: "sue"))
        #expect(Wording.english.reason(card, zone: Sample.zone) == "set by sue until 2027-01-31: partner")
    }

    @Test(arguments: [
        (DueStatus.overdue(seconds: 3 * 3600), "逾期 3小時", "超时 3小时", "late 3 h"),
        (.remaining(seconds: 19 * 3600, isProvisional: false), "尚餘 19小時", "还剩 19小时", "19 h left"),
        (.remaining(seconds: 59, isProvisional: false), "尚餘 0分鐘", "还剩 0分钟", "0 min left"),
        (.remaining(seconds: 3 * 86400, isProvisional: true), "尚餘 3天（暫定）", "还剩 3天（暂定）", "3 days left (prov.)"),
        (.paused, "暫停計時", "暂停计时", "paused"),
    ])
    func `due words`(status: DueStatus, traditional: String, simplified: String, english: String) {
        #expect(Wording.traditional.due(status) == traditional)
        #expect(Wording.simplified.due(status) == simplified)
        #expect(Wording.english.due(status) == english)
    }

    @Test func `the nearest running clock decides, the second it is due is still in time`() {
        func clock(_ due: Int64, _ state: ComplaintClock.State) -> ComplaintClock {
            ComplaintClock(
                name: "RESOLVE", generation: 1, start: Sample.now, budget: "1wd",
                due: Instant(seconds: Sample.now.seconds + due), state: state)
        }
        let now = Sample.now
        #expect(
            DueStatus(clocks: [clock(60, .running), clock(0, .running)], now: now)
                == .remaining(seconds: 0, isProvisional: false))
        #expect(
            DueStatus(clocks: [clock(60, .running), clock(-1, .met)], now: now)
                == .remaining(seconds: 60, isProvisional: false))
        #expect(DueStatus(clocks: [clock(60, .paused)], now: now) == .paused)
        #expect(DueStatus(clocks: [clock(60, .paused), clock(-7200, .running)], now: now) == .overdue(seconds: 7200))
        #expect(DueStatus(clocks: [], now: now) == .none)
    }

    @Test func `every refusal has a sentence of its own in every language`() {
        for language in Language.allCases {
            let sentences = RefusalCode.allCases.map { Wording(language).sentence($0) }
            #expect(Set(sentences).count == RefusalCode.allCases.count)
            #expect(sentences.allSatisfy { $0.count > 5 })
        }
    }

    @Test func `a refusal says what is missing, who may, and what is possible`() {
        var illegal = Refusal(.illegalTransition)
        illegal.legal = [.acknowledge, .note]
        #expect(Wording.simplified.sentence(illegal) == "工单在当前状态不能这样做。可以：告知受理、备注。")
        #expect(
            Wording.english.sentence(illegal) == "The case does not take this now. Possible now: acknowledge, note.")
        #expect(
            Wording.traditional.sentence(Refusal(.missingField, field: "root_cause")) == "請填「根本原因」。")
        #expect(
            Wording.english.sentence(Refusal(.authorityExceeded, lowestRole: .manager))
                == "Beyond your authority: a manager may grant it.")
    }

    @Test(arguments: [
        (Refusal(.badValue, field: "until", kind: .date), "“Until” cannot be read. Write it like 2026-03-02."),
        (
            Refusal(.badValue, field: "severity", choices: ["S1", "S2"], kind: .choice(["S1", "S2"])),
            "“Severity” cannot be read. One of: S1, S2."
        ),
        (
            Refusal(.badValue, field: "summary", kind: .text),
            "“What happened” cannot be read. At most 16 KiB, and no control characters."
        ),
        (Refusal(.currency, field: "currency", choices: ["CNY"]), "The case has another currency. One of: CNY."),
        (Refusal(.unknownField, field: "tex", legalFields: ["text"]), "There is no field “tex” here. One of: text."),
        (Refusal(.openTask, blockers: [4, 9]), "A task is still open. (#4 #9)"),
    ])
    func `a refusal says what to write instead or what stands in the way`(refusal: Refusal, sentence: String) {
        #expect(Wording.english.sentence(refusal) == sentence)
    }

    @Test(arguments: [
        (Tier.green, "[###] G 绿"), (.yellow, "[##-] Y 黄"), (.red, "[#--] R 红"), (.unrated, "[---] - 未评"),
    ])
    func `a badge is told by bar, letter and word`(tier: Tier, badge: String) {
        #expect(Wording.simplified.badge(tier) == badge)
    }

    @Test(arguments: [
        ("+8613800138000", "138-0013-8000"), ("+886912345678", "0912-345-678"), ("+85291234567", "9123-4567"),
        ("+441234567890", "+441234567890"), ("as typed", "as typed"),
    ])
    func `a phone is grouped as its region writes it`(number: String, text: String) {
        #expect(Wording.phone(number) == text)
    }

    @Test(arguments: [
        (Money(minorUnits: 9_820_000, currency: .cny), "98,200元"),
        (Money(minorUnits: -1_260, currency: .twd), "-1,260台币"),
        (Money(minorUnits: 5, currency: .usd), "US$0.05"),
    ])
    func `amounts`(money: Money, text: String) {
        #expect(Wording.simplified.amount(money) == text)
    }

    /// Characters that only the simplified script has, of those our own texts use.
    private static let simplifiedOnly = Set(
        "这们来时会说国对开关东车马门见问间话语诉设认议证识读试该请谁调谈谢让记计订讯训许论访评诊词译费资质购赔赞队阶际陆阳险随隐难项顺须顾预领频题额风飞验鱼黄齐龙单户级励处复备导将尽层带并应张当录总换择报拟据无显暂权条构标栏样档检汇满点状环现电码确离称种签类紧约纪线组细终绍经结给络统继续绿网罗职联脑获补览触订议负责货转软轻辑输达过运还进远连选递郑释钟钮铃销键错长闭闲闻阅陈页颜饰驳"
    )

    @Test func `Traditional texts hold no simplified characters`() {
        let wording = Wording.traditional
        var texts = DeskCommand.all.flatMap {
            [wording[$0.label], wording[$0.help], $0.hint.map { wording[$0] } ?? ""]
        }
        texts += CaseState.allCases.map { wording.word($0) } + Severity.allCases.map { wording.meaning($0) }
        texts += EventType.allCases.map { wording.word($0) } + Role.allCases.map { wording.word($0) }
        texts += RefusalCode.allCases.map { wording.sentence($0) } + Tier.allCases.map { wording.badge($0) }
        texts += Wording.labelledFields.map { wording.label(field: $0) }
        texts += HelpPlace.allCases.flatMap { place in
            wording.placeHelp(place).map(\.text) + [wording.placeTitle(place)]
        }
        texts += [Presence.ready, .onCall, .shortBreak, .offline].map { wording.word($0) }
        texts += [wording.lookupHelp, wording.moreCandidates, wording.noteHelp, wording.formHint, wording.chooseHint]
        texts += WrapUpCode.standard.map { wording[$0.label] }
        for type in EventType.commandable {
            for field in EventSchema.fields(of: type) {
                texts += field.kind.choices.map { wording.value($0, field: field.name) }
            }
        }
        for text in texts {
            let wrong = text.filter { Self.simplifiedOnly.contains($0) }
            #expect(wrong.isEmpty, "\(text)")
        }
    }

    @Test func `tenure counts full years, then full months`() {
        let now = Sample.now
        let zone = Sample.zone
        #expect(Wording.english.tenure(since: Sample.at("2017-11-23T00:00:00+08:00"), now: now, zone: zone) == "8 y")
        #expect(Wording.english.tenure(since: Sample.at("2017-11-22T00:00:00+08:00"), now: now, zone: zone) == "9 y")
        #expect(Wording.english.tenure(since: Sample.at("2026-09-01T00:00:00+08:00"), now: now, zone: zone) == "2 mo")
    }
}
