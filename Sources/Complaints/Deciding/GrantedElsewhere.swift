package import Money
package import WorkingTime

/// What one customer's cases have granted, outside of one of them and of everything that was merged into it.
///
/// Those the case counts itself, as cumulative over its incident; counted here as well they would weigh twice.
package struct GrantedElsewhere: Sendable {
    private let offers: [Offer]

    /// `cases` are the customer's; `own` may be among them.
    package init(_ cases: [Complaint], except own: CaseNumber?) {
        var incident = Set([own].compactMap { $0?.description })
        var others = cases.filter { $0.caseNumber != own }
        while let next = others.firstIndex(where: { $0.mergedInto.map(incident.contains) ?? false }) {
            incident.insert(others.remove(at: next).caseNumber.description)
        }
        offers = others.flatMap { $0.offers.filter(\.isGranted) }
    }

    /// Remedies offered since then, restitution apart, which nobody counts against a limit; nil when there are none.
    package func remedies(since: Instant, in currency: Currency) -> Money? {
        sum(since: since, in: currency) { $0 != .restitution }
    }

    /// Goodwill offered since then; nil when there is none.
    package func goodwill(since: Instant, in currency: Currency) -> Money? {
        sum(since: since, in: currency) { $0 == .goodwill }
    }

    /// The currency of the last one granted.
    package var lastCurrency: Currency? { offers.max { $0.offeredAt < $1.offeredAt }?.amount?.currency }

    private func sum(since: Instant, in currency: Currency, _ counts: (RemedyType) -> Bool) -> Money? {
        let amounts = offers.filter { counts($0.remedy) && $0.offeredAt >= since }.compactMap(\.amount)
        let sum = amounts.filter { $0.currency == currency }.cappedSum
        return sum > 0 ? Money(minorUnits: sum, currency: currency) : nil
    }
}

extension Sequence<Money> {
    /// Minor units of amounts in one currency, at most what fits.
    var cappedSum: Int64 {
        reduce(0) { sum, amount in
            let (total, overflow) = sum.addingReportingOverflow(amount.minorUnits)
            return overflow ? .max : total
        }
    }
}

extension EventFields {
    /// The currency a command speaks of: of its own amount, of the escalation it names, or of the case.
    package func currency(on complaint: Complaint?) -> Currency? {
        let named = count("escalation")
        let escalated = complaint?.escalations.first { $0.sequence == named }
        return money?.currency ?? escalated?.amount?.currency ?? complaint?.currency
    }
}
