/// Whether monthly amounts fall: Mann-Kendall's test, exact for up to eight months.
///
/// S is the sum of the signs of all later minus earlier amounts; the chance is that of an S this low or lower when
/// every order of these amounts is as likely. Amounts that are equal to others make fewer different orders, which is
/// counted exactly too.
package struct MonthlyTrend: Sendable, Equatable {
    package static let monthsMin = 3
    package static let monthsMax = 8

    /// Kendall's S: negative when amounts fall.
    package var score: Int
    package var chance: Double

    /// Amounts in minor units, oldest first, the last ``monthsMax`` of them count; nil for fewer than ``monthsMin``.
    package init?(monthlyMinorUnits: [Int64]) {
        let amounts = Array(monthlyMinorUnits.suffix(Self.monthsMax))
        guard amounts.count >= Self.monthsMin else { return nil }
        let score = Self.score(amounts)
        var orders = 0
        var asLow = 0
        Self.permute(amounts, upTo: amounts.count) { order in
            orders += 1
            if Self.score(order) <= score { asLow += 1 }
        }
        self.score = score
        chance = Double(asLow) / Double(orders)
    }

    private static func score(_ amounts: [Int64]) -> Int {
        var score = 0
        for later in amounts.indices {
            for earlier in 0..<later { score += (amounts[later] - amounts[earlier]).signum().asInt }
        }
        return score
    }

    /// Every order of the amounts (Heap's algorithm): 40,320 for eight.
    private static func permute(_ amounts: [Int64], upTo count: Int, _ body: ([Int64]) -> Void) {
        var order = amounts
        var counters = [Int](repeating: 0, count: count)
        body(order)
        var index = 0
        while index < count {
            if counters[index] < index {
                order.swapAt(index % 2 == 0 ? 0 : counters[index], index)
                body(order)
                counters[index] += 1
                index = 0
            } else {
                counters[index] = 0
                index += 1
            }
        }
    }
}

extension Int64 {
    fileprivate var asInt: Int { Int(self) }
}
