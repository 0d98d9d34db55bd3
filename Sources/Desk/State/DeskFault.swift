package import Complaints
package import Customers
package import Dossier

/// Why something outside the desk did not work, as data: `Wording` makes the sentence.
package enum DeskFault: Error, Hashable, Sendable {
    /// Another program holds the store; trying again helps.
    case storeBusy(waitedMilliseconds: Int)
    /// The store is not there or cannot be read; the detail is the operating system's or the engine's.
    case storeUnavailable(path: String, detail: String)
    case storeDamaged(path: String, detail: String)
    case newerSchema(path: String, found: Int, known: Int)
    case diskFull(path: String)
    /// It may or may not have been kept.
    case outcomeUnknown(detail: String)
    case unknownCustomer(CustomerID)
    case unknownCase(CaseNumber)
    case unknownAgent(login: String)
    /// Somebody else changed the record since it was read.
    case staleVersion
    case notPermitted
    /// A customer needs one of name, phone and plate.
    case nothingToFindBy
    case alreadyTaken(field: String, value: String)
    case tooLong(field: String, limit: Int)
    case badValue(field: String, value: String)
    /// Two records were not merged or parted.
    case identity(IdentityRefusal)
    /// Anything else: its code and what the part that failed says.
    case other(code: String, detail: String)
}
