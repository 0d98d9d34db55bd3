import Complaints
import Testing
import WorkingTime

#if canImport(Glibc)
    import Glibc
#endif

/// A case on one path through the small world, beside the same case with a faster tier.
private struct Node {
    var complaint: Complaint
    var trail: [Event]
    var now: Instant
    var path: String
    /// Due times when the pause that runs began.
    var pauseDues: [ClockKey: Instant] = [:]
    /// The same events with the green tier; nil once it went another way.
    var green: Complaint?
}

/// Every sequence of events up to a depth; what must hold holds after each step.
@Suite("Small worlds")
struct SmallWorldTests {
    private let centre: Centre

    init() throws { centre = try Self.centre(.builtin) }

    private init(announced: Bool) throws {
        var policy = Policy.builtin
        if announced {
            policy.ladders["default"]?.steps[0].ahead = Budget(180, .businessMinutes)
            policy.ladders["default"]?.steps[1].ahead = Budget(20, .minutes)
        }
        centre = try Self.centre(policy)
    }

    private static func centre(_ policy: Policy) throws -> Centre {
        var centre = try Centre(policy: policy)
        var other = Story(centre)
        other.register(at: "2026-03-02T09:01", by: "bob")
        other.complaint?.caseNumber = CaseNumber(year: 2026, sequence: 2)
        centre.other = other.complaint
        return centre
    }

    @Test(
        "Two events whatever they are, from each state: 10 states x all events, right and wrong, and time, exhaustively",
        arguments: CaseState.allCases, [false, true])
    func everyState(_ state: CaseState, isAnnounced: Bool) throws {
        try SmallWorldTests(announced: isAnnounced).explore(from: state)
    }

    private func explore(from state: CaseState) throws {
        var story = Story(centre)
        let complaint = try #require(try MatrixTests.complaint(in: state, &story))
        var green = Story(centre)
        green.centre.customer.band = .green
        let fast = try MatrixTests.complaint(in: state, &green)
        var start = Node(
            complaint: complaint, trail: story.events, now: local("2026-03-02T12:30"), path: state.rawValue,
            green: fast)
        if state == .waiting { start.pauseDues = [ClockKey(ClockName.resolve, 1): local("2026-03-06T18:00")] }
        let counts = try explore([start], depth: 2) { $0 }
        #expect(counts.accepted > 50)
        #expect(counts.refused > counts.accepted)
    }

    @Test("Five events and more from the receipt on, one path kept of each kind of situation")
    func fromReceipt() throws {
        var story = Story(centre)
        story.register()
        var green = Story(centre)
        green.centre.customer.band = .green
        green.register()
        let start = Node(
            complaint: try #require(story.complaint), trail: story.events, now: local("2026-03-02T09:00"), path: "",
            green: green.complaint)
        let counts = try explore([start], depth: Self.depth) { nodes in
            var seen: Set<Shape> = []
            return nodes.filter { seen.insert(Shape($0.complaint)).inserted }
        }
        #expect(counts.accepted > 1_000)
        #expect(counts.refused > counts.accepted)
    }

