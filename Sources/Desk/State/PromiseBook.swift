package import Dossier
import WorkingTime

/// What this agent has promised to do today, as last read.
package struct PromiseBook: Equatable, Sendable {
    /// Most promises read and listed.
    package static let callsMax = 99

    package var calls: [PromisedCall] = []
    /// Teams a call can be promised for.
    package var teams: [String] = []
    /// Days in which another complaint of a customer may be the same one; the policy's.
    package var duplicateWindowDays = 7
    /// Number of the newest question.
    var request = 0
    /// The one that was opened or whose result is asked for, by its identity.
    var inHand: String?

    package init() {}

    subscript(identity: String) -> PromisedCall? { calls.first { $0.identity == identity } }

    func late(at now: Instant) -> Int { calls.count { $0.due < now } }
}
