package import Dossier

/// Everything Tierline keeps, in one SQLite file.
///
/// Any thread may call it; calls are synchronous, reads run beside each other and beside the one writer.
/// A call that writes has been synced to disk when it returns.
package final class Store: Sendable {
    package let path: String

    private init(path: String) {
        self.path = path
    }

    /// Opens the store at `path`, moving an older schema up to this release's.
    package static func open(_ path: String, access: Access = .readWrite) throws(StoreError) -> Store {
        throw .missing(path: path)
    }

    /// Makes an empty store readable by its owner alone; folders above it are made too.
    package static func create(_ path: String, settings: CentreSettings, administrator: Agent) throws(StoreError)
        -> Store
    {
        throw .cannotCreate(path: path, errno: 0)
    }

    /// Lets go of the file. Later calls throw `closed`.
    package func close() throws(StoreError) {}

    package enum Access: Sendable {
        case readWrite
        case readOnly
    }
}
