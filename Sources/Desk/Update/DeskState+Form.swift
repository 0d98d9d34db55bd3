import TerminalKit

extension DeskState {
    /// Lays a form over the screen; one of the same purpose that was left half filled comes back as it was.
    mutating func openForm(_ form: Form) {
        closeOverlays()
        guard let at = parkedForms.firstIndex(where: { $0.purpose == form.purpose }) else {
            var new = form
            if new.draft != nil { new.base = new.values }
            overlays.append(.form(new))
            return
        }
        overlays.append(.form(parkedForms.remove(at: at)))
    }

    /// Keeps a form that was left; an untouched one is forgotten.
    mutating func park(_ form: Form) {
        guard form.isTouched || form.pendingRequest != nil else { return }
        parkedForms.removeAll { $0.purpose == form.purpose }
        parkedForms.append(form)
        if parkedForms.count > Self.parkedFormsMax { parkedForms.removeFirst() }
        if form.pendingRequest == nil, form.purpose.journalKey != nil { post(.information, .formKept) }
    }

    /// True when a form of that purpose waits half filled.
    func isParked(_ purpose: FormPurpose) -> Bool { parkedForms.contains { $0.purpose == purpose } }

    /// Keys in a form: Enter and Tab go on, digits choose where there is nothing to type, Ctrl-S sends from anywhere.
    mutating func formTakes(_ key: Key, _ form: Form) -> [DeskEffect]? {
        var form = form
        let before = form.values
        let changedField = form.isOnSendLine ? nil : form.fields[form.focused].id
        switch key {
        case .enter where form.isOnSendLine: return sendForm()
        case .function(5) where !form.conflicts.isEmpty: form.choose(theirs: true)
        case .function(6) where !form.conflicts.isEmpty: form.choose(theirs: false)
        case .tab, .enter: form.focused = (form.focused + 1) % (form.fields.count + 1)
        case .backTab: form.focused = (form.focused + form.fields.count) % (form.fields.count + 1)
        case .function(6) where !form.lookalikes.isEmpty: return openLookalike(form)
        case .function(4):
            openFieldValues(form)
            return []
        case .function(6) where form.purpose.isNewComplaint: return addToExisting(form)
        default:
            guard !form.isOnSendLine else {
                if case .character(let typed) = key, typed.properties.isAlphabetic { return refuseText() }
                guard let row = moved(form.focused, by: key, count: form.fields.count + 1, page: 2) else { return nil }
                form.focused = row
                break
            }
            guard edit(&form, key) else {
                guard let row = moved(form.focused, by: key, count: form.fields.count + 1, page: 2) else { return nil }
                form.focused = row
                break
            }
        }
        if let id = changedField { form = completed(form, after: id) }
        if key != .function(5) { form.settleTyped(since: before) }
        overlays[overlays.count - 1] = .form(form)
        return []
    }

    mutating func formTakes(_ text: String) -> [DeskEffect] {
        guard var form = topForm else { return [] }
        guard !form.isOnSendLine, form.fields[form.focused].choices.isEmpty else { return refuseText() }
        var field = form.fields[form.focused]
        let fits: Bool
        switch field.input {
        case .line(var line):
            fits = line.insert(text)
            field.input = .line(line)
        case .prose(var area):
            fits = area.insert(text)
            field.input = .prose(area)
        }
        if !fits { post(.warning, .textFull(glyphsMax: FormField.glyphsMax(of: field.kind))) }
        field.isTouched = true
        form.fields[form.focused] = field
        overlays[overlays.count - 1] = .form(form)
        return []
    }

    /// Whoever types without looking learns that the text went nowhere.
    private mutating func refuseText() -> [DeskEffect] {
        post(.warning, .noTyping)
        return []
    }

    /// An editing key in the field that has the keyboard; false when the key is none there.
    private mutating func edit(_ form: inout Form, _ key: Key) -> Bool {
        var field = form.fields[form.focused]
        defer { form.fields[form.focused] = field }
        if key == .control("c") {
            field.clear()
            return true
        }
        guard field.choices.isEmpty else { return field.choose(key) }
        if case .character = key, field.count >= FormField.glyphsMax(of: field.kind) {
            post(.warning, .textFull(glyphsMax: FormField.glyphsMax(of: field.kind)))
            return true
        }
        return field.edit(key, columns: FormLayout.proseColumns(size.columns))
    }

    /// The values of the field in a numbered list.
    mutating func openFieldValues(_ form: Form) {
        guard !form.isOnSendLine else { return }
        let field = form.fields[form.focused]
        let values = field.choices.isEmpty && field.id == "category" ? complaintCategories : field.choices
        guard !values.isEmpty else {
            post(.information, .noValues)
            return
        }
        let items = values.map {
            ChoiceItem(.fieldValue(fieldID: field.id, value: $0), .setField(id: field.id, value: $0))
        }
        let selected = values.firstIndex(of: field.value) ?? 0
        overlays.append(.choice(ChoiceList(title: .fieldValues(fieldID: field.id), items: items, selected: selected)))
    }

    /// Sets the field of the form on top and goes on to the next one.
    mutating func setField(_ id: String, to value: String) {
        guard var form = topForm, let row = form.fields.firstIndex(where: { $0.id == id }) else { return }
        form.fields[row].set(value)
        form.focused = row + 1
        form = completed(form, after: id)
        overlays[overlays.count - 1] = .form(form)
    }

    /// The form that waits for the answer of that number, wherever it lies.
    func form(waitingFor request: Int) -> Form? {
        for case .form(let form) in overlays where form.pendingRequest == request { return form }
        return parkedForms.first { $0.pendingRequest == request }
    }

    /// Changes the form that waits for the answer of that number, wherever it lies; false when there is none.
    @discardableResult
    mutating func withForm(waitingFor request: Int, _ change: (inout Form) -> Void) -> Bool {
        for at in overlays.indices {
            guard case .form(var form) = overlays[at], form.pendingRequest == request else { continue }
            change(&form)
            overlays[at] = .form(form)
            return true
        }
        guard let at = parkedForms.firstIndex(where: { $0.pendingRequest == request }) else { return false }
        change(&parkedForms[at])
        return true
    }

    /// Takes away the form that waited for that answer and gives it, for what must follow.
    mutating func removeForm(waitingFor request: Int) -> Form? {
        for at in overlays.indices {
            guard case .form(let form) = overlays[at], form.pendingRequest == request else { continue }
            overlays.remove(at: at)
            return form
        }
        guard let at = parkedForms.firstIndex(where: { $0.pendingRequest == request }) else { return nil }
        return parkedForms.remove(at: at)
    }
}
