import Desk
import Dossier

extension CustomerCard {
    /// The single-customer screen as data.
    func json(in centre: Centre, wording: Wording) -> JSON {
        [
            "customer": customer.json,
            "tier": tier.json(in: centre, wording: wording),
            "value": value.json,
            "alerts": [],
            "complaints": .list(complaints) { $0.json(in: centre) },
            "timeline": .list(timeline) { $0.json(in: centre) },
            "timeline_count": .integer(Int64(timelineCount)),
            "follow_ups": .list(followUps) { $0.json(in: centre) },
            "holdings": .list(holdings) { $0.json(in: centre) },
            "customer_since": centre.timestamp(customerSince),
            "last_contact": centre.timestamp(lastContact),
        ]
    }
}
