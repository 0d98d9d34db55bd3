/// Why an event was refused; the words are the contract of the command line and the audit trail.
package enum RefusalCode: String, Error, CaseIterable, Sendable, Hashable {
    case unknownCase = "E_UNKNOWN_CASE"
    case unknownEvent = "E_UNKNOWN_EVENT"
    case unknownField = "E_UNKNOWN_FIELD"
    case badValue = "E_BAD_VALUE"
    case staleVersion = "E_STALE_VERSION"
    case illegalTransition = "E_ILLEGAL_TRANSITION"
    case notAcknowledged = "E_NOT_ACKNOWLEDGED"
    case notResolved = "E_NOT_RESOLVED"
    case noOffer = "E_NO_OFFER"
    case stillWaiting = "E_STILL_WAITING"
    case stillDeferred = "E_STILL_DEFERRED"
    case forbiddenRole = "E_FORBIDDEN_ROLE"
    case conflictOfInterest = "E_CONFLICT_OF_INTEREST"
    case selfApproval = "E_SELF_APPROVAL"
    case missingField = "E_MISSING_FIELD"
    case authorityExceeded = "E_AUTHORITY_EXCEEDED"
    case consentRequired = "E_CONSENT_REQUIRED"
    case evidenceRequired = "E_EVIDENCE_REQUIRED"
    case rootCauseRequired = "E_ROOT_CAUSE_REQUIRED"
    case openTask = "E_OPEN_TASK"
    case openEscalation = "E_OPEN_ESCALATION"
    case remedyNotExecuted = "E_REMEDY_NOT_EXECUTED"
    case followUpRequired = "E_FOLLOWUP_REQUIRED"
    case currency = "E_CURRENCY"
    case pauseNotAllowed = "E_PAUSE_NOT_ALLOWED"
    case tooLate = "E_TOO_LATE"
    case noContact = "E_NO_CONTACT"
    case ownerInvalid = "E_OWNER_INVALID"
    case unitReturnLimit = "E_UNIT_RETURN_LIMIT"
    case floor = "E_FLOOR"
    case clockBackward = "E_CLOCK_BACKWARD"

    /// The process status (sysexits) a command ends with: 75 try again, 77 not permitted, 1 no such case, else 65.
    package var exitStatus: Int32 {
        switch self {
        case .unknownCase: 1
        case .staleVersion, .clockBackward: 75
        case .forbiddenRole, .conflictOfInterest, .selfApproval, .authorityExceeded: 77
        default: 65
        }
    }
}
