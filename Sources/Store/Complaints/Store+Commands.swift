package import Complaints
import Customers
import Dossier
import Synchronization
import WorkingTime

extension Store {
    /// Does what a command asks, or says why not, in one transaction: events, row, clocks, effects and trail together.
    ///
    /// `caseNumber` is nil for `register`. The same event id again gives the first result. Cases may be written in any
    /// order of time; within one case time only rises. The policies come from `use(_:)`.
    package func perform(_ command: Command, on caseNumber: CaseNumber?) throws(StoreError) -> CommandOutcome {
        let zone = zoneRules.withLock { $0 }
        return try writeByBook { session, book throws(StoreError) in
            var work = CommandWork(session: session, chain: chain, book: book, zone: zone)
            return try work.perform(command, on: caseNumber)
        }
    }

    /// The case a known event id belongs to.
    package func caseNumber(ofEvent eventID: String) throws(StoreError) -> CaseNumber? {
        try engine.read { session throws(StoreError) in
            try session.place(ofEvent: eventID).map { ComplaintKey.caseNumber($0.complaint) }
        }
    }

    /// The rules a case is pinned to, with their calendars; nil when nobody handed them over.
    package func rules(policy: String) -> Rules? { knownBook?.rules(of: policy) ?? book?.rules(of: policy) }
}

extension Session {
    /// Where an event id was used: its case and its number there.
    func place(ofEvent eventID: String) throws(StoreError) -> (complaint: Int64, sequence: Int)? {
        try first("SELECT complaint, sequence FROM complaint_events WHERE event_id = $1", eventID) {
            (complaint: $0.integer(0), sequence: $0.int(1))
        }
    }
}

/// One command on its way through one transaction.
struct CommandWork {
    let session: any Session
    let chain: AuditChain
    let book: RulesBook
    let zone: ZoneRules
    var outbox = OutboxWork()
    /// True for cases from elsewhere: what happened there is history, and no contact at this desk.
    var isImporting = false
    /// True for cases made many at a time: no problem is looked for among them.
    var isFilling = false
    private var knownStaff: StaffDirectory?

    init(session: any Session, chain: AuditChain, book: RulesBook, zone: ZoneRules) {
        self.session = session
        self.chain = chain
        self.book = book
        self.zone = zone
    }

    /// Who works here and is on duty at `now`, read once in a transaction.
    mutating func staff(at now: Instant) throws(StoreError) -> StaffDirectory {
        if let knownStaff { return knownStaff }
        let staff = try session.staffDirectory(at: now)
        knownStaff = staff
        return staff
    }

    /// What a command is about.
    enum Subject {
        case unknownCase
        /// The event id was used before: its first result.
        case known(CommandResult)
        case open(Complaint)
        /// A case that is still to be registered.
        case new
    }

    /// The first result of a known event id, whatever the case has become since: but a case that is not there comes
    /// before that.
    func subject(of eventID: String, on caseNumber: CaseNumber?) throws(StoreError) -> Subject {
        let number = caseNumber.map { ComplaintKey.number($0) }
        let complaint = try number.flatMap { number throws(StoreError) in try loaded(number) }
        if number != nil, complaint == nil { return .unknownCase }
        if let place = try session.place(ofEvent: eventID) {
            guard number == nil || place.complaint == number else {
                throw .alreadyTaken(field: "event_id", value: eventID)
            }
            return .known(try result(of: place.complaint, sequence: place.sequence))
        }
        return complaint.map { .open($0) } ?? .new
    }

    mutating func perform(_ command: Command, on caseNumber: CaseNumber?) throws(StoreError) -> CommandOutcome {
        try command.check()
        let complaint: Complaint?
        switch try subject(of: command.eventID, on: caseNumber) {
        case .unknownCase: return try refuse(Refusal(.unknownCase), command, on: caseNumber)
        case .known(let result): return .replayed(result)
        case .open(let found): complaint = found
        case .new: complaint = nil
        }
        switch decide(complaint, command, try context(command, complaint)) {
        case .accepted(let acceptance):
            try keep(acceptance, before: complaint)
            try linkProblems(at: command.recordedAt)
            let number = ComplaintKey.number(acceptance.complaint.caseNumber)
            return .done(try result(of: number, sequence: acceptance.events.first?.sequence ?? 1))
        case .replay(let sequence):
            let number = complaint.map { ComplaintKey.number($0.caseNumber) } ?? 0
            return .replayed(try result(of: number, sequence: sequence))
        case .refused(let refusal): return try refuse(refusal, command, on: caseNumber)
        }
    }

    private func refuse(
        _ refusal: Refusal, _ command: Command, on caseNumber: CaseNumber?
    ) throws(StoreError) -> CommandOutcome {
        try refuse(refusal, command.type.rawValue, on: caseNumber, by: command.actor, at: command.recordedAt)
    }

    /// Writes the attempt down; nothing else changes. The trail keeps the beginning of an event's name: it may be
    /// anything.
    func refuse(
        _ refusal: Refusal, _ event: String, on caseNumber: CaseNumber?, by login: String, at instant: Instant
    ) throws(StoreError) -> CommandOutcome {
        try session.appendTrail(
            chain, at: instant, actor: login, act: AuditAct.refused, subject: caseNumber?.description ?? "-",
            detail: "\(event.prefix(Self.eventNameCharactersMax)) \(refusal.code.rawValue)")
        return .refused(refusal)
    }

    private static let eventNameCharactersMax = 64

    /// The whole case; a case whose policy is not at hand can be shown but not decided.
    private func loaded(_ number: Int64) throws(StoreError) -> Complaint? {
        guard let policy = try session.policy(of: number) else { return nil }
        guard book.rules(of: policy) != nil else { throw .rulesMissing(policy: policy) }
        return try session.complaint(number, book)
    }

    private func result(of number: Int64, sequence: Int) throws(StoreError) -> CommandResult {
        guard let complaint = try session.complaint(number, book) else {
            throw .unknownCase(ComplaintKey.caseNumber(number))
        }
        let file = ComplaintFile(complaint: complaint, events: try session.recordedEvents(of: number))
        return CommandResult(
            file: file, sequence: sequence, effects: try session.effects(of: number, sequence: sequence))
    }
}

extension Command {
    func check() throws(StoreError) {
        guard !eventID.isEmpty else { throw .badValue(field: "event_id", value: "") }
        try Limit.text(eventID, field: "event_id", max: Limit.referenceBytesMax)
        try Limit.text(actor, field: "actor", max: Limit.nameBytesMax)
        for (name, value) in fields {
            if case .text(let text) = value { try Limit.text(text, field: name, max: Limit.textBytesMax) }
        }
    }
}
