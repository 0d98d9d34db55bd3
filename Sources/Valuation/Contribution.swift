package import Money

/// What a customer brought in twelve months after the cost of serving them, in minor units.
///
/// sum(net amount x margin) - returns - contacts per channel - complaints - days late; each product is rounded once,
/// half away from zero.
package struct Contribution: Sendable, Equatable {
    package var minorUnits: Int64
    /// True when a margin was assumed (the line had none of its own) or the totals came without dates.
    package var isEstimated: Bool

    package init(minorUnits: Int64, isEstimated: Bool) {
        self.minorUnits = minorUnits
        self.isEstimated = isEstimated
    }

    /// Computes the contribution; throws when a sum leaves 64 bits.
    package init(of year: CustomerYear, by rules: ValueRules) throws(MoneyError) {
        var total: Int128 = 0
        var isEstimated = year.hasUndatedTotals
        for sales in year.sales {
            let known = sales.margin
            let margin = known ?? rules.margins.margin(ofProductClass: sales.productClass)
            guard let earned = margin.of(sales.netMinorUnits) else { throw .outOfRange }
            total += Int128(earned)
            if known == nil { isEstimated = true }
        }
        let costs = rules.costs
        total -= Int128(costs.perReturn) * Int128(year.returns)
        total -= Int128(costs.perComplaint) * Int128(year.complaints)
        total -= Int128(costs.perDayLate) * Int128(year.daysLate)
        for (channel, count) in year.contactsByChannel {
            total -= Int128(costs.perContact[channel] ?? 0) * Int128(count)
        }
        guard let minorUnits = Int64(exactly: total) else { throw .outOfRange }
        self.init(minorUnits: minorUnits, isEstimated: isEstimated)
    }
}

/// One customer's last twelve months, summed: what the contribution is made of.
package struct CustomerYear: Sendable, Equatable {
    /// Net sales (returns and cancellations subtracted in the month of the return) that share a margin.
    package struct Sales: Sendable, Equatable {
        package var netMinorUnits: Int64
        package var productClass: String?
        /// The lines' own margin; nil falls back to the class's, then the company's, and marks the result estimated.
        package var margin: Ratio?

        package init(netMinorUnits: Int64, productClass: String? = nil, margin: Ratio? = nil) {
            self.netMinorUnits = netMinorUnits
            self.productClass = productClass
            self.margin = margin
        }
    }

    package var sales: [Sales]
    package var returns: Int
    package var contactsByChannel: [String: Int]
    package var complaints: Int
    package var daysLate: Int
    /// True when the totals were imported as balances, without dated purchases.
    package var hasUndatedTotals: Bool

    package init(
        sales: [Sales], returns: Int = 0, contactsByChannel: [String: Int] = [:], complaints: Int = 0,
        daysLate: Int = 0, hasUndatedTotals: Bool = false
    ) {
        self.sales = sales
        self.returns = returns
        self.contactsByChannel = contactsByChannel
        self.complaints = complaints
        self.daysLate = daysLate
        self.hasUndatedTotals = hasUndatedTotals
    }
}

extension Margins {
    /// The margin of a line that has none of its own.
    package func margin(ofProductClass productClass: String?) -> Ratio {
        productClass.flatMap { byProductClass[$0] } ?? company ?? .one
    }
}
