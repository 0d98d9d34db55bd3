import Customers
import Dossier
import Valuation

extension LookupAnswer {
    func json(in centre: Centre, elapsedMilliseconds: Double) -> JSON {
        [
            "query": .string(query),
            "kind": .string(kind.rawValue),
            "matches": .list(matches) { $0.json(in: centre) },
            "truncated": .boolean(isTruncated),
            "elapsed_ms": .number(elapsedMilliseconds),
        ]
    }
}

extension LookupMatch {
    func json(in centre: Centre) -> JSON {
        [
            "customer": .string(customer.description),
            "name": .text(name),
            "phones": .strings(phones),
            "plates": .strings(plates),
            "region": .text(region?.rawValue),
            "tier": .string(tier.rawValue),
            "matched": .string(matched.rawValue),
            "open_complaints": .integer(Int64(openComplaints)),
            "owner": .text(owner),
            "last_contact": centre.timestamp(lastContact),
        ]
    }
}
