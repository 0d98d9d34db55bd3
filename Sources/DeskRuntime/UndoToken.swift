import Customers
import Dossier
import Store
import WorkingTime

/// The store's ways back as the desk holds them: text it hands back as it got it.
enum UndoToken: Equatable {
    case note(InteractionKey)
    case promise(Int64)
    case result(CallReceipt)

    var text: String {
        switch self {
        case .note(let key): "note:" + Self.text(key)
        case .promise(let number): "promise:\(number)"
        case .result(let receipt):
            [
                "result", "\(receipt.number)", "\(receipt.due.microseconds)", "\(receipt.tries)",
                receipt.triedAt.map { "\($0.microseconds)" } ?? "", receipt.interaction.map(Self.text) ?? "",
            ].joined(separator: ":")
        }
    }

    private static func text(_ key: InteractionKey) -> String {
        "\(key.customer.number):\(key.at.microseconds):\(key.id)"
    }

    /// Nil for a text that this release did not make.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.dropFirst().map { Int64($0) }
        func key(from start: Int) -> InteractionKey? {
            guard numbers.count >= start + 3, let customer = numbers[start], let at = numbers[start + 1],
                let id = numbers[start + 2]
            else { return nil }
            return InteractionKey(customer: CustomerID(customer), at: Instant(microseconds: at), id: id)
        }
        switch parts.first {
        case "note":
            guard let key = key(from: 0) else { return nil }
            self = .note(key)
        case "promise":
            guard let number = numbers.first ?? nil else { return nil }
            self = .promise(number)
        case "result":
            guard numbers.count >= 4, let number = numbers[0], let due = numbers[1], let tries = numbers[2] else {
                return nil
            }
            self = .result(
                CallReceipt(
                    number: number, due: Instant(microseconds: due), tries: Int(tries),
                    triedAt: numbers[3].map { Instant(microseconds: $0) }, interaction: key(from: 4)))
        default: return nil
        }
    }
}
