/// Why a command ends without its result: one code for programs, one line for people, one exit status.
struct Failure: Error, Sendable, Equatable {
    var status: ExitStatus
    /// `E_USAGE`, `E_NO_STORE`, `E_ILLEGAL_TRANSITION` … never changed once published.
    var code: String
    /// What, where and what to do, on one line.
    var message: String
    /// Names of the events that would be accepted instead; nil outside complaints.
    var legal: [String]?

    init(_ status: ExitStatus, _ code: String, _ message: String, legal: [String]? = nil) {
        self.status = status
        self.code = code
        self.message = message
        self.legal = legal
    }

    var json: JSON {
        ["error": ["code": .string(code), "message": .string(message), "legal": legal.map { .strings($0) } ?? .null]]
    }
}
