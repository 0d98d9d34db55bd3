import Customers
import Dossier
import Valuation
import WorkingTime

extension Session {
    /// Puts each candidate's last contact beside it. Read in the order they lie in, which touches each page once.
    func addLastContacts(to candidates: inout [Candidate]) throws(StoreError) {
        let statement = try statement("SELECT last_contact FROM customer_activity WHERE customer = $1")
        candidates.sort { $0.customer < $1.customer }
        for place in candidates.indices {
            statement.bind(candidates[place].customer, at: 1)
            if try statement.step() { candidates[place].lastContact = statement.integer(0) }
            statement.reset()
        }
    }

    /// The candidate as the list shows them; nil for one who is gone.
    func match(_ candidate: Candidate, now: Instant) throws(StoreError) -> LookupMatch? {
        let found = try first(
            """
            SELECT c.name, c.region, c.responsible, a.last_contact, a.open_complaints, v.tier, o.tier
            FROM customers c
            LEFT JOIN customer_activity a ON a.customer = c.id
            LEFT JOIN value_summaries v ON v.customer = c.id
            LEFT JOIN tier_overrides o ON o.customer = c.id AND o.until > $1
            WHERE c.id = $2
            """, now, candidate.customer
        ) { row throws(StoreError) in
            let computed: Tier? = try row.optionalValue(5)
            let byHand: Tier? = try row.optionalValue(6)
            return LookupMatch(
                customer: CustomerID(candidate.customer), name: row.optionalText(0), phones: [], plates: [],
                region: row.optionalText(1).map(Region.init(rawValue:)),
                tier: byHand ?? computed ?? .unrated, matched: candidate.kind,
                openComplaints: row.int(4), owner: row.optionalText(2), lastContact: row.optionalInstant(3))
        }
        return found
    }
}
