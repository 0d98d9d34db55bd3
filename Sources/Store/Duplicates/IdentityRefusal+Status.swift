import Dossier

extension IdentityRefusal {
    /// The process status (sysexits) it ends a command with.
    var exitStatus: Int32 {
        switch self {
        case .unknownMerge: 1
        case .sameCustomer, .erased, .alreadyUndone, .laterMerge, .legalHold, .noReason: 65
        }
    }
}
