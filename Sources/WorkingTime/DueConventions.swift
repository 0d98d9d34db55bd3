/// How a due date in days is settled where law and house rules differ.
package struct DueConventions: Hashable, Sendable {
    /// What happens when day N is not a working day.
    package enum Roll: String, CaseIterable, Sendable, Hashable {
        /// The day stands; what a customer may be told.
        case none
        /// The law's maximum.
        case nextWorkingDay = "next_working_day"
        /// The safe target: somebody is there to answer.
        case previousWorkingDay = "previous_working_day"
    }

    /// When on the due date a budget of calendar days ends; working days always end at close.
    package enum Cutoff: String, CaseIterable, Sendable, Hashable {
        /// 23:59:59.
        case endOfDay = "end_of_day"
        /// The close of that date; 23:59:59 on a date that does not open.
        case closeOfBusiness = "close_of_business"
    }

    /// Which date is day 0 of a receipt at or after close, or on a day off.
    package enum ReceivedAfterClose: String, CaseIterable, Sendable, Hashable {
        /// The date of receipt (strict, the default).
        case sameDay = "same_day"
        case nextWorkingDay = "next_working_day"
    }

    package var roll: Roll
    package var cutoff: Cutoff
    package var receivedAfterClose: ReceivedAfterClose

    /// Without a cutoff: close of business when rolling back, else the end of the day.
    package init(
        roll: Roll = .none, cutoff: Cutoff? = nil, receivedAfterClose: ReceivedAfterClose = .sameDay
    ) {
        self.roll = roll
        self.cutoff = cutoff ?? (roll == .previousWorkingDay ? .closeOfBusiness : .endOfDay)
        self.receivedAfterClose = receivedAfterClose
    }
}

/// When something falls due, and whether the calendar was known that far.
package struct Due: Hashable, Sendable {
    package var at: Instant
    /// A date was needed that lies outside what the calendar covers: the weekly pattern stood in for it.
    package var isProvisional: Bool

    package init(at: Instant, isProvisional: Bool) {
        self.at = at
        self.isProvisional = isProvisional
    }
}
