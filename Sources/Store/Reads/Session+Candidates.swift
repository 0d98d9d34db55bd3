import Customers
import Dossier

extension Session {
    /// Who a key leads to. Some keys lead to too many: `LookupVerification` sorts those out.
    ///
    /// Parts are looked for only while exact keys and beginnings do not fill the list: they would come after.
    func gather(_ key: QueryKey, limit: Int, into candidates: inout Candidates) throws(StoreError) {
        switch key {
        case .phone(let digits):
            try add(
                "SELECT customer FROM phone_keys WHERE digits = $1 LIMIT $2", digits, as: .phone, .exact,
                into: &candidates)
        case .phonePrefix(let digits):
            try addPrefixes(of: digits, in: "phone_keys", column: "digits", as: .phonePart, into: &candidates)
        case .phoneSuffix(_, let tails):
            try addTails(tails, into: &candidates)
        case .plate(let key):
            let confused = PlateKeys.confusionKey(of: key)
            try add(
                "SELECT customer FROM plate_keys WHERE key = $1 LIMIT $2", confused, as: .plate, .exact,
                into: &candidates)
        case .platePart(_, let confused, let tokens):
            try addPrefixes(of: confused, in: "plate_keys", column: "key", as: .platePart, into: &candidates)
            let triples = IndexEntries.triples(of: confused)
            try addTokens(
                triples.isEmpty ? tokens : triples, in: .plates, as: .platePart, limit: limit, into: &candidates)
        case .name(let folded, let tokens):
            try addNames(folded, tokens, limit: limit, into: &candidates)
        case .latinPrefix(let text):
            try addPrefixes(of: text, in: "latin_keys", column: "key", as: .name, into: &candidates)
        case .pinyinPrefix(let text):
            try addPrefixes(of: text, in: "pinyin_keys", column: "key", as: .pinyin, into: &candidates)
        case .initialsPrefix(let text):
            try addPrefixes(of: text, in: "initials_keys", column: "key", as: .initials, into: &candidates)
        case .customer(let id):
            if try integer("SELECT 1 FROM customers WHERE id = $1", id.number) != nil {
                candidates.add(try current(id.number), .customer, .exact)
            }
        case .complaint(let year, let sequence):
            let number = ComplaintKey.number(year: year, sequence: sequence)
            if let customer = try integer("SELECT customer FROM complaints WHERE number = $1", number) {
                candidates.add(customer, .case, .exact)
            }
        }
    }

    /// Customers whose key in the system they came from is exactly the typed text.
    func gatherReferences(_ text: String, into candidates: inout Candidates) throws(StoreError) {
        guard !text.isEmpty, text.utf8.count <= Limit.referenceBytesMax else { return }
        let found = try all(
            """
            SELECT r.customer FROM sources s CROSS JOIN customer_references r
            WHERE r.source = s.id AND r.reference = $1
            ORDER BY r.source LIMIT $2
            """, text, Limit.candidatesMax
        ) { $0.integer(0) }
        for customer in found { candidates.add(customer, .customer, .exact) }
    }

    private func add(
        _ sql: String, _ key: String, as kind: LookupMatchKind, _ quality: MatchQuality,
        into candidates: inout Candidates
    ) throws(StoreError) {
        let found = try all(sql, key, Limit.candidatesMax) { $0.integer(0) }
        candidates.isCut = candidates.isCut || found.count == Limit.candidatesMax
        for customer in found { candidates.add(customer, kind, quality) }
    }

    /// Names that begin with the text, then names that have it anywhere.
    ///
    /// A common surname begins too many names, and in their order they lie scattered: then the newest customers who
    /// have the character are taken, and the comparison that follows tells beginnings from other parts.
    private func addNames(
        _ folded: String, _ tokens: [String], limit: Int, into candidates: inout Candidates
    ) throws(StoreError) {
        var beginnings = Candidates()
        try addPrefixes(of: folded, in: "name_keys", column: "key", as: .name, into: &beginnings)
        let isSurname = beginnings.isCut && tokens.count == 1
        for found in beginnings.list where !isSurname || found.quality == .exact {
            candidates.add(found.customer, found.kind, found.quality)
        }
        candidates.isCut = candidates.isCut || beginnings.isCut
        try addTokens(tokens, in: .names, as: .name, limit: limit, into: &candidates)
    }

    private func addPrefixes(
        of prefix: String, in table: String, column: String, as kind: LookupMatchKind,
        into candidates: inout Candidates
    ) throws(StoreError) {
        guard !prefix.isEmpty else { return }
        let sql = """
            SELECT customer, \(column) = $1 FROM \(table) WHERE \(column) >= $1 AND \(column) < $2 ORDER BY \(column)
            LIMIT $3
            """
        let found = try all(sql, prefix, prefix + Self.afterEveryText, Limit.candidatesMax) {
            ($0.integer(0), $0.bool(1))
        }
        candidates.isCut = candidates.isCut || found.count == Limit.candidatesMax
        for (customer, isWhole) in found { candidates.add(customer, kind, isWhole ? .exact : .prefix) }
    }

    private func addTails(_ tails: ClosedRange<Int64>, into candidates: inout Candidates) throws(StoreError) {
        let found = try all(
            "SELECT customer FROM phone_tails WHERE tail BETWEEN $1 AND $2 LIMIT $3", tails.lowerBound,
            tails.upperBound, Limit.candidatesMax
        ) { $0.integer(0) }
        candidates.isCut = candidates.isCut || found.count == Limit.candidatesMax
        for customer in found { candidates.add(customer, .phonePart, .part) }
    }

    private func addTokens(
        _ tokens: [String], in index: TokenIndex, as kind: LookupMatchKind, limit: Int,
        into candidates: inout Candidates
    ) throws(StoreError) {
        guard !tokens.isEmpty else { return }
        guard candidates.leading < max(1, limit) else {
            candidates.isCut = true
            return
        }
        let found = try customers(in: index, withAll: tokens, limit: Limit.candidatesMax)
        candidates.isCut = candidates.isCut || found.count == Limit.candidatesMax
        for customer in found { candidates.add(customer, kind, .part) }
    }

    /// Sorts after every text that begins with what it is put behind: the last code point, which no key holds.
    private static var afterEveryText: String { "\u{10FFFF}" }
}
