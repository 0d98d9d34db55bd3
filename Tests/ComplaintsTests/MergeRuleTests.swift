import Complaints
import Testing
import WorkingTime

@Suite("The rules of merging")
struct MergeRuleTests {
    private struct Pair {
        var merged: Story
        var survivor: Story

        init(
            _ first: String, _ firstTarget: String, _ second: String, _ secondTarget: String,
            _ change: (inout Policy) -> Void = { _ in }
        ) throws {
            var policy = Policy.builtin
            change(&policy)
            let centre = try Centre(policy: policy)
            merged = Story(centre)
            survivor = Story(centre)
            for (story, when, severity) in [(\Pair.merged, first, firstTarget), (\.survivor, second, secondTarget)] {
                self[keyPath: story].register(at: when, ["live": true])
                self[keyPath: story].assess(at: when, severity)
            }
            survivor.complaint?.caseNumber = CaseNumber(year: 2026, sequence: 2)
        }

        mutating func merge(at when: String) {
            merged.centre.other = survivor.complaint
            merged.ask(.merge, by: "sue", at: when, ["into": "26-000002"])
            for told in merged.elsewhere { evolve(&survivor.complaint, told.event, survivor.centre.rules) }
        }
    }

    @Test("The stricter due holds even where the other case came later")
    func stricterButLater() throws {
        var pair = try Pair("2026-03-02T14:00", "S2", "2026-03-02T09:00", "S4")
        #expect(pair.survivor.clock("RESOLVE")?.due == local("2026-03-10T18:00"))
        pair.merge(at: "2026-03-02T15:00")
        #expect(pair.merged.state == .merged)
        #expect(pair.survivor.complaint?.receivedAt == local("2026-03-02T09:00"))
        #expect(pair.survivor.clock("RESOLVE")?.due == local("2026-03-04T18:00"))
        #expect(pair.survivor.clock("RESOLVE")?.generation == 3)
        #expect(pair.survivor.clock("STATUTORY:cn-general")?.due == local("2026-03-17T23:59:59"))
    }

    @Test("The earliest receipt counts: for the law's clock at once, for our own never without the grace")
    func earlierReceipt() throws {
        var pair = try Pair("2026-03-02T09:00", "S4", "2026-03-06T09:00", "S3")
        #expect(pair.survivor.clock("RESOLVE")?.due == local("2026-03-12T18:00"))
        pair.merge(at: "2026-03-09T10:00")
        #expect(pair.survivor.complaint?.receivedAt == local("2026-03-02T09:00"))
        // Four days from the earliest receipt ended on the 6th: an hour is left, not a breach at once.
        #expect(pair.survivor.clock("RESOLVE")?.due == local("2026-03-09T11:00"))
        #expect(pair.survivor.clock("STATUTORY:cn-general")?.due == local("2026-03-17T23:59:59"))
    }

    @Test("The stricter promise of what was merged in outlives the survivor's first assessment")
    func assessedAfterwards() throws {
        var pair = try Pair("2026-03-02T09:00", "S2", "2026-03-02T09:00", "S4")
        pair.survivor = Story(pair.survivor.centre)
        pair.survivor.register(at: "2026-03-02T10:00", ["live": true])
        pair.survivor.complaint?.caseNumber = CaseNumber(year: 2026, sequence: 2)
        pair.merge(at: "2026-03-02T11:00")
        #expect(pair.survivor.clock("RESOLVE")?.due == local("2026-03-04T18:00"))
        pair.survivor.assess(at: "2026-03-02T11:10", "S4")
        #expect(pair.survivor.clock("RESOLVE")?.due == local("2026-03-04T18:00"))
        pair.survivor.ask(.reassess, at: "2026-03-02T11:20", ["severity": "S1", "reason": "smoke"])
        #expect(pair.survivor.clock("RESOLVE")?.due == local("2026-03-02T17:00"))
    }

