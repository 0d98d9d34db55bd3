import Complaints
import Customers
import Dossier
import Money
import WorkingTime

// Rows as they leave, in the order of `ExportKind.columns`.

extension Customer {
    var exportRow: [ExportValue] {
        let primaryFirst = phones.filter(\.isPrimary) + phones.filter { !$0.isPrimary }
        return [
            .customer(id), ExportValue(reference == nil ? nil : source), ExportValue(reference), ExportValue(name),
            .text(kind.rawValue), ExportValue(joined(primaryFirst.map(\.raw))), ExportValue(joined(plates.map(\.raw))),
            ExportValue(region?.rawValue), ExportValue(sex),
            birthYear.map { .integer(Int64($0)) } ?? .none, ExportValue(birthDate), ExportValue(idNumber),
            ExportValue(address), ExportValue(addressParts.houseNumber), ExportValue(addressParts.extra),
            ExportValue(addressParts.locality), ExportValue(addressParts.postcode),
            ExportValue(addressParts.province), ExportValue(creditGrade?.rawValue), ExportValue(hint),
            ExportValue(preferences), ExportValue(taboos), ExportValue(contactPreference),
            ExportValue(joined(consents.map { $0.purpose.rawValue + "=" + ($0.isGiven ? "yes" : "no") })),
            ExportValue(vulnerableNeed), ExportValue(responsible),
        ]
    }

    private func joined(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: "; ") }
}

extension PurchaseLine {
    /// From `at` to `margin_percent`.
    var exportCells: [ExportValue] {
        [
            .instant(at), ExportValue(invoice), ExportValue(product), ExportValue(productClass),
            .integer(Int64(quantity)), .amount(amount), .text(amount.currency.rawValue),
            .text(isReturn ? "return" : "sale"), marginBasisPoints.map(ExportValue.basisPoints) ?? .none,
        ]
    }
}

extension Complaint {
    func exportRow(_ key: (source: String, reference: String)) -> [ExportValue] {
        [
            .text(key.source), .text(key.reference), customer.map { .customer(CustomerID($0)) } ?? .none,
            .instant(receivedAt), ExportValue(acknowledgedAt), ExportValue(resolvedAt), ExportValue(endedAt),
            .text(state.rawValue.lowercased()), .text(channel), .text(summary), ExportValue(category),
            ExportValue(product), .text(severity.rawValue), ExportValue(outcome?.rawValue), ExportValue(rootCause),
            ExportValue(disposition), .integer(Int64(level)), .text(owner), .text(handler), ExportValue(nextDue),
        ]
    }
}
