import Configuration
import TerminalKit

/// The themes at hand, by name: the shipped ones and the files of the configuration folder.
struct ThemeShelf {
    /// A theme that could not be used, in one sentence.
    struct Failure: Error {
        var sentence: String
    }

    let catalogue: ThemeCatalogue

    var names: [String] { catalogue.names }

    /// What the desk looks like when nothing else can be read: everything in the terminal's own colours.
    var standard: Theme {
        (try? catalogue.theme(named: ThemeCatalogue.standardName).theme) ?? Theme(name: "plain", roles: [:])
    }

    func theme(named name: String) -> Result<Theme, Failure> {
        do {
            return .success(try catalogue.theme(named: name).theme)
        } catch {
            return .failure(Failure(sentence: error.message))
        }
    }
}
