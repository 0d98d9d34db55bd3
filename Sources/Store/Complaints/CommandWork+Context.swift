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
                try customerFacts(number, except: complaint?.caseNumber, at: command.recordedAt)
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
        _ customer: Int64, except own: CaseNumber?, at now: Instant
    ) throws(StoreError) -> CustomerFacts {
        let (tier, _) = try session.tierAndValue(of: customer, now: now)
        let person = try session.first("SELECT region, vulnerable_need FROM customers WHERE id = $1", customer) {
            (region: $0.optionalText(0), isVulnerable: !$0.isNull(1))
        }
        let granted = try granted(customer, except: own, at: now)
        return CustomerFacts(
            jurisdiction: person?.region, band: Self.band(tier.tier), isVulnerable: person?.isVulnerable ?? false,
            goodwill12Months: granted.goodwill, granted90Days: granted.lately)
    }

    private static func band(_ tier: Tier) -> TargetBand {
        switch tier {
        case .green: .green
        case .yellow: .yellow
        case .red, .unrated: .standard
        }
    }

    /// What the customer's other cases have granted, in the currency of the last of them.
    private func granted(
        _ customer: Int64, except own: CaseNumber?, at now: Instant
    ) throws(StoreError) -> (goodwill: Money?, lately: Money?) {
        let numbers = try session.all(
            """
            SELECT c.number FROM complaints c
            WHERE c.customer = $1 AND c.number <> $2 AND EXISTS (SELECT 1 FROM complaint_events e
                WHERE e.complaint = c.number AND e.type IN ('\(EventType.acceptOffer.rawValue)',
                    '\(EventType.resolveNow.rawValue)'))
            ORDER BY c.received_at DESC LIMIT $3
            """, customer, own.map { ComplaintKey.number($0) } ?? 0, Self.otherCasesMax
        ) { $0.integer(0) }
        var goodwill: Money?
        var lately: Money?
        for number in numbers {
            for offer in try session.complaint(number, book)?.offers ?? [] where offer.isGranted {
                guard let amount = offer.amount else { continue }
                if offer.remedy == .goodwill, offer.offeredAt >= now.days(before: 365) {
                    Self.add(amount, to: &goodwill)
                }
                if offer.remedy != .restitution, offer.offeredAt >= now.days(before: 90) {
                    Self.add(amount, to: &lately)
                }
            }
        }
        return (goodwill, lately)
    }

    private static func add(_ amount: Money, to sum: inout Money?) {
        guard let old = sum else {
            sum = amount
            return
        }
        guard old.currency == amount.currency else { return }
        let (total, overflow) = old.minorUnits.addingReportingOverflow(amount.minorUnits)
        sum = Money(minorUnits: overflow ? .max : total, currency: old.currency)
    }

    /// Other cases of one customer that are looked at for remedies granted before.
    private static let otherCasesMax = 50
}

extension Instant {
    fileprivate func days(before count: Int64) -> Instant {
        Instant(microseconds: microseconds - count * 86_400 * 1_000_000)
    }
}
