import Customers
import Dossier
import TerminalKit
import Valuation
import WorkingTime

extension Painter {
    /// Rows 4 and 5: who the customer is, with the tier's badge at its fixed column.
    mutating func paintIdentity() {
        let row = Layout.identityRow
        guard let open = state.customer else {
            put(wording.noCustomer, row: row, column: 1, role: .dim)
            return
        }
        let tier = open.card?.tier.tier ?? open.caller?.tier
        if let tier {
            put(wording.badge(tier), row: row, column: layout.badgeColumn, role: role(of: tier))
        }
        guard let card = open.card else {
            put(
                open.caller?.name ?? open.id.description, row: row, column: 1, role: .title,
                width: layout.badgeColumn - 2)
            let words = open.fault.map { wording.sentence($0) } ?? wording.loading
            put(words, row: row + 1, column: 1, role: open.fault == nil ? .dim : .error)
            return
        }
        paintFirstRow(card, row: row)
        paintSecondRow(card, row: row + 1)
    }

    private mutating func paintFirstRow(_ card: CustomerCard, row: Int) {
        let customer = card.customer
        let plates = customer.plates.map(\.display).joined(separator: " ")
        let phone = customer.phones.first(where: \.isPrimary) ?? customer.phones.first
        let more = customer.phones.count > 1 ? " +\(customer.phones.count - 1)" : ""
        flow(
            [
                Piece(text: shown(customer.name ?? wording.nameless), stop: 1, role: .title, weight: 9),
                Piece(text: shown(person(customer)), stop: 11, role: .text, weight: 1),
                Piece(text: shown(plates), stop: 21, role: .text, weight: 2),
                Piece(
                    text: shown(phone.map { Wording.phone($0.e164 ?? $0.raw) + more } ?? ""),
                    stop: layout.isWide ? 45 : 32, role: .text, weight: 3),
            ], row: row, to: layout.badgeColumn - 1)
        let after = layout.badgeColumn + badgeWidth + 2
        guard layout.isWide else {
            let short = [wording.shortReason(card.tier.reason, ranked: true), wording.shortReason(card.tier.reason)]
                .map { shown($0) }
            grid.put(short[0].width < columns - after ? short[0] : short[1], row: row, column: after, role: .dim)
            return
        }
        let end = columns >= 150 ? 114 : columns
        if let amount = value(card) { put(amount, row: row, column: after, role: .number, width: end - after - 1) }
        if columns >= 150 { put(why(card), row: row, column: 115, role: .dim) }
    }

    private mutating func paintSecondRow(_ card: CustomerCard, row: Int) {
        let isWide = layout.isWide
        let handling = self.handling(card)
        var pieces = [
            Piece(text: shown(tenure(card)), stop: 1, role: .text, weight: 3),
            Piece(text: shown(isWide ? "" : value(card) ?? ""), stop: 11, role: .number, weight: 6),
            Piece(text: shown(lastContact(card)), stop: isWide ? 11 : 26, role: .text, weight: 4),
            Piece(text: shown(followUp(card)), stop: isWide ? 24 : 38, role: .dueSoon, weight: 5),
        ]
        pieces.append(Piece(text: shown(handling), stop: isWide ? 45 : 40, role: .warning, weight: 7))
        if columns < 150 {
            pieces.append(Piece(text: shown(why(card)), stop: isWide ? 80 : 40, role: .dim, weight: 2))
        }
        let next = ProfileCompleteness(of: card.customer).askNext.map { wording.askNext($0) } ?? ""
        pieces.append(Piece(text: shown(next), stop: isWide ? 96 : 62, role: .match, weight: 1))
        flow(pieces, row: row, to: columns)
    }

    private func person(_ customer: Customer) -> String {
        let year = state.zone.localDate(at: state.now).year
        let age = customer.birthYear.flatMap { (0...130).contains(year - $0) ? wording.age(year - $0) : nil }
        return [customer.sex.map { wording.sex($0) }, age].compactMap { $0 }.joined(separator: " ")
    }

    private func value(_ card: CustomerCard) -> String? {
        card.value.contribution12Months.map { wording.yearValue(wording.amount($0)) }
    }

    private func tenure(_ card: CustomerCard) -> String {
        card.customerSince.map { wording.tenureLabel(wording.tenure(since: $0, now: state.now, zone: state.zone)) }
            ?? ""
    }

    private func lastContact(_ card: CustomerCard) -> String {
        card.lastContact.map {
            wording.lastContact(wording.shortDate($0, now: state.now, zone: state.zone))
        } ?? ""
    }

    private func followUp(_ card: CustomerCard) -> String {
        card.followUps.map(\.due).min().map { wording.followUp(wording.dayAndTime($0, zone: state.zone)) } ?? ""
    }

    private func handling(_ card: CustomerCard) -> String {
        [
            card.customer.vulnerableNeed.map { wording.need($0) }, card.customer.taboos.map { wording.taboo($0) },
            card.customer.hint.map { wording.hint($0) },
        ].compactMap { $0 }.joined(separator: "  ")
    }

    private func why(_ card: CustomerCard) -> String {
        wording.why(wording.word(card.tier.tier), wording.reason(card.tier, zone: state.zone))
    }
}
