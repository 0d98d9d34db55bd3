/// A region whose numbering plan and plates apply: an ISO 3166 alpha-2 code such as `TW`, `CN`, `HK`.
package struct Region: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package static let taiwan = Region(rawValue: "TW")
    package static let china = Region(rawValue: "CN")
    package static let hongKong = Region(rawValue: "HK")
}

/// Whether the record is about a person or an organisation.
package enum CustomerKind: String, Sendable, CaseIterable {
    case person
    case organisation
}

/// Credit grade A to D: an axis of its own beside the value tier (grade D caps the tier at yellow).
package enum CreditGrade: String, Sendable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
}

/// One phone of a customer, as it was typed and as it was understood.
package struct ContactPhone: Hashable, Sendable {
    /// As typed or imported; never changed.
    package var raw: String
    /// E.164 with its plus sign; nil when the text could not be read as a dialable number.
    package var e164: String?
    package var extensionDigits: String?
    package var isValid: Bool
    package var isPrimary: Bool

    package init(raw: String, e164: String?, extensionDigits: String?, isValid: Bool, isPrimary: Bool) {
        self.raw = raw
        self.e164 = e164
        self.extensionDigits = extensionDigits
        self.isValid = isValid
        self.isPrimary = isPrimary
    }
}

/// One vehicle plate of a customer.
package struct VehiclePlate: Hashable, Sendable {
    package var raw: String
    /// Without separators, upper case, simplified province character: what look-up compares.
    package var key: String
    /// With the region's canonical punctuation.
    package var display: String
    package var region: Region?
    /// False when no published grammar covers it; it is kept and found all the same.
    package var isVerified: Bool

    package init(raw: String, key: String, display: String, region: Region?, isVerified: Bool) {
        self.raw = raw
        self.key = key
        self.display = display
        self.region = region
        self.isVerified = isVerified
    }
}

/// The parts of an address that came in columns of their own.
package struct AddressParts: Hashable, Sendable {
    package var houseNumber: String?
    /// Building, floor, second line.
    package var extra: String?
    /// Town, suburb, district.
    package var locality: String?
    package var postcode: String?
    /// State or province.
    package var province: String?

    package init(
        houseNumber: String? = nil, extra: String? = nil, locality: String? = nil, postcode: String? = nil,
        province: String? = nil
    ) {
        self.houseNumber = houseNumber
        self.extra = extra
        self.locality = locality
        self.postcode = postcode
        self.province = province
    }
}

/// What a customer may be asked to agree to.
package enum ConsentPurpose: String, Sendable, CaseIterable {
    case marketing
    case recording
    case sharing
    case research

    /// The order consents are kept and shown in.
    package var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One answer of the customer: agreed, or refused.
package struct Consent: Hashable, Sendable {
    package var purpose: ConsentPurpose
    package var isGiven: Bool

    package init(purpose: ConsentPurpose, isGiven: Bool) {
        self.purpose = purpose
        self.isGiven = isGiven
    }
}

/// Who a customer is. Any field may be missing but one way to find them.
package struct Customer: Hashable, Sendable {
    package var id: CustomerID
    package var kind: CustomerKind
    package var name: String?
    package var region: Region?
    /// `male`, `female` or nil.
    package var sex: String?
    /// Year of birth; the day is not needed on a desk.
    package var birthYear: Int?
    /// Date of birth, `1980-05-01`; digits as typed where they are no date. It tells two people of one name apart.
    package var birthDate: String?
    /// Number of an identity card, a tax number, a company's number: as typed.
    package var idNumber: String?
    /// Street and what belongs to it, or the whole address in one text.
    package var address: String?
    /// The rest of an address that came in parts.
    package var addressParts: AddressParts
    package var creditGrade: CreditGrade?
    /// One handling line the agent must see: "speaks slowly; do not sell".
    package var hint: String?
    /// Likes and habits: free text.
    package var preferences: String?
    /// What must not be said or done.
    package var taboos: String?
    /// How and when the customer wants to be reached.
    package var contactPreference: String?
    /// What the customer was asked to agree to, each purpose once; one never asked about is absent.
    package var consents: [Consent]
    /// The *need* of a vulnerable customer ("hard of hearing"), never a diagnosis; nil when not vulnerable.
    package var vulnerableNeed: String?
    /// Where the record came from and its key there (`crm`, `123`); nil for one typed at the desk.
    package var source: String?
    package var reference: String?
    /// Login of the responsible agent.
    package var responsible: String?
    package var phones: [ContactPhone]
    package var plates: [VehiclePlate]
    /// Optimistic version: raised by every change.
    package var version: Int

    package init(id: CustomerID, kind: CustomerKind = .person, name: String? = nil, region: Region? = nil) {
        self.id = id
        self.kind = kind
        self.name = name
        self.region = region
        self.addressParts = AddressParts()
        self.consents = []
        self.phones = []
        self.plates = []
        self.version = 1
    }
}

extension AddressParts {
    /// What `other` says wins; what it does not say stays.
    package func merged(with other: AddressParts) -> AddressParts {
        AddressParts(
            houseNumber: other.houseNumber ?? houseNumber, extra: other.extra ?? extra,
            locality: other.locality ?? locality, postcode: other.postcode ?? postcode,
            province: other.province ?? province)
    }
}
