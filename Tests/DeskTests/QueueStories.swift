import Complaints
import Customers
import Dossier
import TerminalKit
import Testing
import Valuation
import WorkingTime

@testable import Desk

/// A supervisor's queue of made-up cases; the world answers reads at once.
@Suite struct QueueStories {
    private func opened(_ count: Int = 40, _ language: Language = .simplified) -> Story {
        var story = Story(Sample.supervisor(language))
        story.queueCount = count
        story.send(.openQueue)
        story.clearEffects()
        story.startCounting()
        return story
    }

    @Test func `the queue opens with the most urgent case under the cursor`() {
        let story = opened()
        #expect(story.desk.showsQueue)
        #expect(story.desk.focus == .queue)
        #expect(story.desk.queue?.selected == Sample.queueCase(1))
        #expect(story.screen.contains("超时 3小时"))
        #expect(story.screen.contains("26-000001"))
    }

    @Test func `claim takes one key and accepts what was raised`() {
        var story = opened()
        story.press(.control("t"))
        #expect(story.keystrokes <= 2)
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .existing(Sample.queueCase(1), expectedVersion: 4), type: .acceptEscalation,
                        fields: ["escalation": "3"]))
            ])
    }

    @Test func `a case nobody raised is claimed by a transfer offered and accepted`() {
        var story = opened()
        story.press(.down, .control("t"))
        let first = story.desk.lastRequest
        let number = Sample.queueCase(2)
        story.send(.complaintDone(request: first, number, .transferOwner))
        #expect(
            story.writes == [
                .complaint(
                    request: first,
                    ComplaintCommand(
                        target: .existing(number, expectedVersion: 4), type: .transferOwner,
                        fields: ["to": "0003", "status": "offered"])),
                .complaint(
                    request: first + 1,
                    ComplaintCommand(
                        target: .existing(number, expectedVersion: nil), type: .transferOwner,
                        fields: ["to": "0003", "status": "accepted"])),
            ])
        story.send(.complaintDone(request: first + 1, number, .transferOwner))
        #expect(story.desk.queue?.results[number] == .done(.transferOwner))
    }

    @Test func `assign is F6 and the number of somebody on duty, least loaded first`() {
        var story = opened()
        story.press(.function(6))
        #expect(story.screen.contains("手上 1 件"))
        story.type("2")
        #expect(story.keystrokes <= 3)
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .existing(Sample.queueCase(1), expectedVersion: 4), type: .transferOwner,
                        fields: ["to": "bob", "status": "offered"]))
            ])
    }

    @Test func `approve is two keys and says so in words`() {
        var story = opened()
        story.press(.control("g"))
        story.type("1")
        #expect(story.keystrokes <= 2)
        #expect(
            story.writes == [
                .complaint(
                    request: story.desk.lastRequest,
                    ComplaintCommand(
                        target: .existing(Sample.queueCase(1), expectedVersion: 4), type: .decideEscalation,
                        fields: ["escalation": "3", "decision": "approve", "text": "同意所请"]))
            ])
    }

    @Test func `a rejection asks for its words and goes to every marked case`() {
        var story = opened()
        story.type(" ")
        story.press(.down)
        story.type(" ")
        #expect(story.desk.queue?.targets == [Sample.queueCase(1), Sample.queueCase(3)])
        story.press(.control("g"))
        story.type("2")
        story.type("不符规定")
        story.press(.control("s"))
        let sent = story.writes.compactMap { effect -> CaseNumber? in
            guard case .complaint(_, let command) = effect, case .existing(let number, _) = command.target else {
                return nil
            }
            #expect(command.fields["decision"] == "reject")
            #expect(command.fields["text"] == "不符规定")
            return number
        }
        #expect(sent == [Sample.queueCase(1), Sample.queueCase(3)])
        let last = story.desk.lastRequest
        story.send(.complaintDone(request: last - 1, sent[0], .decideEscalation))
        story.send(.complaintRefused(request: last, Refusal(.selfApproval)))
        #expect(story.desk.queue?.results[sent[0]] == .done(.decideEscalation))
        #expect(story.desk.queue?.results[sent[1]] == .refused(Refusal(.selfApproval)))
        #expect(story.desk.notice?.text == .bulkDone(done: 1, refused: 1))
    }

    @Test func `rows never move under the cursor: a new order waits for F5`() {
        var story = opened()
        story.press(.down, .down)
        let before = story.screen
        story.queueShift = 3
        story.send(.storeChanged)
        #expect(story.desk.queue?.fresh == 3)
        #expect(story.screen.contains("新 3"))
        let rows = story.screen.split(separator: "\n").dropFirst(4).prefix(12)
        #expect(Array(rows) == Array(before.split(separator: "\n").dropFirst(4).prefix(12)))
        story.press(.function(5))
        #expect(story.desk.queue?.fresh == 0)
        #expect(story.desk.queue?.selected == Sample.queueCase(3))
    }

    @Test func `after five seconds without a key the new order comes in and the cursor stays on its case`() {
        var story = opened()
        story.press(.down, .down)
        story.queueShift = 3
        story.send(.storeChanged)
        var later = Sample.now
        later.microseconds += 4_900_000
        story.send(.tick(later))
        #expect(story.desk.queue?.waiting != nil)
        later.microseconds += 100_000
        #expect(story.desk.wakeAt <= later)
        story.send(.tick(later))
        #expect(story.desk.queue?.waiting == nil)
        #expect(story.desk.queue?.selected == Sample.queueCase(3))
    }

    @Test func `scrolling reads ahead and a jump to the end asks for what is there`() {
        var story = opened(100_000)
        for _ in 0..<60 { story.press(.down) }
        #expect(story.desk.queue?.selectedRow?.caseNumber == Sample.queueCase(61))
        story.isSlow = true
        story.press(.end)
        #expect(story.desk.queue?.selected == Sample.queueCase(100_000))
        #expect(story.screen.contains("26-100000"))
        #expect(story.desk.queue?.rowsRequest != nil)
    }

    @Test func `Enter opens the customer with the case, back leads to the queue where it was`() {
        var story = opened()
        story.press(.down, .enter)
        #expect(story.desk.caseScreen?.caseNumber == Sample.queueCase(2))
        #expect(story.desk.customer?.id == Sample.wangID)
        story.press(.escape)
        #expect(story.desk.showsQueue)
        #expect(story.desk.queue?.selected == Sample.queueCase(2))
    }

    @Test func `digits still look up a customer, and closing it leads back to the queue`() {
        var story = opened()
        story.type("8000")
        story.press(.enter)
        #expect(story.desk.customer?.id == Sample.wangID)
        story.press(.function(3))
        #expect(story.desk.showsQueue)
        #expect(story.desk.focus == .queue)
    }

    @Test func `F4 filters by number and the view can be named`() {
        var story = opened()
        story.press(.function(4))
        #expect(story.desk.choiceTitle == .queueFilter)
        story.type("02")
        #expect(story.desk.queue?.filter == QueueFilter(view: .overdue))
        story.press(.function(10))
        story.type("56")
        story.type("晚了")
        story.press(.control("s"))
        #expect(
            story.writes == [
                .saveView(
                    request: story.desk.lastRequest,
                    SavedView(name: "晚了", filter: QueueFilter(view: .overdue)))
            ])
    }

    @Test func `an agent has no queue and is told so`() {
        var story = Story()
        story.press(.control("o"))
        #expect(!story.desk.showsQueue)
        #expect(story.desk.notice?.text == .disabled(.notYourRole))
    }

    @Test func `a disabled decision stays visible with its reason`() {
        var story = opened()
        story.press(.down)
        #expect(story.desk.whyNot(.decideCase) == .nothingToDecide)
        story.press(.control("g"))
        #expect(story.desk.notice?.text == .disabled(.nothingToDecide))
    }
}

