package import WorkingTime

/// A stretch of a customer's history, newest first.
package struct TimelinePage: Sendable, Equatable {
    package var entries: [TimelineEntry]
    /// Where the next page begins; nil at the end of the history.
    package var next: TimelineCursor?

    package init(entries: [TimelineEntry], next: TimelineCursor?) {
        self.entries = entries
        self.next = next
    }
}

/// A place in a history: entries at `at` follow from the `skip`-th on, then all older ones.
package struct TimelineCursor: Sendable, Hashable {
    package var at: Instant
    package var skip: Int

    package init(at: Instant, skip: Int) {
        self.at = at
        self.skip = skip
    }
}
