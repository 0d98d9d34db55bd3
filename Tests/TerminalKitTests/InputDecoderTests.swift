import Testing

@testable import TerminalKit

@Suite struct InputDecoderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let terminal: String
        let bytes: [UInt8]
        let events: [InputEvent]

        init(_ terminal: String, _ text: String, _ keys: Key...) {
            self.terminal = terminal
            bytes = Array(text.utf8)
            events = keys.map(InputEvent.key)
        }

        init(_ terminal: String, bytes: [UInt8], events: [InputEvent]) {
            self.terminal = terminal
            self.bytes = bytes
            self.events = events
        }

        var testDescription: String { terminal + " " + String(decoding: bytes, as: UTF8.self).debugDescription }
    }

    static let functionKeys: [Case] = {
        let tilde = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
        let xterm = ["OP", "OQ", "OR", "OS"].enumerated().map { Case("xterm", "\u{1B}\($1)", .function($0 + 1)) }
        let numbered = tilde.enumerated().map { Case("rxvt, PuTTY", "\u{1B}[\($1)~", .function($0 + 1)) }
        let console = "ABCDE".enumerated().map { Case("Linux console", "\u{1B}[[\($1)", .function($0 + 1)) }
        let shifted = ["P", "Q", "R", "S"].enumerated().map {
            Case("xterm", "\u{1B}[1;2\($1)", .named(.function($0 + 1), .shift))
        }
        return xterm + numbered + console + shifted + [
            Case("xterm", "\u{1B}[15;5~", .named(.function(5), .control)),
            Case("xterm", "\u{1B}[24;8~", .named(.function(12), [.shift, .alt, .control])),
            Case("konsole", "\u{1B}O2P", .named(.function(1), .shift)),
            Case("konsole", "\u{1B}O1;5S", .named(.function(4), .control)),
            Case("rxvt", "\u{1B}[23$", .named(.function(11), .shift)),
            Case("rxvt", "\u{1B}[11^", .named(.function(1), .control)),
            Case("rxvt", "\u{1B}[24@", .named(.function(12), [.shift, .control])),
        ]
    }()

    static let movementKeys: [Case] = {
        let letters: [(String, Key)] = [
            ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
        ]
        let tilde: [(Int, Key)] = [
            (1, .home), (2, .insert), (3, .delete), (4, .end), (5, .pageUp), (6, .pageDown), (7, .home), (8, .end),
        ]
        return letters.map { Case("normal", "\u{1B}[\($0.0)", $0.1) }
            + letters.map { Case("application", "\u{1B}O\($0.0)", $0.1) }
            + tilde.map { Case("VT220", "\u{1B}[\($0.0)~", $0.1) } + [
                Case("xterm", "\u{1B}[1;5D", .named(.left, .control)),
                Case("xterm", "\u{1B}[1;2A", .named(.up, .shift)),
                Case("xterm", "\u{1B}[3;5~", .named(.delete, .control)),
                Case("xterm", "\u{1B}[1;9C", .named(.right, [])),
                Case("rxvt", "\u{1B}Od", .named(.left, .control)),
                Case("rxvt", "\u{1B}[d", .named(.left, .shift)),
                Case("rxvt", "\u{1B}[5$", .named(.pageUp, .shift)),
                Case("any", "\u{1B}[Z", .backTab),
            ]
    }()

    static let keypad: [Case] =
        zip("pqrstuvwxyjklmnoX", "0123456789*+,-./=").map { sequence, character in
            Case("keypad", "\u{1B}O\(sequence)", .character(character.unicodeScalars.first ?? "?"))
        } + [Case("keypad", "\u{1B}OM", .enter), Case("keypad", "\u{1B}OI", .tab)]

    static let plain: [Case] = [
        Case("text", "a京é😀", .character("a"), .character("京"), .character("é"), .character("😀")),
        Case("text", "１３８", .character("１"), .character("３"), .character("８")),
        Case("controls", "\r\n\t\u{7F}\u{8}", .enter, .enter, .tab, .backspace, .backspace),
        Case(
            "controls", "\u{10}\u{13}\u{1A}\u{3}\u{0}\u{1F}", .control("p"), .control("s"), .control("z"),
            .control("c"),
            .control("@"), .control("_")),
        Case("extended keys", "\u{1B}[97;5u\u{1B}[13;2u", .control("a"), .named(.enter, .shift)),
        Case("extended keys", "\u{1B}[27;5;112~\u{1B}[26085u", .control("p"), .character("日")),
        Case("Esc and a digit", "\u{1B}138", .escape, .character("1"), .character("3"), .character("8")),
        Case("Esc and a character", "\u{1B}京", .escape, .character("京")),
        Case("Esc twice and a key", "\u{1B}\u{1B}[A", .escape, .up),
        Case("Esc and Enter", "\u{1B}\r", .escape, .enter),
        Case("no keypad key", "\u{1B}O~", .escape, .character("O"), .character("~")),
        Case("no console key", "\u{1B}[[Z", .escape, .escape).asTyped("[[Z"),
    ]

    static let unknown: [Case] =
        [
            ("\u{1B}[?2026;1$y", "\u{1B}[?2026;1$y"), ("\u{1B}[2;3R", "\u{1B}[2;3R"), ("\u{1B}[I", "\u{1B}[I"),
            ("\u{1B}[<0;3;4M", "\u{1B}[<0;3;4M"), ("\u{1B}[99~", "\u{1B}[99~"), ("\u{1B}[201~", "\u{1B}[201~"),
            ("\u{1B}[>41;354;0c", "\u{1B}[>41;354;0c"),
        ].map { Case("unknown", bytes: Array($0.0.utf8), events: [.unknown(Array($0.1.utf8))]) } + [
            Case("no UTF-8", bytes: [0xFF], events: [.unknown([0xFF])]),
            Case("no UTF-8", bytes: [0xE4, 0xBA, 0x41], events: [.unknown([0xE4, 0xBA]), .key(.character("A"))]),
            Case("overlong", bytes: [0xC0, 0xAF], events: [.unknown([0xC0]), .unknown([0xAF])]),
            Case("surrogate", bytes: [0xED, 0xA0], events: [.unknown([0xED]), .unknown([0xA0])]),
            Case("C1", bytes: [0xC2, 0x9B, 0x41], events: [.unknown([0xC2, 0x9B]), .key(.character("A"))]),
            Case(
                "cut by another", bytes: Array("\u{1B}[1;\u{1B}[A".utf8),
                events: [.unknown(Array("\u{1B}[1;".utf8)), .key(.up)]),
            Case(
                "cut by text", bytes: Array("\u{1B}[1京".utf8),
                events: [.unknown(Array("\u{1B}[1".utf8)), .key(.character("京"))]),
        ]

    static let pastes: [Case] = [
        ("\u{1B}[200~一\r\n二\n三\r四\u{1B}[201~", "一\n二\n三\n四"),
        ("\u{1B}[200~\u{1B}[201~", ""),
        ("\u{1B}[200~a\tb\u{7}\u{1B}[31mc\u{9B}\u{1B}[201~", "a b[31mc"),
        ("\u{1B}[200~x\u{1B}[200~y\u{1B}[20\u{1B}[201~", "xy[20"),
        ("\u{1B}[200~\u{1B}\u{1B}\u{1B}[201~", ""),
    ].map { Case("paste", bytes: Array($0.0.utf8), events: [.paste(Paste(text: $0.1))]) }

    static let all = functionKeys + movementKeys + keypad + plain + unknown + pastes

    @Test(arguments: all)
    func `a sequence means the same wherever it is cut`(_ item: Case) {
        for cut in 0...item.bytes.count {
            var decoder = InputDecoder()
            let events = decoder.decode(item.bytes[..<cut]) + decoder.decode(item.bytes[cut...])
            #expect(events == item.events, "cut after \(cut) bytes")
            #expect(!decoder.awaitsEscape && !decoder.isPasting)
        }
    }

    @Test(arguments: all)
    func `a sequence byte by byte between text leaves the text alone`(_ item: Case) {
        var decoder = InputDecoder()
        let bytes = Array("京".utf8) + item.bytes + Array("1".utf8)
        let events = bytes.flatMap { decoder.decode([$0]) }
        #expect(events == [.key(.character("京"))] + item.events + [.key(.character("1"))])
    }

    @Test(arguments: 0..<60)
    func `many sequences in packets of any size mean what each means`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let items = (0..<80).compactMap { _ in Self.all.randomElement(using: &random) }
        let bytes = items.flatMap(\.bytes)
        var decoder = InputDecoder()
        var events: [InputEvent] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Int.random(in: 1...9, using: &random))
            events += decoder.decode(bytes[start..<end])
            start = end
        }
        #expect(events == items.flatMap(\.events))
    }

    @Test(arguments: 0..<200)
    func `any bytes whatever leave a decoder that still hears`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x30, 0x3B, 0x7E, 0x41, 0xE4, 0xBA, 0xAC, 0x24]
        var decoder = InputDecoder()
        for _ in 0..<300 {
            let byte =
                Bool.random(using: &random)
                ? likely.randomElement(using: &random) ?? 0 : .random(in: 0...255, using: &random)
            _ = decoder.decode([byte])
            if decoder.awaitsEscape && Int.random(in: 0..<4, using: &random) == 0 { _ = decoder.flushEscape() }
        }
        _ = decoder.flushPaste()
        _ = decoder.flushEscape()
        let first = decoder.decode(Array("~~京A".utf8)).suffix(2)
        #expect(first == [.key(.character("京")), .key(.character("A"))])
    }
}

