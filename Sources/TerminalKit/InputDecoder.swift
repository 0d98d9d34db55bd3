/// Turns the bytes a terminal sends into keys and pastes, one byte at a time, wherever the packets were cut.
///
/// Nothing typed is ever lost: what turns out not to be a key's sequence is given as the characters it is made of,
/// unless it has the shape of a control sequence, which no one types. A lone Esc cannot be told from the start of a
/// sequence: while `awaitsEscape`, the caller waits 25 ms (50 over ssh), then calls `flushEscape`.
package struct InputDecoder: Sendable, Hashable {
    /// The longest control sequence; a longer one is swallowed to its end.
    package static let sequenceBytesMax = 32
    /// The longest paste; the rest of a longer one is dropped.
    package static let pasteBytesMax = 65_536

    private enum State: Sendable, Hashable {
        case ground
        /// The bytes of one UTF-8 character are coming in; `pending` holds them.
        case character(missing: Int)
        case escape
        /// After `ESC [`; `pending` holds what follows.
        case control
        /// After `ESC O`.
        case single
        /// After `ESC [ [`, the Linux console's F1 to F5.
        case console
        case paste
    }

    private var state = State.ground
    private var pending: [UInt8] = []
    private var pasted: [UInt8] = []
    private var pasteIsTruncated = false
    /// How many bytes of the paste's end have been seen.
    private var endMatched = 0
    private var events: [InputEvent] = []

    package init() {}

    /// A lone Esc, or one followed by `[` or `O`, is waiting for the rest that may never come.
    package var awaitsEscape: Bool {
        switch state {
        case .escape, .single: true
        case .control: pending.isEmpty
        case .ground, .character, .console, .paste: false
        }
    }

    /// A paste has begun and its end has not come. A caller that hears nothing for a second calls `flushPaste`.
    package var isPasting: Bool { state == .paste }

    /// What the bytes, after all those before, mean.
    package mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
        for byte in bytes { take(byte) }
        defer { events.removeAll() }
        return events
    }

    /// The time is up: what was waiting is an Esc, and what followed it was typed.
    package mutating func flushEscape() -> [InputEvent] {
        guard awaitsEscape else { return [] }
        emit(.escape)
        if state == .control { emit(.character("[")) }
        if state == .single { emit(.character("O")); replay(pending) }
        reset()
        defer { events.removeAll() }
        return events
    }

    /// The end of a paste got lost: what came so far is the paste.
    package mutating func flushPaste() -> [InputEvent] {
        guard isPasting else { return [] }
        endPaste()
        defer { events.removeAll() }
        return events
    }

    private mutating func emit(_ key: Key) { events.append(.key(key)) }

    private mutating func reset() {
        state = .ground
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func replay(_ bytes: [UInt8]) {
        reset()
        for byte in bytes { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .character(let missing): takeCharacter(byte, missing: missing)
        case .escape: takeEscape(byte)
        case .control: takeControl(byte)
        case .single: takeSingle(byte)
        case .console: takeConsole(byte)
        case .paste: takePaste(byte)
        }
    }

    private mutating func takeGround(_ byte: UInt8) {
        switch byte {
        case 0x1B: state = .escape
        case 0x20..<0x7F: emit(.character(Unicode.Scalar(byte)))
        case 0x80...:
            pending = [byte]
            let missing = UTF8Shape.missing(afterLead: byte)
            if missing > 0 { state = .character(missing: missing) } else { refuse() }
        default: emit(KeySequences.controlKey(byte))
        }
    }

    private mutating func takeCharacter(_ byte: UInt8, missing: Int) {
        guard UTF8Shape.isValid(pending, next: byte) else {
            refuse()
            return take(byte)
        }
        pending.append(byte)
        guard missing == 1 else { return state = .character(missing: missing - 1) }
        if let scalar = UTF8Shape.scalar(pending), scalar.value >= 0xA0 {
            emit(.character(scalar))
            reset()
        } else {
            refuse()
        }
    }

    private mutating func takeEscape(_ byte: UInt8) {
        switch byte {
        case 0x5B: state = .control
        case 0x4F: state = .single
        default:
            emit(.escape)
            reset()
            take(byte)
        }
    }

    private mutating func takeControl(_ byte: UInt8) {
        if byte == 0x5B && pending.isEmpty { return state = .console }
        let endsOldShift = byte == 0x24 && !pending.isEmpty && pending.allSatisfy { (0x30...0x39).contains($0) }
        switch byte {
        case 0x40...0x7E: endControl(byte)
        case 0x24 where endsOldShift: endControl(byte)
        case 0x20...0x3F:
            if pending.count < Self.sequenceBytesMax { pending.append(byte) }
        default:
            refuse()
            take(byte)
        }
    }

    private mutating func endControl(_ final: UInt8) {
        let parameters = pending
        if parameters == Array("200".utf8) && final == 0x7E {
            reset()
            state = .paste
        } else if parameters.count < Self.sequenceBytesMax,
            let key = KeySequences.control(parameters: parameters, final: final)
        {
            reset()
            emit(key)
        } else {
            pending.append(final)
            refuse()
        }
    }

    private mutating func takeSingle(_ byte: UInt8) {
        if pending.count < 4 && ((0x30...0x39).contains(byte) || (byte == 0x3B && !pending.isEmpty)) {
            return pending.append(byte)
        }
        if let key = KeySequences.single(parameters: pending, final: byte) {
            reset()
            emit(key)
        } else {
            let typed = pending
            emit(.escape)
            emit(.character("O"))
            replay(typed)
            take(byte)
        }
    }

    private mutating func takeConsole(_ byte: UInt8) {
        if (0x41...0x45).contains(byte) {
            reset()
            emit(.function(Int(byte) - 0x40))
        } else {
            emit(.escape)
            replay([0x5B, 0x5B])
            take(byte)
        }
    }

    /// Swallows what is pending.
    private mutating func refuse() {
        let introducer: [UInt8] = state == .control ? [0x1B, 0x5B] : []
        events.append(.unknown(Array((introducer + pending).prefix(Self.sequenceBytesMax))))
        reset()
    }

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    private mutating func takePaste(_ byte: UInt8) {
        if byte == Self.pasteEnd[endMatched] {
            endMatched += 1
            if endMatched == Self.pasteEnd.count { endPaste() }
            return
        }
        for held in Self.pasteEnd[..<endMatched] { keep(held) }
        endMatched = byte == 0x1B ? 1 : 0
        if byte != 0x1B { keep(byte) }
    }

    private mutating func keep(_ byte: UInt8) {
        if pasted.count < Self.pasteBytesMax { pasted.append(byte) } else { pasteIsTruncated = true }
    }

    private mutating func endPaste() {
        events.append(.paste(Paste(text: PasteText.clean(pasted), isTruncated: pasteIsTruncated)))
        pasted = []
        pasteIsTruncated = false
        endMatched = 0
        reset()
    }
}
