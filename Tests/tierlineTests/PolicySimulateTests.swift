import Foundation
import Testing

@Suite struct PolicySimulateTests {
    let place: Workplace

    init() throws { place = try Workplace() }

    /// The effects of a history, each as one short line.
    func play(_ history: String, policy: String = "default") throws -> (effects: [String], run: ProgramRun) {
        let run = try place.run("policy", "simulate", policy, "--events", "-", "--lang", "en", input: history)
        let lines = run.status == 0 ? try run.jsonLines().dropLast() : []
        return (
            lines.map { line in
                ["at", "case", "effect", "clock", "stage", "target", "code"].compactMap { line[$0] as? String }
                    .joined(separator: " ")
            }, run
        )
    }

    static let register = """
        {"at":"2026-05-06T16:00:00+08:00","case":"A","event":"register","actor":"amy","role":"agent","fields":{"channel":"phone","summary":"late","customer":"C000001","live":true,"jurisdiction":"CN"}}

        """

    /// A ladder as in the specification's examples E46 and E48: S2 with a budget of 450 business minutes.
    static let ladders = SamplePolicy.text()
        .replacing("resolve = \"2wd\" }", with: "resolve = \"450bm\" }")
        .replacing(
            "{ to = \"manager\", wait = \"60bm\" }",
            with: "{ to = \"manager\", wait = \"30bm\" }, { to = \"director\", wait = \"30bm\" }")

    static let assessed = """
        {"at":"2026-05-07T08:30:00+08:00","case":"A","event":"register","actor":"amy","role":"agent","fields":{"channel":"phone","summary":"late","customer":"C000001","live":true}}
        {"at":"2026-05-07T08:30:00+08:00","case":"A","event":"assess","actor":"amy","role":"agent","fields":{"severity":"S2","category":"service","vulnerable":"no"}}
        {"at":"2026-05-07T08:31:00+08:00","case":"A","event":"contact","actor":"amy","role":"agent","fields":{"direction":"out","channel":"phone","reached":true,"substantive":true}}

        """

