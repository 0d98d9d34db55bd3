package import Complaints
package import WorkingTime

/// A line of the trail as people read it.
package struct TrailLine: Sendable, Hashable {
    package var number: Int
    package var at: Instant
    package var actor: String
    /// The operating system's user behind the actor.
    package var osUser: String?
    package var act: String
    package var subject: String
    package var detail: String
    package var hash: String
}

/// Which lines are wanted; what is nil does not matter.
package struct TrailFilter: Sendable, Hashable {
    /// A case number, a customer, a login.
    package var subject: String?
    /// Who acted, or the operating system's user behind them.
    package var actor: String?
    package var from: Instant?
    /// Before this instant.
    package var to: Instant?

    package init(subject: String? = nil, actor: String? = nil, from: Instant? = nil, to: Instant? = nil) {
        self.subject = subject
        self.actor = actor
        self.from = from
        self.to = to
    }
}

extension Store {
    /// Lines in order, at most `limit` of them behind the line `after`.
    package func auditTrail(_ filter: TrailFilter, after: Int = 0, limit: Int) throws(StoreError) -> [TrailLine] {
        try engine.read { session throws(StoreError) in try session.trail(filter, after: after, limit: limit) }
    }

    /// Writes down that somebody read the trail: what they asked for.
    package func noteAuditRead(_ what: String, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) -> Void in
            try session.appendTrail(
                chain, at: at, actor: login, act: AuditAct.readAudit, subject: "audit", detail: what)
        }
    }

    /// Writes down that somebody opened a case's record.
    package func noteCaseRead(_ number: CaseNumber, by login: String, at: Instant) throws(StoreError) {
        try engine.write { session throws(StoreError) -> Void in
            try session.appendTrail(
                chain, at: at, actor: login, act: AuditAct.readCase, subject: number.description, detail: "")
        }
    }
}

extension Session {
    func trail(_ filter: TrailFilter, after: Int, limit: Int) throws(StoreError) -> [TrailLine] {
        var conditions = ["number > $1"]
        var values: [any SQLBindable] = [after]
        func add(_ condition: (String) -> String, _ value: any SQLBindable) {
            values.append(value)
            conditions.append(condition("$\(values.count)"))
        }
        if let subject = filter.subject { add({ "subject = \($0)" }, subject) }
        if let actor = filter.actor { add({ "(actor = \($0) OR os_user = \($0))" }, actor) }
        if let from = filter.from { add({ "at >= \($0)" }, from) }
        if let to = filter.to { add({ "at < \($0)" }, to) }
        values.append(limit)
        let lines = try statement(
            "SELECT number, at, actor, os_user, act, subject, detail, hash FROM audit_trail WHERE "
                + conditions.joined(separator: " AND ") + " ORDER BY number LIMIT $\(values.count)")
        lines.bindAll(values)
        defer { lines.reset() }
        var found: [TrailLine] = []
        while try lines.step() {
            found.append(
                TrailLine(
                    number: lines.int(0), at: lines.instant(1), actor: lines.text(2), osUser: lines.optionalText(3),
                    act: lines.text(4), subject: lines.text(5), detail: lines.text(6), hash: hexadecimal(lines.bytes(7))
                ))
        }
        return found
    }
}
