import Complaints
import Configuration
import Desk
import Dossier
import Store
import WorkingTime

// Policies by the names a command may give them: a file, the built-in sample, or one the store has published.
extension Session {
    /// The store's centre where there is a store, with its rules; nil without one that can be read, unless one was asked
    /// for: what needs no store is not stopped by a damaged one.
    func centreIfAny() throws -> Centre? {
        do {
            return try complaintCentre()
        } catch  where options.store == nil {
            return nil
        }
    }

    /// Calendars published in the store; none where there is no store.
    func publishedCalendars() throws -> [WorkingCalendar] {
        do {
            let centre = try centre()
            defer { try? centre.store.close() }
            return Array(try CentreRules.Shelf(try centre.store.publishedRules()).current.values)
        } catch  where options.store == nil {
            return []
        }
    }

    /// A file read and checked against the calendars of this centre; one with faults is thrown as `PolicyFaulty`.
    func policy(_ path: String, in centre: Centre) throws -> PolicySource {
        try policy(try PolicyFile(path: path), in: centre)
    }

    /// A policy kept by the store.
    func policy(_ text: PublishedText, in centre: Centre) throws -> PolicySource {
        try policy(try PolicyFile(Array(text.text.utf8), file: "policy \(text.reference)"), in: centre)
    }

    /// A file, `default`, or `id@version` of a policy in the store.
    func policy(named name: String, calendarFiles: [String], in centre: Centre?) throws -> PolicySource {
        let parts = name.split(separator: "@", maxSplits: 1).map(String.init)
        if let centre, parts.count == 2,
            let text = try centre.store.published(.policy, name: parts[0], version: parts[1])
        {
            return try policy(text, in: centre)
        }
        return try policy(name, calendarFiles: calendarFiles)
    }

    private func policy(_ file: PolicyFile, in centre: Centre) throws -> PolicySource {
        let calendars = try CentreRules.Shelf(try centre.store.publishedRules()).current
        var source = try PolicySource(file, calendars: calendars, at: centre.now)
        source.warnOfStrangers(Set(try centre.store.agents().filter(\.isActive).map(\.login)))
        return source
    }
}
