import DemoCentre
import Desk
import Dossier
import Glibc
import Store

/// The demo's own store file.
enum DemoFile {
    /// True when a whole demo is there; a half-built one counts as absent.
    static func isComplete(_ path: String, _ centre: DemoCentre) throws -> Bool {
        do {
            let store = try Store.open(path, access: .readOnly)
            guard try store.settings().demoLabel != nil else { throw StoreError.alreadyExists(path: path) }
            return try centre.isComplete(store)
        } catch StoreError.missing {
            return false
        }
    }

    /// Takes a demo away with its side files; a store that is no demo is never touched.
    static func remove(_ path: String, _ session: Session) throws {
        do {
            let store = try Store.open(path, access: .readOnly)
            let isDemo = try store.settings().demoLabel != nil
            try store.close()
            guard isDemo else { throw StoreError.alreadyExists(path: path) }
        } catch StoreError.missing {
            return
        }
        for file in Store.files(of: path) where unlink(file) != 0 && errno != ENOENT {
            throw StoreError.cannotCreate(path: path, errno: errno)
        }
    }
}
