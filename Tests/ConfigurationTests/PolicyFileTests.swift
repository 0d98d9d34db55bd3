import Complaints
import Testing
import WorkingTime

@testable import Configuration

@Suite struct PolicyFileTests {
    static let sample = String(decoding: PackageResources.sample_policy_toml, as: UTF8.self)

    static func file(_ text: String) throws(ConfigurationError) -> PolicyFile {
        try PolicyFile(Array(text.utf8), file: "p.toml")
    }

    static func calendars() throws -> [String: WorkingCalendar] {
        try Dictionary(uniqueKeysWithValues: ShippedCalendar.allCases.map { ($0.rawValue, try $0.calendar()) })
    }

    static func check(_ text: String, at: String = "2026-03-01T00:00:00Z") throws -> PolicyCheck {
        let at = try #require(Instant(rfc3339: at))
        return PolicyCheck(try file(text), calendars: try calendars(), at: at)
    }

    @Test func `the sample file is the built-in policy under another name`() throws {
        let read = try Self.file(Self.sample)
        #expect(read.errors.map(\.message) == [])
        var expected = Policy.builtin
        expected.id = "retail-cn-tw"
        expected.version = "2026-01-01.1"
        expected.effectiveFrom = try #require(Instant(rfc3339: "2026-01-01T00:00:00+08:00"))
        expected.publishedBy = "sup-014"
        expected.approvedBy = "dir-002"
        expected.duty = ["duty-manager": ["dora"]]
        #expect(read.policy == expected)
        #expect(read.value == ValuePolicy())
    }

    @Test func `the sample file that can be copied is the built-in policy, and passes`() throws {
        let read = try Self.file(PolicyFile.sample)
        #expect(read.errors.map(\.message) == [])
        var expected = Policy.builtin
        expected.id = "ours"
        expected.version = "1"
        expected.effectiveFrom = try #require(Instant(rfc3339: "2026-01-01T00:00:00+08:00"))
        expected.publishedBy = "sup-014"
        expected.approvedBy = "dir-002"
        expected.duty = ["duty-manager": ["dora"]]
        #expect(read.policy == expected)
        #expect(try Self.check(PolicyFile.sample).errors == [])
    }

    @Test func `the sample passes, with a warning for every receipt date on which six working days are too many`()
        throws
    {
        let check = try Self.check(Self.sample)
        #expect(check.errors == [])
        let counts = check.warnings.map { warning in
            switch warning {
            case .targetAfterLaw(let severity, let budget, _, let calendar, let dates):
                "\(severity.rawValue) \(budget) \(calendar) \(dates.count)"
            case .calendarEnds(let calendar, let end): "\(calendar) \(end)"
            default: warning.message
            }
        }
        #expect(counts.filter { $0.hasPrefix("S4 6wd") }.count == 2)
        #expect(counts.allSatisfy { $0.hasPrefix("S4 6wd") })
    }

    @Test func `a calendar about to end is told`() throws {
        let check = try Self.check(Self.sample, at: "2026-11-10T00:00:00Z")
        #expect(
            check.warnings.map(\.message).filter { $0.hasPrefix("calendar") } == [
                "calendar cn-office is known until 2026-12-31 only; load the next year's days",
                "calendar tw-office is known until 2026-12-31 only; load the next year's days",
            ])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        var message: String
        var testDescription: String { new }

