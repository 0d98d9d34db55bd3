package import WorkingTime

/// What happens to running cases when something about them changes.
package struct ChangeRules: Hashable, Sendable {
    package enum CatchUp: String, CaseIterable, Sendable, Hashable {
        case lastOnly = "last_only"
    }

    /// Which time counts after a reopen.
    package enum ReopenModel: String, CaseIterable, Sendable, Hashable {
        /// A new internal clock from now.
        case fresh
        /// Counted from receipt, the closed gap left out.
        case excludeGap = "exclude_gap"
        /// Counted from receipt, gap and all.
        case total
    }

    /// Least time between a retarget and the due time it gives.
    package var grace: Budget
    /// A promised due time never moves later without an approved extension.
    package var isRatchet: Bool
    package var catchUp: CatchUp
    package var reopenDays: Int
    package var reopenTargetPercent: Int
    package var reopenModel: ReopenModel
    package var levelUpAfterReopens: Int
    package var levelUpAfterTransfers: Int
    package var levelUpAfterUnitReturns: Int

    package init(
        grace: Budget, isRatchet: Bool, catchUp: CatchUp = .lastOnly, reopenDays: Int, reopenTargetPercent: Int,
        reopenModel: ReopenModel, levelUpAfterReopens: Int, levelUpAfterTransfers: Int, levelUpAfterUnitReturns: Int
    ) {
        self.grace = grace
        self.isRatchet = isRatchet
        self.catchUp = catchUp
        self.reopenDays = reopenDays
        self.reopenTargetPercent = reopenTargetPercent
        self.reopenModel = reopenModel
        self.levelUpAfterReopens = levelUpAfterReopens
        self.levelUpAfterTransfers = levelUpAfterTransfers
        self.levelUpAfterUnitReturns = levelUpAfterUnitReturns
    }
}
