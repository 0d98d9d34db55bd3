import Configuration
import Desk
import Dossier
import Store
import WorkingTime

/// What one run of a command works with: its global options and its language.
struct Session {
    let options: GlobalOptions
    let wording: Wording

    /// True when the answer is wanted as JSON.
    var json: Bool { options.json }

    /// Opens the store that the options or the surroundings name.
    func centre(_ access: Store.Access = .readOnly) throws -> Centre {
        try centre(at: try StorePlace.path(given: options.store), access)
    }

    func centre(at path: String, _ access: Store.Access) throws -> Centre {
        try StorePlace.check(path, wording: wording)
        let store = try Store.open(path, access: access)
        let settings = try store.settings()
        let zone = try Zone.rules(settings.zone)
        store.use(zone)
        return Centre(store: store, settings: settings, zone: zone, now: SystemClock.now)
    }

    /// As `centre`, with the policies that complaints are read and decided by.
    func complaintCentre(_ access: Store.Access = .readOnly) throws -> Centre {
        let centre = try centre(access)
        try centre.store.use(CentreRules.reader(centre.settings))
        return centre
    }

    /// A remark on standard error, unless `--quiet`.
    func remark(_ text: String) {
        if !options.quiet { Output.note(SafeText.lines(text)) }
    }

    /// The answer: the document with `--json`, else what `text` prints.
    func answer(_ document: @autoclosure () -> JSON, text: () -> Void) {
        if json { Output.json(document()) } else { text() }
    }
}
