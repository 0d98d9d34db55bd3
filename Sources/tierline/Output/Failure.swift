/// Why a command ends without its result: one code for programs, one line for people, one exit status.
struct Failure: Error, Sendable, Equatable {
    var status: ExitStatus
    /// `E_USAGE`, `E_NO_STORE`, `E_ILLEGAL_TRANSITION` … never changed once published.
    var code: String
    /// What, where and what to do, on one line.
    var message: String
    /// Names of the events that would be accepted instead; nil outside complaints.
    var legal: [String]?

    /// Facts for programs beside the message.
    var facts: [JSON.Member]

    init(
        _ status: ExitStatus, _ code: String, _ message: String, legal: [String]? = nil, facts: [JSON.Member] = []
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.legal = legal
        self.facts = facts
    }

    /// True when another event would help, so that the line for people names them too.
    var asksForAnotherEvent: Bool { code == "E_ILLEGAL_TRANSITION" || code == "E_UNKNOWN_EVENT" }

    var json: JSON {
        let members = [
            JSON.Member("code", .string(code)), JSON.Member("message", .string(message)),
            JSON.Member("legal", legal.map { .strings($0) } ?? .null),
        ]
        return ["error": .object(members + facts)]
    }
}
