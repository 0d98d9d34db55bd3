/// Where a customer is in the life of the relation, with the rule that says so.
package enum LifeStage: String, Sendable, CaseIterable, Hashable {
    /// 考察期: bought once, or fewer than three times within two usual gaps.
    case exploring
    /// 形成期
    case forming
    /// 稳定期: three repeats or more and no warning.
    case stable
    /// 衰退期: overdue or buying less than their own norm.
    case declining

    package enum Rule: String, Sendable, CaseIterable {
        case boughtOnce = "bought_once"
        case fewPurchasesYet = "few_purchases_yet"
        case overdue
        case buysLess = "buys_less"
        case regular
        case growing
    }

    /// - Parameters:
    ///   - pooledGap: the portfolio's usual gap in days; nil before anybody came back.
    package static func stage(
        _ rhythm: PurchaseRhythm, pooledGap: Double?, overdue: Overdue?, decline: Decline?
    ) -> (stage: LifeStage, rule: Rule) {
        if rhythm.repeats == 0 { return (.exploring, .boughtOnce) }
        if let pooledGap, rhythm.repeats < 2, Double(rhythm.firstToNow) <= 2 * pooledGap {
            return (.exploring, .fewPurchasesYet)
        }
        if overdue?.level == .red { return (.declining, .overdue) }
        if decline?.level == .red { return (.declining, .buysLess) }
        return rhythm.repeats >= 3 ? (.stable, .regular) : (.forming, .growing)
    }
}

/// The five classes of customers banks keep.
package enum CustomerClass: String, Sendable, CaseIterable, Hashable {
    case premium
    case main
    case ordinary
    case restricted
    case potential

    /// The class by value, credit grade (`A` to `D`; nil when unknown, which is not good enough for premium) and promise.
    ///
    /// - Parameter isPromising: outside A and B, but among the best fifth by expected twelve-month contribution, or new
    ///   with a first basket in the best fifth.
    package static func of(_ abc: ABCClass?, creditGrade: String?, isPromising: Bool) -> CustomerClass? {
        if creditGrade == "D" || abc == .loss { return .restricted }
        switch abc {
        case .a where creditGrade == "A" || creditGrade == "B": return .premium
        case .a, .b: return .main
        case .c: return isPromising ? .potential : .ordinary
        case .loss: return .restricted
        case nil: return isPromising ? .potential : nil
        }
    }
}
