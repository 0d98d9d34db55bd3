import Money
import WorkingTime

extension Complaint {
    mutating func offer(_ event: Event) {
        voidOpenOffers(as: .replaced)
        guard let offer = offer(in: event, state: .offered) else { return }
        offers.append(offer)
    }

    func voidedOffers(as state: Offer.State) -> [Offer] {
        offers.map { offer in
            var offer = offer
            if offer.state == .offered { offer.state = state }
            return offer
        }
    }

    mutating func voidOpenOffers(as state: Offer.State) { offers = voidedOffers(as: state) }

    /// The next version of an offer, from the fields of an offer or a resolution in one call.
    func offer(in event: Event, state: Offer.State) -> Offer? {
        let fields = event.fields
        guard let remedy: RemedyType = fields.word("remedy_type") else { return nil }
        return Offer(
            version: offers.count + 1, remedy: remedy, amount: fields.money,
            expires: fields.instant("expires") ?? event.occurredAt,
            state: state, proposer: event.actor, offeredAt: event.occurredAt, approval: fields.count("approval"),
            consent: fields.text("consent"), executionEvidence: nil)
    }

    private func index(ofOffer event: Event) -> Int? {
        event.fields.count("offer").flatMap { version in offers.firstIndex { $0.version == version } }
    }

    mutating func acceptOffer(_ event: Event, _ rules: Rules) {
        guard let index = index(ofOffer: event) else { return }
        offers[index].state = .accepted
        offers[index].consent = event.fields.text("evidence")
        currency = currency ?? offers[index].amount?.currency
        meet(ClockName.resolve, at: event.occurredAt)
        guard offers[index].remedy.hasValue else {
            offers[index].state = .executed
            return
        }
        start(
            ClockName.remedy, ClockCourse(calendar: pin(calendar, rules), budget: rules.policy.targets.remedy),
            from: event.occurredAt, at: event.occurredAt, subject: offers[index].version, rules)
    }

    mutating func endOffer(_ event: Event, as end: Offer.State) {
        guard let index = index(ofOffer: event) else { return }
        offers[index].state = end
    }

    mutating func confirmExecuted(_ event: Event) {
        guard let index = index(ofOffer: event) else { return }
        offers[index].state = .executed
        offers[index].executionEvidence = event.fields.text("evidence")
        meet(ClockName.remedy, at: event.occurredAt, subject: offers[index].version)
        let remedy = clocks.last { $0.name == ClockName.remedy && $0.subject == offers[index].version }
        if remedy?.state == .breached { missResolve(at: event.occurredAt) }
    }
}

extension EventFields {
    /// The amount and its currency, when both are there.
    var money: Money? { money("amount") }

    /// Of a case merged into this one: what was given back there.
    var restituted: Money? { money("restituted") }

    private func money(_ name: String) -> Money? {
        guard let minorUnits = integer(name), let currency: Currency = word("currency") else { return nil }
        return Money(minorUnits: minorUnits, currency: currency)
    }
}
