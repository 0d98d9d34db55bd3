package import WorkingTime

/// Who is told after a breach, one after the other, until somebody accepts.
package struct Ladder: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        /// A role, or a named duty list.
        package var to: String
        /// How long acceptance may take before the next rung.
        package var wait: Budget
        /// How long before the clock is due it is told, walked back through the ladder's calendar; nil = at the breach or
        /// later. Such steps come first, in the order of their times.
        package var ahead: Budget?
        /// Told outside working hours too.
        package var isAtOnce: Bool

        package init(to: String, wait: Budget, ahead: Budget? = nil, isAtOnce: Bool = false) {
            self.to = to
            self.wait = wait
            self.ahead = ahead
            self.isAtOnce = isAtOnce
        }
    }

    package struct Fallback: Hashable, Sendable {
        package var to: String
        package var every: Budget

        package init(to: String, every: Budget) {
            self.to = to
            self.every = every
        }
    }

    /// `unit` = the case's own calendar, or a calendar's name.
    package var calendar: String
    package var steps: [Step]
    package var fallback: Fallback

    package init(calendar: String = "unit", steps: [Step], fallback: Fallback) {
        self.calendar = calendar
        self.steps = steps
        self.fallback = fallback
    }
}
