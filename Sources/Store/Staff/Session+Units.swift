import Complaints
import Dossier
import WorkingTime

extension Session {
    /// Every unit, by name, with the tasks it has open.
    func units() throws(StoreError) -> [ServiceUnit] {
        var areas: [String: [ServiceUnit.Area]] = [:]
        let places = try all("SELECT unit, area, distance_metres FROM unit_areas ORDER BY unit, position") {
            ($0.text(0), ServiceUnit.Area(code: $0.text(1), distanceMetres: $0.optionalInt(2)))
        }
        for (unit, area) in places { areas[unit, default: []].append(area) }
        var skills: [String: [String]] = [:]
        for (unit, skill) in try all("SELECT unit, skill FROM unit_skills ORDER BY unit, skill", row: Self.pair) {
            skills[unit, default: []].append(skill)
        }
        var loads: [String: Int] = [:]
        let counts = try all("SELECT unit, COUNT(*) FROM unit_tasks WHERE is_open = 1 GROUP BY unit") {
            ($0.text(0), $0.int(1))
        }
        for (unit, count) in counts { loads[unit] = count }
        return try all("SELECT name, calendar, is_active FROM units ORDER BY name") { row in
            let name = row.text(0)
            return ServiceUnit(
                name: name, areas: areas[name] ?? [], skills: skills[name] ?? [], calendar: row.text(1),
                isActive: row.bool(2), load: loads[name] ?? 0)
        }
    }

    private static func pair(_ row: any Statement) -> (String, String) { (row.text(0), row.text(1)) }

    /// The units as a dispatch to `area` sees them: how far each is from there, and when it could begin.
    ///
    /// A unit is ready once it has been open for a minute: opening at the very instant of the due time is too late.
    func fieldUnits(serving area: String?, at now: Instant, _ rules: Rules) throws(StoreError) -> [FieldUnit] {
        try units().filter(\.isActive).map { unit in
            let asked = unit.areas.first { $0.code == area }
            let ready = rules.calendar(unit.calendar).instant(afterOpenTime: TimeLength(minutes: 1), from: now)
            return FieldUnit(
                name: unit.name, areas: unit.areas.map(\.code), skills: unit.skills,
                distanceMetres: asked?.distanceMetres, load: unit.load, calendar: unit.calendar, readyAt: ready)
        }
    }

    func insert(_ unit: ServiceUnit) throws(StoreError) {
        do throws(StoreError) {
            try run(
                "INSERT INTO units (name, calendar, is_active) VALUES ($1, $2, $3)", unit.name, unit.calendar,
                unit.isActive)
        } catch  where error.isUniquenessViolation {
            throw .alreadyTaken(field: "unit", value: unit.name)
        }
        for (position, area) in unit.areas.enumerated() {
            try run(
                "INSERT INTO unit_areas (unit, area, position, distance_metres) VALUES ($1, $2, $3, $4)", unit.name,
                area.code, position, area.distanceMetres)
        }
        for skill in unit.skills { try run("INSERT INTO unit_skills (unit, skill) VALUES ($1, $2)", unit.name, skill) }
    }

    /// The tasks of a case as its events leave them.
    func saveTasks(of complaint: Complaint, _ number: Int64) throws(StoreError) {
        for task in complaint.tasks {
            try run(
                """
                INSERT INTO unit_tasks (complaint, number, unit, status, is_open) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (complaint, number) DO UPDATE SET unit = $3, status = $4, is_open = $5
                """, number, task.number, task.unit, task.status.rawValue, task.status.isOpen)
        }
    }
}
