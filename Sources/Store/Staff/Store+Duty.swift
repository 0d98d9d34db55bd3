package import Complaints
package import Dossier
package import WorkingTime

extension Store {
    /// Adds a unit; its calendar must be one the rules in force know.
    package func addUnit(_ unit: ServiceUnit, by login: String, at: Instant) throws(StoreError) {
        try unit.check()
        if let book, book.inForce.calendars[unit.calendar] == nil {
            throw .badValue(field: "calendar", value: unit.calendar)
        }
        try engine.write { session throws(StoreError) -> Void in
            guard try session.integer("SELECT COUNT(*) FROM units") ?? 0 < StaffLimit.unitsMax else {
                throw .tooMany(what: "units", limit: StaffLimit.unitsMax)
            }
            try session.insert(unit)
            try session.appendTrail(
                chain, at: at, actor: login, act: AuditAct.addUnit, subject: unit.name,
                detail: "calendar \(unit.calendar) areas " + unit.areas.map(\.code).joined(separator: ","))
        }
    }

    package func units() throws(StoreError) -> [ServiceUnit] {
        try engine.read { session throws(StoreError) in try session.units() }
    }

    /// Puts somebody on duty from `from` until just before `to`; returns the entry's number.
    package func addRoster(
        _ login: String, from: Instant, to: Instant, by actor: String, at: Instant
    ) throws(StoreError) -> RosterEntry {
        guard from < to else { throw .badValue(field: "to", value: "\(to.microseconds / 1_000_000)") }
        return try engine.write { session throws(StoreError) in
            guard let agent = try session.agents().first(where: { $0.login == login }) else {
                throw .unknownAgent(login: login)
            }
            guard agent.isActive else { throw .badValue(field: "login", value: login) }
            guard try session.integer("SELECT COUNT(*) FROM roster") ?? 0 < StaffLimit.rosterMax else {
                throw .tooMany(what: "roster entries", limit: StaffLimit.rosterMax)
            }
            let entry = RosterEntry(number: try session.nextRosterNumber(), login: login, from: from, to: to)
            try session.run(
                "INSERT INTO roster (id, login, begins, ends) VALUES ($1, $2, $3, $4)", entry.number, login, from, to)
            try session.appendTrail(
                chain, at: at, actor: actor, act: AuditAct.addRoster, subject: login,
                detail: "\(from.rfc3339(offsetSeconds: 0)) \(to.rfc3339(offsetSeconds: 0))")
            return entry
        }
    }

    /// Entries that have not ended by `from`, earliest first.
    package func roster(endingAfter from: Instant) throws(StoreError) -> [RosterEntry] {
        try engine.read { session throws(StoreError) in try session.roster(endingAfter: from) }
    }

    /// Takes an entry away; false when there is none of that number.
    package func removeRoster(_ number: Int64, by actor: String, at: Instant) throws(StoreError) -> Bool {
        try engine.write { session throws(StoreError) in
            let login = try session.first("SELECT login FROM roster WHERE id = $1", number) { $0.text(0) }
            guard let login else { return false }
            try session.run("DELETE FROM roster WHERE id = $1", number)
            try session.appendTrail(
                chain, at: at, actor: actor, act: AuditAct.removeRoster, subject: login, detail: "entry \(number)")
            return true
        }
    }

    /// Who works here and who is on duty at `now`.
    package func staffDirectory(at now: Instant) throws(StoreError) -> StaffDirectory {
        try engine.read { session throws(StoreError) in try session.staffDirectory(at: now) }
    }
}

extension ServiceUnit {
    func check() throws(StoreError) {
        guard !name.isEmpty else { throw .badValue(field: "unit", value: "") }
        guard !areas.isEmpty else { throw .badValue(field: "area", value: "") }
        guard areas.count <= StaffLimit.areasOfUnitMax else {
            throw .tooMany(what: "areas", limit: StaffLimit.areasOfUnitMax)
        }
        guard skills.count <= StaffLimit.skillsOfUnitMax else {
            throw .tooMany(what: "skills", limit: StaffLimit.skillsOfUnitMax)
        }
        for (field, text) in [("unit", name), ("calendar", calendar)] {
            try Limit.text(text, field: field, max: Limit.nameBytesMax)
        }
        for text in areas.map(\.code) + skills {
            guard !text.isEmpty else { throw .badValue(field: "area", value: "") }
            try Limit.text(text, field: "area", max: Limit.nameBytesMax)
        }
    }
}

extension Session {
    fileprivate func nextRosterNumber() throws(StoreError) -> Int64 {
        (try integer("SELECT MAX(id) FROM roster") ?? 0) + 1
    }
}
