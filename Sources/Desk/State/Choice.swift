package import Complaints
package import Dossier

/// A numbered list laid over the screen: digits choose, so do the arrows and Enter.
package struct ChoiceList: Equatable, Sendable {
    /// Most rows a list holds; more are cut and the last row says so.
    package static let itemsMax = 99

    package var title: ChoiceTitle
    package var items: [ChoiceItem]
    package var selected: Int
    /// Digits typed so far of a number that may go on.
    package var digits = ""

    package init(title: ChoiceTitle, items: [ChoiceItem], selected: Int = 0) {
        self.title = title
        self.items = Array(items.prefix(ChoiceList.itemsMax))
        self.selected = selected
    }
}

/// What a numbered list is about.
package enum ChoiceTitle: Hashable, Sendable {
    /// Several customers answer to what was typed.
    case candidates(count: Int, isTruncated: Bool)
    case callers(number: String)
    case recent
    /// Customers the new one looks like.
    case lookalikes
    case importSubject
    case importEncoding
    case importSheet
    /// The field that column of the file gives.
    case importField(String)
    case wrapUp
    case copy
    case theme
    case language
    case presence
    /// Values of the form field of that id.
    case fieldValues(fieldID: String)
    case confirmLogOut
    case confirmDiscardNote
    case queueFilter
    case assign(count: Int)
    case decision(count: Int)
    /// What this agent has promised to do today.
    case promises
    case callResult(PromisedCall)
}

/// One row of a numbered list and what choosing it does.
package struct ChoiceItem: Equatable, Sendable {
    package var label: ChoiceLabel
    package var action: ChoiceAction

    package init(_ label: ChoiceLabel, _ action: ChoiceAction) {
        self.label = label
        self.action = action
    }
}

/// What a row shows; data, so that it follows the language.
package enum ChoiceLabel: Hashable, Sendable {
    case candidate(Candidate)
    case recent(Caller, hasDraft: Bool)
    case unassignedDraft(String)
    case phrase(Phrase)
    case plain(String)
    case presence(Presence)
    /// Value of a choice field of a form.
    case fieldValue(fieldID: String, value: String)
    /// A form left half filled.
    case parkedForm(FormPurpose)
    case queueView(QueueFilter.View, count: Int)
    case queueState(CaseState, count: Int)
    case queueSeverity(Severity, count: Int)
    case queueOwner(String, count: Int)
    case colleague(Colleague)
    case importSubject(ImportSubject)
    case importDetect
    case importField(String?)
    case promise(PromisedCall)
    case callResult(CallResult)
}

/// What choosing a row does.
package enum ChoiceAction: Hashable, Sendable {
    /// Closes the list and changes nothing.
    case back
    case open(Caller)
    /// Opens one of several customers who have the calling number.
    case takeCall(id: String, Caller)
    /// Goes to the note of a call whose customer is not known yet.
    case openUnassignedNote
    case setWrapUp(id: String, saves: Bool)
    case copy(String)
    case setTheme(String)
    case setLanguage(Language)
    case setPresence(Presence)
    case setField(id: String, value: String)
    case logOut
    case discardNote
    case openForm(FormPurpose)
    case showQueue(QueueFilter, name: String?)
    case claimCases
    case assign(to: String)
    case decide(EscalationDecision)
    case imports(ImportChoice)
    /// By its identity.
    case openPromise(String)
    case recordCall(CallResult)
    case answerTransfer(TransferStatus)
}
