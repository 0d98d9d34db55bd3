import Money
import WorkingTime

extension Deliberation {
    /// Limits are cumulative over the case and what was merged into it, and over the customer's 90 days.
    func checkAuthority() throws(Refusal) {
        switch command.type {
        case .offerRemedy, .resolveNow:
            guard let remedy: RemedyType = fields.word("remedy_type"), let asked = fields.money else { return }
            try checkGrant(remedy, asked)
        case .decideEscalation: try checkApproval()
        case .extend: try checkExtensionAuthority()
        default: break
        }
    }

    func checkCurrency(_ currency: Currency) throws(Refusal) {
        guard complaint.currency == nil || complaint.currency == currency,
            policy.authority.limits[currency] != nil
        else { throw Refusal(.currency, field: "currency", choices: complaint.currency.map { [$0.rawValue] } ?? []) }
    }

    private func checkGrant(_ remedy: RemedyType, _ asked: Money) throws(Refusal) {
        let authority = policy.authority
        // Another currency than the case's is refused last, with a code of its own.
        guard authority.limits[asked.currency] != nil else { return }
        // Giving back what was taken wrongly has no cap; beyond the supervisor's limit two people look at it.
        let (sum, overflow) = complaint.givenMinorUnits(with: remedy).addingReportingOverflow(asked.minorUnits)
        let total = overflow ? .max : sum
        let limit = authority.limit(of: command.roles, in: asked.currency) ?? 0
        let mayAlone: Bool
        if remedy == .restitution {
            mayAlone = total <= authority.limits[asked.currency]?[.supervisor] ?? 0
        } else {
            mayAlone = total <= limit && isWithin90Days(total, limit: limit, asked.currency)
        }
        if mayAlone { return }
        if command.type == .offerRemedy, isApproved(remedy, asked, total: total) { return }
        throw Refusal(
            .authorityExceeded, lowestRole: lowestRole(for: total, asked.currency), limitMinorUnits: limit,
            askedMinorUnits: total)
    }

    private func isWithin90Days(_ total: Int64, limit: Int64, _ currency: Currency) -> Bool {
        guard let other = context.customer.granted90Days, other.currency == currency else { return true }
        let (sum, overflow) = total.addingReportingOverflow(other.minorUnits)
        let (most, unlimited) = limit.multipliedReportingOverflow(by: policy.authority.customer90DayMultiple)
        return unlimited || (!overflow && sum <= most)
    }

    /// Above every limit the committee decides: two people of the highest rank.
    func lowestRole(for total: Int64, _ currency: Currency) -> Role {
        let authority = policy.authority
        let role = Role.ranked.first { role in
            guard let limit = authority.limits[currency]?[role], total <= limit else { return false }
            return isWithin90Days(total, limit: limit, currency)
        }
        return role ?? authority.twoPeopleAbove
    }

    /// A decision by somebody else, who may, that approved exactly this remedy.
    private func isApproved(_ remedy: RemedyType, _ asked: Money, total: Int64) -> Bool {
        guard let approval, approval.decision == .approve, approval.remedy == remedy, approval.amount == asked,
            let approver = approval.decidedAs, approval.decidedBy != command.actor
        else { return false }
        if remedy == .restitution { return true }
        let authority = policy.authority
        if let limit = authority.limits[asked.currency]?[approver], total <= limit,
            isWithin90Days(total, limit: limit, asked.currency)
        {
            return true
        }
        let two = authority.twoPeopleAbove
        return approver == two && command.roles.contains(two)
    }

    /// Nobody approves more than the own limit; the committee's first voice may speak for any amount.
    private func checkApproval() throws(Refusal) {
        guard fields.text("decision") == EscalationDecision.approve.rawValue else { return }
        let escalation = try escalation()
        guard let asked = escalation.amount, escalation.remedy != .restitution else { return }
        try checkCurrency(asked.currency)
        let (sum, overflow) = complaint.grantedMinorUnits.addingReportingOverflow(asked.minorUnits)
        let total = overflow ? Int64.max : sum
        let limit = policy.authority.limit(of: command.roles, in: asked.currency) ?? 0
        let isWithin = total <= limit && isWithin90Days(total, limit: limit, asked.currency)
        guard !isWithin, !command.roles.contains(policy.authority.twoPeopleAbove) else { return }
        throw Refusal(
            .authorityExceeded, lowestRole: lowestRole(for: total, asked.currency), limitMinorUnits: limit,
            askedMinorUnits: total)
    }

    /// A law's deadline is extended by the role its regime names, or with that role's approval.
    private func checkExtensionAuthority() throws(Refusal) {
        guard let step = regimeExtension else { return }
        let levels = command.roles.compactMap(\.level) + [approval?.decidedAs?.level].compactMap { $0 }
        guard let needed = step.approve.level, (levels.max() ?? -1) < needed else { return }
        throw Refusal(.authorityExceeded, lowestRole: step.approve)
    }

    /// The regime's smallest extension that reaches the date asked for, when a statutory clock is to be extended.
    var regimeExtension: RegimeExtension? {
        guard ClockName.isStatutory(fields.text("clock") ?? ""), let until = fields.instant("until"),
            let regime = context.rules.regime(of: complaint.jurisdiction)
        else { return nil }
        let calendar = context.rules.calendar(complaint.pin(regime.calendar, context.rules))
        return regime.terms.extensions.first { until <= calendar.due(from: complaint.receivedAt, $0.clock).at }
    }

    // MARK: consent

    func checkConsent() throws(Refusal) {
        switch command.type {
        case .acceptOffer:
            let offered = complaint.offers.first { $0.version == fields.count("offer") }?.remedy
            let isWaived = offered.map(policy.authority.consentWaivedFor.contains) ?? false
            guard isWaived || fields.isGiven("evidence") else { throw Refusal(.consentRequired, field: "evidence") }
        case .resolveNow:
            guard let remedy: RemedyType = fields.word("remedy_type"), remedy.hasValue,
                !policy.authority.consentWaivedFor.contains(remedy), !fields.isGiven("consent")
            else { return }
            throw Refusal(.consentRequired, field: "consent")
        default: break
        }
    }
}
