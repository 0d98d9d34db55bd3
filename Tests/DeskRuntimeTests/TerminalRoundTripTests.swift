import Foundation
import ScreenHarness
import Testing

/// What went wrong, with what the screen showed.
struct PainterFault: Error, CustomStringConvertible {
    let description: String
}

/// The real painter on a pseudo terminal, read back through an emulator.
struct Painter {
    let session: ScreenSession
    let folder: URL

    init(seed: Int, rows: Int, columns: Int, environment: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "painter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        session = try ScreenSession(
            executable: try Self.executable().path, arguments: [folder.path, String(seed)], environment: environment,
            rows: rows, columns: columns)
    }

    /// The painter is built beside the tests.
    private static func executable() throws -> URL {
        let candidates =
            Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL, Bundle.main.executableURL].compactMap { $0 }
        for start in candidates {
            var folder = start
            for _ in 0..<4 {
                let path = folder.appending(path: "TerminalPainter")
                if FileManager.default.isExecutableFile(atPath: path.path) { return path }
                folder = folder.deletingLastPathComponent()
            }
        }
        throw PainterFault(description: "TerminalPainter was not built beside the tests: \(candidates)")
    }

    /// What frame `number` must look like; nil while it is not painted.
    private func expected(_ number: Int) -> String? {
        try? String(contentsOf: folder.appending(path: String(number)), encoding: .utf8)
    }

    /// Waits until the screen shows the frame whole: characters, looks and cursor.
    func waitForFrame(_ number: Int) throws {
        var wanted: String?
        do {
            try session.wait(for: "frame \(number)", timeoutSeconds: 10) { rows in
                wanted = wanted ?? expected(number)
                return wanted == seen(rows)
            }
        } catch {
            throw PainterFault(description: "\(error)\n\(difference(seen(session.text), wanted ?? "nothing yet"))")
        }
    }

    /// The first line that differs; line 0 is the cursor, then come the rows' texts, then their looks.
    private func difference(_ seen: String, _ wanted: String) -> String {
        let lines = [seen, wanted].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        let line = zip(lines[0], lines[1]).enumerated().first { $0.element.0 != $0.element.1 }
        guard let line else { return "\(lines[0].count) lines, wanted \(lines[1].count)" }
        return "line \(line.offset) is\n\(line.element.0)\nbut wanted\n\(line.element.1)"
    }

    private func seen(_ rows: [String]) -> String {
        let cursor = session.cursor
        let looks = (0..<session.rows).map { row in
            (0..<session.columns).map { column in
                let isSecondHalf = session.cell(row: row, column: column).width == 0
                return isSecondHalf ? "." : String(session.attributes(row: row, column: column), radix: 16)
            }.joined()
        }
        let place = cursor.isVisible ? "\(cursor.row) \(cursor.column)" : "hidden"
        return ([place] + rows + looks).joined(separator: "\n")
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}

@Suite(.serialized) struct TerminalRoundTripTests {
    @Test(arguments: [(1, 24, 80), (2, 40, 120), (3, 16, 61), (4, 60, 200)])
    func `what is painted is what a terminal shows, frame after frame`(seed: Int, rows: Int, columns: Int) throws {
        let painter = try Painter(seed: seed, rows: rows, columns: columns)
        defer { painter.remove() }
        for number in 0..<80 {
            try painter.waitForFrame(number)
            painter.session.send("n")
        }
        try painter.waitForFrame(80)
        painter.session.send("q")
        #expect(painter.session.exitStatus(timeoutSeconds: 10) == 0)
    }

    @Test(arguments: ["xterm", "linux", "screen-256color", "tmux-256color", "vt220", "rxvt"])
    func `other terminals show the same characters`(terminal: String) throws {
        let painter = try Painter(seed: 9, rows: 24, columns: 80, environment: ["TERM": terminal])
        defer { painter.remove() }
        for number in 0..<20 {
            let path = painter.folder.appending(path: String(number))
            try painter.session.wait(for: "frame \(number) on \(terminal)", timeoutSeconds: 10) { rows in
                guard let wanted = try? String(contentsOf: path, encoding: .utf8) else { return false }
                return wanted.split(separator: "\n", omittingEmptySubsequences: false)[1...24].map(String.init) == rows
            }
            painter.session.send("n")
        }
    }

    @Test func `a resize repaints everything at the new size`() throws {
        let painter = try Painter(seed: 5, rows: 24, columns: 80)
        defer { painter.remove() }
        try painter.waitForFrame(0)
        for (number, size) in [(40, 120), (16, 60), (17, 200), (60, 200), (24, 80)].enumerated() {
            painter.session.resize(rows: size.0, columns: size.1)
            try painter.waitForFrame(number + 1)
        }
    }

