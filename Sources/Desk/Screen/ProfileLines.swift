import Customers
import Dossier
import TerminalKit

/// One line of the customer whole: what it is called and what it says.
struct ProfileLine: Equatable {
    static let valueColumn = 15

    var label: String
    var text: String
    var role = TerminalKit.Role.overlay
    var isHeading = false
}

extension DeskState {
    /// The customer whole, most needed first, wrapped to that many columns.
    func profileLines(columns: Int) -> [ProfileLine] {
        guard let card = customer?.card else { return [] }
        return (asking(card) + handling(card.customer) + standing(card) + person(card.customer)).flatMap { line in
            let parts = Shown(line.text).wrapped(to: max(8, columns - ProfileLine.valueColumn - 1), linesMax: 6)
            guard parts.count > 1 else { return [line] }
            return parts.enumerated().map { row, part in
                ProfileLine(label: row == 0 ? line.label : "", text: part.text, role: line.role)
            }
        }
    }

    private func asking(_ card: CustomerCard) -> [ProfileLine] {
        let profile = ProfileCompleteness(of: card.customer)
        return [
            ProfileLine(
                label: wording.profileLabel, text: wording.completeness(profile),
                role: profile.askNext == nil ? .overlay : .match)
        ]
    }

    /// How to speak with them.
    private func handling(_ customer: Customer) -> [ProfileLine] {
        [
            line("vulnerable_need", customer.vulnerableNeed, .warning), line("taboos", customer.taboos, .warning),
            line("hint", customer.hint, .warning), line("preferences", customer.preferences),
            line("contact_preference", customer.contactPreference),
            ProfileLine(label: wording.consentsLabel, text: wording.consents(customer.consents)),
        ].compactMap { $0 }
    }

    /// What they hold and how they stand with us.
    private func standing(_ card: CustomerCard) -> [ProfileLine] {
        var lines = [
            line("credit_grade", card.customer.creditGrade?.rawValue),
            ProfileLine(
                label: wording.label(field: "responsible"), text: card.customer.responsible ?? wording.nobody),
        ].compactMap { $0 }
        let rows = card.holdings.map { wording.line($0, zone: zone) }
        lines += (rows.isEmpty ? [wording.nothingHeld] : rows).enumerated().map { row, text in
            ProfileLine(label: row == 0 ? wording.holdings(card.holdings.count) : "", text: text)
        }
        return lines
    }

    private func person(_ customer: Customer) -> [ProfileLine] {
        let phones = customer.phones.map { phone in
            [Wording.phone(phone.e164 ?? phone.raw), phone.extensionDigits.map { "#" + $0 }].compactMap { $0 }.joined()
        }
        let reference = [customer.source, customer.reference].compactMap { $0 }.joined(separator: "/")
        return [
            line("phones", phones.isEmpty ? nil : phones.joined(separator: "; ")),
            line("plates", customer.plates.isEmpty ? nil : customer.plates.map(\.display).joined(separator: "; ")),
            line("birth", customer.birth), line("id_number", customer.idNumber),
            line("address", customer.wholeAddress),
            ProfileLine(
                label: wording.label(field: "customer"),
                text: [customer.id.description, reference].filter { !$0.isEmpty }.joined(separator: "  ")),
        ].compactMap { $0 }
    }

    private func line(_ field: String, _ text: String?, _ role: TerminalKit.Role = .overlay) -> ProfileLine? {
        text.map { ProfileLine(label: wording.label(field: field), text: $0.oneLine, role: role) }
    }

    /// Keys in the customer whole.
    mutating func profileTakes(_ key: Key, scroll: Int) -> [DeskEffect]? {
        switch key {
        case .enter, .control("f"):
            closeTopOverlay()
            return []
        default:
            let rows = max(1, Layout(self).overlay.rows - 2)
            let last = max(1, profileLines(columns: size.columns).count - rows + 1)
            guard let row = moved(scroll, by: key, count: last, page: rows) else { return nil }
            overlays[overlays.count - 1] = .profile(scroll: row)
            return []
        }
    }
}
