extension DeskState {
    /// Takes one message in and gives what the world must do about it; the only way the desk changes.
    ///
    /// Total: any message in any state is taken. Never blocks, never asks the clock.
    package mutating func update(_ message: DeskMessage) -> [DeskEffect] {
        let effects = react(to: message)
        return effects + announce()
    }

    private mutating func react(to message: DeskMessage) -> [DeskEffect] {
        switch message {
        case .key(let key):
            let before = topForm
            let effects = take(key)
            return effects + followForm(since: before)
        case .paste(let paste):
            let before = topForm
            let effects = take(paste)
            return effects + followForm(since: before)
        case .resize(let size):
            self.size = size
            return resizeQueue()
        case .tick(let now): return pass(to: now)
        case .lookupAnswered(let request, let answer, let elapsed):
            return lookupAnswered(request, answer, elapsedMicroseconds: elapsed)
        case .lookupFailed(let request, let fault): return lookupFailed(request, fault)
        case .cardLoaded(let request, let card): return cardLoaded(request, card)
        case .cardFailed(let request, let fault): cardFailed(request, fault)
        case .caseLoaded(let request, let file, let legal, let paused):
            caseLoaded(request, file, legal: legal, pausedSeconds: paused)
        case .caseFailed(let request, let fault): caseFailed(request, fault)
        case .explained(let request, let clocks): explained(request, clocks)
        case .changesLoaded(let request, let events): changesLoaded(request, events)
        case .briefLoaded(let request, let brief): briefLoaded(request, brief)
        case .foreseen(let request, let foresight): foreseen(request, foresight)
        case .openQueue: return openQueue()
        case .queueLoaded(let request, let listing, let colleagues, let views):
            return queueLoaded(request, listing, colleagues, views)
        case .queueFailed(let request, let fault): queueFailed(request, fault)
        case .queueRowsLoaded(let request, let rows): return queueRowsLoaded(request, rows)
        case .queueRowsFailed(let request, let fault): queueRowsFailed(request, fault)
        case .viewsChanged(let request): return viewsChanged(request)
        case .noteSaved(let request, let token): return noteSaved(request, undoToken: token)
        case .customerSaved(let request, let id): return customerSaved(request, id)
        case .complaintDone(let request, let number, let type, let after):
            return complaintDone(request, number, type, after)
        case .complaintRefused(let request, let refusal): return formRefused(request, .refused(refusal))
        case .undone(let request): return undone(request)
        case .identityDone(let request, let outcome): return identityDone(request, outcome)
        case .duplicatesLoaded(let request, let found): duplicatesLoaded(request, found)
        case .duplicatesFailed(let request, let fault): duplicatesFailed(request, fault)
        case .imports(let request, let message): return importTold(request, message)
        case .lookalikesFound(let request, let found): lookalikesFound(request, found)
        case .writeFailed(let request, let fault): return writeFailed(request, fault)
        case .ring(let call): ring(call)
        case .link(let link): self.link = link
        case .unsentWrites(let count): unsentWrites = count
        case .draftsRestored(let drafts):
            restore(drafts)
            admitRestored()
        case .formsRestored(let drafts):
            restore(drafts)
            admitRestored()
        case .recentRestored(let callers): recent = Array(callers.prefix(Self.recentMax))
        case .themes(let current, let names): (themeName, themeNames) = (current, names)
        case .promisesLoaded(let request, let calls): promisesLoaded(request, calls)
        case .callKept(let request, let token): return callKept(request, undo: token)
        case .centre(let teams, let days): (promises.teams, promises.duplicateWindowDays) = (teams, days)
        case .storeChanged: return reloadQuietly() + readPromises() + [.readNotices]
        case .notice(let kind, let text): post(kind, text)
        case .sighted(let sightings): sighted(sightings)
        }
        return []
    }
}
