import Desk
import Dossier
import Money
import Valuation

extension TierCard {
    /// The tier with the sentence an agent reads out and the facts it is made of.
    func json(in centre: Centre, wording: Wording) -> JSON {
        [
            "level": .string(tier.rawValue),
            "reason": .string(wording.reason(self, zone: centre.zone)),
            "since": centre.timestamp(since),
            "override": override.map { $0.json(in: centre) } ?? .null,
            "inputs": reason.json,
        ]
    }
}

extension TierOverride {
    func json(in centre: Centre) -> JSON {
        [
            "level": .string(tier.rawValue), "reason": .string(reason), "until": .string(centre.timestamp(until)),
            "by": .string(by),
        ]
    }
}

extension TierReason {
    var json: JSON {
        [
            "rule": .string(rule.rawValue),
            "abc": .text(abc?.rawValue),
            "rank": .count(rank),
            "ranked_customers": .count(rankedCustomers),
            "customers_to_here": .count(customersToHere),
            "estimated": .boolean(isEstimated),
        ]
    }
}

extension ValueCard {
    /// The figures; those of the forecasting models are null until there are models.
    var json: JSON {
        [
            "contribution_12m": .count(contribution12Months?.minorUnits),
            "currency": .text(contribution12Months?.currency.rawValue),
            "orders_12m": .integer(Int64(orders12Months)),
            "recency_days": .count(recencyDays),
            "p_overdue": .null,
            "expected_purchases_12m": .null,
            "expected_contribution_12m": .null,
        ]
    }
}
