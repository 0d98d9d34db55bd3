package import Complaints

/// Why the deadlines of a case are what they are: one clock at a time, day by day.
package struct WhyPage: Equatable, Sendable {
    package var caseNumber: CaseNumber
    /// Every open clock, the one due first first; empty until the store answers.
    package var clocks: [ClockExplanation] = []
    package var selected = 0
    package var scroll = 0
    var request: Int

    init(caseNumber: CaseNumber, request: Int) {
        self.caseNumber = caseNumber
        self.request = request
    }
}
