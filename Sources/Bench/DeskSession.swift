import CPty
import Glibc

/// The real desk on a pseudo terminal, timed from outside: what a person waits for.
struct DeskSession: ~Copyable {
    /// A desk silent for this long after a key has painted everything the key caused.
    static let quietMilliseconds: Int32 = 12
    /// Nothing measured here takes longer; a desk that does is counted at this value.
    static let patienceMilliseconds: Int32 = 3_000

    private let master: Int32
    private let process: Int32
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    private(set) var bytesReceived = 0

    /// Starts `executable` on `rows` x `columns`; nil when no pseudo terminal could be had.
    init?(executable: String, arguments: [String], rows: Int, columns: Int) {
        let argumentPointers = ([executable] + arguments).map { strdup($0) } + [nil]
        var variablePointers: [UnsafeMutablePointer<CChar>?] = []
        for name in ["HOME", "PATH", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "USER"] {
            if let value = getenv(name) { variablePointers.append(strdup(name + "=" + String(cString: value))) }
        }
        variablePointers += [strdup("TERM=xterm-256color"), strdup("LANG=C.UTF-8"), nil]
        defer { (argumentPointers + variablePointers).forEach { free($0) } }
        var started: Int32 = 0
        master = cpty_spawn(executable, argumentPointers, variablePointers, Int32(rows), Int32(columns), &started)
        process = started
        if master < 0 { return nil }
    }

    deinit {
        kill(process, SIGTERM)
        if cpty_wait_exit(process, 2_000) == -1 {
            kill(process, SIGKILL)
            _ = cpty_wait_exit(process, 2_000)
        }
        close(master)
    }

    /// What the desk and its guardian's child hold in memory: the larger of them is the desk.
    var residentKilobytes: Int? {
        let children = text("/proc/\(process)/task/\(process)/children").split(separator: " ").map(String.init)
        return (children + [String(process)]).compactMap { id in
            text("/proc/\(id)/status").split(separator: "\n").first { $0.hasPrefix("VmRSS:") }.flatMap {
                Int($0.drop { !$0.isNumber }.prefix { $0.isNumber })
            }
        }.max()
    }

    private func text(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8_192)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Types `keys` and returns the time until the last byte they caused; nil when nothing came.
    mutating func type(_ keys: String) -> Duration? {
        let start = ContinuousClock.now
        let bytes = Array(keys.utf8)
        _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        return untilQuiet(since: start)
    }

    /// Time from `start` to the last byte before the desk fell silent; answers the terminal's own questions.
    mutating func untilQuiet(since start: ContinuousClock.Instant) -> Duration? {
        var last: ContinuousClock.Instant?
        var wait = Self.patienceMilliseconds
        while cpty_wait_readable(master, wait) == 1 {
            let count = read(master, &buffer, buffer.count)
            if count <= 0 { break }
            last = ContinuousClock.now
            bytesReceived += count
            answerCursorReport(in: buffer[0..<count])
            wait = Self.quietMilliseconds
        }
        return last.map { start.duration(to: $0) }
    }

    /// A desk asks `ESC[6n` before its first frame; a terminal that stays dumb would cost it its time-out.
    private func answerCursorReport(in bytes: ArraySlice<UInt8>) {
        let question: [UInt8] = [0x1B, 0x5B, 0x36, 0x6E]
        guard bytes.count >= question.count else { return }
        for start in bytes.startIndex...(bytes.endIndex - question.count)
        where bytes[start..<start + question.count].elementsEqual(question) {
            let answer: [UInt8] = Array("\u{1B}[1;2R".utf8)
            _ = answer.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        }
    }
}