extension InputDecoderTests.Case {
    /// The same bytes, meaning Esc and then this text.
    fileprivate func asTyped(_ text: String) -> Self {
        Self(terminal, bytes: bytes, events: [.key(.escape)] + text.unicodeScalars.map { .key(.character($0)) })
    }
}

@Suite struct EscapeAndPasteTests {
    @Test func `a lone Esc waits until the caller's time is up`() {
        var decoder = InputDecoder()
        let first = decoder.decode([0x1B])
        #expect(first == [])
        #expect(decoder.awaitsEscape)
        let second = decoder.flushEscape()
        #expect(second == [.key(.escape)])
        #expect(!decoder.awaitsEscape)
        let third = decoder.flushEscape()
        #expect(third == [])
        let fourth = decoder.decode(Array("[A".utf8))
        #expect(fourth == [.key(.character("[")), .key(.character("A"))])
    }

    @Test(arguments: [("\u{1B}[", "["), ("\u{1B}O", "O"), ("\u{1B}O1", "O1")])
    func `what was typed after Esc is not lost`(text: String, typed: String) {
        var decoder = InputDecoder()
        let first = decoder.decode(Array(text.utf8))
        #expect(first == [])
        let second = decoder.flushEscape()
        #expect(second == [.key(.escape)] + typed.unicodeScalars.map { .key(.character($0)) })
    }

