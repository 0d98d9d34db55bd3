import Complaints
import Testing
import WorkingTime

/// What must hold of every case at every step, whoever did what.
struct Invariants {
    let centre: Centre
    /// How the case came here, for the message of a failure.
    let path: String

    private func hold(_ condition: Bool, _ what: String) {
        if !condition { Issue.record("\(what) after \(path)") }
    }

    /// - Parameter events: the new lines only.
    func check(_ after: Complaint, from before: Complaint, events: [Event], trail: [Event], at now: Instant) {
        hold(centre.staff.isActive(after.owner), "The owner is not active")
        if after.owner != before.owner { hold(before.pendingTransfer?.to == after.owner, "A new owner never accepted") }
        hold((0...3).contains(after.level), "Level \(after.level) is out of bounds")
        hold(after.version == trail.count && trail.map(\.sequence) == Array(1...trail.count), "Lines are not numbered")
        let ids = trail.map(\.eventID)
        hold(Set(ids).count == ids.count, "An effect key was used twice")
        if let first = events.first, first.role != .timer {
            hold(before.legal.contains(first.type), "\(first.type.rawValue) was accepted though not legal")
        }
        work(after)
        clocks(after, now)
        law(after, before, events)
        for timer in after.timers(centre.rules) {
            if case .warning = timer.stage {
                hold(timer.due < timer.fireAt + TimeLength(minutes: 1), "A warning is late")
            }
        }
    }

    private func work(_ after: Complaint) {
        hold(after.offers.filter { $0.state == .offered }.count <= 1, "Two offers are on the table")
        hold((after.openOffer != nil) == (after.state == .remedyOffered), "An offer is open in \(after.state)")
        hold(
            after.pauses.filter { $0.until == nil }.count <= (after.state == .waiting ? 1 : 0),
            "A pause runs in \(after.state)")
        hold(after.pauses.allSatisfy { $0.until ?? $0.from >= $0.from }, "A pause ends before it begins")
        guard !after.state.isOpen else { return }
        // What an authority waits for outlives the case, and so does the ladder of its breach.
        let internalOnes = after.openEscalations.filter { !$0.clock.name.hasPrefix("EXTERNAL:") }
        hold(internalOnes.isEmpty && after.openTasks.isEmpty, "Work is open in \(after.state)")
        hold(
            after.clocks.allSatisfy { !$0.isOpen || $0.name.hasPrefix("EXTERNAL:") },
            "An internal clock runs in \(after.state)")
    }

    private func clocks(_ after: Complaint, _ now: Instant) {
        hold(
            Set((after.clocks + after.formerClocks).map(\.key)).count == after.clocks.count + after.formerClocks.count,
            "A generation was used twice")
        for clock in after.clocks {
            hold(
                (clock.due == nil) == (clock.state == .paused) || [.void, .notApplicable, .met].contains(clock.state),
                "\(clock.name) \(clock.state) has due \(clock.due.map { "\($0)" } ?? "none")")
            if clock.state == .paused {
                hold([ClockName.resolve, ClockName.firstResponse].contains(clock.name), "\(clock.name) is paused")
            }
            if clock.state == .met, let due = clock.due, let met = clock.metAt {
                hold(met.cutToSecond <= due, "\(clock.name) is met too late")
            }
            if clock.state == .breached, let due = clock.due, clock.name != ClockName.resolve {
                hold(
                    clock.metAt.map { $0.seconds > due.seconds } ?? (now >= due) || clock.breachedAt == clock.metAt,
                    "\(clock.name) was broken before its due")
            }
            if let breached = clock.breachedAt, clock.name != ClockName.resolve {
                hold(breached == clock.due, "\(clock.name) was not broken at its due")
            }
        }
    }

    /// The law's clocks are neither reset nor paused, and only an extension moves their due later.
    private func law(_ after: Complaint, _ before: Complaint, _ events: [Event]) {
        for old in before.clocks where ClockName.isStatutory(old.name) {
            guard let new = after.clock(old.name) else {
                hold(false, "\(old.name) is gone")
                continue
            }
            hold(new.start <= old.start, "\(old.name) was reset")
            hold(new.state != .paused, "\(old.name) is paused")
            if let old = old.due, let new = new.due, !events.contains(where: { $0.type == .extend }) {
                hold(new <= old, "The law's due moved later")
            }
            if old.state == .breached { hold(new.state == .breached, "A breach of the law was forgotten") }
        }
    }

    /// Due times the pause began with; an ended pause leaves none of them earlier.
    func checkPause(_ after: Complaint, dues: [ClockKey: Instant], at now: Instant) {
        for clock in after.clocks where clock.state == .running || clock.state == .paused {
            guard let before = dues[clock.key] else { continue }
            let due = clock.due ?? after.dueIfResumed(clock, at: now, centre.rules)
            hold(due.map { $0 >= before } ?? true, "A pause moved \(clock.name) earlier")
        }
    }

    /// The new lines folded onto what was before give what the decision said: with that, the whole trail does too.
    func checkFold(_ after: Complaint, from before: Complaint, _ events: [Event]) {
        var again: Complaint? = before
        for event in events { evolve(&again, event, centre.rules) }
        hold(again == after, "The lines say another case than the decision")
    }

    /// Folded again from the first line, and in two parts split at any point, the trail gives the same bytes.
    func checkReplay(_ after: Complaint, _ trail: [Event]) {
        let expected = canonicalDump(after)
        for split in 0...trail.count {
            var again = replay(Array(trail[..<split]), centre.rules)
            for event in trail[split...] { evolve(&again, event, centre.rules) }
            hold(again.map { canonicalDump($0) } == expected, "Replay split at \(split) gives another case")
        }
    }
}
