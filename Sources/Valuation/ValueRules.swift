package import Money

/// How a customer's worth is computed: the `[value]` part of the policy file.
///
/// Without a policy no cost is known and the margin is taken as 100 %, so contribution is turnover and every tier
/// says "estimated".
package struct ValueRules: Sendable, Equatable {
    /// Fewer ranked customers than this get a class and a rank, but no colour.
    package static let rankedCustomersMin = 20
    /// Purchase days from which a customer is no longer new, however recent the first contact.
    package static let purchaseDaysOfHistory = 2

    package var abc: ABCPercentages
    /// How far, in percent of a cut, a contribution must pass it before the class changes at once.
    package var hysteresisPercent: Int
    /// First contact fewer than this many days ago, with hardly any purchase: no tier yet.
    package var newDays: Int
    package var margins: Margins
    package var costs: ServiceCosts
    /// The best tier a credit grade allows (`D` -> yellow); it lowers a tier, never raises one.
    package var creditCap: [String: Tier]

    package init(
        abc: ABCPercentages = .standard, hysteresisPercent: Int = 5, newDays: Int = 90, margins: Margins = Margins(),
        costs: ServiceCosts = ServiceCosts(), creditCap: [String: Tier] = ["D": .yellow]
    ) {
        self.abc = abc
        self.hysteresisPercent = hysteresisPercent
        self.newDays = newDays
        self.margins = margins
        self.costs = costs
        self.creditCap = creditCap
    }

    package static let builtIn = ValueRules()
}

/// Where the cumulative share of contribution divides A from B and B from C, in percent: 80 and 95.
package struct ABCPercentages: Sendable, Equatable {
    package let a: Int
    package let b: Int

    /// Nil unless 0 < a < b <= 100.
    package init?(a: Int, b: Int) {
        guard 0 < a, a < b, b <= 100 else { return nil }
        self.init(uncheckedA: a, b: b)
    }

    private init(uncheckedA a: Int, b: Int) {
        self.a = a
        self.b = b
    }

    package static let standard = ABCPercentages(uncheckedA: 80, b: 95)
}

/// What part of a sale is margin: the line's own, else its product class's, else the company's, else all of it.
package struct Margins: Sendable, Equatable {
    package var byProductClass: [String: Ratio]
    package var company: Ratio?

    package init(byProductClass: [String: Ratio] = [:], company: Ratio? = nil) {
        self.byProductClass = byProductClass
        self.company = company
    }
}

/// What serving a customer costs, in minor units; a cost that is not known is zero.
package struct ServiceCosts: Sendable, Equatable {
    /// Per contact by channel (`phone`, `visit` ...).
    package var perContact: [String: Int64]
    package var perReturn: Int64
    package var perComplaint: Int64
    /// Per day a payment was late.
    package var perDayLate: Int64

    package init(
        perContact: [String: Int64] = [:], perReturn: Int64 = 0, perComplaint: Int64 = 0, perDayLate: Int64 = 0
    ) {
        self.perContact = perContact
        self.perReturn = perReturn
        self.perComplaint = perComplaint
        self.perDayLate = perDayLate
    }
}
