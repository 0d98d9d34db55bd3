import Money
import WorkingTime

extension Simulation {
    /// What the customer's other cases have granted in 90 days, in the currency the command speaks of.
    func granted90Days(_ own: Complaint?, _ fields: EventFields, at now: Instant) -> Money? {
        guard let own, let customer = own.customer, let currency = fields.currency(on: own) else { return nil }
        let cases = placesByCustomer[customer, default: []].map { complaints[$0] }.filter { $0.customer == customer }
        return GrantedElsewhere(cases, except: own.caseNumber)
            .remedies(since: now - TimeLength(minutes: 90 * 24 * 60), in: currency)
    }
}
