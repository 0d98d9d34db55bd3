import Complaints
import Customers
import WorkingTime

/// One merge being undone: every row it moved goes back, what came since stays with the survivor.
struct UnmergeWork {
    let session: any Session
    let survivor: Int64
    let absorbed: Int64
    private let latestContact: Int64
    private let latestAtDesk: Int64

    struct Change {
        var kind: MergeChange
        var customer: Int64
        var a: Int64
        var b: Int64
        var text: String
    }

    init(_ session: any Session, survivor: Int64, absorbed: Int64) throws(StoreError) {
        self.session = session
        self.survivor = survivor
        self.absorbed = absorbed
        let now = try session.first(
            "SELECT last_contact, last_at_desk FROM customer_activity WHERE customer = $1", survivor
        ) { ($0.integer(0), $0.optionalInteger(1) ?? .min) }
        latestContact = now?.0 ?? .min
        latestAtDesk = now?.1 ?? .min
    }

    /// Puts all back but search keys, version and trail; true when the survivor has bought something since.
    func run(_ changes: [Change], mergedAt: Instant) throws(StoreError) -> Bool {
        for table in ["customer_activity", "value_summaries"] {
            try session.run("DELETE FROM \(table) WHERE customer = $1", survivor)
        }
        try session.run("DELETE FROM tier_overrides WHERE customer = $1 AND made_at <= $2", survivor, mergedAt)
        var hasNewPurchase = false
        for change in changes {
            if change.kind == .value, change.text.isEmpty {
                hasNewPurchase =
                    try session.integer(
                        "SELECT 1 FROM purchases WHERE customer = $1 AND id >= $2 LIMIT 1", survivor, change.a) != nil
            } else {
                try putBack(change)
            }
        }
        try settleActivity(changes)
        return hasNewPurchase
    }

    private func putBack(_ change: Change) throws(StoreError) {
        switch change.kind {
        case .purchase: try move("purchases", "at = $3 AND id = $4", change)
        case .interaction: try move("interactions", "at = $3 AND id = $4", change)
        case .holding: try move("holdings", "id = $3 AND $4 = $4", change)
        case .followUp: try move("follow_ups", "id = $3 AND $4 = $4", change)
        case .reference:
            try session.run(
                "UPDATE customer_references SET customer = $1 WHERE source = $2 AND reference = $3 AND customer = $4",
                absorbed, change.a, change.text, survivor)
        case .phone: try movePhone(change)
        case .plate: try movePlate(change)
        case .field: try restoreField(change.text)
        case .consent: try restoreConsent(change.text)
        case .activity: try session.restoreActivity(of: change.customer, change.text)
        case .value: try session.save(try ParkedValue.summary(change.text), of: change.customer)
        case .override:
            let isNewer = try session.integer("SELECT 1 FROM tier_overrides WHERE customer = $1", change.customer)
            if isNewer == nil { try session.restoreOverride(of: change.customer, change.text) }
        case .proposal: try restoreProposal(change)
        case .complaint, .updated: break
        }
    }

    private func move(_ table: String, _ condition: String, _ change: Change) throws(StoreError) {
        try session.run(
            "UPDATE \(table) SET customer = $1 WHERE customer = $2 AND \(condition)", absorbed, survivor, change.a,
            change.b)
    }

    /// Where the number stands now: at its place, or wherever an edit has put it.
    private func movePhone(_ change: Change) throws(StoreError) {
        let raw = String(change.text.dropFirst())
        let place = try session.integer(
            """
            SELECT position FROM phones WHERE customer = $1 AND raw = $2
            ORDER BY CASE WHEN position = $3 THEN 0 ELSE 1 END, position LIMIT 1
            """, survivor, raw, change.b)
        guard let place else { return }
        try session.run(
            "UPDATE phones SET customer = $1, position = $2, is_primary = $3 WHERE customer = $4 AND position = $5",
            absorbed, change.a, change.text.hasPrefix("1"), survivor, place)
    }

