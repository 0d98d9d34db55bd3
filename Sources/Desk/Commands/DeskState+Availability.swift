package import Complaints
import Dossier
import TerminalKit

extension DeskState {
    /// Why a command would do nothing now; nil when it would do something.
    package func whyNot(_ id: CommandID) -> WhyNot? {
        switch id {
        case .zoomPane: caseScreen == nil && Layout.zoomed(focus) != nil ? nil : .onlyHere
        case .reload: customer == nil && lookup.text.isEmpty ? .noCustomer : nil
        case .editCustomer: needsCard
        case .explainTier: needsCard
        case .copy: customer?.card == nil && caseScreen == nil ? .nothingToCopy : nil
        case .openCall: call == nil ? .noCall : nil
        case .nextComplaint, .previousComplaint, .openCase: selectedCase == nil ? .noComplaint : nil
        case .clearLookup: nil
        case .switchLookupKind: lookup.text.isEmpty || lookup.isFinished ? nil : .lookupNotEmpty
        case .save: topForm != nil ? nil : customer == nil ? .noCustomer : nil
        case .discardNote: note.isEmpty ? .noNote : nil
        case .undo: undo == nil ? .nothingToUndo : nil
        default: id.event.flatMap(whyNot)
        }
    }

    private var needsCard: WhyNot? {
        customer == nil ? .noCustomer : customer?.card == nil ? .loading : nil
    }

    /// Why an event would not be taken by the case on the screen.
    package func whyNot(_ event: EventType) -> WhyNot? {
        guard let caseScreen else { return .noCaseOpen }
        guard let complaint = caseScreen.file?.complaint else { return .loading }
        if caseScreen.legal.contains(event) { return nil }
        let code: RefusalCode =
            switch Matrix.cell(event, in: complaint.state) {
            case .refused(let code): code
            case .illegal: .illegalTransition
            case .stays, .goes: .forbiddenRole
            }
        return .caseState(complaint.state, event, code)
    }
}

extension CommandID {
    /// The event a command asks of the case on the screen; nil for all others.
    package var event: EventType? {
        switch self {
        case .addCaseNote: .note
        case .followUp: .followUp
        case .escalate: .escalate
        case .close: .close
        case .acknowledge: .acknowledge
        case .assess: .assess
        case .resolveNow: .resolveNow
        case .resolve: .resolve
        default: nil
        }
    }

    /// The command that asks for an event; nil for events that have no code of their own.
    package static func asking(for event: EventType) -> CommandID? {
        allCases.first { $0.event == event }
    }
}
