import Complaints
import Foundation
import Testing
import WorkingTime

@Suite("Recorded histories")
struct RecordedHistoryTests {
    @Test("come to what is written beside them, line by line", arguments: RecordedHistory.all)
    func replayed(_ history: RecordedHistory) throws {
        var simulation = Simulation(rules: try Centre().rules)
        let told = RecordedHistory.told(try history.lines.flatMap { simulation.play($0) })
        if let folder = ProcessInfo.processInfo.environment["TIERLINE_WRITE_EXPECTED"] {
            try (told.joined(separator: "\n") + "\n").write(
                toFile: "\(folder)/\(history.name).expected", atomically: true, encoding: .utf8)
        } else {
            #expect(told == (try history.expected))
        }
    }

    @Test("are all there, good ones and refused ones")
    func complete() {
        #expect(RecordedHistory.all.count >= 10)
    }
}
