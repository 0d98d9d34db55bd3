import Foundation

/// One run of the real program as a process of its own: what it wrote and how it ended.
struct ProgramRun {
    var status: Int32
    var output: String
    var errors: String

    struct CannotRun: Error, CustomStringConvertible {
        var description: String
    }

    /// The program stands beside the test bundle in the build folder.
    static var executable: URL {
        get throws {
            let own = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            let candidates = [own, URL(fileURLWithPath: CommandLine.arguments[0])]
            for candidate in candidates {
                let program = candidate.deletingLastPathComponent().appendingPathComponent("tierline")
                if FileManager.default.isExecutableFile(atPath: program.path) { return program }
            }
            throw CannotRun(description: "no program tierline beside \(own.path)")
        }
    }

    /// Runs `tierline arguments` and waits for its end.
    ///
    /// - Parameters:
    ///   - home: folder that stands for the user's home, so that nothing of the machine's own user is read or written.
    ///   - environment: added to a small fixed one.
    ///   - clock: how far the program's wall clock is off the machine's, as `faketime` takes it: `-1h`, `+3d`.
    ///   - canWrite: false: no file grows beyond 64 KiB, so that writes to a store fail as on a broken disk.
    init(
        _ arguments: [String], home: URL, environment: [String: String] = [:], input: String = "",
        clock: String? = nil, canWrite: Bool = true
    ) throws {
        let process = Process()
        (process.executableURL, process.arguments) = try Self.call(arguments, clock: clock)
        if !canWrite { (process.executableURL, process.arguments) = try Self.callUnableToWrite(arguments) }
        var variables = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": home.path, "XDG_DATA_HOME": home.path + "/data",
            "XDG_CONFIG_HOME": home.path + "/config", "XDG_STATE_HOME": home.path + "/state",
        ]
        variables.merge(environment) { _, new in new }
        process.environment = variables
        let files = try ["in", "out", "err"].map { name in
            let path = home.appendingPathComponent("\(UUID().uuidString).\(name)")
            try Data(name == "in" ? Array(input.utf8) : []).write(to: path)
            return path
        }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
        for file in files { try FileManager.default.removeItem(at: file) }
    }

    /// The program, behind another clock where one is asked for; the time since the machine's start stays true.
    static func call(_ arguments: [String], clock: String?) throws -> (executable: URL, arguments: [String]) {
        guard let clock else { return (try executable, arguments) }
        let words = ["--exclude-monotonic", "-f", clock, try executable.path] + arguments
        return (URL(fileURLWithPath: "/usr/bin/faketime"), words)
    }

    private static func callUnableToWrite(_ arguments: [String]) throws -> (executable: URL, arguments: [String]) {
        let script = #"trap '' XFSZ; ulimit -f 128; exec "$0" "$@""#
        return (URL(fileURLWithPath: "/bin/sh"), ["-c", script, try executable.path] + arguments)
    }

    /// Standard output as one JSON document.
    func json() throws -> [String: Any] {
        guard let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] else {
            throw CannotRun(description: "no JSON object: \(output)")
        }
        return object
    }

    /// Standard output as JSON Lines.
    func jsonLines() throws -> [[String: Any]] {
        try output.split(separator: "\n").map { line in
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
                throw CannotRun(description: "no JSON object: \(line)")
            }
            return object
        }
    }

    /// The code of the error document.
    func errorCode() throws -> String? { (try json()["error"] as? [String: Any])?["code"] as? String }
}

/// A folder of its own that is taken away with the value; runs the program in it.
final class Workplace {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tierline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func run(_ arguments: String..., environment: [String: String] = [:], input: String = "") throws -> ProgramRun {
        try ProgramRun(arguments, home: folder, environment: environment, input: input)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        return path(name)
    }
}
