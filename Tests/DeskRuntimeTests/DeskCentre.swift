import Foundation
import ScreenHarness

/// A store of its own in a temporary home, and desks and commands of the real program on it.
final class DeskCentre {
    struct CommandFailed: Error, CustomStringConvertible {
        let description: String
    }

    let home: URL
    private let program: URL

    /// Makes the store with one customer: 林小雨, 0912-345-678, ABC-1235.
    init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        for folder in [home, home.appending(path: "run")] {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        program = URL(fileURLWithPath: own).deletingLastPathComponent().appending(path: "tierline")
        try run("init", "--region", "TW")
        try run("customer", "new", "--name", "林小雨", "--phone", "0912345678", "--plate", "ABC-1235")
    }

    deinit {
        try? FileManager.default.removeItem(at: home)
    }

    var store: String { home.path + "/desk.sqlite" }

    /// Standard output of `tierline arguments`; throws when it does not end with 0.
    @discardableResult
    func run(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment.merging(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) { own, _ in own }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandFailed(description: "\(arguments) ended with \(process.terminationStatus): \(text)")
        }
        return text
    }

    /// A desk, ready for keys.
    func desk(
        language: String = "zh-Hant", arguments: [String] = [], rows: Int = 24, columns: Int = 80,
        environment extra: [String: String] = [:]
    ) throws -> ScreenSession {
        let session = try start(["--lang", language] + arguments, rows: rows, columns: columns, environment: extra)
        try session.wait(forText: "F10")
        return session
    }

    /// The program on a terminal, whatever becomes of it.
    func start(
        _ arguments: [String], rows: Int = 24, columns: Int = 80, environment extra: [String: String] = [:]
    ) throws -> ScreenSession {
        try ScreenSession(
            executable: program.path, arguments: arguments, environment: environment.merging(extra) { _, new in new },
            rows: rows, columns: columns)
    }

    private var environment: [String: String] {
        [
            "HOME": home.path, "TIERLINE_STORE": store, "XDG_STATE_HOME": home.path + "/state",
            "XDG_CONFIG_HOME": home.path + "/config", "XDG_DATA_HOME": home.path + "/data",
            "XDG_RUNTIME_DIR": home.path + "/run",
        ]
    }
}

/// Keys as terminals send them.
enum Keys {
    static let enter = "\r"
    static let escape = "\u{1B}"
    static let tab = "\t"
    static let controlS = "\u{13}"
    static let controlC = "\u{3}"
    static let f2 = "\u{1B}OQ"
    static let f4 = "\u{1B}OS"
    static let f6 = "\u{1B}[17~"
    static let f10 = "\u{1B}[21~"
}
