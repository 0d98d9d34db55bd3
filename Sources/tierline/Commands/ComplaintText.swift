import Complaints
import Customers
import Desk
import Dossier
import WorkingTime

/// One complaint as lines of text: what it is about, its clocks, its trail, and what may happen next.
struct ComplaintText {
    let file: ComplaintFile
    let centre: Centre
    let wording: Wording

    func print() {
        for line in lines { Output.line(SafeText.line(line)) }
    }

    var lines: [String] {
        let complaint = file.complaint
        let head = [
            complaint.caseNumber.description, complaint.severity.rawValue, wording.word(complaint.state),
            "L\(complaint.level)", complaint.owner, complaint.customer.map { CustomerID($0).description } ?? "-",
        ].joined(separator: "  ")
        return [head, "  " + complaint.summary] + clocks + links + trail + [
            "-> " + complaint.legal.map(\.rawValue).joined(separator: " ")
        ]
    }

    private var clocks: [String] {
        file.complaint.clocks.map { clock in
            let due = clock.due.map { centre.minute($0) } ?? "-"
            let late = clock.late(at: centre.now).map { "  +" + wording.spoken($0) } ?? ""
            return "  \(clock.name)  \(clock.budget)  \(due)  \(clock.state.rawValue)\(late)"
        }
    }

    private var links: [String] {
        file.complaint.links.map { "  \(wording.value($0.relation.rawValue, field: "relation"))  \($0.to)" }
    }

    private var trail: [String] {
        file.events.map { recorded in
            let event = recorded.event
            let words = event.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\(text($0.value))" }
            return "\(event.sequence)  \(centre.minute(event.recordedAt))  \(event.type.rawValue)  \(event.actor)  "
                + words.joined(separator: " ")
        }
    }

    private func text(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): text
        case .integer(let number): String(number)
        case .boolean(let flag): String(flag)
        case .instant(let instant): centre.timestamp(instant)
        }
    }
}
