/// What the program says with its exit status; the numbers are those of sysexits.h and part of the contract.
enum ExitStatus: Int32, Sendable {
    case done = 0
    /// The answer is "no": nothing found, unknown customer or case, a check that finds a fault.
    case no = 1
    case usage = 64
    /// Data that cannot be used, and every refused complaint event not named otherwise.
    case badData = 65
    /// A file that is not there, no store at the given place.
    case noInput = 66
    case unavailable = 69
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
    /// Busy, or somebody else was first: the same command may succeed later.
    case tryAgain = 75
    case notPermitted = 77
    /// Configuration, policy, calendar or theme that cannot be used; a store of a newer version.
    case configuration = 78
}
