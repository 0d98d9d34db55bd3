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
        for remark in [customer.hint, customer.vulnerableNeed, customer.preferences].compactMap({ $0 }) {
            lines.append("  ! " + remark)
        }
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
        card.followUps.map { "\(centre.minute($0.due))  \($0.text)  (\($0.owner))" }
    }

    private var history: [String] {
        var lines = card.timeline.map { TimelineText.line($0, in: centre, wording: wording) }
        if card.timelineCount > card.timeline.count { lines.append(wording.moreThanShown(card.timeline.count)) }
        return lines
    }
}