    @Test func `what is written to standard error does not reach the screen`() throws {
        let painter = try Painter(seed: 6, rows: 24, columns: 80)
        defer { painter.remove() }
        try painter.waitForFrame(0)
        painter.session.send("sn")
        try painter.waitForFrame(1)
        #expect(!String(decoding: painter.session.output, as: UTF8.self).contains("stray"))
    }
}

@Suite(.serialized) struct TerminalEndingTests {
    /// Every way to end: what is typed or sent, and the exit status in waitpid's form.
    enum Ending: String, CaseIterable {
        case quit, trap, abort, overflow, terminate, interrupt, killDesk

        #if arch(arm64)
            private static let trapSignal = SIGTRAP
        #else
            private static let trapSignal = SIGILL
        #endif

        var status: Int32 {
            switch self {
            case .quit: 0
            case .trap: (128 + Self.trapSignal) << 8
            case .abort: (128 + SIGABRT) << 8
            case .overflow: (128 + SIGSEGV) << 8
            case .terminate, .interrupt: 3 << 8
            case .killDesk: (128 + SIGKILL) << 8
            }
        }
    }

    @Test(arguments: Ending.allCases)
    func `the terminal is given back however the desk ends`(ending: Ending) throws {
        let painter = try Painter(seed: 7, rows: 24, columns: 80)
        defer { painter.remove() }
        let session = painter.session
        try painter.waitForFrame(0)
        #expect(session.showsAlternateScreen)
        #expect(session.settings != session.settingsBefore)
        switch ending {
        case .quit: session.send("q")
        case .trap: session.send("t")
        case .abort: session.send("a")
        case .overflow: session.send("o")
        case .terminate: kill(session.processIdentifier, SIGTERM)
        case .interrupt: kill(session.processIdentifier, SIGINT)
        case .killDesk: kill(try child(of: session.processIdentifier), SIGKILL)
        }
        #expect(session.exitStatus(timeoutSeconds: 10) == ending.status)
        #expect(!session.showsAlternateScreen)
        #expect(session.cursor.isVisible)
        #expect(session.settings == session.settingsBefore)
        let tail = String(decoding: session.output.suffix(400), as: UTF8.self)
        #expect(tail.contains("\u{1B}[?2004l"))
    }

    @Test func `a killed guardian ends the desk, which gives the terminal back`() throws {
        let painter = try Painter(seed: 8, rows: 24, columns: 80)
        defer { painter.remove() }
        let session = painter.session
        try painter.waitForFrame(0)
        let desk = try child(of: session.processIdentifier)
        kill(session.processIdentifier, SIGKILL)
        try session.wait(for: "the main screen") { _ in !session.showsAlternateScreen }
        let end = Date().addingTimeInterval(10)
        while kill(desk, 0) == 0 && Date() < end { session.pump(milliseconds: 5) }
        #expect(kill(desk, 0) != 0)
        #expect(session.settings == session.settingsBefore)
    }

    @Test(arguments: [
        ["TERM": "dumb"], ["TERM": ""], ["TERM": "nonsense"], ["LANG": "zh_CN.GBK"],
    ])
    func `a terminal that will not do is refused in one line, untouched`(environment: [String: String]) throws {
        let painter = try Painter(seed: 1, rows: 24, columns: 80, environment: environment)
        defer { painter.remove() }
        #expect(painter.session.exitStatus(timeoutSeconds: 10) == 2 << 8)
        #expect(painter.session.text.count { !$0.isEmpty } == 1)
        #expect(!painter.session.output.contains(0x1B))
        #expect(painter.session.settings == painter.session.settingsBefore)
    }

    @Test(arguments: ["C", "POSIX", "", "zh_TW.UTF-8"])
    func `a plain locale, or one in UTF-8 that is not installed, will do`(locale: String) throws {
        let painter = try Painter(seed: 1, rows: 24, columns: 80, environment: ["LANG": locale])
        defer { painter.remove() }
        try painter.waitForFrame(0)
    }

    @Test func `too small a terminal is refused`() throws {
        let painter = try Painter(seed: 1, rows: 15, columns: 80)
        defer { painter.remove() }
        #expect(painter.session.exitStatus(timeoutSeconds: 10) == 2 << 8)
        #expect(painter.session.text.joined().contains("tooSmall"))
    }

    private func child(of process: Int32) throws -> Int32 {
        let text = try String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return try #require(Int32(text.split(separator: " ").first ?? ""), "no child: \(text)")
    }
}
