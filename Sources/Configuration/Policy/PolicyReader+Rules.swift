import Complaints
import WorkingTime

extension PolicyReader {
    mutating func readChange(_ table: inout TableReader) throws(ConfigurationError) {
        if let grace = try table.budget("grace") { policy.change.grace = grace }
        if let ratchet = try table.boolean("ratchet") { policy.change.isRatchet = ratchet }
        if let catchUp = try table.word("catch_up", ChangeRules.CatchUp.self) { policy.change.catchUp = catchUp }
        if var reopen = try table.table("reopen") {
            if let days = try reopen.integer("days", in: 1...3660) { policy.change.reopenDays = Int(days) }
            if let percent = try reopen.integer("target_percent", in: 1...100) {
                policy.change.reopenTargetPercent = Int(percent)
            }
            if let model = try reopen.word("model", ChangeRules.ReopenModel.self) { policy.change.reopenModel = model }
            try reopen.finish()
        }
        if var after = try table.table("level_up_after") {
            if let count = try after.integer("reopens", in: 1...100) { policy.change.levelUpAfterReopens = Int(count) }
            if let count = try after.integer("transfers", in: 1...100) {
                policy.change.levelUpAfterTransfers = Int(count)
            }
            if let count = try after.integer("unit_returns", in: 1...100) {
                policy.change.levelUpAfterUnitReturns = Int(count)
            }
            try after.finish()
        }
    }

    mutating func readIntake(_ table: inout TableReader) throws(ConfigurationError) {
        if let severity = try table.word("initial_severity", Severity.self) { policy.intake.initialSeverity = severity }
        if let days = try table.integer("duplicate_window_days", in: 0...3660) {
            policy.intake.duplicateWindowDays = Int(days)
        }
        if var mass = try table.table("mass_event") {
            if let count = try mass.integer("similar", in: 2...100_000) { policy.intake.massEventSimilar = Int(count) }
            if let within = try mass.budget("within") { policy.intake.massEventWithin = within }
            try mass.finish()
        }
        if var vulnerable = try table.table("vulnerable") {
            if let bands = try vulnerable.integer("bands_faster", in: 0...3) {
                policy.intake.vulnerableBandsFaster = Int(bands)
            }
            if let second = try vulnerable.boolean("second_reader") {
                policy.intake.needsSecondReaderWhenVulnerable = second
            }
            try vulnerable.finish()
        }
    }

    mutating func readFollowUp(_ table: inout TableReader) throws(ConfigurationError) {
        if let tries = try table.integer("tries", in: 1...100) { policy.followUp.tries = Int(tries) }
        if let days = try table.integer("min_days", in: 1...100) { policy.followUp.daysMin = Int(days) }
    }

    mutating func readRecords(_ table: inout TableReader) throws(ConfigurationError) {
        // Three years is the least any regime we know of asks for.
        if let years = try table.integer("retain_years", in: 3...100) { policy.records.retainYears = Int(years) }
        if let every = try table.budget("checkpoint_every") { policy.records.checkpointEvery = every }
    }
}
