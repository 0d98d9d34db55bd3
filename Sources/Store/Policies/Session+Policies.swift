import Dossier
import WorkingTime

extension Session {
    /// Rises with every publication; what tells a process that its rules are old.
    func rulesRevision() throws(StoreError) -> Int64 {
        try integer("SELECT next FROM counters WHERE name = $1", Counter.rules.rawValue) ?? 0
    }

    func raiseRulesRevision() throws(StoreError) {
        _ = try take(Counter.rules)
    }

    func publishedRules() throws(StoreError) -> PublishedRules {
        PublishedRules(
            policies: try published(.policy, "WHERE approved_at IS NOT NULL ORDER BY effective_from, approved_at, id"),
            calendars: try published(.calendar, "WHERE approved_at IS NOT NULL ORDER BY approved_at, name, version"),
            dutyManager: try dutyManager())
    }

    /// Policies or calendars that wait for a second person, oldest first.
    func proposals(_ kind: PublishedKind) throws(StoreError) -> [PublishedText] {
        try published(kind, "WHERE approved_at IS NULL ORDER BY proposed_at")
    }

    func published(_ kind: PublishedKind, name: String, version: String) throws(StoreError) -> PublishedText? {
        try first(
            Self.columns(of: kind) + " WHERE \(kind.nameColumn) = $1 AND version = $2", name, version,
            row: Self.published)
    }

    /// Whoever made the store; in one made before that was noted, its first administrator.
    func dutyManager() throws(StoreError) -> String {
        let noted = try first("SELECT value FROM settings WHERE name = $1", SettingName.dutyManager) { $0.text(0) }
        return noted ?? "duty-manager"
    }

    func note(dutyManager login: String) throws(StoreError) {
        try run(
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
            SettingName.dutyManager, login)
    }

    private func published(_ kind: PublishedKind, _ condition: String) throws(StoreError) -> [PublishedText] {
        try all(Self.columns(of: kind) + " " + condition, row: Self.published)
    }

    private static func columns(of kind: PublishedKind) -> String {
        """
        SELECT \(kind.nameColumn), version, text, sha256, \(kind.startColumn), proposed_by, proposed_at, approved_by,
            approved_at
        FROM \(kind.table)
        """
    }

    private static func published(_ row: any Statement) throws(StoreError) -> PublishedText {
        PublishedText(
            name: row.text(0), version: row.text(1), text: row.text(2), sha256: row.text(3),
            effectiveFrom: row.instant(4), proposedBy: row.text(5), proposedAt: row.instant(6),
            approvedBy: row.optionalText(7), approvedAt: row.optionalInstant(8))
    }
}

enum SettingName {
    static let dutyManager = "duty_manager"
}
