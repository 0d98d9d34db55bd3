import Customers
import Dossier
import WorkingTime

/// What a merge changed, one row of `merge_changes` each; undoing reads them backwards.
enum MergeChange: String {
    /// A field of the survivor: text `name`, separator, before, separator, after.
    case field
    /// A phone or plate: a old place, b new place, text: was primary, then the raw text or key.
    case phone
    case plate
    /// A row of the history: a its instant, b its number.
    case purchase
    case interaction
    case holding
    case followUp = "follow_up"
    case complaint
    /// A key in another system: a the source, text the key.
    case reference
    /// A summary as it was: text its values; of the survivor or the absorbed. For a value a is the next purchase's
    /// number: a later one is new since.
    case activity
    case value
    case override
    /// An answer of the survivor as it was: text its values; empty when there was none.
    case consent
    /// The survivor's row as it was: a when it was changed last, text by whom.
    case updated
    /// A proposal that lost its sense: a and b the pair, text weight and instant.
    case proposal
}

/// One merge on its way through one transaction.
struct MergeWork {
    let session: any Session
    let merge: Int64
    let survivor: Int64
    let absorbed: Int64
    private var sequence: Int64 = 0
    private(set) var movedRows = 0

    init(_ session: any Session, merge: Int64, survivor: Int64, absorbed: Int64) {
        self.session = session
        self.merge = merge
        self.survivor = survivor
        self.absorbed = absorbed
    }

    mutating func note(
        _ kind: MergeChange, of customer: Int64, a: Int64? = nil, b: Int64? = nil, text: String? = nil
    ) throws(StoreError) {
        sequence += 1
        try session.run(
            """
            INSERT INTO merge_changes (merge, sequence, kind, customer, a, b, text) VALUES ($1, $2, $3, $4, $5, $6, $7)
            """, merge, sequence, kind.rawValue, customer, a, b, text)
    }

    /// Everything but search keys and the trail.
    mutating func run(_ old: Customer, _ other: Customer, by login: String, at: Instant) throws(StoreError) {
        try parkSummaries()
        try moveHistory()
        try moveContactPoints(old, other)
        try fillFields(old, other)
        try joinConsents(login: login, at: at)
        try dropProposals()
        try joinActivity()
    }
}

// MARK: History

extension MergeWork {
    private mutating func moveHistory() throws(StoreError) {
        try move("purchases", .purchase, a: "at", b: "id")
        try move("interactions", .interaction, a: "at", b: "id")
        try move("holdings", .holding, a: "id", b: "NULL")
        try move("follow_ups", .followUp, a: "id", b: "NULL")
        try move("complaints", .complaint, a: "number", b: "NULL")
        let references = try session.all(
            "SELECT source, reference FROM customer_references WHERE customer = $1 ORDER BY source, reference", absorbed
        ) { ($0.integer(0), $0.text(1)) }
        for (source, reference) in references { try note(.reference, of: absorbed, a: source, text: reference) }
        movedRows += references.count
        try session.run("UPDATE customer_references SET customer = $1 WHERE customer = $2", survivor, absorbed)
    }

    private mutating func move(_ table: String, _ kind: MergeChange, a: String, b: String) throws(StoreError) {
        let noted = try session.run(
            """
            INSERT INTO merge_changes (merge, sequence, kind, customer, a, b)
            SELECT $1, $2 + ROW_NUMBER() OVER (ORDER BY \(a), \(b)), $3, $4, \(a), \(b) FROM \(table)
            WHERE customer = $4
            """, merge, sequence, kind.rawValue, absorbed)
        sequence += Int64(noted)
        movedRows += noted
        try session.run("UPDATE \(table) SET customer = $1 WHERE customer = $2", survivor, absorbed)
    }
}

// MARK: Phones and plates

extension MergeWork {
    /// A number or plate that both have stays where it is: the survivor has it.
    private mutating func moveContactPoints(_ old: Customer, _ other: Customer) throws(StoreError) {
        let phones = try session.all(
            "SELECT position, raw, e164, is_primary FROM phones WHERE customer = $1 ORDER BY position", absorbed
        ) { (position: $0.integer(0), raw: $0.text(1), e164: $0.optionalText(2), isPrimary: $0.bool(3)) }
        var next = try next(in: "phones")
        let hasPrimary = old.phones.contains(where: \.isPrimary)
        for phone in phones
        where !old.phones.contains(where: { $0.raw == phone.raw || ($0.e164 != nil && $0.e164 == phone.e164) }) {
            try session.run(
                """
                UPDATE phones SET customer = $1, position = $2, is_primary = $3 WHERE customer = $4 AND position = $5
                """, survivor, next, phone.isPrimary && !hasPrimary, absorbed, phone.position)
            try note(
                .phone, of: absorbed, a: phone.position, b: next, text: (phone.isPrimary ? "1" : "0") + phone.raw)
            next += 1
            movedRows += 1
        }
        let plates = try session.all(
            "SELECT position, key FROM plates WHERE customer = $1 ORDER BY position", absorbed
        ) { (position: $0.integer(0), key: $0.text(1)) }
        next = try self.next(in: "plates")
        for plate in plates where !old.plates.contains(where: { $0.key == plate.key }) {
            try session.run(
                "UPDATE plates SET customer = $1, position = $2 WHERE customer = $3 AND position = $4", survivor, next,
                absorbed, plate.position)
            try note(.plate, of: absorbed, a: plate.position, b: next, text: plate.key)
            next += 1
            movedRows += 1
        }
    }

