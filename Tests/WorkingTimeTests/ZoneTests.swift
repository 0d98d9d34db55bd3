import Testing
import WorkingTime

@Suite struct ZoneTests {
    @Test func `a reading is shown once, twice or never`() throws {
        let berlin = Fixture.berlin
        func resolve(_ text: String) throws -> LocalResolution {
            berlin.instants(of: try #require(LocalDateTime(text)))
        }
        func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }
        #expect(try resolve("2026-07-01 12:00") == .once(at("2026-07-01T12:00:00+02:00")))
        #expect(try resolve("2026-03-29 01:59:59") == .once(at("2026-03-29T01:59:59+01:00")))
        #expect(try resolve("2026-03-29 02:00") == .skipped(atTransition: at("2026-03-29T03:00:00+02:00")))
        #expect(try resolve("2026-03-29 02:59:59") == .skipped(atTransition: at("2026-03-29T03:00:00+02:00")))
        #expect(try resolve("2026-03-29 03:00") == .once(at("2026-03-29T03:00:00+02:00")))
        let twice = LocalResolution.repeated(
            earlier: try at("2026-10-25T02:30:00+02:00"), later: try at("2026-10-25T02:30:00+01:00"))
        #expect(try resolve("2026-10-25 02:30") == twice)
        #expect(try resolve("2026-10-25 03:00") == .once(at("2026-10-25T03:00:00+01:00")))
        #expect(try resolve("2026-10-25 01:59:59") == .once(at("2026-10-25T01:59:59+02:00")))
    }

    @Test(arguments: [
        Fixture.london, Fixture.berlin, Fixture.newYork, Fixture.lordHowe, Fixture.santiago, Fixture.dublin,
    ])
    func `every instant is among those of its own reading`(_ zone: ZoneRules) throws {
        let start = try #require(Instant(rfc3339: "2025-01-01T00:00:00Z"))
        let wrong = (0..<2 * 365 * 96).map { start + TimeLength(minutes: $0 * 15) }.filter { instant in
            switch zone.instants(of: zone.localDateTime(at: instant)) {
            case .once(let only): only != instant
            case .repeated(let earlier, let later): earlier != instant && later != instant
            case .skipped: true
            }
        }
        #expect(wrong.map { $0.rfc3339(in: zone) } == [])
    }

    @Test(arguments: [
        ("CST-8", "2026-07-01T00:00:00Z", 28_800), ("<+0545>-5:45", "2026-07-01T00:00:00Z", 20_700),
        ("<-0330>3:30", "2026-01-01T00:00:00Z", -12_600),
        ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T06:59:59Z", -18_000),
        ("EST5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00:00Z", -14_400),
        ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T05:59:59Z", -14_400),
        ("EST5EDT,M3.2.0,M11.1.0", "2026-11-01T06:00:00Z", -18_000),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01T00:00:00Z", 39_600),
        ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-06-01T00:00:00Z", 36_000),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00:00Z", 0),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", 3600),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", -7200),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", -3600),
        ("XXX3EDT4,0/0,J365/23", "2026-12-31T23:30:00Z", -14_400),
        ("XXX-3EDT-4,0/0,J365/25", "2026-01-01T00:00:00Z", 14_400),
        ("XXX-3EDT-4,0/0,J365/25", "2026-12-31T20:30:00Z", 14_400),
        ("AAA0BBB,J60/0,J300/0", "2028-02-29T23:59:59Z", 0), ("AAA0BBB,J60/0,J300/0", "2028-03-01T00:00:00Z", 3600),
        ("AAA0BBB,59/0,300/0", "2028-02-29T00:00:00Z", 3600), ("AAA0BBB,59/0,300/0", "2027-02-28T23:59:59Z", 0),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59Z", 7200),
        ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", 10_800),
    ])
    func `a yearly rule gives its offset`(_ rule: String, _ at: String, _ offset: Int32) throws {
        let footer = try #require(PosixRule(rule))
        let zone = try ZoneRules(name: "rule", transitions: [], offsets: [0], footer: footer)
        #expect(zone.offsetSeconds(at: try #require(Instant(rfc3339: at))) == offset)
    }

    @Test(arguments: [
        "", "C-8", "CST", "CST8CDT", "CST-25", "CST-8x", "<+08-8", "CST6CDT,M13.1.0,M11.1.0", "CST6CDT,M3.0.0,M11.1.0",
        "CST6CDT,M3.2.7,M11.1.0", "CST6CDT,M3.2.0", "CST6CDT,J0,J365", "CST6CDT,366,1", "CST6CDT,M3.2.0/168,M11.1.0",
        "CST6CDT,M3.2.0,M11.1.0,", "CST6:60CDT,M3.2.0,M11.1.0", String(repeating: "A", count: 200) + "-8",
    ])
    func `a bad yearly rule is refused`(_ rule: String) {
        #expect(PosixRule(rule) == nil)
    }

    @Test func `transitions hold from their very second, the last offset for ever`() throws {
        let zone = try ZoneRules(name: "two", transitions: [100, 200], offsets: [0, 3600, 7200], footer: nil)
        #expect(
            [99, 100, 199, 200, 4_000_000_000].map { zone.offsetSeconds(at: Instant(seconds: $0)) } == [
                0, 3600, 3600, 7200, 7200,
            ])
        #expect(zone.offsetSeconds(at: Instant(microseconds: 99_999_999)) == 0)
    }

    @Test func `rules that make no sense are refused`() {
        #expect(throws: ZoneRulesError.offsetCount(1, transitions: 1)) {
            try ZoneRules(name: "x", transitions: [1], offsets: [0], footer: nil)
        }
        #expect(throws: ZoneRulesError.transitionsNotRising(index: 1)) {
            try ZoneRules(name: "x", transitions: [5, 5], offsets: [0, 1, 2], footer: nil)
        }
        #expect(throws: ZoneRulesError.offsetOutOfRange(seconds: 200_000)) {
            try ZoneRules(name: "x", transitions: [], offsets: [200_000], footer: nil)
        }
        #expect(throws: ZoneRulesError.tooManyTransitions(count: 5000)) {
            try ZoneRules(name: "x", transitions: Array(0..<5000), offsets: [], footer: nil)
        }
    }
}
