import TerminalKit

/// The themes there are: those inside the binary, and those in the configuration folders, which win by name.
package struct ThemeCatalogue: Hashable, Sendable {
    /// Folders with `<name>.toml` files; earlier ones win.
    package var folders: [String]

    package static let standardName = "classic"
    /// Theme files looked at per folder.
    package static let filesMax = 500

    package init(folders: [String]) {
        self.folders = folders
    }

    /// `themes` beside the user's and the site's `config.toml`.
    package static var system: ThemeCatalogue {
        ThemeCatalogue(folders: UserConfiguration.folders.map { $0 + "/themes" })
    }

    /// All names, sorted.
    package var names: [String] {
        let own = folders.flatMap { folder in
            ConfigurationFile.names(in: folder, most: Self.filesMax)
                .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
        }
        return Set(own).union(ShippedTheme.allCases.map(\.rawValue)).sorted()
    }

    /// Reads one theme, and only that one.
    package func theme(named name: String) throws(ConfigurationError) -> ThemeFile {
        if let path = path(of: name) { return try ThemeFile(path: path) }
        if let shipped = ShippedTheme(rawValue: name) { return try shipped.theme() }
        let known = names
        throw ConfigurationError(
            file: "theme",
            .unknownName(name, kind: "theme", known: known, nearest: Nearest.word(to: name, among: known)))
    }

    /// The file that overrides or adds this theme; nil when it comes from the binary or is not there.
    package func path(of name: String) -> String? {
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
        return folders.map { "\($0)/\(name).toml" }.first(where: ConfigurationFile.exists)
    }
}

/// The themes inside the binary.
package enum ShippedTheme: String, CaseIterable, Sendable {
    case classic
    case paper
    case highContrast = "high-contrast"
    case redGreenSafe = "red-green-safe"
    case blueYellowSafe = "blue-yellow-safe"
    case mono
    case greenScreen = "green-screen"

    /// The theme's file as it can be copied and changed.
    package var text: [UInt8] {
        switch self {
        case .classic: PackageResources.classic_toml
        case .paper: PackageResources.paper_toml
        case .highContrast: PackageResources.high_contrast_toml
        case .redGreenSafe: PackageResources.red_green_safe_toml
        case .blueYellowSafe: PackageResources.blue_yellow_safe_toml
        case .mono: PackageResources.mono_toml
        case .greenScreen: PackageResources.green_screen_toml
        }
    }

    package func theme() throws(ConfigurationError) -> ThemeFile {
        try ThemeFile(text, file: "\(rawValue).toml")
    }
}
