/// The two contributions that divide the classes, as the last ranking found them, with how many stand above each.
///
/// With these kept, a purchase moves a customer between classes by two comparisons. The smallest contribution in a
/// class is its cut; customers with exactly that contribution may rank on either side (ties go by id) until the next
/// ranking.
package struct ABCCuts: Sendable, Equatable {
    /// Smallest contribution in class A; nil when nobody brings anything.
    package var a: Int64?
    /// Smallest contribution in class A or B.
    package var b: Int64?
    package var customersInA: Int
    package var customersInB: Int
    package var customersInC: Int
    package var customersAtLoss: Int

    package init(
        a: Int64? = nil, b: Int64? = nil, customersInA: Int = 0, customersInB: Int = 0, customersInC: Int = 0,
        customersAtLoss: Int = 0
    ) {
        self.a = a
        self.b = b
        self.customersInA = customersInA
        self.customersInB = customersInB
        self.customersInC = customersInC
        self.customersAtLoss = customersAtLoss
    }

    package var rankedCustomers: Int { customersInA + customersInB + customersInC + customersAtLoss }

    /// How many customers are in this class or a better one.
    package func customers(downTo abc: ABCClass) -> Int {
        switch abc {
        case .a: customersInA
        case .b: customersInA + customersInB
        case .c: customersInA + customersInB + customersInC
        case .loss: rankedCustomers
        }
    }

    /// The class of a contribution by these cuts alone.
    package func abcClass(of minorUnits: Int64) -> ABCClass {
        abcClass(of: minorUnits, percentOfA: 100, percentOfB: 100)
    }

    /// The class a customer keeps or takes: a cut counts only once it is passed by the hysteresis.
    ///
    /// The cuts below the present class are lowered, those above it raised, each by the given percentage; the border
    /// to loss is zero and so cannot move.
    package func abcClass(of minorUnits: Int64, coming previous: ABCClass, hysteresisPercent: Int) -> ABCClass {
        let lowered = 100 - hysteresisPercent
        let raised = 100 + hysteresisPercent
        return abcClass(
            of: minorUnits,
            percentOfA: previous == .a ? lowered : raised,
            percentOfB: previous == .a || previous == .b ? lowered : raised)
    }

    private func abcClass(of minorUnits: Int64, percentOfA: Int, percentOfB: Int) -> ABCClass {
        guard minorUnits > 0 else { return .loss }
        guard let a else { return .a }
        let hundredfold = Int128(minorUnits) * 100
        if hundredfold >= Int128(a) * Int128(percentOfA) { return .a }
        return hundredfold >= Int128(b ?? a) * Int128(percentOfB) ? .b : .c
    }
}
