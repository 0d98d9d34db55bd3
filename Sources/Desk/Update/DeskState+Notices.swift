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
        let isNewDay = zone.localDate(at: now) != zone.localDate(at: self.now)
        let before = self.now
        self.now = now
        if isNewMinute { tellPromisesDue(since: before) }
        if let gone = notice?.goneAt, gone <= now { notice = nil }
        if case .write(_, let until) = undo, until <= now { undo = nil }
        forgetColleaguesGone()
        // What was kept for working hours may be told now.
        return admitWhenIdle() + refreshQueue() + (isNewMinute ? [.readNotices] : [])
            + (isNewDay ? readPromises() : [])
    }
}
