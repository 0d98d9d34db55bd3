/// What a cell means; a theme says how each meaning looks. Nothing else names a colour.
package enum Role: UInt8, CaseIterable, Sendable, Hashable {
    /// Ordinary text, and the ground of the whole screen.
    case text
    /// Headings and the name of the customer.
    case title
    /// Secondary facts, set back.
    case dim
    /// Names of fields.
    case label
    /// Figures and amounts.
    case number
    /// The pane that has the keyboard: its heading and markers.
    case focus
    /// Lines between panes.
    case rule
    /// The top row.
    case status
    /// A part of the top row that wants attention: off line, unsent writes.
    case statusAlert
    /// The reserved row of the waiting call, when nothing rings.
    case call
    /// The reserved row while a call rings.
    case callRinging
    case tierGreen
    case tierYellow
    case tierRed
    case tierUnrated
    /// A case past its due time; never looks like the red tier.
    case overdue
    /// A case due soon.
    case dueSoon
    /// Something done or saved.
    case success
    case warning
    case error
    /// The key in the hint bar.
    case hintKey
    /// What the key does.
    case hintText
    /// A key that does nothing now.
    case hintDisabled
    /// The chosen row of the list that has the keyboard.
    case selection
    /// The chosen row of a list that has not.
    case selectionQuiet
    /// Text in a field that is edited.
    case input
    /// What an empty field asks for.
    case placeholder
    /// The characters that matched what was typed.
    case match
    /// The ground of a dialog, menu or palette.
    case overlay
    /// The heading and frame of one.
    case overlayTitle
    /// A character put in the place of one that must not reach the terminal.
    case sanitised
    /// A masked figure.
    case masked
}

extension Role {
    /// The name in a theme file.
    package var name: String {
        switch self {
        case .text: "text"
        case .title: "title"
        case .dim: "dim"
        case .label: "label"
        case .number: "number"
        case .focus: "focus"
        case .rule: "rule"
        case .status: "status"
        case .statusAlert: "status.alert"
        case .call: "call"
        case .callRinging: "call.ringing"
        case .tierGreen: "tier.green"
        case .tierYellow: "tier.yellow"
        case .tierRed: "tier.red"
        case .tierUnrated: "tier.unrated"
        case .overdue: "overdue"
        case .dueSoon: "due.soon"
        case .success: "success"
        case .warning: "warning"
        case .error: "error"
        case .hintKey: "hint.key"
        case .hintText: "hint.text"
        case .hintDisabled: "hint.disabled"
        case .selection: "selection"
        case .selectionQuiet: "selection.quiet"
        case .input: "input"
        case .placeholder: "placeholder"
        case .match: "match"
        case .overlay: "overlay"
        case .overlayTitle: "overlay.title"
        case .sanitised: "sanitised"
        case .masked: "masked"
        }
    }

    /// The role of that name in a theme file; nil if there is none.
    package init?(name: String) {
        guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }

    /// The role whose look this one takes when a theme does not name it; nil for `text`, which every theme must name.
    package var parent: Role? {
        switch self {
        case .text: nil
        case .label, .rule, .hintText, .tierUnrated, .placeholder: .dim
        case .number, .title, .dim, .input, .overlay, .call, .selection, .status, .warning, .success: .text
        case .overlayTitle: .overlay
        case .focus, .hintKey, .match: .title
        case .statusAlert, .dueSoon, .overdue, .error: .warning
        case .callRinging: .focus
        case .tierGreen, .tierYellow, .tierRed: .title
        case .hintDisabled, .masked: .dim
        case .selectionQuiet: .selection
        case .sanitised: .error
        }
    }

    /// One character for the role layer of golden screens; different for each role.
    package var mark: Character {
        switch self {
        case .text: "."
        case .title: "T"
        case .dim: "d"
        case .label: "l"
        case .number: "n"
        case .focus: "F"
        case .rule: "-"
        case .status: "s"
        case .statusAlert: "S"
        case .call: "c"
        case .callRinging: "C"
        case .tierGreen: "G"
        case .tierYellow: "Y"
        case .tierRed: "R"
        case .tierUnrated: "U"
        case .overdue: "!"
        case .dueSoon: "+"
        case .success: "o"
        case .warning: "w"
        case .error: "E"
        case .hintKey: "K"
        case .hintText: "h"
        case .hintDisabled: "x"
        case .selection: ">"
        case .selectionQuiet: ")"
        case .input: "i"
        case .placeholder: "p"
        case .match: "m"
        case .overlay: "v"
        case .overlayTitle: "V"
        case .sanitised: "?"
        case .masked: "*"
        }
    }
}