        init(_ old: String, _ new: String, _ message: String) {
            self.old = old
            self.new = new
            self.message = message
        }
    }

    @Test(arguments: [
        Fault("dir-002", "sup-014", "p.toml:6: 'approved_by' is 'sup-014'; write somebody other than published_by"),
        Fault(
            "2026-01-01T00:00:00+08:00", "2026-01-01T00:00:00",
            "p.toml:4: 'effective_from' is '2026-01-01T00:00:00'; write an instant with its offset, such as 2026-01-01T00:00:00+08:00"
        ),
        Fault(
            "default = \"cn-office\"", "default = \"cn-offise\"",
            "p.toml:8: no calendar 'cn-offise'; did you mean 'cn-office'?"),
        Fault("\"always\"\nsteps", "\"allways\"\nsteps", "p.toml:38: no calendar 'allways'; did you mean 'always'?"),
        Fault(
            "2026-01-01T00:00:00+08:00", "2027-01-01T00:00:00+08:00",
            "p.toml:8: 'cn-office' is 'not known on 2027-01-01'; write a calendar that covers effective_from"),
        Fault("ack = \"15m\"", "ack = \"0m\"", "p.toml:17: 'ack' is '0m': must be more than zero"),
        Fault("ack = \"15m\"", "ack = \"-15m\"", "p.toml:17: 'ack' is '-15m': must be more than zero"),
        Fault(
            "ack = \"15m\"", "ack = \"15\"", "p.toml:17: 'ack' is '15': the unit must be one of m, h, bm, bh, wd, cd"),
        Fault("ack = \"15m\"", "ack = 15", "p.toml:17: 'ack' is a whole number, but must be a text in quotes"),
        Fault("ack = \"15m\", ", "", "p.toml:17: 'ack' is missing in [targets.standard.S1]"),
        Fault(
            "ack = \"15m\"", "akc = \"15m\"",
            "p.toml:17: unknown key 'akc' in [targets.standard.S1]; did you mean 'ack'?"),
        Fault(
            "first_response = \"2bh\"", "first_response = \"5bh\"",
            "p.toml:22: 'first_response' is '5bh'; write no more than the standard 4bh (it is slower when received 2025-01-01T00:00:00)"
        ),
        Fault(
            "resolve = \"1wd\"", "resolve = \"17bh\"",
            "p.toml:22: 'resolve' is '17bh'; write no more than the standard 2wd (it is slower when received 2025-01-01T00:00:00)"
        ),
        Fault(
            "clocks = [\"resolve\"]", "clocks = [\"resolve\", \"ack\"]",
            "p.toml:29: 'clocks' is 'ack'; write resolve or first_response; no other clock may be paused"),
        Fault(
            "[50, 75, 90]", "[50, 90, 75]",
            "p.toml:32: 'percent' is '75'; write rising numbers from 1 to 99, such as [50, 75, 90]"),
        Fault(
            "fallback = { to = \"duty-manager\", repeat = \"30bm\" }\n", "",
            "p.toml:33: 'fallback' is missing in [ladder.default]"),
        Fault(
            "{ to = \"director\", wait = \"60bm\" }", "{ to = \"supervisor\", wait = \"60bm\" }",
            "p.toml:35: 'to' is 'supervisor'; write each level once; a ladder must not turn in a circle"),
        Fault(
            "fallback = { to = \"duty-manager\", repeat = \"30bm\" }",
            "fallback = { to = \"director\", repeat = \"30bm\" }",
            "p.toml:36: 'to' is 'director'; write somebody who is not a step already"),
        Fault(
            "fallback = { to = \"duty-manager\", repeat = \"30bm\" }",
            "fallback = { to = \"duty-manger\", repeat = \"30bm\" }",
            "p.toml:36: no role or duty list 'duty-manger'; did you mean 'duty-manager'?"),
        Fault(
            "wait = \"30bm\" }", "wait = \"30bm\", at = \"60bm\" }",
            "p.toml:35: 'at' is '60bm'; write a time before the due, such as \"-60bm\"; what comes after it is said by 'wait'"
        ),
        Fault(
            "wait = \"30bm\" }", "wait = \"30bm\", at = \"-60x\" }",
            "p.toml:35: 'at' is '60x': the unit must be one of m, h, bm, bh, wd, cd"),
        Fault(
            "wait = \"30bm\" }", "wait = \"30bm\", at = \"-0bm\" }",
            "p.toml:35: 'at' is '0bm': must be more than zero"),
        Fault(
            "wait = \"30bm\" }", "wait = \"30bm\", at = -60 }",
            "p.toml:35: 'at' is a whole number, but must be a text in quotes"),
        Fault(
            "wait = \"60bm\" }", "wait = \"60bm\", at = \"-60bm\" }",
            "p.toml:35: 'at' is '-60bm'; write the steps before the due time first, above 'supervisor'"),
        Fault(
            "wait = \"30bm\" }, { to = \"manager\", wait = \"60bm\" }",
            "wait = \"30bm\", at = \"-60bm\" }, { to = \"manager\", wait = \"60bm\", at = \"-60bm\" }",
            "p.toml:35: 'at' is '-60bm'; write less than -60bm; each step is nearer to the due time than the one before"
        ),
        Fault(
            "wait = \"30bm\" }, { to = \"manager\", wait = \"60bm\" }",
            "wait = \"30bm\", at = \"-60m\" }, { to = \"manager\", wait = \"60bm\", at = \"-50bm\" }",
            "p.toml:35: 'at' is '-50bm'; write less than -60m; each step is nearer to the due time than the one before"
        ),
        Fault(
            "wait = \"30bm\" }", "wait = \"30bm\", at = \"-3wd\" }",
            "p.toml:35: 'at' is '-3wd'; write less than the S2 resolve target 2wd (it begins before the receipt when received 2025-01-01T00:00:00)"
        ),
        Fault(
            "wait = \"15m\" }", "wait = \"15m\", at = \"-8h\" }",
            "p.toml:39: 'at' is '-8h'; write less than the S1 resolve target 8h (it begins before the receipt when received 2025-01-01T00:00:00)"
        ),
        Fault(
            "{ to = \"supervisor\"", "{ to = \"agent\"",
            "p.toml:35: no role or duty list 'agent'; there are compliance, director, duty-manager, manager, supervisor"
        ),
        Fault("[\"dora\"]", "[]", "p.toml:53: 'duty-manager' is 'empty'; write at least one login"),
        Fault(
            "CNY = { agent = 20000", "CNY = { agent = 100000",
            "p.toml:42: 'supervisor' is '100000'; write more than the role below has (100000); limits rise with rank"),
        Fault(
            "consent_waived_for = []", "consent_waived_for = [\"goodwill\"]",
            "p.toml:45: 'consent_waived_for' is 'goodwill'; write nothing but \"restitution\"; all else needs consent"),
        Fault(
            "TW = \"tw-consumer\"", "TW = \"tw-consumr\"",
            "p.toml:56: no regime 'tw-consumr'; did you mean 'tw-consumer'?"),
        Fault(
            "cn-general = { clock = \"15cd\"", "cn-general = { clock = \"15h\"",
            "p.toml:12: 'clock' is '15h'; write days, such as \"15cd\" or \"10wd\""),
        Fault("retain_years = 5", "retain_years = 2", "p.toml:68: 'retain_years' is '2'; write 3 to 100"),
        Fault("[records]", "[recrods]", "p.toml:67: unknown key 'recrods'; did you mean 'records'?"),
    ])
    func `a policy with a fault is refused with its line`(_ fault: Fault) throws {
        #expect(Self.sample.contains(fault.old))
        let messages = try Self.check(Self.sample.replacing(fault.old, with: fault.new, maxReplacements: 1)).errors
            .map(\.message)
        #expect(messages.contains(fault.message), "\(messages)")
    }

    @Test func `steps before the due time are read, and shown as a difference`() throws {
        let text = Self.sample.replacing(
            "wait = \"30bm\" }", with: "wait = \"30bm\", at = \"-120bm\" }", maxReplacements: 1)
        #expect(try Self.check(text).errors == [])
        let file = try Self.file(text)
        let policy = try #require(file.policy)
        #expect(
            policy.ladder(for: .s3)?.steps.first
                == Ladder.Step(
                    to: "supervisor", wait: Budget(30, .businessMinutes), ahead: Budget(120, .businessMinutes)))
        let before = try Self.file(Self.sample)
        let differences = PolicyKnobs.differences((try #require(before.policy), before.value), (policy, file.value))
        #expect(differences.map(\.knob) == ["ladder.default.steps"])
        #expect(differences.first?.after == "-120bm supervisor 30bm, manager 60bm, director 60bm")
    }

    @Test func `every section tells its first fault at once, in the order of the lines`() throws {
        let text = Self.sample.replacing("ack = \"15m\"", with: "ack = \"x\"").replacing("tries = 3", with: "tries = 0")
            .replacing("[\"dora\"]", with: "[]")
        let lines = try Self.file(text).errors.map(\.line)
        #expect(lines.count == 3)
        #expect(lines == lines.sorted())
        let source = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.map { source[$0 - 1].prefix(12) } == ["S1 = { ack =", "duty-manager", "tries = 0"])
    }
}
