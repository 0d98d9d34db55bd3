import Complaints
import Customers
import Dossier
import Money
import Valuation
import WorkingTime

extension Session {
    func card(
        _ id: CustomerID, timelineLimit: Int, now: Instant, _ book: RulesBook?
    ) throws(StoreError) -> CustomerCard? {
        guard let customer = try customer(id) else { return nil }
        let number = customer.id.number
        let (tier, value) = try tierAndValue(of: number, now: now)
        var card = CustomerCard(customer: customer, tier: tier, value: value)
        card.complaints = try openComplaints(of: number, now: now, book)
        card.timeline = try timeline(
            of: number, before: Instant(microseconds: .max), limit: timelineLimit)
        card.timelineCount =
            card.timeline.count < timelineLimit ? card.timeline.count : try timelineCount(of: number)
        card.followUps = try followUps(of: number)
        card.holdings = try holdings(of: number)
        let activity = try first(
            "SELECT first_contact, last_contact FROM customer_activity WHERE customer = $1", number
        ) { ($0.instant(0), $0.instant(1)) }
        card.customerSince = activity?.0
        card.lastContact = activity?.1
        return card
    }

    /// Overdue first, then by due time.
    private func openComplaints(of customer: Int64, now: Instant, _ book: RulesBook?) throws(StoreError) -> [Complaint]
    {
        let numbers = try all(
            "SELECT number FROM complaints WHERE customer = $1 AND is_open = 1 ORDER BY next_due NULLS LAST",
            customer
        ) { $0.integer(0) }
        var complaints: [Complaint] = []
        for number in numbers {
            if let complaint = try complaint(number, book) { complaints.append(complaint) }
        }
        return complaints
    }

    private func holdings(of customer: Int64) throws(StoreError) -> [Holding] {
        try all("SELECT product, number, since, until FROM holdings WHERE customer = $1 ORDER BY id", customer) { row in
            Holding(
                product: row.text(0), reference: row.optionalText(1), since: row.optionalInstant(2),
                until: row.optionalInstant(3))
        }
    }

    private func followUps(of customer: Int64) throws(StoreError) -> [FollowUp] {
        try all(
            """
            SELECT due, text, owner, case_number, phone, team, tries, id FROM follow_ups
            WHERE customer = $1 AND done_at IS NULL
            ORDER BY due, id
            """, customer
        ) { $0.followUp() }
    }

    /// The tier as it holds now, and the figures behind it.
    func tierAndValue(of customer: Int64, now: Instant) throws(StoreError) -> (TierCard, ValueCard) {
        let summary = try valueSummary(of: customer)
        let byHand = try first(
            "SELECT tier, reason, until, made_by FROM tier_overrides WHERE customer = $1 AND until > $2", customer, now
        ) { row throws(StoreError) in
            TierOverride(tier: try row.value(0), reason: row.text(1), until: row.instant(2), by: row.text(3))
        }
        var reason = TierReason(rule: .noHistory)
        if let summary {
            reason = TierReason(
                rule: summary.rule, abc: summary.memory?.abc, rank: summary.rank, isEstimated: summary.isEstimated)
            if let abc = summary.memory?.abc, let currency = summary.currency, let cuts = try cuts(currency) {
                reason.rankedCustomers = cuts.rankedCustomers
                reason.customersToHere = cuts.customers(downTo: abc)
            }
        }
        if byHand != nil { reason.rule = .override }
        let tier = TierCard(
            tier: byHand?.tier ?? summary?.tier ?? .unrated, reason: reason, since: summary?.since, override: byHand)
        let recency = summary?.lastPurchase.map { max(0, Int((now.seconds - $0.seconds) / 86_400)) }
        let value = ValueCard(
            contribution12Months: summary?.contribution12Months, orders12Months: summary?.orders ?? 0,
            recencyDays: recency)
        return (tier, value)
    }
}

extension Statement {
    /// The columns due, text, owner, case_number, phone, team, tries, id.
    func followUp() -> FollowUp {
        var followUp = FollowUp(
            due: instant(0), text: text(1), owner: text(2),
            caseNumber: optionalInteger(3).map(ComplaintKey.caseNumber))
        followUp.phone = optionalText(4)
        followUp.team = optionalText(5)
        followUp.tries = int(6)
        followUp.number = integer(7)
        return followUp
    }
}
