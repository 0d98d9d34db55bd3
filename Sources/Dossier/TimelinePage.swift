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

/// A place in a history: entries strictly older than it follow.
package struct TimelineCursor: Sendable, Hashable {
    package var before: Instant

    package init(before: Instant) {
        self.before = before
    }
}
