package import TerminalKit

/// A theme as its TOML file describes it; the format stands at the head of `Themes/classic.toml`.
package struct ThemeFile: Hashable, Sendable {
    package let theme: Theme
    /// One line for a list of themes.
    package let description: String

    /// Colours one palette may name.
    package static let paletteMax = 256

    /// The theme in the file at `path`.
    package init(path: String) throws(ConfigurationError) {
        try self.init(ConfigurationFile.bytes(path), file: path)
    }

    /// The theme in these bytes; `file` is only for messages.
    package init(_ bytes: some Collection<UInt8>, file: String) throws(ConfigurationError) {
        var top = TableReader(try TOMLDocument(bytes, file: file))
        let name = try top.requiredString("name")
        description = try top.string("description") ?? ""
        var reader = ThemeReader(file: file)
        if var palette = try top.table("palette") { try reader.readPalette(&palette) }
        guard var roles = try top.table("roles") else { throw top.missing("roles") }
        try reader.readRoles(&roles)
        try top.finish()
        theme = Theme(name: name, palette: reader.palette, roles: reader.roles)
    }
}

/// Reads palette and roles of one file.
private struct ThemeReader {
    let file: String
    var palette: Palette = [:]
    var roles: [Role: RoleStyle] = [:]

    private static let colourWanted = "a palette name, 0 to 255, \"#rrggbb\" or \"standard\""
    private static let indexWanted = "0 to 15 or \"standard\""

    mutating func readPalette(_ table: inout TableReader) throws(ConfigurationError) {
        let entries = table.allEntries()
        guard entries.count <= ThemeFile.paletteMax else {
            throw ConfigurationError(
                file: file, line: table.table.line, .tooMany("colours", most: ThemeFile.paletteMax))
        }
        for entry in entries {
            palette[entry.key] = try colour(entry.value, entry.key, table)
        }
    }

    mutating func readRoles(_ table: inout TableReader) throws(ConfigurationError) {
        for entry in table.allEntries() {
            guard let role = Role(name: entry.key) else {
                let nearest = Nearest.word(to: entry.key, among: Role.allCases.map(\.name))
                throw ConfigurationError(
                    file: file, line: entry.value.line, .unknownKey(entry.key, table: "roles", nearest: nearest))
            }
            roles[role] = try style(table.table(entry.value, entry.key))
        }
        let text = roles[.text]
        guard let text else { throw table.missing(Role.text.name) }
        let line = table.table[Role.text.name]?.line ?? table.table.line
        for (colour, missing) in [(text.foreground, "foreground"), (text.background, "background")]
        where colour == nil {
            throw ConfigurationError(file: file, line: line, .incompleteTheme(role: "text", missing: missing))
        }
    }

    private func style(_ source: TableReader) throws(ConfigurationError) -> RoleStyle {
        var table = source
        var style = RoleStyle()
        if let value = table.value("foreground") { style.foreground = try colour(value, "foreground", table) }
        if let value = table.value("background") { style.background = try colour(value, "background", table) }
        if let value = table.value("foreground16") { style.foreground16 = try index16(value, "foreground16", table) }
        if let value = table.value("background16") { style.background16 = try index16(value, "background16", table) }
        style.attributes = try attributes("attributes", &table)
        style.mono = try attributes("mono", &table)
        try table.finish()
        return style
    }

    private func colour(
        _ value: TOMLValue, _ key: String, _ table: TableReader
    ) throws(ConfigurationError) -> Colour {
        switch value.content {
        case .integer(let index):
            guard let index = UInt8(exactly: index) else {
                throw table.bad(key, value, found: String(index), wanted: Self.colourWanted)
            }
            return .indexed(index)
        case .string("standard"): return .standard
        case .string(let text):
            if let colour = palette[text] ?? Self.rgb(text) { return colour }
            let nearest = Nearest.word(to: text, among: palette.keys.sorted())
            throw table.bad(key, value, found: text, wanted: nearest.map { "'\($0)'" } ?? Self.colourWanted)
        default: throw table.bad(key, value, found: value.kind.rawValue, wanted: Self.colourWanted)
        }
    }

    private func index16(
        _ value: TOMLValue, _ key: String, _ table: TableReader
    ) throws(ConfigurationError) -> Colour {
        switch value.content {
        case .string("standard"): return .standard
        case .integer(let index) where (0...15).contains(index): return .indexed(UInt8(index))
        case .integer(let index): throw table.bad(key, value, found: String(index), wanted: Self.indexWanted)
        case .string(let text): throw table.bad(key, value, found: text, wanted: Self.indexWanted)
        default: throw table.bad(key, value, found: value.kind.rawValue, wanted: Self.indexWanted)
        }
    }

    private func attributes(
        _ key: String, _ table: inout TableReader
    ) throws(ConfigurationError) -> Attributes? {
        guard let values = try table.array(key) else { return nil }
        var attributes: Attributes = []
        for value in values {
            let name = try table.string(value, key)
            guard let attribute = Attributes(name: name) else {
                throw table.bad(key, value, found: name, wanted: "bold, dim, italic, underline or reverse")
            }
            attributes.insert(attribute)
        }
        return attributes
    }

    /// `#rrggbb`.
    private static func rgb(_ text: String) -> Colour? {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.allSatisfy(isHexDigit),
            let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        return .rgb(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}
