import Dossier
import TerminalKit

extension DeskState {
    /// Does a command, or says why it does nothing now.
    mutating func perform(_ id: CommandID) -> [DeskEffect] {
        if let why = whyNot(id) {
            post(.warning, .disabled(why))
            return []
        }
        if let event = id.event { return ask(event) }
        switch id {
        case .help, .allKeys, .palette, .menu, .showLog, .chooseTheme, .chooseLanguage, .choosePresence, .copy,
            .pickList, .chooseWrapUp, .discardNote, .customerProfile, .logOut, .assignCase, .decideCase, .filterQueue,
            .saveView:
            return performOverlay(id)
        case .goToLookup, .goToNote, .goBack, .cancel, .nextPane, .previousPane, .zoomPane, .pageBack, .pageForward:
            return performMove(id)
        default:
            return performWork(id)
        }
    }

    /// Commands that lay something over the screen.
    private mutating func performOverlay(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .help: overlays.append(.help(HelpPage(place: helpPlace, showsAllKeys: false)))
        case .allKeys: overlays.append(.help(HelpPage(place: helpPlace, showsAllKeys: true)))
        case .palette: overlays.append(.palette(PaletteSearch()))
        case .menu: overlays.append(.menu(CodeMenu()))
        case .showLog: overlays.append(.log(scroll: 0))
        case .chooseTheme: openThemeList()
        case .chooseLanguage: openLanguageList()
        case .choosePresence: openPresenceList()
        case .copy: openCopyList()
        case .pickList: openPickList()
        case .chooseWrapUp: openWrapUpList(saves: false)
        case .discardNote: openDiscardNoteQuestion()
        case .logOut: openLogOutQuestion()
        case .assignCase: openAssignList()
        case .decideCase: openDecisions()
        case .filterQueue: openQueueFilters()
        case .saveView: openForm(saveViewForm)
        case .customerProfile: overlays.append(.profile(scroll: 0))
        default: break
        }
        return []
    }

    /// Commands that move the keyboard.
    private mutating func performMove(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .goBack where topOverlay != nil, .cancel where topOverlay != nil: closeTopOverlay()
        case .nextPane where topForm != nil: return overlayTakes(.tab) ?? []
        case .previousPane where topForm != nil: return overlayTakes(.backTab) ?? []
        case .goToLookup:
            closeOverlays()
            focus = .lookup
        case .goToNote:
            closeOverlays()
            caseScreen = nil
            focus = .note
        case .goBack: return goBack(asksToLeave: true)
        case .cancel: return cancel()
        case .nextPane: moveFocus(by: 1)
        case .previousPane: moveFocus(by: -1)
        case .zoomPane: isZoomed.toggle()
        case .pageBack: return page(.pageUp)
        case .pageForward: return page(.pageDown)
        default: break
        }
        return []
    }

    /// Commands that change something.
    private mutating func performWork(_ id: CommandID) -> [DeskEffect] {
        switch id {
        case .reload:
            post(.information, .reloaded)
            return reload()
        case .newCustomer:
            openForm(newCustomerForm(prefilledFrom: lookup.isFinished ? nil : lookup.answer))
        case .editCustomer: openForm(editCustomerForm())
        case .explainTier:
            if let tier = customer?.card?.tier { post(.information, .tierReason(wording.reason(tier, zone: zone))) }
        case .openCall: return openCall()
        case .nextComplaint: selectComplaint(by: 1)
        case .previousComplaint: selectComplaint(by: -1)
        case .clearLookup: clearLookup()
        case .switchLookupKind: lookup.preference = lookup.preference == .plate ? .phone : .plate
        case .save: return topForm == nil ? saveNote() : sendForm()
        case .undo: return undoLast()
        case .newComplaint: openForm(newComplaintForm())
        case .openCase: return openCase()
        case .discardForm: return discardForm()
        case .whyDeadline: return openWhy()
        case .reviewDuplicates: return openDuplicates()
        case .importFile: return openImport()
        case .mergeCustomers: return mergePair()
        case .differentCustomers: return callPairDifferent()
        case .switchSurvivor: switchSurvivor()
        case .openQueue: return openQueue()
        case .promisedWork: return openPromises()
        case .promiseCall: openCallBackForm()
        case .recordCall: openResults()
        case .removeView: return removeView(queue?.viewName ?? "")
        case .claimCase: return claimCases()
        case .markRow: return markRow()
        case .nextUnclaimed: return goToNextUnclaimed()
        case .repaint: return [.repaint]
        case .clearInput: return clearInput()
        default: break
        }
        return []
    }

    /// Esc: clears the look-up, then closes the case, then goes to the look-up, then back. Never leaves.
    private mutating func cancel() -> [DeskEffect] {
        if !lookup.text.isEmpty {
            clearLookup()
            if caseScreen == nil { focus = restingPane }
            return []
        }
        return goBack(asksToLeave: false)
    }

    private mutating func goBack(asksToLeave: Bool) -> [DeskEffect] {
        if let screen = caseScreen {
            caseScreen = nil
            if screen.isFromQueue { return openQueue() }
            focus = showsQueue ? .queue : .complaints
        } else if showsQueue {
            focus = .queue
            if asksToLeave { openLogOutQuestion() }
        } else if isZoomed {
            isZoomed = false
        } else if !asksToLeave, focus != .lookup {
            focus = .lookup
        } else if customer != nil {
            closeCustomer()
            if showsQueue { return loadQueue(asked: false) + loadRows(anew: true) }
        } else if asksToLeave {
            openLogOutQuestion()
        }
        return []
    }

    /// F7 and F8 where no list took them: the history, or the trail of the case.
    private mutating func page(_ key: Key) -> [DeskEffect] {
        (caseScreen == nil ? historyTakes(key) : caseTrailTakes(key)) ?? []
    }

    /// Ctrl-C: empties the field that has the keyboard; a note comes back with Ctrl-Z.
    private mutating func clearInput() -> [DeskEffect] {
        if topForm != nil { return overlayTakes(.control("c")) ?? [] }
        switch focus {
        case .note: return clearNote()
        case .wrapUp: return setWrapUp(nil)
        case .lookup, .complaints, .history, .caseActions, .caseTrail, .queue:
            clearLookup()
            return []
        }
    }

    private var helpPlace: HelpPlace {
        switch overlays.last {
        case .form: .form
        case .choice, .log, .entry, .why, .profile: .list
        case .duplicates: .duplicates
        case .importing: .importing
        case .palette, .menu: .menu
        case .help(let page): page.place
        case nil:
            switch focus {
            case .lookup: .lookup
            case .note: .note
            case .wrapUp: .wrapUp
            case .complaints: .complaints
            case .history: .history
            case .caseActions, .caseTrail: .caseScreen
            case .queue: .queue
            }
        }
    }
}
