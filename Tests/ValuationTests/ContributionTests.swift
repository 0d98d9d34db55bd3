import Money
import Testing

@testable import Valuation

@Suite struct `Contribution after service cost` {
    @Test func `with nothing known it is turnover, and says estimated`() throws {
        let year = CustomerYear(
            sales: [.init(netMinorUnits: 12_345)], returns: 3, contactsByChannel: ["phone": 9], complaints: 2,
            daysLate: 30)
        #expect(
            try Contribution(of: year, by: .builtIn) == Contribution(minorUnits: 12_345, isEstimated: true))
    }

    @Test func `margins, returns, contacts, complaints and late days all count`() throws {
        var rules = ValueRules.builtIn
        rules.costs = ServiceCosts(
            perContact: ["phone": 50, "visit": 400], perReturn: 70, perComplaint: 1_000, perDayLate: 2)
        let year = CustomerYear(
            sales: [.init(netMinorUnits: 100_000, margin: .percent(30))], returns: 2,
            contactsByChannel: ["phone": 4, "visit": 1, "pigeon": 7], complaints: 1, daysLate: 15)
        // 30,000 - 140 - 200 - 400 - 1,000 - 30; a channel without a known cost costs nothing.
        #expect(try Contribution(of: year, by: rules) == Contribution(minorUnits: 28_230, isEstimated: false))
    }

    @Test(arguments: [
        (CustomerYear.Sales(netMinorUnits: 1_000, productClass: "tea", margin: .percent(10)), 100, false),
        (.init(netMinorUnits: 1_000, productClass: "tea"), 250, true),
        (.init(netMinorUnits: 1_000, productClass: "salt"), 400, true), (.init(netMinorUnits: 1_000), 400, true),
        (.init(netMinorUnits: -1_001, margin: .percent(50)), -501, false),
    ])
    func `a missing margin is the product class's, then the company's, and then estimated`(
        sales: CustomerYear.Sales, minorUnits: Int64, isEstimated: Bool
    ) throws {
        var rules = ValueRules.builtIn
        rules.margins = Margins(byProductClass: ["tea": .percent(25)], company: .percent(40))
        #expect(
            try Contribution(of: CustomerYear(sales: [sales]), by: rules)
                == Contribution(minorUnits: minorUnits, isEstimated: isEstimated))
    }

    @Test func `totals without dates are estimated even with a known margin`() throws {
        let year = CustomerYear(sales: [.init(netMinorUnits: 10, margin: .one)], hasUndatedTotals: true)
        #expect(try Contribution(of: year, by: .builtIn).isEstimated)
    }

    @Test func `a sum beyond 64 bits is refused, not wrapped`() {
        let year = CustomerYear(sales: [.init(netMinorUnits: .max), .init(netMinorUnits: 1)])
        #expect(throws: MoneyError.outOfRange) { try Contribution(of: year, by: .builtIn) }
    }
}

@Suite struct `Twelve rolling months` {
    @Test func `the sum is of this month and the eleven before`() {
        var year = TwelveMonths(newestMonth: 24_120)
        year.add(100, month: 24_120)
        year.add(10, month: 24_109)
        year.add(1_000, month: 24_108)
        #expect(year.total == 110)
        year.advance(to: 24_121)
        #expect(year.total == 100)
        year.add(5, month: 24_131)
        #expect(year.total == 105)
        year.advance(to: 24_132)
        #expect(year.total == 5)
        year.advance(to: 99_999)
        #expect(year.total == 0)
    }

    @Test func `it equals adding up the purchases of the window, month by month`() {
        var random = Seeded(seed: 1)
        var year = TwelveMonths(newestMonth: -3)
        var purchases: [(month: Int, amount: Int64)] = []
        for step in 0..<600 {
            let month = step / 10 - Int(random.next() % 14)
            let amount = Int64(random.next() % 2_001) - 1_000
            purchases.append((month, amount))
            year.add(amount, month: month)
            let window = purchases.filter { $0.month > year.newestMonth - 12 && $0.month <= year.newestMonth }
            #expect(year.total == window.reduce(0) { $0 + $1.amount })
        }
    }

    @Test func `sums stop at the ends of 64 bits`() {
        var year = TwelveMonths(newestMonth: 0)
        year.add(.max, month: 0)
        year.add(.max, month: 0)
        #expect(year.total == .max)
    }
}

/// A small seeded generator, so that a failure can be repeated.
struct Seeded {
    var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
