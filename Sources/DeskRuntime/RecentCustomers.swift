import Customers
import Dispatch
import Store

/// The customers an agent opened lately, kept from one desk to the next.
final class RecentCustomers: Sendable {
    /// Customers kept.
    static let customersMax = 20

    private let file: String
    private let queue = DispatchQueue(label: "tierline.recent")

    /// Kept in `directory`.
    init(directory: String) {
        file = directory + "/recent"
    }

    /// Newest first; empty when there is no list or it cannot be read.
    func load() -> [CustomerID] {
        let text = AtomicFile.read(file, bytesMax: 4_096) ?? ""
        return text.split(separator: "\n").prefix(Self.customersMax).compactMap { CustomerID(text: String($0)) }
    }

    /// Keeps the list in the background; losing it loses nothing anybody typed.
    func save(_ customers: [CustomerID]) {
        let text = customers.prefix(Self.customersMax).map { "\($0)\n" }.joined()
        queue.async { @Sendable [file] in
            try? AtomicFile.write(Array(text.utf8), to: file)
        }
    }
}
