import Testing

@testable import Complaints
@testable import Desk

/// What the engine tells beside its ladder.
@Suite struct EngineNoticeTests {
    @Test func `a word beside the ladder says what it is about`() {
        var story = Story()
        for (topic, sentence) in [
            (NoticeTopic.pauseBackdated, "26-001042 补登了较早的暂停，请核查。"),
            (.passedOnOften, "26-001042 转手过多，已升一级，请查看。"),
        ] {
            let notice = EngineNotice(
                caseNumber: Sample.brakes.caseNumber, kind: .notice, clock: nil, stage: nil, due: nil, count: 1,
                topic: topic)
            story.send(.notice(notice.urgency, .engine(notice)))
            #expect(story.screen.contains(sentence))
        }
    }
}