    private func movePlate(_ change: Change) throws(StoreError) {
        try session.run(
            "UPDATE plates SET customer = $1, position = $2 WHERE customer = $3 AND key = $4", absorbed, change.a,
            survivor, change.text)
    }

    /// A field edited since stays as it was edited.
    private func restoreField(_ text: String) throws(StoreError) {
        let parts = text.split(separator: MergedField.separator, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let field = MergedField(rawValue: String(parts[0])) else {
            throw .badValue(field: "merge change", value: text)
        }
        let before = parts[1].hasPrefix("1") ? String(parts[1].dropFirst()) : nil
        let changed = try session.run(
            """
            UPDATE customers SET \(field.rawValue) = \(field.cast("$1"))
            WHERE id = $2 AND CAST(\(field.rawValue) AS TEXT) = $3
            """, before, survivor, String(parts[2]))
        if changed > 0, field == .idNumber {
            try session.run("UPDATE customers SET id_number_key = NULL WHERE id = $1", survivor)
        }
    }

    private func restoreConsent(_ text: String) throws(StoreError) {
        let parts = text.split(separator: " ", maxSplits: 3).map(String.init)
        guard let purpose = parts.first else { throw .badValue(field: "merge change", value: text) }
        guard parts.count == 4, let isGiven = Int64(parts[1]), let at = Int64(parts[2]) else {
            try session.run("DELETE FROM customer_consents WHERE customer = $1 AND purpose = $2", survivor, purpose)
            return
        }
        try session.run(
            """
            UPDATE customer_consents SET is_given = $1, noted_at = $2, noted_by = $3
            WHERE customer = $4 AND purpose = $5
            """, isGiven, at, parts[3], survivor, purpose)
    }

    private func restoreProposal(_ change: Change) throws(StoreError) {
        let parts = change.text.split(separator: " ").compactMap { Int64($0) }
        guard parts.count == 2 else { throw .badValue(field: "merge change", value: change.text) }
        try session.run(
            """
            INSERT INTO duplicate_proposals (a, b, weight, found_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (a, b) DO NOTHING
            """, change.a, change.b, parts[0], parts[1])
    }

    /// Contacts since the merge were the survivor's.
    private func settleActivity(_ changes: [Change]) throws(StoreError) {
        var (known, knownAtDesk) = (Int64.min, Int64.min)
        for change in changes where change.kind == .activity {
            let values = change.text.split(separator: " ")
            known = max(known, values.count > 1 ? Int64(values[1]) ?? .min : .min)
            knownAtDesk = max(knownAtDesk, values.count > 2 ? Int64(values[2]) ?? .min : .min)
        }
        if latestContact > known {
            let last = Instant(microseconds: latestContact)
            try session.touch(survivor, first: last, last: last, atDesk: latestAtDesk > knownAtDesk)
        }
        // A complaint is whose its own trail says, forwarded as numbers are now.
        let cases = try session.all("SELECT number FROM complaints WHERE customer = $1", survivor) { $0.integer(0) }
        for number in cases {
            guard let named = try session.customer(namedIn: number) else { continue }
            try session.run(
                "UPDATE complaints SET customer = $1 WHERE number = $2", try session.current(named), number)
        }
        for customer in [survivor, absorbed] { try session.countOpenComplaints(of: customer) }
    }
}

extension Session {
    /// The customer a case's trail named last.
    func customer(namedIn complaint: Int64) throws(StoreError) -> Int64? {
        let texts = try all(
            """
            SELECT fields FROM complaint_events WHERE complaint = $1 AND type IN ('register', 'identify')
            ORDER BY sequence DESC
            """, complaint
        ) { $0.text(0) }
        for text in texts {
            if case .integer(let customer)? = try EventText.fields(text)["customer"] { return customer }
        }
        return nil
    }
}
