import Configuration
import Desk

/// Which language the program speaks.
enum LanguageChoice {
    /// The language `--lang` names, else the configuration's, else the locale's; known before the arguments are parsed, so that a complaint
    /// about them is in the right language too.
    static func language(arguments: [String]) -> Language {
        var given: String?
        for (position, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument.hasPrefix("--lang=") {
                given = String(argument.dropFirst("--lang=".count))
            } else if argument == "--lang", position + 1 < arguments.count {
                given = arguments[position + 1]
            }
        }
        return given.flatMap(named) ?? configured ?? ofLocale
    }

    /// The language a tag names: `zh-Hant`, `zh_TW`, `en` …
    static func named(_ tag: String) -> Language? {
        let parts = tag.split { $0 == "-" || $0 == "_" || $0 == "." || $0 == "@" }.map { $0.lowercased() }
        guard let first = parts.first else { return nil }
        switch first {
        case "en": return .english
        case "zh":
            if parts.contains("hant") { return .traditional }
            if parts.contains("hans") { return .simplified }
            return parts.contains("tw") || parts.contains("hk") || parts.contains("mo") ? .traditional : .simplified
        default: return nil
        }
    }

    /// Nil too when the configuration cannot be read: whoever needs it next says why.
    private static var configured: Language? {
        (try? UserConfiguration.load().language).flatMap { Language(rawValue: $0.rawValue) }
    }

    private static var ofLocale: Language {
        let locale =
            Environment.value("LC_ALL") ?? Environment.value("LC_MESSAGES") ?? Environment.value("LANG") ?? ""
        return named(locale) ?? .english
    }
}
