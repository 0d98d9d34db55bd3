package import WorkingTime

/// A case number, told to the customer: `TL-2026-000123` in full, `26-000123` on screen and for typing.
package struct CaseNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let year: Int
    package let sequence: Int

    package init(year: Int, sequence: Int) {
        self.year = year
        self.sequence = sequence
    }

    package var description: String { "TL-\(year)-\(Self.padded(sequence))" }
    /// `26-000123`.
    package var short: String { "\(year % 100 < 10 ? "0" : "")\(year % 100)-\(Self.padded(sequence))" }

    package static func < (a: CaseNumber, b: CaseNumber) -> Bool { (a.year, a.sequence) < (b.year, b.sequence) }

    private static func padded(_ sequence: Int) -> String {
        let digits = String(sequence)
        return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }
}

/// One complaint as its events leave it.
package struct Complaint: Hashable, Sendable {
    package var caseNumber: CaseNumber
    /// Customer number; nil for an anonymous complainant.
    package var customer: Int64?
    package var state: CaseState
    package var severity: Severity
    package var category: String?
    package var product: String?
    package var channel: String
    package var summary: String
    package var remedySought: String?
    /// Escalation level, 0 = agent.
    package var level: Int
    /// The one accountable person, from receipt to close.
    package var owner: String
    /// Whoever works on it now.
    package var handler: String
    package var isVulnerable: Bool?
    /// Number of the last event: the optimistic version.
    package var version: Int
    /// Id and version of the policy the case is pinned to.
    package var policy: String
    package var receivedAt: Instant
    package var clocks: [ComplaintClock]

    package init(
        caseNumber: CaseNumber, customer: Int64?, channel: String, summary: String, owner: String, policy: String,
        receivedAt: Instant
    ) {
        self.caseNumber = caseNumber
        self.customer = customer
        self.state = .received
        self.severity = .s3
        self.channel = channel
        self.summary = summary
        self.level = 0
        self.owner = owner
        self.handler = owner
        self.version = 0
        self.policy = policy
        self.receivedAt = receivedAt
        self.clocks = []
    }
}

/// One running promise of a complaint.
package struct ComplaintClock: Hashable, Sendable {
    package enum State: String, Sendable {
        case running
        case paused
        case met
        case breached
        case void
        case notApplicable = "not_applicable"
    }
    /// `ACK`, `RESOLVE`, `STATUTORY:tw-consumer` …
    package var name: String
    /// Raised by each retarget; timers of older generations are void.
    package var generation: Int
    package var start: Instant
    /// As the policy writes it: `2wd`, `30bm`.
    package var budget: String
    package var due: Instant?
    package var state: State
    /// True when the due time crosses the end of the calendar's known dates.
    package var isProvisional: Bool
    /// When the clock was met, if it was.
    package var metAt: Instant?

    package init(
        name: String, generation: Int, start: Instant, budget: String, due: Instant?, state: State,
        isProvisional: Bool = false, metAt: Instant? = nil
    ) {
        self.name = name
        self.generation = generation
        self.start = start
        self.budget = budget
        self.due = due
        self.state = state
        self.isProvisional = isProvisional
        self.metAt = metAt
    }
}
