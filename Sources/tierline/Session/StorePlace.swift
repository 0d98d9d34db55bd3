import Configuration
import Desk

/// Where a store is kept when nobody says so.
enum StorePlace {
    /// `--store`, else `$TIERLINE_STORE`, else the configuration's, else the desk's own file in the user's data folder.
    static func path(given: String?) throws(ConfigurationError) -> String {
        if let named = given ?? Environment.value("TIERLINE_STORE") { return named }
        return try UserConfiguration.load().store ?? dataFolder + "/desk.sqlite"
    }

    /// The demo has a store of its own, so that synthetic customers never mix with real ones.
    static func demoPath(given: String?) -> String { given ?? dataFolder + "/demo.sqlite" }

    /// A relative `$XDG_DATA_HOME` is ignored, as the XDG base directory specification asks.
    private static var dataFolder: String {
        let data = Environment.value("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (data ?? Environment.homeFolder + "/.local/share") + "/tierline"
    }
}

extension StorePlace {
    /// Refuses what this build cannot open before a file of that name is looked for.
    static func check(_ path: String, wording: Wording) throws(Failure) {
        if path.hasPrefix("postgres://") || path.hasPrefix("postgresql://") {
            throw Failure(.unavailable, "E_NO_POSTGRES", wording.noPostgres)
        }
    }
}
