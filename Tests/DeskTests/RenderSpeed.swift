import TerminalKit
import Testing

@testable import Desk

@Suite(.serialized) struct RenderSpeed {
    #if DEBUG
        static let limit = Duration.milliseconds(40)
    #else
        static let limit = Duration.milliseconds(1)
    #endif

    @Test func `a customer's screen of 120x40 is drawn in under a millisecond`() {
        var story = Story(Sample.state(columns: 120, rows: 40))
        story.type("8000")
        story.press(.enter, .tab)
        story.type("客户要求今天 18:00 前由主管回电, 已承诺。")
        let clock = ContinuousClock()
        let times = (0..<200).map { _ in clock.measure { _ = story.desk.render() } }.sorted()
        print("render at 120x40: median \(times[100]), 99th of 100 \(times[198])")
        #expect(times[100] < Self.limit)
    }
}
