import Dossier
import TerminalKit
import Testing

@testable import Desk

#if canImport(Glibc)
    import Glibc
#endif

/// Screens as text, one file each in `Golden`. To write them anew run the tests with `RECORD_GOLDEN=1`: that run fails.
@Suite struct GoldenScreens {
    enum Scene: String, CaseIterable {
        case start
        case customer
        case typing
        case candidates
        case caseFile = "case"
        case complaintForm = "complaint-form"
        case menu
        case help
        case queue
        case queueAssign = "queue-assign"
        case duplicates
        case duplicatesWhole = "duplicates-whole"
        case duplicatesMerged = "duplicates-merged"
        case lookalikes
        case importFiles = "import-files"
        case importPlan = "import-plan"
        case importRun = "import-run"
        case profile
    }

    static let sizes = [(60, 16), (80, 24), (120, 40), (200, 60)]

    static let all: [(Scene, Language, Int, Int)] =
        Language.allCases.flatMap { language in
            sizes.flatMap { size in Scene.allCases.map { ($0, language, size.0, size.1) } }
        }

    @Test(arguments: all)
    func `the screen is as recorded`(scene: Scene, language: Language, columns: Int, rows: Int) throws {
        let grid = story(scene, language, columns, rows).desk.render()
        let cursor = grid.cursor.map { "\($0.row),\($0.column)" } ?? "none"
        let roles = columns == 80 ? "\n--- roles\n" + grid.goldenRoles : ""
        let text = grid.goldenText + "\n--- cursor \(cursor)" + roles + "\n"
        try Golden.compare(text, "\(scene.rawValue)-\(columns)x\(rows)-\(language.rawValue)")
    }

    @Test(arguments: all)
    func `every row is as wide as the screen and the last cell is blank`(
        scene: Scene, language: Language, columns: Int, rows: Int
    ) {
        let grid = story(scene, language, columns, rows).desk.render()
        for row in 0..<rows { #expect(grid.row(row).count == columns) }
        #expect(grid[rows - 1, columns - 1]?.text == " ")
    }

    @Test(arguments: [60, 80, 120, 200])
    func `a store of made-up customers says so at every width`(columns: Int) {
        var state = Sample.state(.traditional, columns: columns, rows: 24)
        state.demoLabel = "DEMO"
        #expect(Story(state).screen.split(separator: "\n").first?.contains("DEMO") == true)
    }

    private func story(_ scene: Scene, _ language: Language, _ columns: Int, _ rows: Int) -> Story {
        var story = Story(Sample.state(language, columns: columns, rows: rows))
        guard scene != .start else { return story }
        if scene == .queue || scene == .queueAssign {
            story = Story(Sample.supervisor(language, columns: columns, rows: rows))
            story.send(.openQueue)
            story.press(.down, .character(" "), .down)
            story.queueShift = 2
            story.send(.storeChanged)
            if scene == .queueAssign { story.press(.function(6)) }
            return story
        }
        if let story = identity(scene, story) { return story }
        if scene == .typing || scene == .candidates {
            story.found = [Sample.wangMatch, Sample.smithMatch, Sample.zhaoMatch]
        }
        story.type("8000")
        guard scene != .typing else { return story }
        story.press(.enter)
        switch scene {
        case .customer:
            story.press(.tab)
            story.type("客户要求今天 18:00 前由主管回电, 已承诺。")
            story.send(.ring(Sample.call))
        case .caseFile: story.press(.tab, .tab, .tab, .enter)
        case .complaintForm:
            story.press(.tab)
            story.type("异响, 第二次返修")
            story.press(.function(6), .tab, .tab, .tab)
            story.type("2")
        case .menu:
            story.press(.function(10))
            story.type("4")
        case .help: story.press(.function(1))
        default: break
        }
        return story
    }

    /// The scenes about who is who; nil for the others.
    private func identity(_ scene: Scene, _ begun: Story) -> Story? {
        var story = begun
        story.card = Sample.fullCard
        switch scene {
        case .duplicates: story.press(.control("r"), .down)
        case .duplicatesWhole: story.press(.control("r"), .enter)
        case .duplicatesMerged: story.press(.control("r"), .tab)
        case .lookalikes:
            story.found = []
            story.type("13800138000")
            story.press(.enter)
            story.type("王建国")
        case .importFiles: story.press(.control("b"))
        case .importPlan, .importRun:
            story.press(.control("b"))
            story.type("21")
            guard scene == .importRun else { return story }
            story.press(.control("s"))
            let status = ImportStatus(rows: 1200, rowsPerSecond: 8000, secondsLeft: nil, percent: 100)
            story.send(.imports(request: story.lastRequest, .progress(status)))
            var outcome = ImportOutcome(
                rows: 1200, inserted: 1100, updated: 40, unchanged: 57, rejected: 3, rejectsFile: "/data/a.rejects.csv")
            outcome.rejects = [
                ImportReject(line: "7", reason: "phone: not a known value: \u{1B}[2J"),
                ImportReject(line: "9", reason: "every cell is empty"),
            ]
            story.send(.imports(request: story.lastRequest, .ended(outcome)))
        case .profile:
            story.type("8000")
            story.press(.enter, .control("f"))
        default: return nil
        }
        return story
    }
}
