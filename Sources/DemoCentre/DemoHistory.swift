import Customers
import Dossier
import Money
import WorkingTime

/// What one customer bought, returned and called about in the last two years.
struct DemoHistory {
    let reference: String
    let habit: DemoHabit
    let region: Region
    let script: Script
    let calendar: DemoCalendar

    private var currency: Currency {
        switch region {
        case .taiwan: .twd
        case .china: .cny
        default: .hkd
        }
    }

    /// Invoices of one to three lines, with the odd return a few days after.
    func purchases(_ random: inout RandomSource) -> [DemoPurchase] {
        let count = random.within(habit.orders)
        let first = random.within(habit.daysBack)
        var purchases: [DemoPurchase] = []
        for order in 0..<count {
            let daysAgo = order == 0 ? first : random.within(0...first)
            let at = calendar.businessMoment(daysAgo: daysAgo, &random)
            let invoice = "\(reference)-\(order + 1)"
            let lines = (0..<random.within(1...3)).compactMap { _ in line(at, invoice, &random) }
            for (position, line) in lines.enumerated() {
                purchases.append(DemoPurchase(reference: "\(invoice)/\(position + 1)", line: line))
            }
            if let bought = lines.first, random.chance(permille: habit == .costly ? 450 : 25),
                let back = returned(bought, daysAgo: daysAgo, &random)
            {
                purchases.append(DemoPurchase(reference: "\(invoice)/R", line: back))
            }
        }
        return purchases
    }

    /// Calls for the most part, some messages and visits; each with who took it and how it was closed.
    func contacts(_ random: inout RandomSource) -> [DemoContact] {
        let count = random.within(habit.contacts)
        let first = habit.daysBack.upperBound
        return (0..<count).map { index in
            let talk = random.pick(weighted: DemoTalk.all.map { ($0.weight, $0) })
            let kind = random.pick(weighted: [(78, TimelineEntry.Kind.call), (14, .message), (8, .visit)]) ?? .call
            return DemoContact(
                reference: "\(reference)-C\(index + 1)",
                at: calendar.businessMoment(daysAgo: random.within(0...first), &random), kind: kind,
                isInbound: kind == .visit || random.chance(permille: 800), text: talk?.text(script) ?? "",
                wrapUpCode: talk?.wrapUpCode ?? "answered", by: random.pick(DemoAgents.answeringCalls) ?? "amy")
        }
    }

    private func line(_ at: Instant, _ invoice: String, _ random: inout RandomSource) -> PurchaseLine? {
        guard let good = random.pick(weighted: DemoGood.all.map { ($0.weight, $0) }) else { return nil }
        let price = good.price(in: currency, percent: random.within(80...140))
        let margin = habit == .costly ? random.within(-2600...300) : good.marginBasisPoints + random.within(-300...300)
        return PurchaseLine(
            at: at, invoice: invoice, product: good.name(script), quantity: 1,
            amount: Money(minorUnits: price, currency: currency), marginBasisPoints: margin)
    }

    private func returned(_ bought: PurchaseLine, daysAgo: Int, _ random: inout RandomSource) -> PurchaseLine? {
        guard daysAgo > 1 else { return nil }
        var back = bought
        back.at = calendar.businessMoment(daysAgo: max(0, daysAgo - random.within(1...12)), &random)
        guard bought.at < back.at else { return nil }
        back.quantity = -1
        back.amount.minorUnits = -bought.amount.minorUnits
        back.isReturn = true
        return back
    }
}
