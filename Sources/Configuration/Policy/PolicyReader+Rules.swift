import Complaints
import WorkingTime

extension PolicyReader {
    mutating func readChange(_ table: inout PolicyTable) {
        if let grace = table.budget("grace") { policy.change.grace = grace }
        if let ratchet = table.boolean("ratchet") { policy.change.isRatchet = ratchet }
        if let catchUp = table.word("catch_up", ChangeRules.CatchUp.self) { policy.change.catchUp = catchUp }
        if var reopen = table.table("reopen") {
            if let days = reopen.integer("days", in: 1...3660) { policy.change.reopenDays = Int(days) }
            if let percent = reopen.integer("target_percent", in: 1...100) {
                policy.change.reopenTargetPercent = Int(percent)
            }
            if let model = reopen.word("model", ChangeRules.ReopenModel.self) { policy.change.reopenModel = model }
            reopen.finish()
        }
        if var after = table.table("level_up_after") {
            if let count = after.integer("reopens", in: 1...100) { policy.change.levelUpAfterReopens = Int(count) }
            if let count = after.integer("transfers", in: 1...100) {
                policy.change.levelUpAfterTransfers = Int(count)
            }
            if let count = after.integer("unit_returns", in: 1...100) {
                policy.change.levelUpAfterUnitReturns = Int(count)
            }
            after.finish()
        }
    }

    mutating func readIntake(_ table: inout PolicyTable) {
        if let severity = table.word("initial_severity", Severity.self) { policy.intake.initialSeverity = severity }
        if let days = table.integer("duplicate_window_days", in: 0...3660) {
            policy.intake.duplicateWindowDays = Int(days)
        }
        if var mass = table.table("mass_event") {
            if let count = mass.integer("similar", in: 2...100_000) { policy.intake.massEventSimilar = Int(count) }
            if let within = mass.budget("within") { policy.intake.massEventWithin = within }
            mass.finish()
        }
        if var vulnerable = table.table("vulnerable") {
            if let bands = vulnerable.integer("bands_faster", in: 0...3) {
                policy.intake.vulnerableBandsFaster = Int(bands)
            }
            if let second = vulnerable.boolean("second_reader") {
                policy.intake.needsSecondReaderWhenVulnerable = second
            }
            vulnerable.finish()
        }
    }

    mutating func readFollowUp(_ table: inout PolicyTable) {
        if let tries = table.integer("tries", in: 1...100) { policy.followUp.tries = Int(tries) }
        if let days = table.integer("min_days", in: 1...100) { policy.followUp.daysMin = Int(days) }
    }

    mutating func readRecords(_ table: inout PolicyTable) {
        // Three years is the least any regime we know of asks for.
        if let years = table.integer("retain_years", in: 3...100) { policy.records.retainYears = Int(years) }
        if let every = table.budget("checkpoint_every") { policy.records.checkpointEvery = every }
    }
}
