import Complaints
import Customers
import Dossier
import WorkingTime

/// One erasure on its way through one transaction: what names or describes the person goes, what only counts stays.
///
/// Kept: the customer's number, region, kind, value figures, purchases without invoice numbers, when contacts took
/// place, and each complaint's course with its clocks. The trail holds no personal data and is left as it is; an
/// event whose words are taken out gets a new line that vouches for what is left of it.
struct ErasureWork {
    let session: any Session
    let chain: AuditChain
    let customer: Int64
    let login: String
    let at: Instant
    private(set) var rows = 0

    /// What stands where words of or about the person stood.
    static let mark = "[erased]"

    init(_ session: any Session, _ chain: AuditChain, customer: Int64, login: String, at: Instant) {
        self.session = session
        self.chain = chain
        self.customer = customer
        self.login = login
        self.at = at
    }

    mutating func run() throws(StoreError) {
        for member in [customer] + (try absorbed()) { try erase(member) }
        try eraseComplaints()
    }

    /// The numbers that lead to this customer: what a merge left in their rows is the same person's.
    private func absorbed() throws(StoreError) -> [Int64] {
        var found: [Int64] = []
        var next = [customer]
        while let number = next.popLast() {
            let merged = try session.all("SELECT id FROM customers WHERE merged_into = $1", number) { $0.integer(0) }
            found += merged
            next += merged
        }
        return found
    }

    private mutating func erase(_ number: Int64) throws(StoreError) {
        // One merged away is in no index any more, and what is not in it cannot be taken out.
        if number == customer, let old = try session.storedCustomer(CustomerID(number)) {
            try session.index(number, from: try session.indexEntries(of: old), to: IndexEntries())
        }
        rows += try session.run(
            """
            UPDATE customers SET name = NULL, folded_name = NULL, sex = NULL, birth_year = NULL, birth_date = NULL,
                id_number = NULL, id_number_key = NULL, address = NULL, house_number = NULL, address_extra = NULL,
                locality = NULL, postcode = NULL, province = NULL, hint = NULL, preferences = NULL, taboos = NULL,
                contact_preference = NULL, vulnerable_need = NULL, reference = NULL, source = NULL,
                erased_at = $1, version = version + 1, updated_at = $1, updated_by = $2
            WHERE id = $3
            """, at, login, number)
        for table in [
            "phones", "plates", "customer_consents", "customer_references", "tier_overrides", "follow_ups",
        ] {
            rows += try session.run("DELETE FROM \(table) WHERE customer = $1", number)
        }
        rows += try session.run(
            """
            UPDATE interactions SET text = $1, reference = NULL WHERE customer = $2 AND text <> $1
            """, Self.mark, number)
        rows += try session.run(
            "UPDATE purchases SET invoice = NULL WHERE customer = $1 AND invoice IS NOT NULL", number)
        rows += try session.run(
            "UPDATE holdings SET number = NULL, reference = NULL WHERE customer = $1", number)
        rows += try session.run(
            "DELETE FROM duplicate_proposals WHERE a = $1 OR b = $1", number)
        // Old values and moved numbers: with them a merge could bring the person back.
        rows += try session.run(
            """
            UPDATE merge_changes SET text = NULL
            WHERE merge IN (SELECT id FROM customer_merges WHERE survivor = $1 OR absorbed = $1) AND text IS NOT NULL
            """, number)
    }
}

// MARK: Complaints

extension ErasureWork {
    /// Free texts of events that are our own words for things, not the person's: figures need them.
    private static let ourWords: Set<String> = [
        "channel", "jurisdiction", "category", "product", "root_cause", "disposition", "unit", "area", "skill", "clock",
        "to", "into", "reference",
    ]

    /// Whether a field may hold somebody's own words, or who somebody is.
    private static func mayNameSomebody(_ name: String, _ type: EventType) -> Bool {
        switch EventSchema.field(name, of: type)?.kind {
        case .text, .confirmation: !ourWords.contains(name)
        default: false
        }
    }

    private mutating func eraseComplaints() throws(StoreError) {
        let cases = try session.all("SELECT number FROM complaints WHERE customer = $1", customer) { $0.integer(0) }
        for number in cases {
            let events = try session.recordedEvents(of: number).map(\.event)
            for event in events { try erase(event, of: number) }
            rows += try session.run("UPDATE complaints SET summary = $1 WHERE number = $2", Self.mark, number)
        }
    }

    private mutating func erase(_ event: Event, of number: Int64) throws(StoreError) {
        var fields = event.fields
        for (name, value) in fields where Self.mayNameSomebody(name, event.type) {
            // A confirmation in words was still given.
            if case .text = value { fields[name] = .text(Self.mark) }
        }
        guard fields != event.fields else { return }
        let text = EventText.text(fields)
        let line = try session.appendTrail(
            chain, at: at, actor: login, act: "erase_event", subject: ComplaintKey.caseNumber(number).description,
            detail: event.digest(case: number, fields: text))
        rows += try session.run(
            "UPDATE complaint_events SET fields = $1, trail = $2 WHERE complaint = $3 AND sequence = $4", text,
            line.number, number, event.sequence)
    }
}

extension Session {
    /// Cases that hold a customer's record: open ones, and those before an outside body that has no answer yet.
    func holdingCases(of customer: Int64) throws(StoreError) -> [CaseNumber] {
        let cases = try all(
            "SELECT number, is_open FROM complaints WHERE customer = $1 ORDER BY number", customer
        ) { (number: $0.integer(0), isOpen: $0.bool(1)) }
        var holding: [CaseNumber] = []
        for found in cases {
            let isExternal = try hasOpenExternalCase(found.number)
            if found.isOpen || isExternal { holding.append(ComplaintKey.caseNumber(found.number)) }
        }
        return holding
    }

    private func hasOpenExternalCase(_ number: Int64) throws(StoreError) -> Bool {
        var open: Set<String> = []
        for event in try events(of: number) {
            guard case .text(let reference)? = event.fields["reference"] else { continue }
            if event.type == .externalCase { open.insert(reference) }
            if event.type == .answerExternal { open.remove(reference) }
        }
        return !open.isEmpty
    }
}
