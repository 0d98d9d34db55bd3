/// Everything that can happen to a complaint, by its name in commands, files and the trail.
package enum EventType: String, CaseIterable, Sendable, Hashable {
    case register
    case identify
    case link
    case acknowledge
    case assess
    case reassess
    case resolveNow = "resolve_now"
    case offerRemedy = "offer_remedy"
    case acceptOffer = "accept_offer"
    case declineOffer = "decline_offer"
    case offerExpired = "offer_expired"
    case confirmExecuted = "confirm_executed"
    case escalate
    case acceptEscalation = "accept_escalation"
    case decideEscalation = "decide_escalation"
    case dispatch
    case taskUpdate = "task_update"
    case wait
    case resume
    case `defer`
    case resolve
    case followUp = "follow_up"
    case close
    case reopen
    case withdraw
    case merge
    case unmerge
    case transferOwner = "transfer_owner"
    case extend
    case externalCase = "external_case"
    case answerExternal = "answer_external"
    case note
    case contact
    case correct

    // The engine's own lines: nobody may command them.
    case warned
    case breached
    case escalated
    case levelVacant = "level_vacant"
    case fallbackNotified = "fallback_notified"
    case superseded
    case pauseEnded = "pause_ended"
    case reviewDue = "review_due"
    /// Written to the surviving case when another is merged into it, and when that is undone.
    case absorbed
    case released
    /// A calendar was replaced: the rest of each clock runs on the new version.
    case recalculated
    /// The case moved to another version of its policy.
    case migrated
    /// The owner is away: the supervisor was warned.
    case ownerAbsent = "owner_absent"

    /// True for the lines only the engine writes: as a command they are an unknown event.
    package var isEngineOnly: Bool {
        switch self {
        case .warned, .breached, .escalated, .levelVacant, .fallbackNotified, .superseded, .pauseEnded, .reviewDue,
            .absorbed, .released, .recalculated, .migrated, .ownerAbsent:
            true
        default: false
        }
    }

    /// What a person may ask for, in the order of the specification.
    package static let commandable: [EventType] = allCases.filter { !$0.isEngineOnly }
}
