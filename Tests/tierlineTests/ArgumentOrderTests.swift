import Desk
import Testing

@testable import tierline

@Suite struct ArgumentOrderTests {
    @Test(arguments: [
        (["lookup", "x"], ["lookup", "x"]),
        (["--json", "lookup", "x"], ["lookup", "x", "--json"]),
        (
            ["--store", "s", "--as=sue", "customer", "show", "C1"],
            ["customer", "show", "C1", "--store", "s", "--as=sue"]
        ),
        (["--json", "lookup", "--", "-12"], ["lookup", "--json", "--", "-12"]),
        (["--json"], ["--json"]),
        (["--store"], ["--store"]),
        (["--version"], ["--version"]),
    ])
    func `global options before a command are moved behind it`(given: [String], normalised: [String]) {
        #expect(ArgumentOrder.normalised(given) == normalised)
    }

    @Test func `what follows two dashes is text, not an option`() {
        #expect(ArgumentOrder.wantsJSON(["lookup", "--json"]))
        #expect(!ArgumentOrder.wantsJSON(["lookup", "--", "--json"]))
    }

    @Test(arguments: [
        ("zh_TW.UTF-8", Language.traditional), ("zh-Hant", .traditional), ("zh-HK", .traditional),
        ("zh_CN", .simplified), ("zh-Hans-TW", .simplified), ("zh", .simplified), ("en_GB.UTF-8", .english),
    ])
    func `a locale names one of the three languages`(tag: String, language: Language) {
        #expect(LanguageChoice.named(tag) == language)
    }

    @Test func `an unknown language is none`() {
        #expect(LanguageChoice.named("C") == nil)
        #expect(LanguageChoice.named("") == nil)
    }
}
