import WorkingTime

extension DeskState {
    /// Puts a message into the message row and into the log.
    mutating func post(_ kind: NoticeKind, _ text: NoticeText) {
        let new = Notice(kind: kind, text: text, postedAt: now)
        notice = new
        notices.append(new)
        if notices.count > Notice.logMax { notices.removeFirst(notices.count - Notice.logMax) }
    }

    /// Time goes on: messages leave, the chance to undo ends.
    mutating func pass(to now: Instant) -> [DeskEffect] {
        let isNewMinute = now.seconds / 60 != self.now.seconds / 60
        self.now = now
        if let gone = notice?.goneAt, gone <= now { notice = nil }
        if case .write(_, let until) = undo, until <= now { undo = nil }
        forgetColleaguesGone()
        // What was kept for working hours may be told now.
        return admitWhenIdle() + refreshQueue() + (isNewMinute ? [.readNotices] : [])
    }

    /// Remembers how to take the last write back.
    mutating func offerUndo(_ token: String?) {
        undo = token.map {
            .write(
                token: $0, until: Instant(microseconds: now.microseconds + Self.undoSeconds * 1_000_000))
        }
    }

    mutating func undoLast() -> [DeskEffect] {
        defer { undo = nil }
        switch undo {
        case .write(let token, _):
            if let act = IdentityToken.act(token) { return decide(act) }
            let request = nextRequest()
            writes[request] = .undo
            return [.undo(request: request, token: token)]
        case .clearedNote(let key, let draft):
            guard (drafts[key] ?? NoteDraft()).isEmpty else { return [] }
            drafts[key] = draft
            post(.done, .undone)
            return [journal(key)]
        case nil:
            return []
        }
    }

    mutating func undone(_ request: Int) -> [DeskEffect] {
        guard writes.removeValue(forKey: request) == .undo else { return [] }
        post(.done, .undone)
        return reloadQuietly()
    }
}
