package import Complaints
package import Customers
package import Dossier

/// Why the store did not do what it was asked, with the facts a sentence needs.
package enum StoreError: Error, Sendable, Hashable {
    /// There is no store at the path.
    case missing(path: String)
    case alreadyExists(path: String)
    /// The file or a folder above it could not be made; `errno` of the failing call.
    case cannotCreate(path: String, errno: Int32)
    /// The file is there but this process may not read or write it.
    case unreadable(path: String, errno: Int32)
    /// Some other file: no SQLite database, or not one of ours.
    case notAStore(path: String)
    /// Made by a later release: never opened, never changed.
    case newerSchema(path: String, found: Int, known: Int)
    /// Opened for reading only, and older than this release: somebody who may write must open it first.
    case migrationNeeded(path: String, found: Int, known: Int)
    /// The key of the audit trail is not beside the store: a store is moved with all its files.
    case auditKeyMissing(path: String)
    /// A case cannot be decided: nobody handed over the policy it is pinned to (nil: any policy at all).
    case rulesMissing(policy: String?)
    /// SQLite's locks do not hold on this kind of file system.
    case fileSystemRefused(path: String, kind: String)
    case libraryTooOld(version: String, minimum: String)
    /// A setting that durability or safety rests on did not take.
    case settingRefused(name: String, wanted: String, got: String)
    /// Another process held the store's lock longer than we wait.
    case locked(path: String, waitedMilliseconds: Int)
    case diskFull(path: String)
    case inputOutput(path: String, detail: String)
    case damaged(path: String, detail: String)
    /// The store was opened for reading only, or has been closed.
    case notWritable(path: String)
    case closed(path: String)
    /// An error after the commit was sent: it may or may not have been kept. Look the id up before trying again.
    case outcomeUnknown(detail: String)
    case unknownCustomer(CustomerID)
    case unknownCase(CaseNumber)
    case unknownAgent(login: String)
    case unknownTeam(name: String)
    case unknownUnit(name: String)
    /// Somebody else changed the record first.
    case staleVersion(expected: Int, found: Int)
    /// Another engine took the role: what this one still meant to do is refused.
    case engineSuperseded(epoch: Int64, current: Int64)
    case alreadyTaken(field: String, value: String)
    /// A customer needs at least one way to be found.
    case nothingToFindBy
    case tooLong(field: String, limit: Int)
    case tooMany(what: String, limit: Int)
    case badValue(field: String, value: String)
    /// Customers are not merged, parted or erased, and why not.
    case identity(IdentityRefusal)
    /// A fault of ours or of the engine that none of the above describes.
    case engine(code: Int32, message: String, sql: String?)

    /// The process status (sysexits) this error ends a command with.
    package var exitStatus: Int32 {
        switch self {
        case .unknownCustomer, .unknownCase, .unknownAgent: 1
        case .nothingToFindBy, .tooLong, .tooMany, .badValue, .alreadyTaken, .unknownTeam, .unknownUnit: 65
        case .identity(let refusal): refusal.exitStatus
        case .missing: 66
        case .unreadable, .notAStore, .fileSystemRefused, .libraryTooOld, .settingRefused, .damaged, .notWritable,
            .closed, .migrationNeeded, .auditKeyMissing:
            69
        case .engine: 70
        case .alreadyExists, .cannotCreate: 73
        case .diskFull, .inputOutput, .outcomeUnknown: 74
        case .locked, .staleVersion, .engineSuperseded: 75
        case .newerSchema, .rulesMissing: 78
        }
    }
}
