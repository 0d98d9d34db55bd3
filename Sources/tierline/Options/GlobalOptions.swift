import ArgumentParser

/// Options every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp(
            "The store: an SQLite file's path.",
            discussion: "Default: $TIERLINE_STORE, else $XDG_DATA_HOME/tierline/desk.sqlite.", valueName: "url"))
    var store: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who acts; default: the agent mapped to the operating system's user.", valueName: "login"))
    var login: String?

    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp("Language of the text: zh-Hant, zh-Hans or en; default from the locale.", valueName: "tag"))
    var language: String?

    @Flag(name: .customLong("json"), help: "Answer with one JSON document, or JSON Lines where a list streams.")
    var json = false

    @Flag(name: .customLong("quiet"), help: "No progress and no remarks on standard error.")
    var quiet = false
}

extension GlobalOptions {
    func validate() throws {
        if let language, LanguageChoice.named(language) == nil {
            throw ValidationError("'\(language)' is no language of this program; use zh-Hant, zh-Hans or en")
        }
    }
}
