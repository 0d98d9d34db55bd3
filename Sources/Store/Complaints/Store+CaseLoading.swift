package import Complaints
import Synchronization
import WorkingTime

/// What became of one case that was loaded.
package enum LoadedCase: Sendable, Hashable {
    case done(CaseNumber)
    /// The command of that place in the list was refused; the case stands as the ones before it left it.
    case refused(CaseNumber?, place: Int, Refusal)
}

extension Store {
    /// Opens cases and leads each through further commands, many in one transaction: for filling a store.
    ///
    /// The same decisions, rows and trail as `perform` makes, so the cases replay and the trail verifies; what is saved
    /// is the sync after each command. The first command of each list registers the case. `progress` hears how many
    /// cases are on disk after each transaction.
    package func load(
        cases: some Sequence<[Command]>, progress: (Int) -> Void = { _ in }
    ) throws(StoreError) -> [LoadedCase] {
        guard let book else { throw .rulesMissing(policy: nil) }
        let zone = zoneRules.withLock { $0 }
        var loaded: [LoadedCase] = []
        var rest = cases.makeIterator()
        var next = rest.next()
        while next != nil {
            try engine.write { session throws(StoreError) in
                var work = CommandWork(session: session, chain: chain, book: book, zone: zone)
                work.isFilling = true
                let deadline = Clock.monotonic() + Self.loadingMicroseconds
                while let commands = next {
                    loaded.append(try work.load(commands))
                    next = rest.next()
                    if Clock.monotonic() >= deadline { break }
                }
            }
            progress(loaded.count)
        }
        return loaded
    }

    /// Work of one transaction of a load.
    static let loadingMicroseconds: Int64 = 40_000
}

extension CommandWork {
    /// One case, decided command by command without being read back in between.
    fileprivate mutating func load(_ commands: [Command]) throws(StoreError) -> LoadedCase {
        var complaint: Complaint?
        for (place, command) in commands.enumerated() {
            try command.check()
            switch decide(complaint, command, try context(command, complaint)) {
            case .accepted(let acceptance):
                try keep(acceptance, before: complaint)
                complaint = acceptance.complaint
            case .replay: continue
            case .refused(let refusal): return .refused(complaint?.caseNumber, place: place, refusal)
            }
        }
        guard let complaint else { return .refused(nil, place: 0, Refusal(.unknownCase)) }
        return .done(complaint.caseNumber)
    }
}
