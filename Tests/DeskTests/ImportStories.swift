import Dossier
import TerminalKit
import Testing

@testable import Desk

/// A file brought in at the desk, key by key.
@Suite struct ImportStories {
    private var opened: Story {
        var story = Story()
        story.press(.control("b"))
        return story
    }

    /// At the plan of a customers file.
    private var planned: Story {
        var story = opened
        story.type("2")
        story.type("1")
        return story
    }

    @Test func `39 lists the folder, a digit chooses the file, and what the rows are comes next`() {
        var story = Story()
        story.press(.function(10))
        story.type("39")
        #expect(story.screen.contains("2000客戶.csv"))
        story.type("2")
        #expect(story.desk.choiceTitle == .importSubject)
        #expect(story.desk.imports?.plan?.file == "/data/2000客戶.csv")
    }

    @Test func `a hostile file name is drawn without its controls`() {
        let story = opened
        #expect(story.screen.contains("a?[31mevil.csv"))
    }

    @Test func `letters go to the path, Tab completes it, Enter takes it`() {
        var story = opened
        story.press(.tab)
        story.type("20")
        story.press(.tab)
        #expect(story.desk.imports?.path.text == "/data/2000客戶.csv")
        story.press(.enter)
        #expect(story.desk.imports?.plan?.file == "/data/2000客戶.csv")
    }

    @Test func `a whole path typed or pasted takes the place of the folder's`() {
        var story = opened
        story.type("/tmp/a.csv")
        #expect(story.desk.imports?.path.text == "/tmp/a.csv")
        story.send(.paste(Paste(text: "~/b.csv")))
        #expect(story.desk.imports?.path.text == "~/b.csv")
    }

    @Test func `encoding, columns and samples are seen and a column can be given another field`() {
        var story = planned
        for text in ["big5（检测）", "姓名", "> 姓名", "王小明 | 李大华"] { #expect(story.screen.contains(text), "\(text)") }
        story.press(.down, .down, .down, .enter)
        #expect(story.desk.choiceTitle == .importField("備註"))
        story.type("4")
        #expect(story.desk.imports?.plan?.fields == ["name", "hint"])
        #expect(story.desk.imports?.selectedRow == 4)
    }

    @Test func `the encoding is overridden with F4`() {
        var story = planned
        story.press(.function(4))
        story.type("3")
        #expect(story.desk.imports?.plan?.encoding == "big5")
    }

    @Test func `Ctrl-S tries, Ctrl-S again imports, and the refused rows are seen with their reason`() {
        var story = planned
        story.press(.control("s"))
        let first = story.lastRequest
        #expect(story.writes.last == .imports(request: first, .start(story.plan, isTry: true, .simplified)))
        var outcome = ImportOutcome(
            rows: 10, inserted: 8, updated: 0, unchanged: 1, rejected: 1, rejectsFile: "/data/a.rejects.csv")
        outcome.rejects = [ImportReject(line: "7", reason: "name is missing")]
        story.send(
            .imports(request: first, .progress(ImportStatus(rows: 5, rowsPerSecond: 9, secondsLeft: 3, percent: 50))))
        #expect(story.screen.contains("5 行，每秒 9 行，剩 3 秒  50%"))
        story.send(.imports(request: first, .ended(outcome)))
        for text in ["新增 8", "没有保存", "第 7 行：name is missing", "/data/a.rejects.csv"] {
            #expect(story.screen.contains(text), "\(text)")
        }
        story.press(.control("s"))
        #expect(
            story.writes.last == .imports(request: story.lastRequest, .start(story.plan, isTry: false, .simplified)))
    }

    @Test func `while it runs the desk is free, and Ctrl-C stops it once`() {
        var story = planned
        story.press(.control("s"))
        let run = story.lastRequest
        story.press(.escape)
        story.type("8000")
        story.press(.enter)
        #expect(story.desk.customer?.id == Sample.wangID)
        story.press(.control("b"))
        #expect(story.desk.imports?.stage == .run)
        story.press(.control("c"), .control("c"))
        #expect(story.writes.filter { $0 == .imports(request: run, .stop) }.count == 1)
        story.press(.control("s"))
        #expect(story.desk.imports?.run?.request == run)
    }

    @Test func `a file that lacks a needed column cannot be started and says why`() {
        var story = opened
        story.problem = "no name"
        story.type("21")
        story.press(.control("s"))
        #expect(story.desk.imports?.run == nil)
        #expect(story.screen.contains("no name"))
    }

    @Test func `answers to an older question are dropped`() {
        var story = planned
        let before = story.desk.imports
        story.send(.imports(request: 1, .notPreviewed("old")))
        #expect(story.desk.imports == before)
    }
}
