package import Complaints
package import Customers
package import Dossier
package import WorkingTime

/// How urgent a message in the message row is.
package enum NoticeKind: Sendable, Hashable {
    /// Something done; gone after `Notice.lifetimeSeconds`.
    case done
    case information
    case warning
    /// Stays until the next key.
    case error
}

/// What a message says, as data: `Wording` makes the sentence in whatever language is set by then.
package enum NoticeText: Hashable, Sendable {
    case noteSaved(String?)
    case customerCreated(CustomerID)
    case customerSaved(CustomerID)
    case caseOpened(CaseNumber)
    case caseChanged(CaseNumber, EventType)
    case caseRefused(Refusal)
    case fault(DeskFault)
    case disabled(WhyNot)
    case textFull(glyphsMax: Int)
    case noteTakenAlong
    case formKept
    case copied(String)
    case undone
    case themeChanged(String)
    case languageChanged(Language)
    /// The field takes free text: there is no list of values.
    case noValues
    /// Text came where no field takes it: on the line that sends, or in a field with a list.
    case noTyping
    case callJustChanged
    case tierReason(String)
    case reloaded
    case marksFull(Int)
    /// A field that others changed too: theirs or mine is chosen before the form goes.
    case chooseFirst(fieldID: String)
    case engine(EngineNotice)
    /// Typed after the form was sent: kept as a note on the case, or as the form.
    case typedLaterKept
    case sentForApproval(CaseNumber, Role?)
    /// None of the chosen cases had anything to do.
    case nothingToDo
    case bulkDone(done: Int, refused: Int)
    case viewSaved(String)
    case identity(IdentityOutcome)
    case imported(ImportOutcome, isTry: Bool)
    case viewRemoved(String)
    case callPromised(String?, String)
    case callRecorded(String?, CallResult)
    case promiseOpened(PromisedCall)
    case promiseDue(PromisedCall)
    /// No open case of the customer is recent enough to be the same.
    case noSimilarCase
    /// A sentence made elsewhere, such as by a theme file's checker.
    case plain(String)
}

/// One message of the message row and of the log of them.
package struct Notice: Hashable, Sendable {
    /// Seconds a message that is no error stays.
    package static let lifetimeSeconds: Int64 = 6
    /// Messages the log keeps.
    package static let logMax = 100

    package var kind: NoticeKind
    package var text: NoticeText
    package var postedAt: Instant

    package init(kind: NoticeKind, text: NoticeText, postedAt: Instant) {
        self.kind = kind
        self.text = text
        self.postedAt = postedAt
    }

    /// When it leaves the message row by itself; nil for an error.
    package var goneAt: Instant? {
        kind == .error ? nil : Instant(microseconds: postedAt.microseconds + Self.lifetimeSeconds * 1_000_000)
    }
}
