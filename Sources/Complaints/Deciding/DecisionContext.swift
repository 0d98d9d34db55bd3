package import Money

/// What is known of the customer when a command is decided.
package struct CustomerFacts: Hashable, Sendable {
    /// Region code that gives the jurisdiction: TW, CN, HK; nil when unknown.
    package var jurisdiction: String?
    /// Column of the targets the customer's tier earns, as at receipt.
    package var band: TargetBand
    package var isVulnerable: Bool
    /// Goodwill given in twelve months, all cases; shown, never a bar.
    package var goodwill12Months: Money?
    /// Remedies granted in 90 days in the customer's other cases.
    package var granted90Days: Money?

    package init(
        jurisdiction: String? = nil, band: TargetBand = .standard, isVulnerable: Bool = false,
        goodwill12Months: Money? = nil, granted90Days: Money? = nil
    ) {
        self.jurisdiction = jurisdiction
        self.band = band
        self.isVulnerable = isVulnerable
        self.goodwill12Months = goodwill12Months
        self.granted90Days = granted90Days
    }
}

/// Everything outside the case that a decision depends on.
package struct DecisionContext: Sendable {
    package var rules: Rules
    package var staff: StaffDirectory
    package var customer: CustomerFacts
    /// The number a new case gets; needed for `register` only.
    package var newCaseNumber: CaseNumber?
    /// The case named by `into` or `to`, when the command names one and it exists.
    package var other: Complaint?
    /// Field units that may be dispatched to, for `dispatch`.
    package var units: [FieldUnit]

    package init(
        rules: Rules, staff: StaffDirectory, customer: CustomerFacts = CustomerFacts(),
        newCaseNumber: CaseNumber? = nil, other: Complaint? = nil, units: [FieldUnit] = []
    ) {
        self.rules = rules
        self.staff = staff
        self.customer = customer
        self.newCaseNumber = newCaseNumber
        self.other = other
        self.units = units
    }
}
