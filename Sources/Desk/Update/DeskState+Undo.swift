import Complaints
import Dossier
import WorkingTime

extension DeskState {
    /// Why Ctrl-Z would do nothing; nil when it would take something back.
    var whyNoUndo: WhyNot? {
        switch undo {
        case nil: .nothingToUndo
        case .write(.never(let event), _): .cannotUndo(event)
        case .write, .clearedNote: nil
        }
    }

    /// Until when the last write can be taken back; nil when it cannot.
    var undoEndsAt: Instant? {
        guard case .write(let step, let until) = undo else { return nil }
        if case .never = step { return nil }
        return until
    }

    /// Remembers how to take the last write back.
    mutating func offerUndo(_ step: UndoStep?) {
        undo = step.map {
            .write($0, until: Instant(microseconds: now.microseconds + Self.undoSeconds * 1_000_000))
        }
    }

    /// The way back from one of several cases: those of the others stay.
    mutating func addUndo(_ step: UndoStep) {
        guard case .events(let new) = step, case .write(.events(let known), _) = undo else {
            if case .never = step, case .write(.events, _) = undo { return }
            return offerUndo(step)
        }
        offerUndo(.events(known + new))
    }

    mutating func undoLast() -> [DeskEffect] {
        defer { undo = nil }
        switch undo {
        case .write(.token(let token, let note), _):
            if let act = IdentityToken.act(token) { return decide(act) }
            let request = nextRequest()
            writes[request] = .undo(note)
            return [.undo(request: request, token: token)]
        case .write(.events(let commands), _):
            // The runtime does writes in order, so that each finds what the one before left.
            return commands.map { command in
                let request = nextRequest()
                writes[request] = .undoing(command)
                return .complaint(request: request, command)
            }
        case .write(.view(let view), _):
            let request = nextRequest()
            writes[request] = .view(view.name)
            return [.saveView(request: request, view)]
        case .clearedNote(let key, let draft):
            guard (drafts[key] ?? NoteDraft()).isEmpty else { return [] }
            drafts[key] = draft
            post(.done, .undone)
            return [journal(key)]
        case .write(.never, _), nil:
            return []
        }
    }

    /// The store has taken a write back: the text of a note is in its field again.
    mutating func undone(_ request: Int) -> [DeskEffect] {
        guard case .undo(let note)? = writes.removeValue(forKey: request) else { return [] }
        post(.done, .undone)
        var effects: [DeskEffect] = []
        if let note { effects += giveBack(note) }
        return effects + reloadQuietly() + readPromises()
    }

    /// One compensating event is taken; said once when the last one is.
    mutating func compensated() -> [DeskEffect] {
        let isUnderWay = writes.values.contains { if case .undoing = $0 { true } else { false } }
        guard !isUnderWay else { return [] }
        post(.done, .undone)
        return reloadQuietly() + loadRows(anew: true) + readPromises()
    }
}
