import Money
import WorkingTime

extension Simulation {
    /// What the customer's other cases have granted in 90 days; what was merged into this one it counts itself.
    ///
    /// In the currency of what is asked for, in the command or the escalation it names; else of the case.
    func granted90Days(_ own: Complaint?, _ fields: EventFields, at now: Instant) -> Money? {
        guard let own, let customer = own.customer else { return nil }
        let escalated = own.escalations.first { $0.sequence == fields.count("escalation") }
        guard let currency = fields.money?.currency ?? escalated?.amount?.currency ?? own.currency else { return nil }
        let since = now - TimeLength(minutes: 90 * 24 * 60)
        var sum: Int64 = 0
        for other in complaints where other.customer == customer && other.caseNumber != own.caseNumber {
            guard !own.absorbed.contains(where: { $0.caseNumber == other.caseNumber.description }) else { continue }
            for offer in other.offers where offer.isGranted && offer.remedy != .restitution && offer.offeredAt >= since
            {
                guard let amount = offer.amount, amount.currency == currency else { continue }
                let (total, overflow) = sum.addingReportingOverflow(amount.minorUnits)
                sum = overflow ? .max : total
            }
        }
        return sum > 0 ? Money(minorUnits: sum, currency: currency) : nil
    }
}
