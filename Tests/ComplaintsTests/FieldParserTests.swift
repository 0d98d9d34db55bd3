import Complaints
import Testing
import WorkingTime

@Suite("Fields")
struct FieldParserTests {
    private let zone = ZoneRules(name: "Asia/Taipei", fixedOffsetSeconds: 8 * 3600)

    @Test("Every command has a schema and every field a meaning")
    func complete() {
        for type in EventType.commandable where type != .resume {
            #expect(EventSchema.fields(of: type).contains(where: \.isRequired) || type == .register)
            #expect(EventSchema.fields(of: type).allSatisfy { !$0.meaning.isEmpty })
        }
        for type in EventType.allCases where type.isEngineOnly { #expect(EventSchema.fields(of: type).isEmpty) }
    }

    @Test("Are read by kind; an empty one is not given")
    func kinds() {
        let result = FieldParser.parse(
            [
                "channel": "phone", "summary": "電表", "customer": "C000123", "live": "true",
                "received_at": "2026-03-02T10:00", "remedy_sought": "",
            ], for: .register, zone: zone)
        #expect(
            result
                == .success([
                    "channel": "phone", "summary": "電表", "customer": 123, "live": true,
                    "received_at": .instant(local("2026-03-02T10:00")),
                ]))
    }

    @Test(
        "A day means its last second; an instant is taken as it is",
        arguments: [
            ("2026-03-09", "2026-03-09T23:59:59"), ("2026-03-09T12:00", "2026-03-09T12:00"),
            ("2026-03-09T04:00:00Z", "2026-03-09T12:00"),
        ])
    func dates(_ text: String, _ expected: String) {
        #expect(FieldParser.value(of: text, as: .date, zone: zone) == .instant(local(expected)))
    }

    @Test("An unknown name is refused before a wrong value, with the names that are known")
    func unknown() {
        let result = FieldParser.parse(["zzz": "1", "offer": "x"], for: .acceptOffer, zone: zone)
        guard case .failure(let refusal) = result else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code == .unknownField)
        #expect(refusal.field == "zzz")
        #expect(refusal.legalFields == ["offer", "evidence"])
    }

    @Test(
        "Wrong values are refused and name their field",
        arguments: [
            (EventType.assess, "severity", "S5"), (.acceptOffer, "offer", "1.5"), (.followUp, "reached", "yes"),
            (.offerRemedy, "expires", "soon"), (.offerRemedy, "currency", "XXX"), (.register, "customer", "C-1"),
            (.note, "text", "bell\u{7}"), (.register, "complained_of", "two words"),
        ])
    func wrong(_ type: EventType, _ field: String, _ text: String) {
        guard case .failure(let refusal) = FieldParser.parse([field: text], for: type, zone: zone) else {
            Issue.record("accepted")
            return
        }
        #expect(refusal.code == .badValue)
        #expect(refusal.field == field)
    }

    @Test("A confirmation is true, or the words that were said")
    func confirmation() {
        #expect(FieldParser.value(of: "true", as: .confirmation, zone: zone) == true)
        #expect(FieldParser.value(of: "we are sorry", as: .confirmation, zone: zone) == "we are sorry")
    }

    @Test(
        "A case number is read long and short",
        arguments: [("TL-2026-000123", 2026, 123), ("26-000123", 2026, 123), ("2026-1000000", 2026, 1_000_000)])
    func caseNumber(_ text: String, _ year: Int, _ sequence: Int) {
        #expect(CaseNumber(text: text) == CaseNumber(year: year, sequence: sequence))
    }

    @Test(
        "What is no case number is not read", arguments: ["", "26", "26-", "TL-26", "26-0", "x26-1", "26-1-2", "１２-3"])
    func noCaseNumber(_ text: String) { #expect(CaseNumber(text: text) == nil) }
}
