import Testing

@testable import Configuration

@Suite struct ImportMapTests {
    static func map(_ text: String) throws(ConfigurationError) -> ImportMap {
        try ImportMapFile.map(Array(text.utf8), file: "m.toml")
    }

    @Test func `everything a map can say is read`() throws {
        let map = try Self.map(
            """
            source = "uci"
            currency = "GBP"
            region = "TW"
            encoding = "big5"
            date_format = "yyyy-MM-dd HH:mm:ss"
            delimiter = "tab"
            [columns]
            reference = "InvoiceNo"
            at = 5
            name = ["Last", "First"]
            address = { join = ["City", 7], with = "" }
            [values.kind]
            "C" = "cancellation"
            "1" = 2
            [defaults]
            quantity = 1
            vulnerable_need = "none"
            """)
        var expected = ImportMap()
        expected.file = "m.toml"
        expected.source = "uci"
        expected.currency = "GBP"
        expected.region = "TW"
        expected.encoding = "big5"
        expected.dateFormat = "yyyy-MM-dd HH:mm:ss"
        expected.delimiter = .character(9)
        expected.columns = [
            ImportMap.Column(field: "reference", sources: [.header("InvoiceNo")], line: 8),
            ImportMap.Column(field: "at", sources: [.index(5)], line: 9),
            ImportMap.Column(field: "name", sources: [.header("Last"), .header("First")], line: 10),
            ImportMap.Column(field: "address", sources: [.header("City"), .index(7)], joinedBy: "", line: 11),
        ]
        expected.values = [
            ImportMap.Translation(field: "kind", theirs: "C", ours: "cancellation", line: 13),
            ImportMap.Translation(field: "kind", theirs: "1", ours: "2", line: 14),
        ]
        expected.defaults = [
            ImportMap.Default(field: "quantity", value: "1", line: 16),
            ImportMap.Default(field: "vulnerable_need", value: "none", line: 17),
        ]
        #expect(map == expected)
    }

    @Test func `an empty map is a map`() throws {
        var empty = ImportMap()
        empty.file = "m.toml"
        #expect(try Self.map("") == empty)
    }

    @Test(arguments: [
        ("delimeter = \",\"", "m.toml:1: unknown key 'delimeter'; did you mean 'delimiter'?"),
        (
            "delimiter = \"--\"",
            "m.toml:1: 'delimiter' is '--'; write one ASCII character, \"tab\" or \"whitespace\""
        ),
        (
            "[columns]\nname = 0",
            "m.toml:2: 'name' is '0'; write their header in quotes, its number from 1, or a list of those"
        ),
        (
            "[columns]\nname = []",
            "m.toml:2: 'name' is '0 columns'; write their header in quotes, its number from 1, or a list of those"
        ),
        (
            "[columns]\nname = true",
            "m.toml:2: 'name' is 'true or false'; write their header in quotes, its number from 1, or a list of those"
        ),
        ("[columns]\nname = { with = \"\" }", "m.toml:2: 'join' is missing in [columns.name]"),
        ("[values]\nkind = 1", "m.toml:2: 'kind' is a whole number, but must be a table"),
        ("[defaults]\nkind = []", "m.toml:2: 'kind' is a list, but must be a text in quotes"),
        (
            "header = false\n[columns]\nname = \"Name\"",
            "m.toml:3: 'name' is 'a header'; write the column's number, since header = false"
        ),
    ])
    func `a fault is told with its line and what to write instead`(_ text: String, _ message: String) {
        #expect {
            try Self.map(text)
        } throws: { error in
            let found = (error as? ConfigurationError)?.message
            #expect(found == message)
            return found == message
        }
    }
}
