package import Dossier
import Synchronization
import WorkingTime

/// Everything Tierline keeps, in one SQLite file.
///
/// Any thread may call it; calls are synchronous, reads run beside each other and beside the one writer.
/// A call that writes has been synced to disk when it returns.
package final class Store: Sendable {
    package let path: String
    let engine: any Engine
    let chain: AuditChain
    /// What look-ups need at every key press; `saveSettings` keeps it true in this process.
    let cachedSettings: Mutex<CentreSettings>
    let rulesBook = Mutex(RulesCache())
    let zoneRules = Mutex(ZoneRules.utc)

    init(path: String, engine: any Engine, chain: AuditChain, settings: CentreSettings) {
        self.path = path
        self.engine = engine
        self.chain = chain
        cachedSettings = Mutex(settings)
    }

    package enum Access: Sendable {
        case readWrite
        case readOnly
    }

    /// Opens the store at `path`, moving an older schema up to this release's.
    package static func open(_ path: String, access: Access = .readWrite) throws(StoreError) -> Store {
        try open(path, access: access, migrator: Migrator())
    }

    /// Makes an empty store readable by its owner alone; folders above it are made too.
    package static func create(_ path: String, settings: CentreSettings, administrator: Agent) throws(StoreError)
        -> Store
    {
        try HostFile.create(path)
        do throws(StoreError) {
            return try fill(path, settings: settings, administrator: administrator)
        } catch {
            HostFile.remove(files(of: path))
            throw error
        }
    }

    /// Lets go of the file. Later calls throw `closed`.
    package func close() throws(StoreError) {
        try engine.close()
    }

    /// The store's file and those beside it, of which none may be copied or removed alone.
    package static func files(of path: String) -> [String] {
        [path]
            + [
                "-wal", "-shm", Turnstile.gateSuffix, Turnstile.workSuffix, AuditChain.keySuffix, EngineLock.suffix,
            ].map { path + $0 }
    }
}
