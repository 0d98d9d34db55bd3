import TerminalKit
import Testing

@testable import Configuration

@Suite struct ThemeFileTests {
    static let good = """
        name = "mine"
        description = "nice"
        [palette]
        ink = 252
        ground = "#102030"
        [roles]
        "text" = { foreground = "ink", background = "ground", foreground16 = 7, background16 = "standard" }
        "title" = { attributes = ["bold", "underline"], mono = [] }
        "overdue" = { foreground = "standard", background = 5 }
        """

    static func theme(_ text: String) throws(ConfigurationError) -> ThemeFile {
        try ThemeFile(Array(text.utf8), file: "t.toml")
    }

    @Test func `a theme file gives its theme`() throws {
        let file = try Self.theme(Self.good)
        let ground = Colour.rgb(red: 0x10, green: 0x20, blue: 0x30)
        let expected = Theme(
            name: "mine", palette: ["ink": .indexed(252), "ground": ground],
            roles: [
                .text: RoleStyle(
                    foreground: .indexed(252), background: ground, foreground16: .indexed(7), background16: .standard),
                .title: RoleStyle(attributes: [.bold, .underline], mono: []),
                .overdue: RoleStyle(foreground: .standard, background: .indexed(5)),
            ])
        #expect(file.theme == expected)
        #expect(file.description == "nice")
    }

    @Test(arguments: [
        ("\"title\"", "\"titel\"", "t.toml:8: unknown key 'titel' in [roles]; did you mean 'title'?"),
        ("\"bold\"", "\"blink\"", "t.toml:8: 'attributes' is 'blink'; write bold, dim, italic, underline or reverse"),
        ("\"ink\"", "\"imk\"", "t.toml:7: 'foreground' is 'imk'; write 'ink'"),
        (
            "ink = 252", "ink = 256",
            "t.toml:4: 'ink' is '256'; write a palette name, 0 to 255, \"#rrggbb\" or \"standard\""
        ),
        (
            "#102030", "#1020zz",
            "t.toml:5: 'ground' is '#1020zz'; write a palette name, 0 to 255, \"#rrggbb\" or \"standard\""
        ),
        ("foreground16 = 7", "foreground16 = 16", "t.toml:7: 'foreground16' is '16'; write 0 to 15 or \"standard\""),
        ("foreground = \"ink\", ", "", "t.toml:7: role 'text' must have a foreground"),
        ("background = \"ground\", ", "", "t.toml:7: role 'text' must have a background"),
        ("\"text\"", "\"dim\"", "t.toml:6: 'text' is missing in [roles]"),
        ("description", "descripton", "t.toml:2: unknown key 'descripton'; did you mean 'description'?"),
        ("mono = []", "monos = []", "t.toml:8: unknown key 'monos' in [roles.title]; did you mean 'mono'?"),
        ("mono = []", "mono = \"bold\"", "t.toml:8: 'mono' is a text in quotes, but must be a list"),
    ])
    func `a fault is told with its line and what to write instead`(_ old: String, _ new: String, _ message: String) {
        #expect {
            try Self.theme(Self.good.replacing(old, with: new, maxReplacements: 1))
        } throws: { error in
            let found = (error as? ConfigurationError)?.message
            #expect(found == message)
            return found == message
        }
    }

    @Test func `every theme of the Themes folder is inside the binary and loads under its name`() throws {
        let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Themes"
        let files = ConfigurationFile.names(in: folder, most: 100).filter { $0.hasSuffix(".toml") }
        #expect(files.map { String($0.dropLast(5)) } == ShippedTheme.allCases.map(\.rawValue).sorted())
        for shipped in ShippedTheme.allCases {
            #expect(try shipped.theme().theme.name == shipped.rawValue)
            #expect(try shipped.text == ConfigurationFile.bytes("\(folder)/\(shipped.rawValue).toml"))
        }
    }

    @Test func `a file in the configuration folder wins over the shipped theme of its name`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("themes/classic.toml", Self.good)
        try folder.write("themes/mine.toml", Self.good)
        let catalogue = ThemeCatalogue(folders: [folder.path + "/none", folder.path + "/themes"])
        #expect(try catalogue.theme(named: "classic").description == "nice")
        #expect(catalogue.names.contains("mine"))
        #expect(catalogue.names.contains("classic"))
        #expect {
            try catalogue.theme(named: "clasic")
        } throws: { error in
            (error as? ConfigurationError)?.message == "theme: no theme 'clasic'; did you mean 'classic'?"
        }
        #expect(throws: ConfigurationError.self) { try catalogue.theme(named: "../themes/mine") }
    }
}
