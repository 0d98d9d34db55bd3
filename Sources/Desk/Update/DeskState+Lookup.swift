import Complaints
import Dossier
import TerminalKit

extension DeskState {
    /// Keys in the look-up field.
    mutating func lookupTakes(_ key: Key) -> [DeskEffect]? {
        switch key {
        case .enter: return enterLookup()
        case .up, .down: return moveInPreview(key)
        case .character(let scalar): return signs(key) ?? typeIntoLookup(scalar)
        case .home, .end, .left, .right, .backspace, .delete, .control("u"), .control("k"), .control("w"),
            .control("a"), .control("e"):
            let before = lookup.text.text
            guard lookup.text.handle(key) else { return nil }
            if lookup.text.text == before { return [] }
            return lookupChanged()
        default: return nil
        }
    }

    /// One character; after a finished look-up it begins a new one.
    mutating func typeIntoLookup(_ scalar: Unicode.Scalar) -> [DeskEffect] {
        typeIntoLookup(text: String(scalar))
    }

    mutating func typeIntoLookup(text: String) -> [DeskEffect] {
        if lookup.isFinished { lookup.text.clear() }
        if !lookup.text.insert(Self.narrowed(text)) { post(.warning, .textFull(glyphsMax: LookupField.glyphsMax)) }
        return lookupChanged()
    }

    /// The question for what now stands in the field; older answers are void from here on.
    mutating func lookupChanged() -> [DeskEffect] {
        lookup.isFinished = false
        lookup.enterWaits = false
        lookup.selected = -1
        lookup.request = nextRequest()
        guard !lookup.text.text.allSatisfy({ $0 == " " }) else {
            lookup.answer = nil
            return []
        }
        return [
            .lookup(
                request: lookup.request, text: lookup.text.text, preference: lookup.preference,
                limit: LookupField.matchesMax)
        ]
    }

    mutating func clearLookup() {
        lookup.text.clear()
        _ = lookupChanged()
    }

    private mutating func enterLookup() -> [DeskEffect] {
        if lookup.text.isEmpty { return [] }
        if lookup.isFinished {
            focus = caseScreen == nil ? .note : .caseActions
            return []
        }
        if lookup.selected >= 0, let match = lookup.answer?.matches.dropFirst(lookup.selected).first {
            return open(Caller(match))
        }
        guard let answer = lookup.currentAnswer else {
            lookup.enterWaits = true
            return []
        }
        return act(on: answer)
    }

    /// What Enter does with an answer: one match opens (a case number its case), several are listed, none offers a new customer.
    private mutating func act(on answer: LookupAnswer) -> [DeskEffect] {
        if answer.matches.isEmpty {
            openForm(newCustomerForm(prefilledFrom: answer))
            return []
        }
        if answer.matches.count == 1, !answer.isTruncated {
            let effects = open(Caller(answer.matches[0]))
            guard answer.kind == .case, let number = CaseNumber(text: lookup.text.text) else { return effects }
            return effects + openCase(number)
        }
        overlays.append(
            .choice(
                ChoiceList(
                    title: .candidates(count: answer.matches.count, isTruncated: answer.isTruncated),
                    items: answer.matches.map {
                        ChoiceItem(.candidate(Candidate($0)), .open(Caller($0)))
                    })))
        return []
    }

    mutating func lookupAnswered(_ request: Int, _ answer: LookupAnswer, elapsedMicroseconds: Int64) -> [DeskEffect] {
        guard request == lookup.request, !lookup.text.isEmpty else { return [] }
        lookup.answer = answer
        lookup.answeredRequest = request
        lookup.elapsedMicroseconds = elapsedMicroseconds
        guard lookup.enterWaits else { return [] }
        lookup.enterWaits = false
        let keys = waitingKeys
        waitingKeys = []
        let opens = answer.matches.count == 1 && !answer.isTruncated
        let typed = keys.compactMap { if case .character(let scalar) = $0 { scalar } else { nil } }
        guard opens || typed.isEmpty else {
            // Typed for a screen that does not come: it goes on with the look-up rather than choose somebody unseen.
            return typeIntoLookup(text: String(String.UnicodeScalarView(typed)))
        }
        var effects = act(on: answer)
        for key in keys where opens { effects += take(key) }
        return effects
    }

    mutating func lookupFailed(_ request: Int, _ fault: DeskFault) -> [DeskEffect] {
        guard request == lookup.request else { return [] }
        lookup.answer = nil
        lookup.enterWaits = false
        let typed = waitingKeys.compactMap { if case .character(let scalar) = $0 { scalar } else { nil } }
        waitingKeys = []
        post(.error, .fault(fault))
        return typed.isEmpty ? [] : typeIntoLookup(text: String(String.UnicodeScalarView(typed)))
    }

    private mutating func moveInPreview(_ key: Key) -> [DeskEffect]? {
        guard lookup.showsPreview, let answer = lookup.answer else { return nil }
        let last = min(answer.matches.count, LookupField.previewMax) - 1
        guard last >= 0 else { return [] }
        lookup.selected = min(max(-1, lookup.selected + (key == .down ? 1 : -1)), last)
        return []
    }

    /// Full-width letters and digits, as input methods write them, become the usual ones.
    static func narrowed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(narrowed(scalar)) }
        return String(scalars)
    }

    static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0x0A: " "
        default: scalar
        }
    }
}
