/// What an import did; as JSON it is the `import` shape of the command line's contract.
///
/// rows = inserted + updated + unchanged + rejected, always; lines without any cell are no rows.
package struct ImportResult: Sendable, Equatable {
    package var rows = 0
    package var inserted = 0
    package var updated = 0
    package var unchanged = 0
    package var rejected = 0
    /// Where the rejected rows are; nil when there are none.
    package var rejectsFile: String?
    package var encoding: TextEncoding = .utf8
    /// Who says that it is that encoding.
    package var encodingWitness = DetectedEncoding.Witness.ascii
    /// The name the rows' references belong to.
    package var source = ""
    /// The sheet that was read, and all there are; nil and empty for a plain text.
    package var sheet: String?
    package var sheets: [String] = []
    package var seconds: Double = 0
    package var isDryRun = false
    /// Lines that hold no cell at all.
    package var blankLines = 0
    /// Header words nothing was read from.
    package var ignoredColumns: [String] = []
    /// Purchase lines that name no customer: kept, but nobody's.
    package var unattributed = 0
    /// The first line not read, when the import was stopped; nil when the file was read to its end.
    package var resumeLine: Int?

    package init() {}
}

extension ImportResult: Encodable {
    private enum CodingKeys: String, CodingKey {
        case rows, inserted, updated, unchanged, rejected
        case rejectsFile = "rejects_file"
        case encoding, seconds, source, sheet, sheets
        case encodingWitness = "encoding_by"
        case isDryRun = "dry_run"
        case blankLines = "blank_lines"
        case ignoredColumns = "ignored_columns"
        case unattributed
        case resumeLine = "resume_line"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rows, forKey: .rows)
        try container.encode(inserted, forKey: .inserted)
        try container.encode(updated, forKey: .updated)
        try container.encode(unchanged, forKey: .unchanged)
        try container.encode(rejected, forKey: .rejected)
        try container.encode(rejectsFile, forKey: .rejectsFile)
        try container.encode(encoding.rawValue, forKey: .encoding)
        try container.encode(encodingWitness.rawValue, forKey: .encodingWitness)
        try container.encode(sheet, forKey: .sheet)
        try container.encode(sheets, forKey: .sheets)
        try container.encode(source, forKey: .source)
        try container.encode(seconds, forKey: .seconds)
        try container.encode(isDryRun, forKey: .isDryRun)
        try container.encode(blankLines, forKey: .blankLines)
        try container.encode(ignoredColumns, forKey: .ignoredColumns)
        try container.encode(unattributed, forKey: .unattributed)
        try container.encode(resumeLine, forKey: .resumeLine)
    }
}

/// How far an import is: for a progress bar with rate and time left.
package struct ImportProgress: Sendable, Equatable {
    package var rows: Int
    package var bytesRead: Int64
    package var bytesTotal: Int64
    package var seconds: Double

    package init(rows: Int, bytesRead: Int64, bytesTotal: Int64, seconds: Double) {
        self.rows = rows
        self.bytesRead = bytesRead
        self.bytesTotal = bytesTotal
        self.seconds = seconds
    }

    package var rowsPerSecond: Double { seconds > 0 ? Double(rows) / seconds : 0 }

    /// Nil until enough was read to tell.
    package var secondsLeft: Double? {
        guard bytesRead > 0, seconds > 0 else { return nil }
        return seconds * Double(max(0, bytesTotal - bytesRead)) / Double(bytesRead)
    }
}
