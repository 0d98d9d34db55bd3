package import Dossier
import Glibc
package import Store
package import WorkingTime

/// The figures of performance on this machine: what `tierline bench` measures.
package struct BenchRun {
    /// Customers of the made-up store; three history rows each.
    package var customers: Int
    /// Open complaints of the made-up store.
    package var complaints: Int
    /// Where files are made; nil makes a folder under the system's temporary one and removes it afterwards.
    package var directory: String?
    /// The program itself, started anew on a pseudo terminal.
    package var executable: String
    /// Reads the centre's policies, as every command of the program does.
    package var rules: @Sendable (CentreSettings) -> RulesReader
    package var now: Instant

    package static let customersDefault = 1_000_000
    /// Fewer than the million the limits are meant for: loading those takes some minutes.
    package static let complaintsDefault = 100_000

    package init(
        customers: Int, complaints: Int, directory: String?, executable: String,
        rules: @escaping @Sendable (CentreSettings) -> RulesReader, now: Instant
    ) {
        self.customers = customers
        self.complaints = complaints
        self.directory = directory
        self.executable = executable
        self.rules = rules
        self.now = now
    }

    /// Measures everything; `remark` hears what is being done, `report` every figure as soon as it is known.
    package func run(remark: (String) -> Void, report: ([Figure]) -> Void) throws {
        let place = try makeDirectory()
        defer { if directory == nil { remove(place) } }
        let path = place + "/bench-\(customers)-\(complaints).sqlite"
        if access(path, F_OK) != 0 {
            remark("making \(customers) customers")
            report(
                try BenchStore.build(
                    at: path, customers: customers, complaints: complaints, rules: rules, now: now, progress: remark))
        }
        let store = try Store.open(path)
        try store.use(rules(BenchStore.settings))
        remark("the trail")
        report(try AuditFigures.measure(store))
        remark("look-ups and cards")
        report(try LookupFigures.measure(store, customers: customers, now: now))
        remark("the queue")
        report(try QueueFigures.measure(store, executable: executable, path: path, now: now))
        remark("complaints and the engine")
        report(try EngineFigures.measure(store, complaints: complaints, now: now))
        try store.close()
        remark("the desk on a pseudo terminal")
        report(DeskFigures.measure(executable: executable, store: path, customers: customers))
        remark("a history")
        report(SimulationFigures.measure(executable: executable, directory: place, now: now))
        remark("import")
        let files = place + "/import"
        remove(files)
        mkdir(files, 0o700)
        report(try ImportFigures.measure(directory: files, rows: ImportFigures.rowsMax, now: now))
        remove(files)
    }

    private func makeDirectory() throws(StoreError) -> String {
        if let directory {
            mkdir(directory, 0o700)
            return directory
        }
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((parent + "/tierline-bench-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .cannotCreate(path: parent, errno: errno) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a folder of ours: plain files, one level.
    private func remove(_ directory: String) {
        guard let listing = opendir(directory) else { return }
        while let entry = readdir(listing) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { unlink(directory + "/" + name) }
        }
        closedir(listing)
        rmdir(directory)
    }
}
