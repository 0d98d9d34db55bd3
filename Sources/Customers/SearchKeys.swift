/// Everything a customer is found by, as values the store writes: one row per key.
package struct SearchKeys: Hashable, Sendable {
    package var phones: [PhoneKeys]
    package var plates: [PlateKeys]
    package var name: NameKeys?

    package init(for customer: Customer) {
        self.phones = customer.phones.compactMap(PhoneKeys.init)
        self.plates = customer.plates.map { PlateKeys(key: $0.key) }
        self.name = customer.name.map { NameKeys($0, kind: customer.kind) }
    }
}
