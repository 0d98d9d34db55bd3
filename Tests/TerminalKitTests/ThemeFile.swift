import Foundation
import Testing

@testable import TerminalKit

/// Reads the theme files as far as these tests need: the real reader is Configuration's.
enum ThemeFile {
    static let names = [
        "classic", "paper", "mono", "high-contrast", "red-green-safe", "blue-yellow-safe", "green-screen",
    ]

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Themes")

    static func read(_ name: String) throws -> Theme {
        let text = try String(contentsOf: folder.appending(path: name + ".toml"), encoding: .utf8)
        var palette: Palette = [:]
        var roles: [Role: RoleStyle] = [:]
        var themeName = ""
        var section = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                section = String(line)
                continue
            }
            let parts = line.split(separator: " = ", maxSplits: 1).map(String.init)
            try #require(parts.count == 2, "\(line)")
            switch section {
            case "[palette]": palette[parts[0]] = try colour(parts[1], [:])
            case "[roles]":
                let role = try #require(Role(name: parts[0].trimmingCharacters(in: ["\""])), "\(line)")
                roles[role] = try style(parts[1], palette)
            default: if parts[0] == "name" { themeName = parts[1].trimmingCharacters(in: ["\""]) }
            }
        }
        return Theme(name: themeName, palette: palette, roles: roles)
    }

    private static func style(_ table: String, _ palette: Palette) throws -> RoleStyle {
        var style = RoleStyle()
        for match in table.matches(of: /(\w+) = (\[[^\]]*\]|"[^"]*"|\d+)/) {
            let value = String(match.2)
            switch match.1 {
            case "foreground": style.foreground = try colour(value, palette)
            case "background": style.background = try colour(value, palette)
            case "foreground16": style.foreground16 = try colour(value, palette)
            case "background16": style.background16 = try colour(value, palette)
            case "attributes": style.attributes = try attributes(value)
            case "mono": style.mono = try attributes(value)
            default: Issue.record("unknown key \(match.1)")
            }
        }
        return style
    }

    private static func colour(_ text: String, _ palette: Palette) throws -> Colour {
        if let index = UInt8(text) { return .indexed(index) }
        let name = text.trimmingCharacters(in: ["\""])
        if name == "standard" { return .standard }
        return try #require(palette[name], "unknown colour \(name)")
    }

    private static func attributes(_ text: String) throws -> Attributes {
        try text.matches(of: /"(\w+)"/).reduce(into: Attributes()) { set, match in
            set.insert(try #require(Attributes(name: String(match.1)), "unknown attribute \(match.1)"))
        }
    }
}