extension Sample {
    static func supervisor(_ language: Language = .simplified, columns: Int = 80, rows: Int = 24) -> DeskState {
        var state = state(language, columns: columns, rows: rows)
        state.agent = Agent(login: "0003", name: "陈静", roles: [.supervisor])
        return state
    }

    static func queueCase(_ place: Int) -> CaseNumber { CaseNumber(year: 2026, sequence: place) }

    static func queueRow(_ number: CaseNumber) -> QueueRow {
        let place = number.sequence
        let names = ["王建国", "林小雨", "赵敏", "Christopher Montgomery-Smythe"]
        let summaries = ["刹车异响返修", "退款未到账", "要求主管回电", "发票抬头开错"]
        var row = QueueRow(
            caseNumber: number, customer: wangID, customerName: names[(place - 1) % 4],
            tier: [.green, .red, .yellow, .unrated][(place - 1) % 4], state: place % 5 == 0 ? .waiting : .inProgress,
            severity: place < 3 ? .s1 : place < 9 ? .s2 : .s3, level: place % 2, owner: place % 3 == 0 ? "amy" : "王芳",
            handler: "王芳", summary: summaries[(place - 1) % 4], version: 4)
        row.category = "返修"
        if place % 5 == 0 {
            row.pausedSeconds = 3 * 3_600
        } else {
            row.due = Instant(seconds: now.seconds + Int64(place - 4) * 3_600)
        }
        if place % 2 == 1 { row.escalation = QueueEscalation(sequence: 3, isAccepted: place % 4 == 3) }
        row.isRisk = place == 1
        row.isStuck = place == 4
        row.isVulnerable = place == 3
        return row
    }

    static func listing(_ count: Int, shift: Int, since: Int64?) -> QueueListing {
        var counts = QueueCounts()
        counts.open = count + shift
        counts.byView = [.all: count + shift, .overdue: 3, .unclaimed: 10, .mine: 0, .decisions: 20]
        counts.byState = [.inProgress: count - count / 5, .waiting: count / 5]
        counts.bySeverity = [.s1: 2, .s2: 6, .s3: count - 8]
        counts.byOwner = ["amy": count / 3, "王芳": count - count / 3]
        counts.endedLately = 28
        let added = shift > 0 ? (1...shift).map { queueCase(count + $0) } : []
        return QueueListing(
            numbers: added + (1...max(1, count)).map(queueCase), counts: counts, change: Int64(shift),
            fresh: since == nil ? 0 : shift)
    }

    static let colleagues = [
        Colleague(login: "0003", name: "陈静", isOnDuty: true, openCases: 0),
        Colleague(login: "amy", name: "陈雅婷", isOnDuty: true, openCases: 13),
        Colleague(login: "bob", name: "Bob Leung", isOnDuty: true, openCases: 1),
        Colleague(login: "carol", name: nil, isOnDuty: false, openCases: 0),
    ]
}
