import Dossier
import Glibc
import Store
import WorkingTime

/// The supervisors' queue with every open case of the store: what its desk waits for, and what it holds.
enum QueueFigures {
    private static let openings = 7
    private static let keys = 300
    private static let filters = 12
    private static let openMillisecondsMax = 100.0
    private static let keyMillisecondsMax = 5.0
    private static let filterMillisecondsMax = 50.0
    private static let residentMegabytesMax = 40.0

    /// Read in this process, then by `executable` as a desk at 120x40.
    static func measure(_ store: Store, executable: String, path: String, now: Instant) throws(StoreError) -> [Figure] {
        var opening = Samples()
        for _ in 0..<openings {
            let start = ContinuousClock.now
            let snapshot = try store.queue(now: now)
            let listing = snapshot.listing(.init(), for: MadeComplaints.supervisorLogin)
            _ = try store.queueRows(Array(listing.numbers.prefix(30)), now: now)
            opening.append(start.duration(to: .now))
        }
        let figures = [Figure("queue.open", opening.milliseconds(at: 0.5), "ms", .atMost(openMillisecondsMax))]
        let arguments = ["--store", path, "--as", MadeComplaints.supervisorLogin]
        guard var desk = DeskSession(executable: executable, arguments: arguments, rows: 40, columns: 120) else {
            return figures
        }
        _ = desk.untilQuiet(since: .now)
        settle(&desk)
        return figures + scroll(&desk) + filter(&desk) + resident(desk)
    }

    private static func scroll(_ desk: inout DeskSession) -> [Figure] {
        let arrows: [(name: String, key: String, count: Int)] = [
            ("queue.down", "\u{1B}[B", keys), ("queue.page_down", "\u{1B}[6~", keys), ("queue.end_home", "", keys / 10),
        ]
        var figures: [Figure] = []
        for (name, key, count) in arrows {
            var samples = Samples()
            for turn in 0..<count {
                let ends = turn % 2 == 0 ? "\u{1B}[F" : "\u{1B}[H"
                if let duration = desk.type(key.isEmpty ? ends : key) { samples.append(duration) }
            }
            figures += samples.figures(name, p99: .atMost(keyMillisecondsMax))
        }
        return figures
    }

    /// F4 and the number of another view each time, until its rows stand there.
    private static func filter(_ desk: inout DeskSession) -> [Figure] {
        var samples = Samples()
        for turn in 0..<filters {
            _ = desk.type("\u{1B}OS")
            if let duration = desk.type(turn % 2 == 0 ? "02" : "01") { samples.append(duration) }
        }
        return [Figure("queue.filter", samples.milliseconds(at: 0.99), "ms", .atMost(filterMillisecondsMax))]
    }

    private static func resident(_ desk: borrowing DeskSession) -> [Figure] {
        guard let kilobytes = desk.residentKilobytes else { return [] }
        return [Figure("queue.desk_memory", Double(kilobytes) / 1_000, "MB", .atMost(residentMegabytesMax))]
    }

    /// The order of a full queue comes after the first screen.
    private static func settle(_ desk: inout DeskSession) {
        for _ in 0..<3 { _ = desk.type("\u{1B}[A") }
        usleep(700_000)
        _ = desk.type("\u{1B}[A")
    }
}
