import Customers
import Money
import Store
import WorkingTime

/// Writes an export's rows in one format.
protocol TableWriter: AnyObject {
    func begin(_ columns: [String]) throws(ExportError)
    func write(_ row: [ExportValue]) throws(ExportError)
    /// The last line, which says who took how many rows and when, and the end of the file; its hash.
    func finish(_ trailer: ExportTrailer) throws(ExportError) -> String?
}

/// The last line of an exported file.
struct ExportTrailer {
    var by: String
    var at: String
    var rows: Int

    /// Begins the trailer's cell; an import passes over the row that begins so.
    static let mark = "#tierline-export"
    var text: String { "\(Self.mark) by \(by) at \(at) rows \(rows)" }
}

extension ExportValue {
    /// What the cell says, and whether it is a number that stands as one.
    func shown(in zone: ZoneRules) -> (text: String, isNumber: Bool)? {
        switch self {
        case .none: nil
        case .text(let text): (text, false)
        case .integer(let number): (String(number), true)
        case .amount(let money): (money.text(grouped: false), true)
        case .basisPoints(let points):
            (
                "\(points < 0 ? "-" : "")\(points.magnitude / 100)"
                    + (points % 100 == 0 ? "" : ".\(points.magnitude % 100 < 10 ? "0" : "")\(points.magnitude % 100)"),
                true
            )
        case .instant(let instant): (instant.rfc3339(in: zone), false)
        case .customer(let id): (id.description, false)
        }
    }
}

final class DelimitedTableWriter: TableWriter {
    private let output: OutputFile
    private let request: ExportRequest
    private let encoder: TextEncoder
    private var columns: [String] = []
    private var rows = 0
    private var waiting: [UInt8] = []
    private static let waitingMax = 64 << 10

    init(_ request: ExportRequest, output: OutputFile) throws(ExportError) {
        self.request = request
        self.output = output
        encoder = TextEncoder(to: request.encoding, escapesUnknown: request.escapesUnknown)
    }

    func begin(_ columns: [String]) throws(ExportError) {
        self.columns = columns
        switch request.encoding {
        case .utf8: waiting += [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: waiting += [0xFF, 0xFE]
        case .utf16BigEndian: waiting += [0xFE, 0xFF]
        case .big5, .gb18030: break
        }
        try writeLine(columns)
    }

    func write(_ row: [ExportValue]) throws(ExportError) {
        rows += 1
        try writeLine(
            row.map { value in
                guard let (text, isNumber) = value.shown(in: request.zone) else { return "" }
                return isNumber ? text : FormulaGuard.neutralised(text)
            })
    }

    func finish(_ trailer: ExportTrailer) throws(ExportError) -> String? {
        try writeLine([trailer.text])
        try output.write(waiting)
        return try output.finish()
    }

    private func writeLine(_ cells: [String]) throws(ExportError) {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += "," }
            line += "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }
        line += "\r\n"
        if let bytes = encoder.encoded(line) {
            waiting += bytes
        } else {
            throw notEncodable(cells)
        }
        guard waiting.count >= Self.waitingMax else { return }
        try output.write(waiting)
        waiting.removeAll(keepingCapacity: true)
    }

    private func notEncodable(_ cells: [String]) -> ExportError {
        for (index, cell) in cells.enumerated() {
            for scalar in cell.unicodeScalars where encoder.encoded(String(scalar)) == nil {
                return .notEncodable(
                    row: rows, column: columns.indices.contains(index) ? columns[index] : "",
                    character: "\(scalar) (U+\(String(scalar.value, radix: 16, uppercase: true)))",
                    encoding: request.encoding)
            }
        }
        return .notEncodable(row: rows, column: "", character: "", encoding: request.encoding)
    }
}

final class WorkbookTableWriter: TableWriter {
    private let output: OutputFile
    private let request: ExportRequest
    private let workbook: WorkbookWriter

    init(_ request: ExportRequest, output: OutputFile) throws(ExportError) {
        guard let path = output.pathMeanwhile else { throw .workbookNeedsFile }
        self.request = request
        self.output = output
        do throws(WorkbookWriter.Failure) {
            workbook = try WorkbookWriter(path: path, sheet: request.run.kind.rawValue)
        } catch {
            throw Self.exportError(error, path)
        }
    }

    func begin(_ columns: [String]) throws(ExportError) { try write(cells: columns.map(WorkbookWriter.Cell.text)) }

    func write(_ row: [ExportValue]) throws(ExportError) {
        try write(
            cells: row.map { value in
                guard let (text, isNumber) = value.shown(in: request.zone) else { return .empty }
                // Fifteen digits are what a sheet's number holds.
                return isNumber && text.utf8.count <= 15 ? .number(text) : .text(FormulaGuard.neutralised(text))
            })
    }

    func finish(_ trailer: ExportTrailer) throws(ExportError) -> String? {
        try write(cells: [.text(trailer.text)])
        do throws(WorkbookWriter.Failure) {
            try workbook.finish()
        } catch {
            throw Self.exportError(error, request.file ?? "")
        }
        return try output.finish(isWrittenElsewhere: true)
    }

    private func write(cells: [WorkbookWriter.Cell]) throws(ExportError) {
        do throws(WorkbookWriter.Failure) {
            try workbook.write(cells)
        } catch {
            throw Self.exportError(error, request.file ?? "")
        }
    }

    private static func exportError(_ failure: WorkbookWriter.Failure, _ path: String) -> ExportError {
        switch failure {
        case .cannotWrite(let errno): .cannotWrite(path: path, errno: errno)
        case .tooManyRows(let max): .tooManyRows(max: max)
        }
    }
}