    @Test("The same trail gives the same bytes whatever zone the host believes in")
    func hostZones() throws {
        var story = Story(centre)
        _ = try MatrixTests.complaint(in: .closed, &story)
        let expected = canonicalDump(try #require(story.complaint))
        #expect(expected.count > 1_000)
        let before = getenv("TZ").map { String(cString: $0) }
        defer {
            if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
            tzset()
        }
        for zone in ["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati", "Europe/London"] {
            setenv("TZ", zone, 1)
            tzset()
            #expect(canonicalDump(try #require(replay(story.events, centre.rules))) == expected, "\(zone)")
        }
    }

    // MARK: exploring

    /// `TIERLINE_DEPTH=6` takes a minute, each further step five times as long.
    private static let depth = getenv("TIERLINE_DEPTH").flatMap { Int(String(cString: $0)) } ?? 5

    /// Whole replays are slow: one path in so many is folded again from its first line, split at every point.
    private static let replayedEvery = 20

    private struct Counts {
        var accepted = 0
        var refused = 0
    }

    private func explore(_ start: [Node], depth: Int, keep: ([Node]) -> [Node]) throws -> Counts {
        var counts = Counts()
        var frontier = start
        for step in 1...depth {
            var next: [Node] = []
            for node in frontier {
                let now = node.now + TimeLength(minutes: 1)
                for move in Alphabet(node.complaint, at: now).moves {
                    guard let after = play(move, on: node, at: now, &counts) else { continue }
                    if step < depth { next.append(after) }
                }
            }
            frontier = keep(next)
            for (index, node) in frontier.enumerated() where index % Self.replayedEvery == 0 {
                Invariants(centre: centre, path: node.path).checkReplay(node.complaint, node.trail)
            }
        }
        return counts
    }

    /// The node a move leads to; nil when it is refused or nothing happens.
    private func play(_ move: Move, on node: Node, at now: Instant, _ counts: inout Counts) -> Node? {
        let path = node.path + " / " + move.name
        switch move.kind {
        case .idle:
            var after = node
            after.now = now + TimeLength(minutes: 20 * 60)
            after.path = path
            return after
        case .timer, .lateTimer:
            guard let timer = node.complaint.nextTimer(centre.rules) else { return nil }
            var at = max(timer.fireAt, now)
            if case .lateTimer = move.kind { at = at + TimeLength(minutes: 2 * 1440) }
            guard
                case .fired(let acceptance) = fire(
                    node.complaint, now: at, rules: centre.rules, staff: centre.staff)
            else {
                Issue.record("A timer that was due did not fire after \(path)")
                return nil
            }
            var green = node.green
            if let fast = green, case .fired(let one) = fire(fast, now: at, rules: centre.rules, staff: centre.staff) {
                green = one.complaint
            }
            counts.accepted += 1
            return follow(acceptance, of: node, green: green, at: at, path, move)
        case .ask(let type, let login, let fields):
            let id = "\(node.trail.count + 1)-\(type.rawValue)"
            let command = centre.command(type, by: login, at: now, id: id, fields)
            switch decide(node.complaint, command, centre.context) {
            case .replay:
                Issue.record("A new id was taken for a known one after \(path)")
                return nil
            case .refused(let refusal):
                counts.refused += 1
                if refusal.legal != node.complaint.legal { Issue.record("Other events are legal after \(path)") }
                return nil
            case .accepted(let acceptance):
                counts.accepted += 1
                if move.name.hasSuffix("!"), !isRightAfterAll(move, node.complaint) {
                    Issue.record("What is wrong was accepted after \(path)")
                }
                if decide(acceptance.complaint, command, centre.context)
                    != .replay(sequence: node.complaint.version + 1)
                {
                    Issue.record("The same id again is no replay after \(path)")
                }
                var green = node.green
                if let fast = green {
                    if case .accepted(let one) = decide(fast, command, centre.context) {
                        green = one.complaint
                    } else {
                        green = nil
                    }
                }
                return follow(acceptance, of: node, green: green, at: now, path, move)
            }
        }
    }

    /// An agent may not lower the severity, but may say again what it is; bob resumes once the case is his.
    private func isRightAfterAll(_ move: Move, _ complaint: Complaint) -> Bool {
        (move.name == "reassess!" && complaint.severity == .s4) || (move.name == "resume!" && complaint.owner == "bob")
    }

    private func follow(
        _ acceptance: Acceptance, of node: Node, green: Complaint?, at now: Instant, _ path: String, _ move: Move
    ) -> Node {
        let after = acceptance.complaint
        let trail = node.trail + acceptance.events
        let invariants = Invariants(centre: centre, path: path)
        invariants.check(after, from: node.complaint, events: acceptance.events, trail: trail, at: now)
        invariants.checkFold(after, from: node.complaint, acceptance.events)
        var next = Node(complaint: after, trail: trail, now: now, path: path, pauseDues: node.pauseDues, green: green)
        if case .ask(.wait, _, _) = move.kind {
            next.pauseDues = [:]
            for clock in node.complaint.clocks { next.pauseDues[clock.key] = clock.due }
        }
        if [.wait, .resume, .contact, .pauseEnded].contains(acceptance.events.first?.type) {
            invariants.checkPause(after, dues: next.pauseDues, at: now)
        } else if after.state != .waiting {
            next.pauseDues = [:]
        }
        next.green = next.green.flatMap { fast in
            guard fast.state == after.state, fast.clocks.map(\.key) == after.clocks.map(\.key) else { return nil }
            // What waits for a level depends on how far the case has climbed, not on the tier.
            let pairs = zip(fast.clocks, after.clocks).filter { $0.0.name != ClockName.escalationAcceptance }
            for (quick, plain) in pairs {
                if let a = quick.due, let b = plain.due, a > b {
                    Issue.record("\(quick.name) is slower for the better tier after \(path)")
                }
            }
            return fast
        }
        return next
    }

    /// What makes two situations alike for what may come next.
    private struct Shape: Hashable {
        var state: CaseState
        var people: [String]
        var level: Int
        var offers: Set<Offer.State>
        var tasks: Set<TaskStatus>
        var escalations: [Escalation.State]
        var clocks: Set<String>
        var pauses: Int

        init(_ complaint: Complaint) {
            state = complaint.state
            people = [complaint.owner, complaint.handler, complaint.pendingTransfer?.to ?? ""]
            level = complaint.level
            offers = Set(complaint.offers.map(\.state))
            tasks = Set(complaint.tasks.map(\.status))
            escalations = Array(complaint.escalations.map(\.state).suffix(1))
            clocks = Set(complaint.clocks.filter(\.isOpen).map { "\($0.name) \($0.state)" })
            pauses = min(complaint.pauses.count, 1)
        }
    }
}
