import TerminalKit

extension FormField {
    /// Longest text a field of that kind takes.
    static func glyphsMax(of kind: Kind) -> Int { kind == .prose ? TextArea.glyphsMaxUsual : TextField.glyphsMaxUsual }

    var count: Int {
        switch input {
        case .line(let field): field.count
        case .prose(let area): area.count
        }
    }

    mutating func clear() { set("") }

    mutating func set(_ value: String) {
        input = kind == .prose ? .prose(TextArea(value)) : .line(TextField(value))
        isTouched = true
    }

    /// An editing key in free text. Up and Down leave one line, and prose at its first and last row.
    mutating func edit(_ key: Key, columns: Int) -> Bool {
        let before = value
        switch input {
        case .line(var field):
            guard field.handle(key) else { return false }
            input = .line(field)
        case .prose(var area):
            let place = area.cursor
            guard area.handle(key, columns: columns) else { return false }
            if key == .up || key == .down, area.cursor == place { return false }
            input = .prose(area)
        }
        if value != before { isTouched = true }
        return true
    }

    /// A key where one of several values is chosen: its digit, or left and right.
    mutating func choose(_ key: Key) -> Bool {
        let at = choices.firstIndex(of: value)
        switch key {
        case .character(let scalar):
            let digit = DeskState.narrowed(scalar)
            guard ("1"..."9").contains(digit), let number = Int(String(digit)), number <= choices.count else {
                return true
            }
            set(choices[number - 1])
        case .left: set(choices[max(0, (at ?? 1) - 1)])
        case .right: set(choices[min(choices.count - 1, (at ?? -1) + 1)])
        case .backspace, .delete: clear()
        default: return false
        }
        return true
    }
}