    @Test("The due of a paused case counts as if work went on now, and the survivor's own pause still moves it")
    func paused() throws {
        var pair = try Pair("2026-03-02T09:00", "S2", "2026-03-02T09:00", "S3")
        pair.merged.wait(at: "2026-03-02T10:00", until: "2026-03-09T10:00")
        pair.survivor.wait(at: "2026-03-02T10:00", until: "2026-03-09T10:00")
        pair.merge(at: "2026-03-02T11:00")
        #expect(pair.survivor.clock("RESOLVE")?.state == .paused)
        pair.survivor.ask(.resume, at: "2026-03-02T12:00")
        // Wednesday's close and the hour of pause, then one more hour after the merge.
        #expect(pair.survivor.clock("RESOLVE")?.due == local("2026-03-05T11:00"))
    }

    @Test("What the law gave the other customer's complaint is not lost where the survivor had no such clock")
    func statutory() throws {
        var pair = try Pair("2026-03-02T09:00", "S3", "2026-03-02T10:00", "S3")
        pair.survivor.complaint?.clocks.removeAll { $0.name == "STATUTORY:cn-general" }
        pair.merge(at: "2026-03-02T15:00")
        #expect(pair.survivor.clock("STATUTORY:cn-general")?.due == local("2026-03-17T23:59:59"))
        #expect(pair.merged.complaint?.clocks.contains { $0.isOpen } == false)
    }

    @Test("Two again: the merged case goes on as it was promised, not with a new half target")
    func unmerged() throws {
        var pair = try Pair("2026-03-02T09:00", "S3", "2026-03-02T10:00", "S3")
        pair.merge(at: "2026-03-02T15:00")
        pair.merged.ask(.unmerge, by: "sue", at: "2026-03-03T10:00", ["reason": "another meter"])
        #expect(pair.merged.state == .inProgress)
        #expect(pair.merged.clock("RESOLVE")?.due == local("2026-03-06T18:00"))
        #expect(pair.merged.clock("RESOLVE")?.budget == "4wd")
        #expect(pair.merged.clock("FIRST_RESPONSE")?.due == local("2026-03-03T18:00"))
        #expect(pair.merged.clock("STATUTORY:cn-general")?.due == local("2026-03-17T23:59:59"))
        let generations = pair.merged.complaint?.clocks.filter(\.isOpen).map(\.generation)
        #expect(generations == [2, 2, 2])
    }

    @Test("Two again after the promise has passed: an hour is left, and the law's clock is as late as it is")
    func unmergedLate() throws {
        var pair = try Pair("2026-03-02T09:00", "S3", "2026-03-02T10:00", "S3")
        pair.merge(at: "2026-03-02T15:00")
        pair.merged.ask(.unmerge, by: "sue", at: "2026-03-18T10:00", ["reason": "another meter"])
        #expect(pair.merged.clock("RESOLVE")?.due == local("2026-03-18T11:00"))
        #expect(pair.merged.clock("FIRST_RESPONSE")?.due == local("2026-03-18T11:00"))
        #expect(pair.merged.clock("STATUTORY:cn-general")?.due == local("2026-03-17T23:59:59"))
    }

    @Test(
        "Limits are the incident's: what was granted on the merged case counts, and counts no more once it is two again"
    )
    func limits() throws {
        var pair = try Pair("2026-03-02T09:00", "S3", "2026-03-02T10:00", "S3")
        pair.merged.offer(15_000, at: "2026-03-02T11:00")
        pair.merged.ask(.acceptOffer, at: "2026-03-02T11:05", ["offer": 1, "evidence": "call-1"])
        pair.merge(at: "2026-03-02T15:00")
        pair.survivor.offer(5_001, at: "2026-03-02T15:10")
        #expect(pair.survivor.code == .authorityExceeded)
        #expect(pair.survivor.refusal?.askedMinorUnits == 20_001)
        pair.survivor.offer(5_000, at: "2026-03-02T15:10")
        #expect(pair.survivor.refusal == nil)
        pair.merged.centre.other = pair.survivor.complaint
        pair.merged.ask(.unmerge, by: "sue", at: "2026-03-03T10:00", ["reason": "another meter"])
        for told in pair.merged.elsewhere { evolve(&pair.survivor.complaint, told.event, pair.survivor.centre.rules) }
        pair.survivor.offer(20_000, at: "2026-03-03T11:00")
        #expect(pair.survivor.refusal == nil)
        #expect(pair.merged.clock("REMEDY")?.isOpen == true)
        #expect(pair.merged.clock("RESOLVE")?.state == .met)
    }
}
