import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        ["frobnicate"], ["lookup"], ["lookup", "x", "--limit", "0"], ["lookup", "x", "--limit", "many"], ["--bogus"],
        ["customer", "show"], ["customer", "show", "C1", "--phone", "1"], ["customer", "new", "--kind", "robot"],
        ["complaint", "do", "TL-2026-000001"], ["complaint", "do", "rubbish", "note"],
        ["complaint", "do", "TL-2026-000001", "note", "text"],
        ["complaint", "do", "TL-2026-000001", "note", "text=a", "text=b"],
        ["complaint", "list", "--state", "GONE"], ["tiers", "set", "C1", "blue"], ["tiers", "set", "C1", "green"],
        ["users", "add", "bob", "--role", "king"], ["users", "add", "bob", "--role", "timer"],
        ["import", "elephants", "f.csv"], ["demo", "--customers", "0"], ["demo", "--now", "yesterday"],
        ["init", "--region", "ZZ"], ["init", "--currency", "XXX"], ["lookup", "x", "--lang", "tlh"],
    ])
    func `bad usage ends with 64, one line on standard error, nothing on standard output`(arguments: [String]) throws {
        let place = try Workplace()
        let run = try ProgramRun(arguments, home: place.folder)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("tierline: "))
        #expect(run.errors.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    }

    @Test func `bad usage with --json is an error document on standard output`() throws {
        let run = try Workplace().run("--json", "lookup")
        #expect(run.status == 64)
        #expect(try run.errorCode() == "E_USAGE")
        #expect(run.errors == "")
    }

    @Test func `help and version are answers`() throws {
        let place = try Workplace()
        let help = try place.run("--help")
        #expect(help.status == 0)
        #expect(help.output.contains("lookup"))
        let version = try place.run("--version")
        #expect(version.status == 0)
        #expect(version.output == "0.1.0\n")
        #expect(try place.run("help", "import").output.contains("--dry-run"))
    }

    @Test func `the sentence is in the language asked for, also about bad usage`() throws {
        let place = try Workplace()
        #expect(try place.run("--lang", "zh-Hant", "lookup", "1").errors.contains("沒有資料庫"))
        #expect(try place.run("lookup", "1", environment: ["LANG": "zh_CN.UTF-8"]).errors.contains("没有数据库"))
    }
}
