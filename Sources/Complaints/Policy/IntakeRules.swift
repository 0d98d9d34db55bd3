package import WorkingTime

/// How complaints are taken in.
package struct IntakeRules: Hashable, Sendable {
    /// Rules until the first assessment.
    package var initialSeverity: Severity
    package var duplicateWindowDays: Int
    /// So many similar complaints within so long are one problem.
    package var massEventSimilar: Int
    package var massEventWithin: Budget
    /// Severity bands by which a vulnerable customer's ACK and UPDATE are faster.
    package var vulnerableBandsFaster: Int
    /// "Not upheld" needs a second reader for a vulnerable customer.
    package var needsSecondReaderWhenVulnerable: Bool

    package init(
        initialSeverity: Severity, duplicateWindowDays: Int, massEventSimilar: Int, massEventWithin: Budget,
        vulnerableBandsFaster: Int, needsSecondReaderWhenVulnerable: Bool
    ) {
        self.initialSeverity = initialSeverity
        self.duplicateWindowDays = duplicateWindowDays
        self.massEventSimilar = massEventSimilar
        self.massEventWithin = massEventWithin
        self.vulnerableBandsFaster = vulnerableBandsFaster
        self.needsSecondReaderWhenVulnerable = needsSecondReaderWhenVulnerable
    }
}
