import Complaints
import Configuration
import Customers
import Dossier
import Foundation
import Money
import Store
import Testing
import WorkingTime

@testable import Exchange

/// A sink that remembers what it was given, commits every few rows and turns away the lines it is told to.
final class RecordingSink: RowSink {
    var customers: [Customer] = []
    var purchases: [(line: PurchaseLine, reference: String, customer: String?)] = []
    var interactions: [(contact: NewInteraction, reference: String, customer: String)] = []
    var vehicles: [(plate: VehiclePlate, model: String?, reference: String, customer: String)] = []
    var holdings: [(holding: Holding, reference: String, customer: String)] = []
    var complaints: [(complaint: ImportedCase, reference: String, customer: String?)] = []
    var isFinished = false
    var fileHash: String?
    var refusedLines: Set<Int> = []
    private let batchRows: Int
    private var gathered: [Int] = []
    private var counts = BulkCounts()

    init(batchRows: Int = 3) {
        self.batchRows = batchRows
    }

    func add(customer: Customer, origin: RowOrigin?, line: Int) -> BulkCommit? {
        customers.append(customer)
        return gather(line)
    }

    func add(
        purchase: PurchaseLine, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) -> BulkCommit? {
        purchases.append((purchase, reference, customerReference))
        return gather(line)
    }

    func add(
        interaction: NewInteraction, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) -> BulkCommit? {
        interactions.append((interaction, reference, customerReference ?? ""))
        return gather(line)
    }

    func add(
        vehicle: VehiclePlate, model: String?, reference: String, customerReference: String?, origin: RowOrigin?,
        line: Int
    ) -> BulkCommit? {
        vehicles.append((vehicle, model, reference, customerReference ?? ""))
        return gather(line)
    }

    func add(
        holding: Holding, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) -> BulkCommit? {
        holdings.append((holding, reference, customerReference ?? ""))
        return gather(line)
    }

    func add(
        complaint: ImportedCase, reference: String, customerReference: String?, origin: RowOrigin?, line: Int
    ) -> BulkCommit? {
        complaints.append((complaint, reference, customerReference))
        return gather(line)
    }

    func flush() -> BulkCommit { commit() }

    func finish(at: Instant, fileHash: String?) -> BulkCommit {
        isFinished = true
        self.fileHash = fileHash
        return commit()
    }

    private func gather(_ line: Int) -> BulkCommit? {
        gathered.append(line)
        return gathered.count == batchRows ? commit() : nil
    }

    private func commit() -> BulkCommit {
        let refused = gathered.filter { refusedLines.contains($0) }
        counts.inserted += gathered.count - refused.count
        counts.rejected += refused.count
        let through = gathered.last ?? 0
        gathered = []
        return BulkCommit(
            throughLine: through,
            rejections: refused.map { BulkRejection(line: $0, error: .tooLong(field: "name", limit: 3)) },
            counts: counts)
    }
}

/// A file in a folder of its own, imported into a ``RecordingSink``.
struct ImportFixture {
    let folder: URL
    var file: URL
    var map: ImportMap?
    var kind = ImportKind.purchases
    var encoding: TextEncoding?
    var zone = ZoneRules.utc
    var region: Region?

    init(_ kind: ImportKind, _ text: String, name: String = "rows.csv") throws {
        try self.init(kind, bytes: Data(text.utf8), name: name)
    }

    init(_ kind: ImportKind, bytes: Data, name: String = "rows.csv") throws {
        self.kind = kind
        folder = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appending(path: name)
        try bytes.write(to: file)
    }

    /// A file of the real data, which every test machine must have beside the package.
    init(real path: String, _ kind: ImportKind, map: ShippedMap) throws {
        try self.init(kind, "")
        file =
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "../shared/data/\(path)").standardized
        try #require(
            FileManager.default.fileExists(atPath: file.path), "the real data is not at \(file.path): tests need it")
        self.map = try map.map()
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    var rejectsPath: String { folder.appending(path: "rejects.csv").path }

    /// The rejects file, or nil when there is none.
    var rejects: String? { try? String(contentsOfFile: rejectsPath, encoding: .utf8) }

    var request: ImportRequest {
        ImportRequest(
            kind: kind, file: file.path, map: map, encoding: encoding, region: region, zone: zone,
            rejectsFile: rejectsPath, by: "amy", startedAt: Instant(seconds: 0))
    }

    @discardableResult
    func run(
        into sink: RecordingSink = RecordingSink(), progress: (ImportProgress) -> Void = { _ in },
        shouldStop: () -> Bool = { false }
    ) throws(ImportError) -> (result: ImportResult, sink: RecordingSink) {
        let opened = try OpenedFile(request, defaults: CentreDefaults(region: .taiwan, currency: .gbp))
        try opened.context.plan.checkNeeded()
        var loop = try ImportLoop(opened, request: request, sink: sink)
        try loop.run(progress: progress, shouldStop: shouldStop)
        return (loop.result, sink)
    }

    /// The rows of a comma-separated text as the record reader gives them: cells, or the fault.
    static func rows(_ text: String, delimiter: ImportMap.Delimiter = .character(0x2C)) throws -> [Row] {
        let fixture = try ImportFixture(.customers, text)
        defer { fixture.remove() }
        let lines = try LineReader(file: SourceFile(path: fixture.file.path), encoding: nil)
        let reader = try RecordReader(lines: lines, delimiter: delimiter)
        let decoder = try RecordDecoder(encoding: .utf8)
        var rows: [Row] = []
        while let record = try reader.next() {
            do throws(RowFault) {
                let decoded = try decoder.decoded(record)
                rows.append(
                    Row(record.place.line, (0..<decoded.columns).map { String(decoding: decoded[$0], as: UTF8.self) }))
            } catch {
                rows.append(Row(record.place.line, fault: error))
            }
        }
        return rows
    }
}

struct Row: Equatable {
    var line: Int
    var cells: [String] = []
    var fault: RowFault?

    init(_ line: Int, _ cells: [String]) {
        self.line = line
        self.cells = cells
    }

    init(_ line: Int, fault: RowFault) {
        self.line = line
        self.fault = fault
    }
}
