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

/// Every key one customer is found by, as the indexes hold them, each once.
struct IndexEntries: Sendable {
    private(set) var texts: [(index: TextIndex, key: String)] = []
    private(set) var tails: [Int64] = []
    var nameTokens: [String] = []
    private(set) var plateTokens: [String] = []

    init() {}

    init(_ keys: SearchKeys) {
        for phone in keys.phones {
            add(phone.digits, to: .phones)
            if !tails.contains(phone.tail) { tails.append(phone.tail) }
        }
        var plateTokens: [String] = []
        for plate in keys.plates {
            add(plate.confusionKey, to: .plates)
            plateTokens += plate.tokens + Self.triples(of: plate.confusionKey)
        }
        self.plateTokens = Self.unique(plateTokens)
        guard let name = keys.name, !name.folded.isEmpty else { return }
        add(name.folded, to: .names)
        for key in name.latin { add(key, to: .latin) }
        for key in name.pinyin { add(key, to: .pinyin) }
        for key in name.initials { add(key, to: .initials) }
        nameTokens = Self.nameTokens(ofFolded: name.folded)
    }

    /// The keys in one of the indexes.
    func keys(in index: TextIndex) -> Set<String> { Set(texts.lazy.filter { $0.index == index }.map(\.key)) }

    private mutating func add(_ key: String, to index: TextIndex) {
        if !texts.contains(where: { $0.index == index && $0.key == key }) { texts.append((index, key)) }
    }

    private static func unique(_ tokens: [String]) -> [String] {
        if tokens.count > tokensComparedMax { return Set(tokens).sorted() }
        var unique: [String] = []
        unique.reserveCapacity(tokens.count)
        for token in tokens where !unique.contains(token) { unique.append(token) }
        return unique.sorted()
    }

    /// Up to so many tokens comparing each with each is quicker than hashing.
    private static let tokensComparedMax = 24

    /// Every three adjacent characters of a plate: its pairs are few and so each is in very many plates.
    static func triples(of plate: String) -> [String] {
        let characters = Array(plate)
        guard characters.count >= 3 else { return [] }
        return (0...characters.count - 3).map { String(characters[$0..<$0 + 3]) }
    }

    /// The tokens of a name as it was folded when it was put in.
    static func nameTokens(ofFolded folded: String) -> [String] {
        unique(NameKeys.tokens(of: folded))
    }
}

extension Session {
    /// Brings the search keys of a customer from what they were to what they are.
    func index(_ customer: Int64, from old: IndexEntries, to new: IndexEntries) throws(StoreError) {
        for index in TextIndex.allCases {
            let (before, after) = (old.keys(in: index), new.keys(in: index))
            for key in before.subtracting(after) {
                try run(
                    "DELETE FROM \(index.rawValue) WHERE \(index.column) = $1 AND customer = $2", key, customer)
            }
            for key in after.subtracting(before) {
                try run(
                    "INSERT INTO \(index.rawValue) (\(index.column), customer) VALUES ($1, $2)", key, customer)
            }
        }
        for tail in old.tails where !new.tails.contains(tail) {
            try run("DELETE FROM phone_tails WHERE tail = $1 AND customer = $2", tail, customer)
        }
        for tail in new.tails where !old.tails.contains(tail) {
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
