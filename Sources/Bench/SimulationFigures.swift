import Glibc
import WorkingTime

/// `policy simulate`, end to end: the program itself reads a history from a file, plays it and writes what comes of it.
enum SimulationFigures {
    private static let cases = 20_000
    private static let rounds = 3

    /// A long history of short cases: six events each, many open at the same time.
    static func measure(executable: String, directory: String, now: Instant) -> [Figure] {
        let path = directory + "/history.jsonl"
        let events = write(to: path, now)
        defer { unlink(path) }
        guard events > 0 else { return [] }
        var samples = Samples()
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            guard run(executable, ["policy", "simulate", "default", "--events", path]) else { return [] }
            samples.append(start.duration(to: .now))
        }
        let seconds = samples.milliseconds(at: 0.5) / 1_000
        return [Figure("policy.simulate", Double(events) / seconds, "events/s", .atLeast(50_000))]
    }

    /// One line of the history, before it is known when it happens.
    private struct Step {
        var at: Instant
        var caseNumber: Int
        var event: String
        var fields: String
    }

    private static let steps: [(minutes: Int64, event: String, fields: String)] = [
        (0, "register", #"{"channel":"phone","summary":"meter counts double","contact":"5551234","live":true}"#),
        (2, "assess", #"{"severity":"S3","category":"billing","vulnerable":"no"}"#),
        (5, "note", #"{"text":"looked at the meter"}"#),
        (
            60, "resolve",
            #"{"outcome":"not_upheld","decision_told":true,"routes_told":true,"root_cause":"meter"}"#
        ),
        (1_560, "follow_up", #"{"reached":true,"satisfied":"yes","score":5}"#),
        (1_620, "close", #"{"root_cause":"meter","disposition":"explained"}"#),
    ]

    /// The number of events written; 0 when they could not be.
    private static func write(to path: String, _ now: Instant) -> Int {
        var lines: [Step] = []
        for number in 1...cases {
            let start = now.cutToSecond + TimeLength(seconds: Int64(number))
            lines += steps.map {
                Step(
                    at: start + TimeLength(minutes: $0.minutes), caseNumber: number, event: $0.event, fields: $0.fields)
            }
        }
        lines.sort { ($0.at, $0.caseNumber) < ($1.at, $1.caseNumber) }
        guard let file = fopen(path, "w") else { return 0 }
        for line in lines {
            let at = line.at.rfc3339(offsetSeconds: 8 * 3600)
            let text =
                #"{"at":"\#(at)","case":"case \#(line.caseNumber)","event":"\#(line.event)","actor":"amy","#
                + #""role":"agent","fields":\#(line.fields)}"# + "\n"
            fputs(text, file)
        }
        return fclose(file) == 0 ? lines.count : 0
    }

    /// True when the program ended well; what it writes goes nowhere.
    private static func run(_ executable: String, _ arguments: [String]) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        guard posix_spawn(&process, executable, &actions, nil, &words, environ) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return false } }
        return status == 0
    }
}