    private func next(in table: String) throws(StoreError) -> Int64 {
        (try session.integer("SELECT MAX(position) FROM \(table) WHERE customer = $1", survivor) ?? -1) + 1
    }
}

// MARK: Fields

extension MergeWork {
    /// What the survivor lacks comes from the other; remarks of both are kept.
    private mutating func fillFields(_ old: Customer, _ other: Customer) throws(StoreError) {
        let hasAddress = MergedField.address.contains { $0.text(of: old) != nil }
        for field in MergedField.allCases where !(hasAddress && MergedField.address.contains(field)) {
            let before = field.text(of: old)
            guard let theirs = field.text(of: other), let after = field.joined(before, theirs), after != before else {
                continue
            }
            try session.run(
                "UPDATE customers SET \(field.rawValue) = \(field.cast("$1")) WHERE id = $2", after, survivor)
            let separator = String(MergedField.separator)
            try note(
                .field, of: survivor,
                text: [field.rawValue, before == nil ? "0" : "1" + (before ?? ""), after].joined(separator: separator))
        }
        if old.idNumber == nil, let key = other.idNumber.flatMap(IDNumber.key) {
            try session.run("UPDATE customers SET id_number_key = $1 WHERE id = $2", key, survivor)
        }
    }

    /// A purpose refused to either is refused.
    private mutating func joinConsents(login: String, at: Instant) throws(StoreError) {
        let sql = "SELECT purpose, is_given, noted_at, noted_by FROM customer_consents WHERE customer = $1"
        func read(_ customer: Int64) throws(StoreError) -> [(purpose: String, isGiven: Bool, at: Int64, by: String)] {
            try session.all(sql, customer) { ($0.text(0), $0.bool(1), $0.integer(2), $0.text(3)) }
        }
        let ours = try read(survivor)
        for theirs in try read(absorbed) {
            let own = ours.first { $0.purpose == theirs.purpose }
            guard own == nil || own?.isGiven == true && !theirs.isGiven else { continue }
            try session.run(
                """
                INSERT INTO customer_consents (customer, purpose, is_given, noted_at, noted_by)
                VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (customer, purpose) DO UPDATE SET is_given = $3, noted_at = $4, noted_by = $5
                """, survivor, theirs.purpose, theirs.isGiven, theirs.at, theirs.by)
            let before = own.map { "\($0.isGiven ? 1 : 0) \($0.at) \($0.by)" }
            try note(.consent, of: survivor, text: theirs.purpose + " " + (before ?? ""))
        }
    }

    private mutating func dropProposals() throws(StoreError) {
        let proposals = try session.all(
            "SELECT a, b, weight, found_at FROM duplicate_proposals WHERE a = $1 OR b = $1 ORDER BY a, b", absorbed
        ) { ($0.integer(0), $0.integer(1), $0.integer(2), $0.integer(3)) }
        for (a, b, weight, at) in proposals { try note(.proposal, of: absorbed, a: a, b: b, text: "\(weight) \(at)") }
        try session.run("DELETE FROM duplicate_proposals WHERE a = $1 OR b = $1", absorbed)
    }
}

// MARK: Summaries

extension MergeWork {
    private mutating func parkSummaries() throws(StoreError) {
        let row = try session.first("SELECT updated_at, updated_by FROM customers WHERE id = $1", survivor) {
            ($0.integer(0), $0.text(1))
        }
        try note(.updated, of: survivor, a: row?.0, text: row?.1)
        let next = try session.integer("SELECT next FROM counters WHERE name = $1", Counter.purchase.rawValue) ?? 1
        try note(.value, of: survivor, a: next)
        for customer in [survivor, absorbed] {
            if let values = try session.parkedActivity(of: customer) {
                try note(.activity, of: customer, text: values)
            }
            if let summary = try session.valueSummary(of: customer) {
                try note(.value, of: customer, text: ParkedValue.text(summary))
            }
            if let values = try session.parkedOverride(of: customer) {
                try note(.override, of: customer, text: values)
            }
        }
    }

    /// The survivor was in contact whenever either was; the absorbed is in no list any more.
    private func joinActivity() throws(StoreError) {
        let other = try session.first(
            "SELECT first_contact, last_contact, last_at_desk FROM customer_activity WHERE customer = $1", absorbed
        ) { ($0.instant(0), $0.instant(1), $0.optionalInteger(2)) }
        if let other {
            try session.touch(survivor, first: other.0, last: other.1, atDesk: false)
            if let atDesk = other.2 {
                try session.run(
                    """
                    UPDATE customer_activity SET last_at_desk = $1
                    WHERE customer = $2 AND (last_at_desk IS NULL OR last_at_desk < $1)
                    """, atDesk, survivor)
            }
        }
        try session.countOpenComplaints(of: survivor)
        try session.run("DELETE FROM customer_activity WHERE customer = $1", absorbed)
        try session.run("DELETE FROM value_summaries WHERE customer = $1", absorbed)
        let hasOwn = try session.integer("SELECT 1 FROM tier_overrides WHERE customer = $1", survivor) != nil
        try session.run(
            hasOwn
                ? "DELETE FROM tier_overrides WHERE customer = $2 AND $1 = $1"
                : "UPDATE tier_overrides SET customer = $1 WHERE customer = $2", survivor, absorbed)
    }
}
