import Complaints
import Customers
import Desk
import Dossier
import Money

/// The single-customer screen as lines of text, in the order the desk shows it.
struct CustomerText {
    let card: CustomerCard
    let centre: Centre
    let wording: Wording

    func print() {
        for line in lines { Output.line(SafeText.line(line)) }
    }

    var lines: [String] {
        identity + worth + complaints + promises + history
    }

    private var identity: [String] {
        let customer = card.customer
        var lines = [
            [
                customer.id.description, customer.name ?? "-", customer.region?.rawValue ?? "",
                customer.creditGrade.map { wording.creditGrade($0.rawValue) } ?? "", customer.responsible ?? "",
            ].filter { !$0.isEmpty }.joined(separator: "  ")
        ]
        for phone in customer.phones {
            let number = phone.e164 ?? phone.raw
            lines.append("  " + (phone.extensionDigits.map { number + " ext. " + $0 } ?? number))
        }
        for plate in customer.plates {
            lines.append("  " + plate.display + (plate.region.map { " (\($0.rawValue))" } ?? ""))
        }
        let address = [
            customer.addressParts.houseNumber, customer.address, customer.addressParts.extra,
            customer.addressParts.locality, customer.addressParts.postcode, customer.addressParts.province,
        ].compactMap { $0 }
        if !address.isEmpty { lines.append("  " + address.joined(separator: " ")) }
        let remarks = [
            customer.hint, customer.vulnerableNeed, customer.taboos, customer.preferences, customer.contactPreference,
        ]
        for remark in remarks.compactMap({ $0 }) { lines.append("  ! " + remark) }
        for consent in customer.consents {
            lines.append("  \(wording.purpose(consent.purpose)): \(wording.yesOrNo(consent.isGiven))")
        }
        for holding in card.holdings {
            lines.append(
                "  " + ([holding.product, holding.reference].compactMap { $0 }).joined(separator: " "))
        }
        let profile = ProfileCompleteness(of: customer)
        lines.append("  " + wording.profile(percent: profile.percent, askNext: profile.askNext))
        return lines
    }

    private var worth: [String] {
        var line = wording.badge(card.tier.tier) + "  " + wording.reason(card.tier, zone: centre.zone)
        if let contribution = card.value.contribution12Months { line += "  " + contribution.description }
        return [line]
    }

    private var complaints: [String] {
        card.complaints.map { complaint in
            [
                complaint.caseNumber.short, complaint.severity.rawValue, wording.word(complaint.state),
                wording.due(DueStatus(complaint, now: centre.now)), complaint.summary,
            ].filter { !$0.isEmpty }.joined(separator: "  ")
        }
    }

    private var promises: [String] {
        card.followUps.map { call in
            [centre.minute(call.due), call.text, call.phone ?? "", "(\(call.team ?? call.owner))"]
                .filter { !$0.isEmpty }.joined(separator: "  ")
        }
    }

    private var history: [String] {
        var lines = card.timeline.map { TimelineText.line($0, in: centre, wording: wording) }
        if card.timelineCount > card.timeline.count { lines.append(wording.moreThanShown(card.timeline.count)) }
        return lines
    }
}
