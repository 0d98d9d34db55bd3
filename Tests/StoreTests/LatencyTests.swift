import Customers
import Dossier
import Foundation
import Testing
import WorkingTime

@testable import Store

/// A store of twenty thousand answers fast: the bound is far above what is measured, for slow machines.
@Suite(.serialized) struct LatencyTests {
    @Test func `every kind of look-up in a store of 20,000 stays far under a tenth of a second`() throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        let surnames = Array("王李張陳林黃吳劉蔡楊")
        let given = Array("明華志偉俊傑美玲淑芬建國文雄")
        let writer = try store.bulkWriter(ImportRun(source: "x", file: "x", startedAt: .march, by: "amy"))
        for number in 0..<20_000 {
            let name = String([surnames[number % 10], given[number / 10 % 14], given[number / 140 % 14]])
            var customer = Customer.draft(
                name, phones: ["+8869" + String(10_000_000 + (number * 7_919) % 90_000_000)],
                plates: number % 2 == 0 ? ["ABC" + String(1000 + number % 9000)] : [])
            customer.reference = String(number)
            _ = try writer.add(customer: customer, line: number + 1)
        }
        #expect(try writer.finish(at: .march).counts.inserted == 20_000)
        let plate = PlateKeys(key: "C12")
        let keys: [QueryKey] = [
            .phone(digits: "886910000000"), .phonePrefix(digits: "88691"),
            .phoneSuffix(digits: "678", tails: PhoneKeys.tails(endingWith: "678")),
            .phoneSuffix(digits: "5678", tails: PhoneKeys.tails(endingWith: "5678")),
            .platePart(key: "C12", confusionKey: plate.confusionKey, tokens: plate.tokens),
            .name(folded: "王", tokens: NameKeys.tokens(of: "王")),
            .name(folded: "明華", tokens: NameKeys.tokens(of: "明華")),
        ]
        for key in keys {
            var query = LookupQuery.parse("?", homeRegion: .taiwan)
            query.keys = [key]
            query.fallbackKeys = []
            let asked = query
            var times: [Double] = []
            for _ in 0..<20 {
                let start = ContinuousClock.now
                _ = try store.engine.read { session throws(StoreError) in
                    try session.answer(asked, limit: 50, now: .march)
                }
                times.append((ContinuousClock.now - start) / .milliseconds(1))
            }
            let median = times.sorted()[10]
            #expect(median < 100, "\(key): \(median) ms")
        }
    }
}
