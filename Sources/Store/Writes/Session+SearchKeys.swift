import Customers

/// The b-trees a customer is found in by a text: table and its key column.
enum TextIndex: String, CaseIterable {
    case phones = "phone_keys"
    case plates = "plate_keys"
    case names = "name_keys"
    case latin = "latin_keys"
    case pinyin = "pinyin_keys"
    case initials = "initials_keys"

    var column: String { self == .phones ? "digits" : "key" }
}

/// Every key one customer is found by, as the indexes hold them.
struct IndexEntries {
    var texts: [TextIndex: Set<String>] = [:]
    var tails: Set<Int64> = []
    var nameTokens: [String] = []
    var plateTokens: [String] = []

    init() {}

    init(_ keys: SearchKeys) {
        texts[.phones] = Set(keys.phones.map(\.digits))
        tails = Set(keys.phones.map(\.tail))
        texts[.plates] = Set(keys.plates.map(\.confusionKey))
        plateTokens = Set(keys.plates.flatMap { $0.tokens + Self.triples(of: $0.confusionKey) }).sorted()
        guard let name = keys.name, !name.folded.isEmpty else { return }
        texts[.names] = [name.folded]
        texts[.latin] = Set(name.latin)
        texts[.pinyin] = Set(name.pinyin)
        texts[.initials] = Set(name.initials)
        nameTokens = Self.nameTokens(ofFolded: name.folded)
    }

    /// Every three adjacent characters of a plate: its pairs are few and so each is in very many plates.
    static func triples(of plate: String) -> [String] {
        let characters = Array(plate)
        guard characters.count >= 3 else { return [] }
        return (0...characters.count - 3).map { String(characters[$0..<$0 + 3]) }
    }

    /// The tokens of a name as it was folded when it was put in.
    static func nameTokens(ofFolded folded: String) -> [String] {
        Set(NameKeys.tokens(of: folded)).sorted()
    }
}

extension Session {
    /// Brings the search keys of a customer from what they were to what they are.
    func index(_ customer: Int64, from old: IndexEntries, to new: IndexEntries) throws(StoreError) {
        for index in TextIndex.allCases {
            let (before, after) = (old.texts[index] ?? [], new.texts[index] ?? [])
            for key in before.subtracting(after) {
                try run(
                    "DELETE FROM \(index.rawValue) WHERE \(index.column) = $1 AND customer = $2", key, customer)
            }
            for key in after.subtracting(before) {
                try run(
                    "INSERT INTO \(index.rawValue) (\(index.column), customer) VALUES ($1, $2)", key, customer)
            }
        }
        for tail in old.tails.subtracting(new.tails) {
            try run("DELETE FROM phone_tails WHERE tail = $1 AND customer = $2", tail, customer)
        }
        for tail in new.tails.subtracting(old.tails) {
            try run("INSERT INTO phone_tails (tail, customer) VALUES ($1, $2)", tail, customer)
        }
        try replaceTokens(in: .names, customer: customer, old: old.nameTokens, new: new.nameTokens)
        try replaceTokens(in: .plates, customer: customer, old: old.plateTokens, new: new.plateTokens)
    }

    /// The keys a customer was indexed by. The tokens of the name come from the folded form kept beside it: another
    /// release may fold otherwise, and tokens can only be taken out exactly as they went in.
    func indexEntries(of customer: Customer) throws(StoreError) -> IndexEntries {
        var entries = IndexEntries(SearchKeys(for: customer))
        let folded = try first("SELECT folded_name FROM customers WHERE id = $1", customer.id.number) {
            $0.optionalText(0)
        }
        entries.nameTokens = folded.flatMap { $0 }.map(IndexEntries.nameTokens(ofFolded:)) ?? []
        return entries
    }
}
