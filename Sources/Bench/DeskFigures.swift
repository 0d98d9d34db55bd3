/// What a person at the desk waits for, measured from outside on a pseudo terminal.
enum DeskFigures {
    static let starts = 15
    static let keyRounds = 60

    /// Start-up and keys of `executable`'s desk on the store at `path`.
    static func measure(executable: String, store path: String, customers: Int) -> [Figure] {
        let arguments = ["--store", path, "--as", "bench"]
        var figures = startUp(executable: executable, arguments: arguments)
        figures += keys(executable: executable, arguments: arguments, customers: customers, rows: 40, columns: 120)
            .figures("desk.key.120x40", p50: .atMost(2), p99: .atMost(10))
        figures += keys(executable: executable, arguments: arguments, customers: customers, rows: 60, columns: 200)
            .figures("desk.key.200x60", p99: .atMost(20))
        return figures
    }

    /// From starting the program to the last byte of its first screen.
    private static func startUp(executable: String, arguments: [String]) -> [Figure] {
        var samples = Samples()
        for _ in 0..<starts {
            let start = ContinuousClock.now
            guard var desk = DeskSession(executable: executable, arguments: arguments, rows: 40, columns: 120),
                let duration = desk.untilQuiet(since: start)
            else { continue }
            samples.append(duration)
        }
        return [Figure("desk.start.p50", samples.milliseconds(at: 0.5), "ms", .atMost(60))]
    }

    /// One digit after the other of many numbers, each until the candidates it brings are painted.
    private static func keys(
        executable: String, arguments: [String], customers: Int, rows: Int, columns: Int
    ) -> Samples {
        var samples = Samples()
        guard var desk = DeskSession(executable: executable, arguments: arguments, rows: rows, columns: columns) else {
            return samples
        }
        _ = desk.untilQuiet(since: .now)
        for round in 0..<keyRounds {
            let made = MadeCustomer(number: 1 + Int(MadeCustomer(number: round).mixed(77) % UInt64(customers)))
            for digit in made.phoneDigits {
                if let duration = desk.type(String(digit)) { samples.append(duration) }
            }
            _ = desk.type("\r")
            _ = desk.type("\u{3}")
        }
        return samples
    }
}
