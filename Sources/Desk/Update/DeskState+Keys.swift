import TerminalKit

extension DeskState {
    /// A key: waits its turn while Enter waits for a look-up, else is done at once.
    mutating func take(_ key: Key) -> [DeskEffect] {
        if notice?.kind == .error { notice = nil }
        lastKeyAt = now
        guard lookup.enterWaits else { return press(key) }
        switch key {
        case .escape, .function(12), .control("c"), .function(2):
            lookup.enterWaits = false
            waitingKeys = []
            return press(key)
        case .backspace where waitingKeys.isEmpty:
            lookup.enterWaits = false
            return press(key)
        default:
            if waitingKeys.count < Self.waitingKeysMax { waitingKeys.append(key) }
            return []
        }
    }

    /// A key, done now: the topmost layer first, then the pane, then what it means everywhere.
    mutating func press(_ key: Key) -> [DeskEffect] {
        if let effects = topOverlay == nil ? paneTakes(key) : overlayTakes(key) { return effects }
        guard let id = DeskCommand.meant(by: key) else { return [] }
        return perform(id)
    }

    /// What the pane that has the keyboard makes of a key; nil when it makes nothing of it.
    private mutating func paneTakes(_ key: Key) -> [DeskEffect]? {
        switch focus {
        case .lookup: lookupTakes(key)
        case .note: noteTakes(key)
        case .wrapUp: wrapUpTakes(key) ?? typedElsewhere(key)
        case .complaints: complaintsTake(key) ?? signs(key) ?? typedElsewhere(key)
        case .history: historyTakes(key) ?? signs(key) ?? typedElsewhere(key)
        case .caseActions: caseActionsTake(key) ?? signs(key) ?? typedElsewhere(key)
        case .caseTrail: caseTrailTakes(key) ?? signs(key) ?? typedElsewhere(key)
        case .queue: queueTakes(key) ?? typedElsewhere(key)
        }
    }

    /// Text typed where no field takes it begins a look-up: nothing typed is lost.
    private mutating func typedElsewhere(_ key: Key) -> [DeskEffect]? {
        guard case .character(let scalar) = key, scalar != " " else { return nil }
        focus = .lookup
        return typeIntoLookup(scalar)
    }

    /// The keypad's signs, where they are no text: with the look-up empty they move among complaints and switch its
    /// kind, with something in it `*` clears it.
    mutating func signs(_ key: Key) -> [DeskEffect]? {
        guard case .character(let scalar) = key else { return nil }
        let isEmpty = lookup.text.isEmpty || lookup.isFinished
        switch scalar {
        case "+" where isEmpty && selectedCase != nil: return perform(.nextComplaint)
        case "-" where isEmpty && selectedCase != nil: return perform(.previousComplaint)
        case "*" where !lookup.text.isEmpty: return perform(.clearLookup)
        case "/" where isEmpty: return perform(.switchLookupKind)
        default: return nil
        }
    }

    /// Pasted text goes to the field that has the keyboard; where none has, to the look-up. Line ends never send.
    mutating func take(_ paste: Paste) -> [DeskEffect] {
        lookup.enterWaits = false
        switch topOverlay {
        case .form: return formTakes(paste.text)
        case .palette(var palette):
            if !palette.text.insert(paste.text) { post(.warning, .textFull(glyphsMax: PaletteSearch.glyphsMax)) }
            palette.selected = 0
            overlays[overlays.count - 1] = .palette(palette)
            return []
        case .importing where imports?.stage == .file:
            imports?.isTyping = true
            if paste.text.hasPrefix("/") || paste.text.hasPrefix("~") { imports?.setPath("") }
            _ = imports?.path.insert(paste.text)
            return listFolder(imports?.folderTyped ?? "")
        case .some: return []
        case nil: break
        }
        if focus == .note { return noteTakes(text: paste.text) }
        focus = .lookup
        return typeIntoLookup(text: paste.text)
    }

    mutating func moveFocus(by steps: Int) {
        let order = paneOrder
        let at = order.firstIndex(of: focus) ?? 0
        wrapUpDigits = ""
        focus = order[((at + steps) % order.count + order.count) % order.count]
    }
}
