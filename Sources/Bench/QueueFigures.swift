import Dossier
import Glibc
import Store
import WorkingTime

/// The supervisors' queue with every open case of the store: what its desk waits for, and what it holds.
enum QueueFigures {
    private static let openings = 7
    private static let keys = 300
    /// No page of the desk at 120x40 has more rows.
    private static let pageRowsMax = 40
    private static let filters = 12
    private static let openMillisecondsMax = 100.0
    private static let keyMillisecondsMax = 5.0
    private static let filterMillisecondsMax = 50.0
    private static let residentMegabytesMax = 40.0

    /// Read in this process, then by `executable` as a desk at 120x40.
    static func measure(_ store: Store, executable: String, path: String, now: Instant) throws(StoreError) -> [Figure] {
        var opening = Samples()
        var open = 0
        for _ in 0..<openings {
            let start = ContinuousClock.now
            let snapshot = try store.queue(now: now)
            let listing = snapshot.listing(.init(), for: MadeComplaints.supervisorLogin)
            open = listing.numbers.count
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
        return figures + scroll(&desk, over: open) + filter(&desk) + resident(desk)
    }

    /// Down and PgDn only as far as the list goes: at its end a key changes nothing, and no answer comes to be timed.
    private static func scroll(_ desk: inout DeskSession, over rows: Int) -> [Figure] {
        let arrows: [(name: String, key: String, count: Int)] = [
            ("queue.down", "\u{1B}[B", min(keys, rows - 1)),
            ("queue.page_down", "\u{1B}[6~", min(keys, rows / pageRowsMax - 1)),
            ("queue.end_home", "", rows > 1 ? keys / 10 : 0),
        ]
        var figures: [Figure] = []
        for (name, key, count) in arrows where count > 0 {
            var samples = Samples()
            _ = desk.type("\u{1B}[A")
            _ = desk.type("\u{1B}[H")
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
