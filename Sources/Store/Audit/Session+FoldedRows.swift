import Complaints
import WorkingTime

extension Session {
    /// Names of the tables whose rows say something else of a case than its events, folded anew, do.
    func changedTables(_ complaint: Complaint, _ number: Int64) throws(StoreError) -> [String] {
        var changed: [String] = []
        if try keptCase(number) != FoldedCase(complaint) { changed.append("complaints") }
        if try keptClocks(of: number) != FoldedClock.all(of: complaint) { changed.append("complaint_clocks") }
        if try keptTasks(of: number) != FoldedTask.all(of: complaint) { changed.append("unit_tasks") }
        return changed
    }

    private func keptCase(_ number: Int64) throws(StoreError) -> FoldedCase? {
        try first(
            """
            SELECT customer, state, is_open, severity, category, product, summary, channel, level, owner, handler,
                version, policy, received_at, next_due
            FROM complaints WHERE number = $1
            """, number
        ) { row in
            FoldedCase(
                customer: row.optionalInteger(0), state: row.text(1), isOpen: row.bool(2), severity: row.text(3),
                category: row.optionalText(4), product: row.optionalText(5), summary: row.text(6),
                channel: row.text(7), level: row.int(8), owner: row.text(9), handler: row.text(10),
                version: row.int(11), policy: row.text(12), receivedAt: row.integer(13),
                nextDue: row.optionalInteger(14))
        }
    }

    private func keptClocks(of number: Int64) throws(StoreError) -> [FoldedClock] {
        try all(
            """
            SELECT name, generation, subject, start, budget, due, state, is_provisional, met_at, is_current
            FROM complaint_clocks WHERE complaint = $1 ORDER BY name, generation, subject
            """, number
        ) { row in
            FoldedClock(
                name: row.text(0), generation: row.int(1), subject: row.int(2), start: row.integer(3),
                budget: row.text(4), due: row.optionalInteger(5), state: row.text(6), isProvisional: row.bool(7),
                metAt: row.optionalInteger(8), isCurrent: row.bool(9))
        }.sorted()
    }

    private func keptTasks(of number: Int64) throws(StoreError) -> [FoldedTask] {
        try all(
            "SELECT number, unit, status, is_open FROM unit_tasks WHERE complaint = $1 ORDER BY number", number
        ) { FoldedTask(number: $0.int(0), unit: $0.text(1), status: $0.text(2), isOpen: $0.bool(3)) }
    }
}

/// A case's row.
private struct FoldedCase: Equatable {
    var customer: Int64?
    var state: String
    var isOpen: Bool
    var severity: String
    var category: String?
    var product: String?
    var summary: String
    var channel: String
    var level: Int
    var owner: String
    var handler: String
    var version: Int
    var policy: String
    var receivedAt: Int64
    var nextDue: Int64?
}

extension FoldedCase {
    init(_ complaint: Complaint) {
        self.init(
            customer: complaint.customer, state: complaint.state.rawValue, isOpen: complaint.state.isOpen,
            severity: complaint.severity.rawValue, category: complaint.category, product: complaint.product,
            summary: complaint.summary, channel: complaint.channel, level: complaint.level, owner: complaint.owner,
            handler: complaint.handler, version: complaint.version, policy: complaint.policy,
            receivedAt: complaint.receivedAt.microseconds, nextDue: complaint.nextDue?.microseconds)
    }
}

/// A clock's row.
private struct FoldedClock: Equatable, Comparable {
    var name: String
    var generation: Int
    var subject: Int
    var start: Int64
    var budget: String
    var due: Int64?
    var state: String
    var isProvisional: Bool
    var metAt: Int64?
    var isCurrent: Bool

    init(
        name: String, generation: Int, subject: Int, start: Int64, budget: String, due: Int64?, state: String,
        isProvisional: Bool, metAt: Int64?, isCurrent: Bool
    ) {
        self.name = name
        self.generation = generation
        self.subject = subject
        self.start = start
        self.budget = budget
        self.due = due
        self.state = state
        self.isProvisional = isProvisional
        self.metAt = metAt
        self.isCurrent = isCurrent
    }

    private init(_ clock: ComplaintClock, isCurrent: Bool) {
        self.init(
            name: clock.name, generation: clock.generation, subject: clock.subject ?? 0,
            start: clock.start.microseconds, budget: clock.budget, due: clock.due?.microseconds,
            state: clock.state.rawValue, isProvisional: clock.isProvisional, metAt: clock.metAt?.microseconds,
            isCurrent: isCurrent)
    }

    static func all(of complaint: Complaint) -> [FoldedClock] {
        (complaint.clocks.map { FoldedClock($0, isCurrent: true) }
            + complaint.formerClocks.map { FoldedClock($0, isCurrent: false) }).sorted()
    }

    static func < (a: FoldedClock, b: FoldedClock) -> Bool {
        (a.name, a.generation, a.subject) < (b.name, b.generation, b.subject)
    }
}

/// A task's row.
private struct FoldedTask: Equatable {
    var number: Int
    var unit: String
    var status: String
    var isOpen: Bool

    static func all(of complaint: Complaint) -> [FoldedTask] {
        complaint.tasks.map {
            FoldedTask(number: $0.number, unit: $0.unit, status: $0.status.rawValue, isOpen: $0.status.isOpen)
        }
    }
}
