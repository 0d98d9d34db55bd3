import Complaints
import Customers
import Dossier
import Exchange
import Glibc
import Money
import Store
import WorkingTime

/// Import of one purchase file, ours against `sqlite3 .import` of the same file into one indexed table.
enum ImportFigures {
    static let rowsMax = 300_000

    /// Figures, or why they could not be had (no `sqlite3` on this machine).
    static func measure(directory: String, rows: Int, now: Instant) throws -> [Figure] {
        let file = directory + "/purchases.csv"
        let rows = min(rows, rowsMax)
        try write(file, rows: rows)
        let ours = try importOurs(file, directory: directory, now: now)
        var figures = [Figure("import.purchases", Double(rows) / ours, "rows/s")]
        if let theirs = importTheirs(file, directory: directory) {
            figures.append(Figure("import.sqlite3", Double(rows) / theirs, "rows/s"))
            figures.append(Figure("import.ratio", theirs / ours, "x", .atLeast(1.0 / 3)))
        }
        return figures
    }

    private static func write(_ path: String, rows: Int) throws {
        var text = "customer,date,amount,invoice,product\n"
        for row in 1...rows {
            let made = MadeCustomer(number: row)
            let customer = made.mixed(40) % 20_000
            let day = 1 + made.mixed(41) % 28
            let month = 1 + made.mixed(42) % 12
            text += "\(customer),2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day),"
            text += "\(made.mixed(43) % 9_000 + 100),I\(row),P\(made.mixed(44) % 500)\n"
        }
        try AtomicFile.write(Array(text.utf8), to: path)
    }

    private static func importOurs(_ file: String, directory: String, now: Instant) throws -> Double {
        let settings = CentreSettings(region: .taiwan, currency: .twd, zone: "Asia/Taipei", demoLabel: "bench")
        let store = try Store.create(
            directory + "/import.sqlite", settings: settings,
            administrator: Agent(login: "bench", roles: [.agent, .administrator]))
        let request = ImportRequest(kind: .purchases, file: file, zone: .utc, by: "bench", startedAt: now)
        let start = ContinuousClock.now
        _ = try FileImport.run(request, into: store)
        let duration = seconds(start, .now)
        try store.close()
        return duration
    }

    private static func importTheirs(_ file: String, directory: String) -> Double? {
        let database = directory + "/theirs.sqlite"
        let columns = "customer TEXT, date TEXT, amount INTEGER, invoice TEXT, product TEXT"
        let commands = [
            "CREATE TABLE purchases(\(columns));", "CREATE INDEX purchases_customer ON purchases(customer, date);",
            ".import --csv --skip 1 \(file) purchases",
        ]
        let arguments = (["sqlite3", database] + commands).map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        let start = ContinuousClock.now
        var process: pid_t = 0
        guard posix_spawnp(&process, "sqlite3", nil, nil, arguments, environ) == 0 else { return nil }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status == 0 ? seconds(start, .now) : nil
    }
}
