import Complaints
import Customers
import Dossier
import Exchange
import Glibc
import Money
import Store
import WorkingTime

/// Import of purchases, ours against `sqlite3 .import` into a table of the same columns with the same indexes.
///
/// Both read the same rows in the same order. Theirs come with the keys already found and the instants as numbers, as
/// a bare table needs them; ours come as a shop would write them.
enum ImportFigures {
    static let rowsMax = 300_000

    /// Figures, or why they could not be had (no `sqlite3` on this machine).
    static func measure(directory: String, rows: Int, now: Instant) throws -> [Figure] {
        let file = directory + "/purchases.csv"
        let bare = directory + "/bare.csv"
        let rows = min(rows, rowsMax)
        try write(file, bare: bare, rows: rows)
        let ours = try importOurs(file, .purchases, directory: directory, now: now)
        var figures = [Figure("import.purchases", Double(rows) / ours, "rows/s")]
        if let theirs = importTheirs(bare, directory: directory) {
            figures.append(Figure("import.sqlite3", Double(rows) / theirs, "rows/s"))
            figures.append(Figure("import.ratio", theirs / ours, "x", .atLeast(0.5)))
        }
        let people = directory + "/customers.csv"
        try writeCustomers(people, rows: rows)
        let loaded = try importOurs(people, .customers, directory: directory, now: now)
        figures.append(Figure("import.customers", Double(rows) / loaded, "rows/s", .atLeast(20_000)))
        return figures
    }

    /// Customers as a list has them: a name, one or two phones in several spellings, a plate.
    private static func writeCustomers(_ path: String, rows: Int) throws {
        var text = "reference,name,phone,telephone,plate,region\n"
        for row in 1...rows {
            let made = MadeCustomer(number: row)
            let digits = made.phoneDigits
            let spelled = row % 2 == 0 ? digits : digits.prefix(4) + "-" + digits.dropFirst(4)
            let line = made.isMainland ? "0571-8\(made.mixed(46) % 9_000_000 + 1_000_000)" : "(02)2\(digits.suffix(7))"
            let second = row % 3 == 0 ? line + (row % 2 == 0 ? "#\(made.mixed(47) % 900)" : "") : ""
            text += "\(row),\(made.name),\(spelled),\(second),\(made.plate?.display ?? ""),"
            text += made.isMainland ? "CN\n" : "TW\n"
        }
        try AtomicFile.write(Array(text.utf8), to: path)
    }

    private static func write(_ path: String, bare: String, rows: Int) throws {
        var text =
            "reference,customer,date,invoice,product,product_class,quantity,amount,currency,kind,margin_percent\n"
        var bareText = ""
        for row in 1...rows {
            let made = MadeCustomer(number: row)
            let customer = made.mixed(40) % 20_000
            let day = Int(made.mixed(41) % 28)
            let month = 1 + made.mixed(42) % 12
            let amount = made.mixed(43) % 9_000 + 100
            let date = "2026-\(month < 10 ? "0" : "")\(month)-\(day < 9 ? "0" : "")\(day + 1)"
            let product = "I\(row),P\(made.mixed(44) % 500),C\(made.mixed(45) % 9)"
            text += "R\(row),\(customer),\(date),\(product),1,\(amount),TWD,sale,12.5\n"
            let at = 1_767_225_600_000_000 + (Int(month) * 31 + day) * 86_400_000_000
            bareText += "\(customer),\(at),\(row),\(product),1,\(amount),TWD,0,1250,1,R\(row)\n"
        }
        try AtomicFile.write(Array(text.utf8), to: path)
        try AtomicFile.write(Array(bareText.utf8), to: bare)
    }

    private static func importOurs(
        _ file: String, _ kind: ImportKind, directory: String, now: Instant
    ) throws -> Double {
        let settings = CentreSettings(region: .taiwan, currency: .twd, zone: "Asia/Taipei", demoLabel: "bench")
        let store = try Store.create(
            directory + "/\(kind.rawValue).sqlite", settings: settings,
            administrator: Agent(login: "bench", roles: [.agent, .administrator]))
        let request = ImportRequest(kind: kind, file: file, zone: .utc, by: "bench", startedAt: now)
        let start = ContinuousClock.now
        _ = try FileImport.run(request, into: store)
        let duration = seconds(start, .now)
        try store.close()
        return duration
    }

    private static func importTheirs(_ file: String, directory: String) -> Double? {
        let database = directory + "/theirs.sqlite"
        let columns = """
            customer INTEGER NOT NULL, at INTEGER NOT NULL, id INTEGER NOT NULL, invoice TEXT, product TEXT,
            product_class TEXT, quantity INTEGER NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
            is_return INTEGER NOT NULL, margin_basis_points INTEGER, source INTEGER NOT NULL, reference TEXT NOT NULL,
            PRIMARY KEY (customer, at, id)
            """
        let commands = [
            "CREATE TABLE purchases(\(columns)) STRICT, WITHOUT ROWID;",
            "CREATE UNIQUE INDEX purchases_by_reference ON purchases (source, reference);",
            ".import --csv \(file) purchases",
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
