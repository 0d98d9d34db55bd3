package import TerminalKit

extension Wording {
    /// The keys of a command, `F6` or `F12 Esc`; empty when it has only its code.
    package func keys(of command: DeskCommand) -> String {
        command.keys.map { name(of: $0) }.joined(separator: " ")
    }

    /// A key as it is printed on the keyboard.
    package func name(of key: Key) -> String {
        switch key {
        case .character(let scalar): return String(scalar)
        case .control(let scalar): return "Ctrl-" + String(scalar).uppercased()
        case .named(.tab, .shift): return "Shift-Tab"
        case .named(let named, _): return name(of: named)
        }
    }

    private func name(of key: NamedKey) -> String {
        switch key {
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backspace: "Backspace"
        case .up: say("上", "上", "Up")
        case .down: say("下", "下", "Down")
        case .left: say("左", "左", "Left")
        case .right: say("右", "右", "Right")
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .insert: "Ins"
        case .delete: "Del"
        case .function(let number): "F\(number)"
        }
    }
}
