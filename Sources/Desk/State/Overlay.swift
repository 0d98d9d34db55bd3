package import TerminalKit

/// Something laid over the customer's screen; the topmost takes the keys.
package enum Overlay: Equatable, Sendable {
    case choice(ChoiceList)
    case form(Form)
    case help(HelpPage)
    case palette(PaletteSearch)
    case menu(CodeMenu)
    case log(scroll: Int)
    /// One history line in full.
    case entry(row: Int)
    case why(WhyPage)
    /// The review of people known twice; its state is the desk's, so that it is found where it was left.
    case duplicates
    /// A file on its way in; its state is the desk's, so that a run goes on under other work.
    case importing
    /// The customer whole, from that line on.
    case profile(scroll: Int)
}

/// What F1 shows: first what concerns the place the keyboard is at, then every key.
package struct HelpPage: Equatable, Sendable {
    package var place: HelpPlace
    package var showsAllKeys: Bool
    /// First line shown.
    package var scroll = 0

    package init(place: HelpPlace, showsAllKeys: Bool) {
        self.place = place
        self.showsAllKeys = showsAllKeys
    }
}

/// Where the keyboard was when help was asked for.
package enum HelpPlace: Hashable, Sendable, CaseIterable {
    case lookup
    case complaints
    case history
    case note
    case wrapUp
    case list
    case form
    case caseScreen
    case menu
    case queue
    case duplicates
    case importing
}

/// Ctrl-P: every command by name, initials, English id or code.
package struct PaletteSearch: Equatable, Sendable {
    package static let glyphsMax = 40

    package var text = TextField(glyphsMax: PaletteSearch.glyphsMax)
    package var selected = 0

    package init() {}
}

/// F10: every command by its two digits.
package struct CodeMenu: Equatable, Sendable {
    /// The first digit, once typed.
    package var digits = ""
    package var selected = 0

    package init() {}
}
