/// Folds one line of the trail into the case. `register` makes it; without it every other line is ignored.
///
/// Lines are facts: nothing is refused here. `rules` must know the policy the case is pinned to and its calendars.
package func evolve(_ complaint: inout Complaint?, _ event: Event, _ rules: Rules) {
    if complaint == nil, event.type == .register {
        let pinned = event.fields.text("policy").flatMap { rules.pinned(to: $0) }
        complaint = Complaint(registeredBy: event, pinned ?? rules)
    } else if let policy = complaint?.policy {
        complaint?.apply(event, rules.pinned(to: policy) ?? rules)
    }
    complaint?.version = event.sequence
    complaint?.knownEvents.insert(event.eventID, event.sequence)
    complaint?.lastRecordedAt = event.recordedAt
}

/// The whole trail folded; nil when it does not begin with `register`.
package func replay(_ events: [Event], _ rules: Rules) -> Complaint? {
    var complaint: Complaint?
    for event in events { evolve(&complaint, event, rules) }
    return complaint
}

extension Complaint {
    /// Moves the state by the table, then does what the event itself brings.
    fileprivate mutating func apply(_ event: Event, _ rules: Rules) {
        // The cap ended it by itself, whether or not an engine was there to say so.
        if let cap = openPauseCap(rules), cap < event.occurredAt { endPause(at: cap, rules) }
        if case .goes(let next) = Matrix.cell(event.type, in: state) { state = next }
        if event.actor == owner { absenceToldOf = nil }
        switch event.type {
        case .register, .note: break
        case .identify: identify(event)
        case .link: link(event)
        case .acknowledge: acknowledge(event)
        case .assess, .reassess: assess(event, rules)
        case .resolveNow: resolveNow(event, rules)
        case .offerRemedy: offer(event)
        case .acceptOffer: acceptOffer(event, rules)
        case .declineOffer: endOffer(event, as: .declined)
        case .offerExpired: endOffer(event, as: .expired)
        case .confirmExecuted: confirmExecuted(event)
        case .escalate: escalate(event, rules)
        case .acceptEscalation: acceptEscalation(event)
        case .decideEscalation: decideEscalation(event)
        case .dispatch: dispatch(event, rules)
        case .taskUpdate: updateTask(event, rules)
        case .wait: pause(event, rules)
        case .resume: resume(event, rules)
        case .defer: deferCase(event)
        case .resolve: resolve(event, rules)
        case .followUp: followUp(event, rules)
        case .close: close(event)
        case .reopen: reopen(event, rules)
        case .withdraw: withdraw(event)
        case .merge: merge(event)
        case .unmerge: unmerge(event, rules)
        case .transferOwner: transfer(event, rules)
        case .extend: extend(event, rules)
        case .externalCase: openExternalCase(event, rules)
        case .answerExternal: answerExternal(event)
        case .contact: contact(event, rules)
        case .correct: correct(event)
        case .warned: warned(event)
        case .breached: breached(event, rules)
        case .escalated, .levelVacant, .fallbackNotified: climbed(event, rules)
        case .superseded: superseded(event, rules)
        case .pauseEnded: endPause(at: event.occurredAt, rules)
        case .reviewDue: reviewOn = nil
        case .absorbed: absorb(event, rules)
        case .released: release(event)
        case .recalculated: recalculate(event, rules)
        case .migrated: migrate(event, rules)
        case .ownerAbsent: absenceToldOf = owner
        }
    }
}
