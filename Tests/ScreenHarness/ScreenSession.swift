import CPty
import CVterm
import Foundation

/// A program on a pseudo terminal with an emulator for its screen: type, wait for text, read the cells.
///
/// It waits for what the screen must show, never for a time; a wait that runs out says what the screen showed.
package final class ScreenSession {
    package struct TimedOut: Error, CustomStringConvertible {
        package let description: String
    }

    package let processIdentifier: Int32
    /// Line settings before the program started, to compare with `settings` after it ended.
    package let settingsBefore: UInt64
    package private(set) var rows: Int
    package private(set) var columns: Int
    /// Every byte the program wrote.
    package private(set) var output: [UInt8] = []

    private let master: Int32
    private let screen: OpaquePointer
    private var ended: Int32?

    /// Starts `executable`; `environment` is added to a small fixed one (TERM, LANG, PATH).
    package init(
        executable: String, arguments: [String], environment: [String: String] = [:], rows: Int = 24,
        columns: Int = 80
    ) throws {
        var variables = [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
        ]
        variables.merge(environment) { _, new in new }
        let argumentPointers = ([executable] + arguments).map { strdup($0) } + [nil]
        let variablePointers = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argumentPointers + variablePointers).forEach { free($0) } }
        var started: Int32 = 0
        let descriptor = cpty_spawn(
            executable, argumentPointers, variablePointers, Int32(rows), Int32(columns), &started)
        guard descriptor >= 0, let emulator = cv_new(Int32(rows), Int32(columns)) else {
            throw TimedOut(description: "cannot start \(executable): \(String(cString: strerror(errno)))")
        }
        master = descriptor
        screen = emulator
        processIdentifier = started
        settingsBefore = cpty_settings(descriptor)
        self.rows = rows
        self.columns = columns
    }

    deinit {
        if ended == nil { kill(processIdentifier, SIGKILL) }
        _ = exitStatus(timeoutSeconds: 5)
        close(master)
        cv_free(screen)
    }

    /// Line settings now.
    package var settings: UInt64 { cpty_settings(master) }

    package var showsAlternateScreen: Bool { cv_alternate(screen) != 0 }

    /// Types `text` as a terminal would send it.
    package func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno == EAGAIN {
                pump(milliseconds: 20)
            } else {
                return
            }
        }
    }

    package func resize(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        cv_resize(screen, Int32(rows), Int32(columns))
        _ = cpty_resize(master, Int32(rows), Int32(columns))
    }

    /// Reads what is there for at most `milliseconds`; false when the program hung up.
    @discardableResult
    package func pump(milliseconds: Int32) -> Bool {
        guard cpty_wait_readable(master, milliseconds) == 1 else {
            return cpty_wait_readable(master, 0) != -1
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return count < 0 && errno == EAGAIN }
            output.append(contentsOf: buffer[0..<count])
            cv_write(screen, buffer, count)
            answer()
        }
    }

    /// Waits until `condition` holds of the screen's rows.
    package func wait(
        for what: String, timeoutSeconds: Double = 20, until condition: ([String]) -> Bool
    ) throws {
        let end = Date().addingTimeInterval(timeoutSeconds)
        while !condition(text) {
            let alive = pump(milliseconds: 20)
            if condition(text) { return }
            if !alive || Date() > end {
                throw TimedOut(
                    description: "\(alive ? "timed out" : "program ended") waiting for \(what); the screen shows:\n"
                        + text.joined(separator: "\n"))
            }
        }
    }

    /// Waits until some row contains `wanted`.
    package func wait(forText wanted: String, timeoutSeconds: Double = 20) throws {
        try wait(for: "\"\(wanted)\"", timeoutSeconds: timeoutSeconds) { $0.contains { $0.contains(wanted) } }
    }

    /// The exit status in waitpid's form; nil when it still runs after the time.
    package func exitStatus(timeoutSeconds: Double) -> Int32? {
        if let ended { return ended }
        let end = Date().addingTimeInterval(timeoutSeconds)
        repeat {
            pump(milliseconds: 5)
            let status = cpty_wait_exit(processIdentifier, 15)
            if status != -1 {
                ended = status
                while cpty_wait_readable(master, 0) == 1, pump(milliseconds: 0) {}
                return status
            }
        } while Date() < end
        return nil
    }

    /// The screen as text, one string a row, without trailing blanks.
    package var text: [String] { (0..<rows).map(rowText) }

    package var cursor: (row: Int, column: Int, isVisible: Bool) {
        var row: Int32 = 0
        var column: Int32 = 0
        var visible: Int32 = 0
        cv_cursor(screen, &row, &column, &visible)
        return (Int(row), Int(column), visible != 0)
    }

    /// Bit 0 bold, 1 underline, 2 reverse, 3 a background colour.
    package func attributes(row: Int, column: Int) -> Int32 { cv_attributes(screen, Int32(row), Int32(column)) }

    /// The terminal cell width of what stands at a cell: 1, 2, or 0 for a continuation.
    package func cell(row: Int, column: Int) -> (text: String, width: Int) {
        var scalars = [UInt32](repeating: 0, count: 7)
        let width = cv_cell(screen, Int32(row), Int32(column), &scalars)
        var text = ""
        for value in scalars.prefix(while: { $0 != 0 }) {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        return (text, Int(width))
    }

    private func rowText(_ row: Int) -> String {
        var line = ""
        for column in 0..<columns {
            let one = cell(row: row, column: column)
            if one.width == 0 { continue }
            line += one.text.isEmpty ? " " : one.text
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    private func answer() {
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = cv_answers(screen, &buffer, buffer.count)
        if count > 0 { _ = write(master, buffer, count) }
    }
}
