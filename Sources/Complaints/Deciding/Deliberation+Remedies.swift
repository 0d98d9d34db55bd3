import Money
import WorkingTime

extension Deliberation {
    func checkOffer() throws(Refusal) {
        if let asked = fields.money { try checkCurrency(asked.currency) }
        try checkRemedyReachesSomebody()
        try checkFuture("expires")
    }

    /// Nothing of value goes to somebody nobody knows.
    private func checkRemedyReachesSomebody() throws(Refusal) {
        guard let remedy: RemedyType = fields.word("remedy_type"), remedy.hasValue, complaint.isAnonymous else {
            return
        }
        throw Refusal(.noContact)
    }

    /// Consent and refusal are to one exact version, the one on the table, while it stands.
    func checkAnswer(isAcceptance: Bool) throws(Refusal) {
        guard let offer = complaint.openOffer, offer.version == fields.count("offer") else {
            throw Refusal(.noOffer, field: "offer", blockers: complaint.openOffer.map { [$0.version] } ?? [])
        }
        if isAcceptance, command.occurredAt.cutToSecond > offer.expires { throw Refusal(.tooLate, field: "offer") }
    }

    func checkExpiry() throws(Refusal) {
        try checkAnswer(isAcceptance: false)
        guard let offer = complaint.openOffer, offer.expires <= command.recordedAt else {
            throw Refusal(.badValue, field: "offer")
        }
    }

    func checkExecution() throws(Refusal) {
        let version = fields.count("offer")
        guard complaint.offers.contains(where: { $0.version == version && $0.state == .accepted }) else {
            throw Refusal(.noOffer, field: "offer")
        }
    }

    func checkResolutionInOneCall() throws(Refusal) {
        if fields.isGiven("remedy_type"), let asked = fields.money { try checkCurrency(asked.currency) }
        try checkRemedyReachesSomebody()
        guard let remedy: RemedyType = fields.word("remedy_type"), remedy.hasValue else { return }
        guard fields.boolean("executed") == true else { throw Refusal(.remedyNotExecuted, field: "executed") }
    }

    func checkResolution() throws(Refusal) {
        let tasks = complaint.openTasks.map(\.number)
        guard tasks.isEmpty else { throw Refusal(.openTask, blockers: tasks) }
        let escalations = complaint.openEscalations.filter { !complaint.isAhead($0) }.map(\.sequence)
        guard escalations.isEmpty else { throw Refusal(.openEscalation, blockers: escalations) }
        let offers = complaint.offers.filter { $0.state == .accepted }.map(\.version)
        guard offers.isEmpty else { throw Refusal(.remedyNotExecuted, blockers: offers) }
    }

    func checkFollowUp() throws(Refusal) {
        guard complaint.hasContactRoute else { throw Refusal(.noContact) }
    }

    func checkClosing() throws(Refusal) {
        guard isFollowUpSettled else { throw Refusal(.followUpRequired) }
        guard fields.isGiven("root_cause") else { throw Refusal(.rootCauseRequired, field: "root_cause") }
    }
}
