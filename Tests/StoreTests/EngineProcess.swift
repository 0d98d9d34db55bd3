import Foundation

/// The engine of the tests in a process of its own.
final class EngineProcess {
    private let process = Process()
    private let output = Pipe()
    /// Open for as long as the tests live: an engine without it ends by itself.
    private let input = Pipe()
    private var isStopped = false

    /// - Parameter shared: where several processes write to; `finish` then gives no output.
    init(_ arguments: [String], output shared: FileHandle? = nil) throws {
        process.standardInput = input
        process.executableURL = try Self.executable()
        process.arguments = arguments
        process.standardOutput = shared ?? output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Stops it as a debugger would, or lets it go on.
    func toggleStop() {
        isStopped.toggle()
        Glibc.kill(process.processIdentifier, isStopped ? SIGSTOP : SIGCONT)
    }

    /// Waits for its end: what it printed, and whether it was killed.
    func finish() -> (output: String, wasKilled: Bool) {
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: bytes, as: UTF8.self), process.terminationReason == .uncaughtSignal)
    }

    /// It is built beside the tests.
    private static func executable() throws -> URL {
        let starts =
            Bundle.allBundles.map(\.bundleURL) + [Bundle.main.bundleURL, Bundle.main.executableURL].compactMap { $0 }
        for start in starts {
            var folder = start
            for _ in 0..<4 {
                let path = folder.appending(path: "EngineHarness")
                if FileManager.default.isExecutableFile(atPath: path.path) { return path }
                folder = folder.deletingLastPathComponent()
            }
        }
        throw CocoaError(.fileNoSuchFile)
    }
}
