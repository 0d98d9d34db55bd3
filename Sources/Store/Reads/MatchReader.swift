import Customers
import Dossier
import Valuation
import WorkingTime

/// Reads candidates as the list shows them, by statements prepared once for all of them.
struct MatchReader {
    private let row: any Statement
    private let phones: any Statement
    private let plates: any Statement
    private let contact: any Statement

    init(_ session: any Session, now: Instant) throws(StoreError) {
        row = try session.statement(
            """
            SELECT c.name, c.region, c.responsible, a.last_contact, a.open_complaints, v.tier, o.tier
            FROM customers c
            LEFT JOIN customer_activity a ON a.customer = c.id
            LEFT JOIN value_summaries v ON v.customer = c.id
            LEFT JOIN tier_overrides o ON o.customer = c.id AND o.until > $1
            WHERE c.id = $2
            """)
        row.bind(now.microseconds, at: 1)
        phones = try session.statement(Self.phoneColumns)
        plates = try session.statement(Self.plateColumns)
        contact = try session.statement("SELECT last_contact FROM customer_activity WHERE customer = $1")
    }

    func lastContact(of customer: Int64) throws(StoreError) -> Int64? {
        contact.bind(customer, at: 1)
        defer { contact.reset() }
        return try contact.step() ? contact.integer(0) : nil
    }

    /// The candidate with everything but phones and plates; nil for one who is gone.
    func match(_ candidate: Candidate) throws(StoreError) -> LookupMatch? {
        row.bind(candidate.customer, at: 2)
        defer { row.reset() }
        guard try row.step() else { return nil }
        let computed: Tier? = try row.optionalValue(5)
        let byHand: Tier? = try row.optionalValue(6)
        return LookupMatch(
            customer: CustomerID(candidate.customer), name: row.optionalText(0), phones: [], plates: [],
            region: row.optionalText(1).map(Region.init(rawValue:)), tier: byHand ?? computed ?? .unrated,
            matched: candidate.kind, openComplaints: row.int(4), owner: row.optionalText(2),
            lastContact: row.optionalInstant(3))
    }

    func phones(of customer: Int64) throws(StoreError) -> [ContactPhone] {
        phones.bind(customer, at: 1)
        defer { phones.reset() }
        var found: [ContactPhone] = []
        while try phones.step() { found.append(phones.contactPhone()) }
        return found
    }

    func plates(of customer: Int64) throws(StoreError) -> [VehiclePlate] {
        plates.bind(customer, at: 1)
        defer { plates.reset() }
        var found: [VehiclePlate] = []
        while try plates.step() { found.append(plates.vehiclePlate()) }
        return found
    }

    static let phoneColumns =
        "SELECT raw, e164, extension, is_valid, is_primary FROM phones WHERE customer = $1 ORDER BY position"
    static let plateColumns =
        "SELECT raw, key, display, region, is_verified FROM plates WHERE customer = $1 ORDER BY position"
}

extension Statement {
    /// The columns raw, e164, extension, is_valid, is_primary.
    func contactPhone() -> ContactPhone {
        ContactPhone(
            raw: text(0), e164: optionalText(1), extensionDigits: optionalText(2), isValid: bool(3), isPrimary: bool(4))
    }

    /// The columns raw, key, display, region, is_verified.
    func vehiclePlate() -> VehiclePlate {
        VehiclePlate(
            raw: text(0), key: text(1), display: text(2), region: optionalText(3).map(Region.init(rawValue:)),
            isVerified: bool(4))
    }
}