    @Test func `half a key's sequence is waited for, however slow the line`() {
        var decoder = InputDecoder()
        _ = decoder.decode(Array("\u{1B}[1;".utf8))
        #expect(!decoder.awaitsEscape)
        let first = decoder.flushEscape()
        #expect(first == [])
        let second = decoder.decode(Array("5D".utf8))
        #expect(second == [.key(.named(.left, .control))])
    }

    @Test func `an endless sequence is swallowed to its end`() {
        var decoder = InputDecoder()
        let events = decoder.decode(Array(("\u{1B}[" + String(repeating: "1;", count: 5000) + "mA").utf8))
        #expect(events.count == 2)
        #expect(events.last == .key(.character("A")))
        guard case .unknown(let kept) = events[0] else { return #expect(Bool(false), "\(events[0])") }
        #expect(kept.count == InputDecoder.sequenceBytesMax)
    }

    @Test func `a long paste is cut, and what follows it is heard`() {
        var decoder = InputDecoder()
        let text = String(repeating: "x", count: 200_000)
        let events = decoder.decode(Array("\u{1B}[200~\(text)\u{1B}[201~1".utf8))
        let kept = String(repeating: "x", count: InputDecoder.pasteBytesMax)
        #expect(events == [.paste(Paste(text: kept, isTruncated: true)), .key(.character("1"))])
    }

    @Test func `a paste whose end was lost can be ended`() {
        var decoder = InputDecoder()
        let first = decoder.decode(Array("\u{1B}[200~1380013\u{1B}[2".utf8))
        #expect(first == [])
        #expect(decoder.isPasting)
        let second = decoder.flushPaste()
        #expect(second == [.paste(Paste(text: "1380013"))])
        let third = decoder.decode(Array("8".utf8))
        #expect(third == [.key(.character("8"))])
    }

    @Test func `keys within a paste are text`() {
        var decoder = InputDecoder()
        let events = decoder.decode(Array("\u{1B}[200~\u{1B}OP\u{1B}[A\u{3}\u{1B}[201~".utf8))
        #expect(events == [.paste(Paste(text: "OP[A"))])
    }
}

@Suite struct InputGuardTests {
    private let digits = (0..<50).map { _ in InputEvent.key(.character("5")) }

    @Test func `typing passes`() {
        var guarding = InputGuard()
        let events: [InputEvent] = [.key(.character("1")), .key(.enter), .key(.function(9)), .unknown([1])]
        let first = guarding.admit(events, at: 0)
        #expect(first == events)
        let second = guarding.admit(events, at: 20_000)
        #expect(second == events)
    }

    @Test func `for a moment after a paste only characters pass`() {
        var guarding = InputGuard()
        let events: [InputEvent] = [.paste(Paste(text: "x")), .key(.enter), .key(.character("1")), .key(.function(9))]
        let first = guarding.admit(events, at: 1000)
        #expect(first == [.paste(Paste(text: "x")), .key(.character("1"))])
        let second = guarding.admit([.key(.enter)], at: 50_999)
        #expect(second == [])
        let third = guarding.admit([.key(.enter)], at: 51_000)
        #expect(third == [.key(.enter)])
    }

    @Test func `more keys at once than anybody types are a paste`() {
        var guarding = InputGuard()
        let events = digits + [.key(.enter), .key(.function(9)), .key(.character("7"))]
        let text = String(repeating: "5", count: 50) + "\n7"
        let first = guarding.admit(events, at: 0)
        #expect(first == [.paste(Paste(text: text))])
        let second = guarding.admit([.key(.enter)], at: 10_001)
        #expect(second == [])
    }

    @Test func `forty keys are typing, however they came`() {
        var guarding = InputGuard()
        let forty = Array(digits.prefix(39)) + [.key(.enter)]
        let first = guarding.admit(forty, at: 0)
        #expect(first == forty)
        let second = guarding.admit(forty, at: 10_001)
        #expect(second == forty)
    }

    @Test func `a burst in many packets is seen`() {
        var guarding = InputGuard()
        #expect(guarding.admit(Array(digits.prefix(30)), at: 0).count == 30)
        let first = guarding.admit(Array(digits.prefix(30)), at: 3_000)
        #expect(first == [.paste(Paste(text: String(repeating: "5", count: 30)))])
    }
}
