package import Store
package import WorkingTime

package enum ExportFormat: String, Sendable, CaseIterable, Hashable {
    case csv
    case xlsx
    case jsonl
}

/// What leaves the store, and how it is written.
package struct ExportRequest: Sendable {
    package var run: ExportRun
    package var format: ExportFormat
    /// Of a CSV file; the other formats are always UTF-8.
    package var encoding: TextEncoding
    /// True: a character the encoding lacks is written `\u{9ED1}`; false: it ends the export.
    package var escapesUnknown: Bool
    /// Nil writes to standard output.
    package var file: String?
    /// In which instants are written.
    package var zone: ZoneRules

    package init(
        run: ExportRun, format: ExportFormat, encoding: TextEncoding = .utf8, escapesUnknown: Bool = false,
        file: String?, zone: ZoneRules
    ) {
        self.run = run
        self.format = format
        self.encoding = encoding
        self.escapesUnknown = escapesUnknown
        self.file = file
        self.zone = zone
    }
}

package struct ExportResult: Sendable, Hashable {
    package var rows: Int
    package var file: String?
    /// SHA-256 of what was written.
    package var fileHash: String?
}

package enum ExportError: Error, Sendable, Hashable {
    case refused(ExportRefusal)
    case cannotWrite(path: String, errno: Int32)
    /// A character the encoding lacks; the row counts from 1.
    case notEncodable(row: Int, column: String, character: String, encoding: TextEncoding)
    case tooManyRows(max: Int)
    /// A workbook cannot be written piece by piece into a pipe.
    case workbookNeedsFile
    case encodingNotForFormat(format: ExportFormat)

    package var exitStatus: Int32 {
        switch self {
        case .refused(.tooManyToday): 77
        case .refused(.store(let error)): error.exitStatus
        case .cannotWrite(_, let errno): errno == 28 || errno == 5 ? 74 : 73
        case .notEncodable, .tooManyRows: 65
        case .workbookNeedsFile, .encodingNotForFormat: 64
        }
    }
}

extension ExportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .refused(.tooManyToday(let rows, let taken, let perDay)):
            "\(rows) rows, and \(taken) were taken today, of \(perDay) a day; who may take more says --over-cap and --reason"
        case .refused(.store(let error)): "\(error)"
        case .cannotWrite(let path, let errno): "\(path): cannot be written (errno \(errno))"
        case .notEncodable(let row, let column, let character, let encoding):
            "row \(row), \(column): \(encoding.rawValue) has no \(character); take utf-8, or say --escape"
        case .tooManyRows(let max): "a sheet ends at \(max) rows; take csv"
        case .workbookNeedsFile: "a workbook needs a file: say --output"
        case .encodingNotForFormat(let format): "\(format.rawValue) is always utf-8; --encoding goes with csv"
        }
    }
}
