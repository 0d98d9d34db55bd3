import TerminalKit

/// One line of the help: a heading, or keys and what they do.
struct HelpLine: Equatable {
    static let textColumn = 21

    var keys: String
    var text: String
    var isHeading = false
}

extension DeskState {
    /// The lines F1 shows: about the place the keyboard was at, then what works everywhere; or every key and code.
    func helpLines(_ page: HelpPage) -> [HelpLine] {
        entries(of: page).flatMap { entry in
            let parts = Shown(entry.text).wrapped(to: max(8, size.columns - HelpLine.textColumn - 1)).map(\.text)
            return parts.enumerated().map { index, text in
                HelpLine(keys: index == 0 ? entry.keys : "", text: text, isHeading: entry.isHeading)
            }
        }
    }

    private func entries(of page: HelpPage) -> [HelpLine] {
        if page.showsAllKeys {
            return [HelpLine(keys: "", text: wording.allKeysTitle, isHeading: true)]
                + DeskCommand.all.map { command in
                    HelpLine(
                        keys: "\(command.code)  " + wording.keys(of: command),
                        text: wording[command.label] + wording.dash + wording[command.help])
                }
        }
        var lines = [HelpLine(keys: "", text: wording.placeTitle(page.place), isHeading: true)]
        lines += wording.placeHelp(page.place).map { HelpLine(keys: $0.keys, text: $0.text) }
        lines.append(HelpLine(keys: "", text: wording.everywhereTitle, isHeading: true))
        lines += DeskCommand.all.filter { $0.hint != nil }.map {
            HelpLine(keys: wording.keys(of: $0), text: wording[$0.help])
        }
        return lines
    }
}
