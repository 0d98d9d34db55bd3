import Complaints
import Testing
import WorkingTime

@Suite("Refusals")
struct RefusalOrderTests {
    /// One command that is wrong in every way; each step mends the first fault and meets the next.
    @Test("come in the order of the specification")
    func order() throws {
        var story = Story(try Centre())
        story.begin(["complained_of": "sam"])
        story.offer(30_000, by: "sue")
        #expect(story.refusal == nil)
        let when = "2026-03-02T11:00"
        var codes: [RefusalCode?] = []
        // A known event id gives the first result, whatever else is asked.
        let again = story.ask(.close, by: "aud", at: when, id: story.events[0].eventID, version: 1, ["bogus": 1])
        #expect(again == .replay(sequence: 1))
        story.ask(.close, by: "aud", at: when, version: 1, ["bogus": 1])
        codes.append(story.code)
        story.ask(.close, by: "aud", at: when, ["bogus": 1])
        codes.append(story.code)
        story.ask(.assess, by: "aud", at: when, ["severity": "S9"])
        codes.append(story.code)
        story.ask(.close, by: "aud", at: when)
        codes.append(story.code)
        story.ask(.offerRemedy, by: "aud", at: when)
        codes.append(story.code)
        story.ask(.offerRemedy, by: "sam", at: when)
        codes.append(story.code)
        story.ask(.offerRemedy, at: when)
        codes.append(story.code)
        story.offer(20_001, at: when, type: "compensation", ["expires": .instant(local(when))])
        codes.append(story.code)
        story.ask(.acceptOffer, at: when, ["offer": 7])
        codes.append(story.code)
        story.offer(20_000, at: when, type: "compensation", ["expires": .instant(local(when))])
        codes.append(story.code)
        #expect(
            codes == [
                .staleVersion, .unknownField, .badValue, .notResolved, .forbiddenRole, .forbiddenRole, .missingField,
                .authorityExceeded, .consentRequired, .badValue,
            ])
        #expect(story.complaint?.version == 4)
    }

    @Test("of somebody complained of come before what is missing")
    func conflict() throws {
        var story = Story(try Centre())
        story.begin(["complained_of": "amy"])
        #expect(story.code == .conflictOfInterest)
        story.ask(.note, at: "2026-03-02T10:00", ["text": "taken down"])
        #expect(story.refusal == nil)
        story.ask(.transferOwner, by: "sue", at: "2026-03-02T10:00", ["to": "bob"])
        #expect(story.refusal == nil)
        story.ask(.transferOwner, by: "bob", at: "2026-03-02T10:05", ["to": "bob", "status": "accepted"])
        #expect(story.complaint?.owner == "bob")
        story.ask(.transferOwner, by: "sue", at: "2026-03-02T10:10", ["to": "amy"])
        #expect(story.code == .conflictOfInterest)
    }

    @Test("carry what a sentence needs: the lowest role that may, the limit, the sum, the state, the legal events")
    func facts() throws {
        var story = Story(try Centre())
        story.begin()
        story.offer(150_000)
        #expect(story.code == .authorityExceeded)
        #expect(story.refusal?.lowestRole == .manager)
        #expect(story.refusal?.limitMinorUnits == 20_000)
        #expect(story.refusal?.askedMinorUnits == 150_000)
        #expect(story.refusal?.state == .inProgress)
        #expect(story.refusal?.exitStatus == 77)
        #expect(story.refusal?.legal == story.complaint?.legal)
    }

    @Test("of a case nobody knows, an event nobody knows and the engine's own lines")
    func unknown() throws {
        var story = Story(try Centre())
        story.ask(.note, at: Story.receipt, ["text": "hello"])
        #expect(story.code == .unknownCase)
        #expect(story.refusal?.exitStatus == 1)
        story.register()
        story.ask(.breached, at: "2026-03-02T10:00")
        #expect(story.code == .unknownEvent)
    }

    @Test(
        "have the exit status of the contract",
        arguments: [
            (RefusalCode.staleVersion, Int32(75)), (.clockBackward, 75), (.forbiddenRole, 77),
            (.conflictOfInterest, 77), (.selfApproval, 77), (.authorityExceeded, 77), (.illegalTransition, 65),
            (.missingField, 65), (.consentRequired, 65), (.unknownCase, 1), (.floor, 65),
        ])
    func exitStatus(_ code: RefusalCode, _ status: Int32) { #expect(code.exitStatus == status) }
}
