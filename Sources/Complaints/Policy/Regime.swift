package import WorkingTime

/// A law's deadline: never pausable but by what the law itself excludes.
package struct Regime: Hashable, Sendable {
    package var clock: Budget
    package var roll: DueConventions.Roll
    /// How the internal alarm target is rolled: nobody answers on day 15 inside a nine-day holiday.
    package var safe: DueConventions.Roll
    package var extensions: [RegimeExtension]

    package init(
        clock: Budget, roll: DueConventions.Roll = .none, safe: DueConventions.Roll = .previousWorkingDay,
        extensions: [RegimeExtension] = []
    ) {
        self.clock = clock
        self.roll = roll
        self.safe = safe
        self.extensions = extensions
    }
}

/// How far the law lets a deadline be extended, and who must approve it.
package struct RegimeExtension: Hashable, Sendable {
    /// Counted from receipt.
    package var clock: Budget
    package var approve: Role

    package init(clock: Budget, approve: Role) {
        self.clock = clock
        self.approve = approve
    }
}
