import CSodium

/// One line of the trail before it is hashed.
struct AuditLine: Equatable {
    var number: Int64
    var at: Int64
    var actor: String
    /// What was done: `register`, `refused`, `create_customer` …
    var act: String
    /// What it was done to: a case number, a customer.
    var subject: String
    var detail: String
    /// The operating system's user behind the actor.
    var osUser: String?

    /// Each field after its length, so that no two lines have the same bytes.
    var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96 + detail.utf8.count)
        append(number, to: &bytes)
        append(at, to: &bytes)
        for text in [actor, act, subject, detail] { append(text, to: &bytes) }
        if let osUser { append(osUser, to: &bytes) }
        return bytes
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        append(Int64(text.utf8.count), to: &bytes)
        bytes.append(contentsOf: text.utf8)
    }

    private func append(_ value: Int64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

/// What the trail's lines are about: the words of the column `act`.
enum AuditAct {
    static let event = "event"
    static let refused = "refused"
    static let addAgent = "add_agent"
    static let editAgent = "edit_agent"
    static let disableAgent = "disable_agent"
    static let addTeam = "add_team"
    static let addUnit = "add_unit"
    static let addRoster = "add_roster"
    static let removeRoster = "remove_roster"
    static let setPassword = "set_password"
    static let signIn = "sign_in"
    static let signInRefused = "sign_in_refused"
    static let readAudit = "read_audit"
    static let readCase = "read_case"
    static let addNote = "add_note"
    static let withdrawNote = "withdraw_note"
    static let promiseCall = "promise_call"
    static let callReached = "call_reached"
    static let callNotReached = "call_not_reached"
    static let callGivenUp = "call_given_up"
    static let withdrawCall = "withdraw_call"
    static let restoreCall = "restore_call"
}

func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var hash = [UInt8](repeating: 0, count: AuditChain.hashBytes)
    tl_sha256(&hash, bytes, bytes.count)
    return hash
}

/// The SHA-256 of bytes, in hexadecimal digits.
func sha256Hexadecimal(_ bytes: [UInt8]) -> String { hexadecimal(sha256(bytes)) }

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

/// The bytes that hexadecimal digits of either case stand for; nil for anything else.
func bytesOfHexadecimal(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8((digits[$0] ?? 0) << 4 | (digits[$0 + 1] ?? 0)) }
}
