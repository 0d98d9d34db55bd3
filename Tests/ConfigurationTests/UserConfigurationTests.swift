import TerminalKit
import Testing

@testable import Configuration

@Suite struct UserConfigurationTests {
    static func read(_ text: String) throws(ConfigurationError) -> UserConfiguration {
        try UserConfiguration(Array(text.utf8), file: "config.toml")
    }

    @Test func `every setting is read`() throws {
        let read = try Self.read(
            """
            language = "zh-Hant"
            theme = "paper"
            store = "/srv/desk.sqlite"
            colours = "16"
            ambiguous_width = 2
            clipboard = false
            """)
        var expected = UserConfiguration()
        expected.language = .traditionalChinese
        expected.theme = "paper"
        expected.store = "/srv/desk.sqlite"
        expected.colours = .sixteen
        expected.ambiguousWidth = .wide
        expected.usesClipboard = false
        expected.files = ["config.toml"]
        #expect(read == expected)
        #expect(read.colours?.depth == .sixteen)
    }

    @Test(arguments: [
        ("langauge = \"en\"", "config.toml:1: unknown key 'langauge'; did you mean 'language'?"),
        ("\nlanguage = \"zh\"", "config.toml:2: 'language' is 'zh'; write one of zh-Hant, zh-Hans, en"),
        ("ambiguous_width = 3", "config.toml:1: 'ambiguous_width' is '3'; write 1, 2 or \"auto\""),
        ("clipboard = \"yes\"", "config.toml:1: 'clipboard' is a text in quotes, but must be true or false"),
    ])
    func `a bad setting is refused with its line`(_ text: String, _ message: String) {
        #expect {
            try Self.read(text)
        } throws: { error in
            (error as? ConfigurationError)?.message == message
        }
    }

    @Test func `the user's folder wins over the site's, key by key`() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("user/config.toml", "theme = \"mono\"\n")
        try folder.write("site/config.toml", "theme = \"paper\"\ncolours = \"16\"\n")
        let folders = ["user", "site", "none"].map { "\(folder.path)/\($0)" }
        let loaded = try UserConfiguration.load(folders: folders)
        #expect(loaded.theme == "mono")
        #expect(loaded.colours == .sixteen)
        #expect(loaded.files == ["\(folder.path)/user/config.toml", "\(folder.path)/site/config.toml"])
        #expect(try UserConfiguration.load(folders: ["\(folder.path)/none"]) == UserConfiguration())
    }
}
