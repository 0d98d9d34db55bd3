package import TerminalKit

/// What a user or a site has chosen in `config.toml`; nil where nothing was said.
package struct UserConfiguration: Hashable, Sendable {
    package enum Language: String, CaseIterable, Sendable, Hashable {
        case traditionalChinese = "zh-Hant"
        case simplifiedChinese = "zh-Hans"
        case english = "en"
    }

    package enum Colours: String, CaseIterable, Sendable, Hashable {
        case automatic = "auto"
        case indexed = "256"
        case sixteen = "16"
        case eight = "8"
        case none

        /// Nil asks the terminal.
        package var depth: ColourDepth? {
            switch self {
            case .automatic: nil
            case .indexed: .indexed
            case .sixteen: .sixteen
            case .eight: .eight
            case .none: .mono
            }
        }
    }

    package var language: Language?
    package var theme: String?
    /// A file's path or a `postgres://` URL.
    package var store: String?
    package var colours: Colours?
    /// Nil measures the terminal.
    package var ambiguousWidth: AmbiguousWidth?
    /// Copying may use the terminal's clipboard (OSC 52); default no.
    package var usesClipboard: Bool?
    /// The files that were read, the one that wins first.
    package var files: [String] = []

    package init() {}
}

extension UserConfiguration {
    /// Where configuration is looked for: the user's folder, then the site's.
    package static var folders: [String] {
        var folders: [String] = []
        if let base = ConfigurationFile.environment("XDG_CONFIG_HOME"), base.hasPrefix("/") {
            folders.append(base + "/tierline")
        } else if let home = ConfigurationFile.environment("HOME") {
            folders.append(home + "/.config/tierline")
        }
        return folders + ["/etc/tierline"]
    }

    /// Reads `config.toml` of each folder that has one; earlier folders win key by key.
    package static func load(folders: [String] = folders) throws(ConfigurationError) -> UserConfiguration {
        var result = UserConfiguration()
        for folder in folders {
            let path = folder + "/config.toml"
            let bytes: [UInt8]
            do {
                bytes = try ConfigurationFile.bytes(path)
            } catch  where error.problem == .notFound {
                continue
            }
            result.fill(from: try UserConfiguration(bytes, file: path))
        }
        return result
    }

    /// The configuration in these bytes.
    package init(_ bytes: some Collection<UInt8>, file: String) throws(ConfigurationError) {
        var top = TableReader(try TOMLDocument(bytes, file: file))
        language = try top.word("language", Language.self)
        theme = try top.string("theme")
        store = try top.string("store")
        colours = try top.word("colours", Colours.self)
        ambiguousWidth = try Self.ambiguousWidth(&top)
        usesClipboard = try top.boolean("clipboard")
        files = [file]
        try top.finish()
    }

    private static func ambiguousWidth(_ top: inout TableReader) throws(ConfigurationError) -> AmbiguousWidth? {
        guard let value = top.value("ambiguous_width") else { return nil }
        switch value.content {
        case .string("auto"): return nil
        case .integer(1): return .narrow
        case .integer(2): return .wide
        case .integer(let number):
            throw top.bad("ambiguous_width", value, found: String(number), wanted: "1, 2 or \"auto\"")
        case .string(let text): throw top.bad("ambiguous_width", value, found: text, wanted: "1, 2 or \"auto\"")
        default: throw top.bad("ambiguous_width", value, found: value.kind.rawValue, wanted: "1, 2 or \"auto\"")
        }
    }

    /// Takes from `other` what is still open.
    private mutating func fill(from other: UserConfiguration) {
        language = language ?? other.language
        theme = theme ?? other.theme
        store = store ?? other.store
        colours = colours ?? other.colours
        ambiguousWidth = ambiguousWidth ?? other.ambiguousWidth
        usesClipboard = usesClipboard ?? other.usesClipboard
        files += other.files
    }
}
