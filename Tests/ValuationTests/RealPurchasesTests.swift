import Foundation
import Money
import Testing

@testable import Valuation

@Suite struct `Tiers of real customers` {
    static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/data").standardized

    static func text(_ path: String) throws -> String {
        let url = data.appending(path: path)
        return try #require(
            try? String(contentsOf: url, encoding: .utf8), "the real data is not at \(url.path): tests need it")
    }

    static func ranking(_ totals: [Int64: Int64]) -> ABC.Ranking {
        ABC.classify(
            totals.map {
                ValueFacts(
                    customer: $0.key, contribution: Contribution(minorUnits: $0.value, isEstimated: false),
                    firstContactDaysAgo: 400, purchaseDays: 2)
            }, by: .builtIn)
    }

    @Test func `a year and a half of a record shop`() throws {
        var totals: [Int64: Int64] = [:]
        for line in try Self.text("cdnow/CDNOW_dev.txt").split(separator: "\n").dropFirst() {
            let fields = line.split(separator: " ")
            let customer = try #require(Int64(fields[0]))
            totals[customer, default: 0] += try NumberText.decimal(fields[3].utf8.span).minorUnits(of: .usd)
        }
        let ranking = Self.ranking(totals)
        #expect(
            ranking.cuts
                == ABCCuts(
                    a: 7_918, b: 2_776, customersInA: 3_433, customersInB: 3_618, customersInC: 3_502,
                    customersAtLoss: 33))
        #expect(
            ranking.concentration
                == Concentration(
                    positiveSum: 114_439_389, customersForFourFifths: 3_433, bestFifthPermille: 679))
    }

    @Test func `a year of a gift shop, where one customer nets to exactly zero`() throws {
        var totals: [Int64: Int64] = [:]
        for line in try Self.text("uci_online_retail/online_retail_dev.csv").split(separator: "\n").dropFirst() {
            // Descriptions hold commas; the fields after them do not.
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let fromEnd = Array(fields.suffix(5))
            guard let customer = Int64(fromEnd[3].replacing(".0", with: "")) else { continue }
            let price = try NumberText.decimal(fromEnd[2].utf8.span)
            let quantity = try NumberText.decimal(fromEnd[0].utf8.span)
            totals[customer, default: 0] += try price.times(quantity, in: .gbp)
        }
        let ranking = Self.ranking(totals)
        #expect(
            ranking.cuts
                == ABCCuts(
                    a: 154_214, b: 48_622, customersInA: 307, customersInB: 363, customersInC: 430,
                    customersAtLoss: 12))
        #expect(
            ranking.concentration
                == Concentration(
                    positiveSum: 215_648_663, customersForFourFifths: 307, bestFifthPermille: 729))
        #expect(totals.values.filter { $0 == 0 }.count == 1)
    }
}