    @Test func `an empty level is passed at once, a silent one after its wait, and acceptance stops the ladder`() throws
    {
        let policy = try place.write(Self.ladders, to: "p.toml")
        let history =
            Self.assessed + """
                {"at":"2026-05-07T08:40:00+08:00","duty":{"supervisor":[],"manager":["max"],"director":["dina"]}}
                {"at":"2026-05-07T18:40:00+08:00","tick":true}
                {"at":"2026-05-08T09:10:00+08:00","case":"A","event":"accept_escalation","actor":"max","role":"manager","fields":{"escalation":4}}

                """
        let (effects, run) = try play(history, policy: policy)
        #expect(run.status == 0, "\(run.errors)")
        let resolve = effects.filter { $0.contains("RESOLVE") && ($0.contains("BREACH") || $0.contains(" L")) }
        #expect(
            resolve == [
                "2026-05-07T18:00:00+08:00 A breached RESOLVE BREACH",
                "2026-05-07T18:00:00+08:00 A level_vacant RESOLVE L1 supervisor",
                "2026-05-07T18:00:00+08:00 A escalated RESOLVE L2 max",
            ], "\(effects)")
    }

    @Test func `the last line holds every case under its own name, with its trail`() throws {
        let (_, run) = try play(Self.register)
        let last = try #require(try run.jsonLines().last)
        let cases = try #require(last["cases"] as? [[String: Any]])
        #expect(cases.map { $0["case"] as? String } == ["A"])
        #expect(cases[0]["state"] as? String == "ACKNOWLEDGED")
        #expect(cases[0]["customer"] as? String == "C000001")
        let events = try #require(cases[0]["events"] as? [[String: Any]])
        #expect(events.map { $0["type"] as? String } == ["register", "acknowledge"])
        let clocks = try #require(cases[0]["clocks"] as? [[String: Any]])
        #expect(clocks.map { $0["clock"] as? String }.contains("STATUTORY:cn-general"))
    }

    @Test func `an unknown event or field is refused by its code and changes nothing`() throws {
        let history =
            Self.register + """
                {"at":"2026-05-06T16:10:00+08:00","case":"A","event":"resolv","actor":"amy","role":"agent"}
                {"at":"2026-05-06T16:11:00+08:00","case":"A","event":"note","actor":"amy","role":"agent","fields":{"txt":"x"}}
                {"at":"2026-05-06T16:12:00+08:00","case":"B","event":"note","actor":"amy","role":"agent","fields":{"text":"x"}}

                """
        let (effects, run) = try play(history)
        #expect(run.status == 0)
        #expect(
            effects.filter { $0.contains("refused") } == [
                "2026-05-06T16:10:00+08:00 A refused E_UNKNOWN_EVENT",
                "2026-05-06T16:11:00+08:00 A refused E_UNKNOWN_FIELD",
                "2026-05-06T16:12:00+08:00 B refused E_UNKNOWN_CASE",
            ])
    }

    @Test(arguments: [
        (#"{"at":"2026-05-06T16:00:00+08:00","case":"A""#, "column 45: the line ends too early"),
        (#"{"at":"2026-05-06T16:00:00+08:00","case":"A"} x"#, "column 47: something follows the value"),
        (
            #"{"at":"2026-05-06T16:00:00","tick":true}"#,
            "'at' is '2026-05-06T16:00:00'; write an instant with its offset"
        ),
        (#"{"at":"2026-05-06T16:00:00+08:00","tick":true,"tik":1}"#, "unknown key 'tik'; did you mean 'tick'?"),
        (#"{"at":"2026-05-06T16:00:00+08:00","tick":1}"#, "'tick' must be true"),
        (#"{"at":"2026-05-06T16:00:00+08:00","engine":"off"}"#, "'engine' is 'off'; write down or up"),
        (
            #"{"at":"2026-05-06T16:00:00+08:00","duty":{"supervisr":[]}}"#,
            "no role or duty list 'supervisr'; did you mean 'supervisor'?"
        ),
        (#"{"at":"2026-05-06T16:00:00+08:00","case":"A","event":"note"}"#, "'actor' is missing"),
        (
            #"{"at":"2026-05-06T16:00:00+08:00","case":"A","event":"note","actor":"a","role":"boss"}"#,
            "'role' is 'boss'; write one of agent"
        ),
        (
            #"{"at":"2026-05-06T16:00:00+08:00","case":"A","event":"note","actor":"a","fields":{"text":["x"]}}"#,
            "field 'text' must be a text, a number, true or false"
        ),
        (#"{"at":"2026-05-06T16:00:00+08:00","at":"2026-05-06T16:00:00+08:00"}"#, "the key \"at\" stands here twice"),
    ])
    func `a line that cannot be played ends the run with its number`(_ line: String, _ says: String) throws {
        let run = try play(Self.register + line + "\n").run
        #expect(run.status == 65)
        #expect(run.errors.hasPrefix("tierline: standard input:2: "), "\(run.errors)")
        #expect(run.errors.contains(says), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    /// More than lies between playing and writing at any moment.
    static let manyCases = 1_500

    @Test func `everything before a faulty line is written, in order, however long the history`() throws {
        let names = (1...Self.manyCases).map { "N\($0)" }
        let history = names.map { Self.register.replacing("\"case\":\"A\"", with: "\"case\":\"\($0)\"") }.joined()
        let run = try play(history + "{\n").run
        #expect(run.status == 65)
        let started = try run.jsonLines().filter { $0["effect"] as? String == "state_changed" }
        #expect(started.compactMap { $0["case"] as? String } == names)
    }

    @Test func `a history that is not there and a policy with faults are told apart`() throws {
        #expect(try place.run("policy", "simulate", "default", "--events", place.path("none")).status == 66)
        let bad = try place.write(SamplePolicy.text().replacing("\"15m\"", with: "\"15x\""), to: "p.toml")
        #expect(try play(Self.register, policy: bad).run.status == 78)
    }
}
