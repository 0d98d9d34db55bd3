import Complaints
import Customers
import Dossier
import Money
import Valuation
import WorkingTime

extension CommandWork {
    /// Everything outside the case that the decision depends on, as this transaction sees it.
    mutating func context(_ command: Command, _ complaint: Complaint?) throws(StoreError) -> DecisionContext {
        let rules = complaint.flatMap { book.rules(of: $0.policy) } ?? book.inForce(at: command.recordedAt)
        var customer = complaint?.customer
        if case .integer(let named)? = command.fields["customer"] {
            customer = named
            if complaint == nil || command.type == .identify { try session.requireCustomer(CustomerID(named)) }
        }
        var facts =
            try customer.map { number throws(StoreError) in
                try customerFacts(
                    number, except: complaint?.caseNumber, in: command.fields.currency(on: complaint),
                    at: command.recordedAt)
            } ?? CustomerFacts()
        // Whoever complains without saying where from is under the law of the place that receives it.
        if complaint == nil, facts.jurisdiction == nil { facts.jurisdiction = try session.settings()?.region.rawValue }
        return DecisionContext(
            rules: rules, staff: try staff(at: command.recordedAt), customer: facts,
            newCaseNumber: complaint == nil ? try nextCaseNumber(at: command.recordedAt) : nil,
            other: try otherCase(command, complaint), units: try units(command, rules))
    }

    private func units(_ command: Command, _ rules: Rules) throws(StoreError) -> [FieldUnit] {
        guard command.type == .dispatch else { return [] }
        return try session.fieldUnits(serving: command.fields.text("area"), at: command.occurredAt, rules)
    }

    /// The number a case registered now gets; it is taken only when the registration is accepted.
    private func nextCaseNumber(at now: Instant) throws(StoreError) -> CaseNumber {
        let year = Int(zone.localDateTime(at: now).date.year)
        let next = try session.integer("SELECT next FROM counters WHERE name = $1", Counter.caseCounter(year: year))
        return CaseNumber(year: year, sequence: Int(next ?? 1))
    }

    /// The case a command names, or the one it parts from.
    private func otherCase(_ command: Command, _ complaint: Complaint?) throws(StoreError) -> Complaint? {
        if command.type == .unmerge, let text = complaint?.mergedInto, let survivor = CaseNumber(text: text) {
            return try session.complaint(ComplaintKey.number(survivor), book)
        }
        for name in ["into", "to"] {
            guard case .text(let text)? = command.fields[name], let number = CaseNumber(text: text) else { continue }
            return try session.complaint(ComplaintKey.number(number), book)
        }
        return nil
    }

    private func customerFacts(
        _ customer: Int64, except own: CaseNumber?, in currency: Currency?, at now: Instant
    ) throws(StoreError) -> CustomerFacts {
        let (tier, _) = try session.tierAndValue(of: customer, now: now)
        let person = try session.first("SELECT region, vulnerable_need FROM customers WHERE id = $1", customer) {
            (region: $0.optionalText(0), isVulnerable: !$0.isNull(1))
        }
        let granted = GrantedElsewhere(try granting(customer), except: own)
        let spoken = currency ?? granted.lastCurrency
        return CustomerFacts(
            jurisdiction: person?.region, band: Self.band(tier.tier), isVulnerable: person?.isVulnerable ?? false,
            goodwill12Months: spoken.flatMap { granted.goodwill(since: now.days(before: 365), in: $0) },
            granted90Days: spoken.flatMap { granted.remedies(since: now.days(before: 90), in: $0) })
    }

    private static func band(_ tier: Tier) -> TargetBand {
        switch tier {
        case .green: .green
        case .yellow: .yellow
        case .red, .unrated: .standard
        }
    }

    /// The customer's cases that may have granted something, and those merged into others, latest first.
    private func granting(_ customer: Int64) throws(StoreError) -> [Complaint] {
        let numbers = try session.all(
            """
            SELECT c.number FROM complaints c
            WHERE c.customer = $1 AND EXISTS (SELECT 1 FROM complaint_events e
                WHERE e.complaint = c.number AND e.type IN ('\(EventType.acceptOffer.rawValue)',
                    '\(EventType.resolveNow.rawValue)', '\(EventType.merge.rawValue)'))
            ORDER BY c.received_at DESC LIMIT $2
            """, customer, Self.otherCasesMax
        ) { $0.integer(0) }
        var cases: [Complaint] = []
        for number in numbers {
            if let complaint = try session.complaint(number, book) { cases.append(complaint) }
        }
        return cases
    }

    /// Cases of one customer that are looked at for remedies granted before.
    private static let otherCasesMax = 50
}

extension Instant {
    fileprivate func days(before count: Int64) -> Instant {
        Instant(microseconds: microseconds - count * 86_400 * 1_000_000)
    }
}
