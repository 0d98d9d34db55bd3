/// What a file's rows are, as the desk asks for it; the raw values are the command line's words.
package enum ImportSubject: String, CaseIterable, Sendable, Hashable {
    case customers
    case vehicles
    case purchases
    case interactions
    case complaints
    case holdings
}

/// One file or folder of a listing.
package struct FolderEntry: Sendable, Hashable {
    package var name: String
    package var isFolder: Bool
    package var bytes: Int64

    package init(name: String, isFolder: Bool, bytes: Int64) {
        self.name = name
        self.isFolder = isFolder
        self.bytes = bytes
    }
}

/// What a folder holds: folders first, then files, by name.
package struct FolderListing: Sendable, Hashable {
    /// Most entries that are listed.
    package static let entriesMax = 999

    /// The folder with its whole path and a slash behind it.
    package var path: String
    package var entries: [FolderEntry]
    /// How many there are beyond those listed, and those whose names are no text.
    package var left: Int
    /// The system's number for why it cannot be read; nil when it can.
    package var errorNumber: Int32?

    package init(path: String, entries: [FolderEntry] = [], left: Int = 0, errorNumber: Int32? = nil) {
        self.path = path
        self.entries = entries
        self.left = left
        self.errorNumber = errorNumber
    }
}

/// A file to be brought in, and how.
package struct ImportPlan: Sendable, Hashable {
    package var file: String
    package var subject: ImportSubject
    /// Nil lets the bytes say.
    package var encoding: String?
    /// Nil takes the first sheet of a workbook.
    package var sheet: String?
    /// The field each column gives, in their order, nil for none; nil as a whole lets the header say.
    package var fields: [String?]?

    package init(file: String, subject: ImportSubject) {
        self.file = file
        self.subject = subject
    }
}

/// What an import would make of the file: how it is read, its columns, its first rows.
package struct ImportSheet: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package var name: String
        package var field: String?

        package init(name: String, field: String?) {
            self.name = name
            self.field = field
        }
    }

    package struct Row: Sendable, Hashable {
        package var line: Int
        package var cells: [String]
        /// Why it would be refused; nil when it would be kept.
        package var fault: String?

        package init(line: Int, cells: [String], fault: String? = nil) {
            self.line = line
            self.cells = cells
            self.fault = fault
        }
    }

    package var encoding: String
    /// True when nobody but the bytes says so.
    package var isDetected: Bool
    package var encodings: [String]
    package var sheet: String?
    package var sheets: [String]
    package var columns: [Column]
    package var rows: [Row]
    /// Fields a column may give.
    package var fields: [String]
    /// What keeps the import from beginning; nil for nothing.
    package var problem: String?

    package init(
        encoding: String, isDetected: Bool, encodings: [String], sheet: String? = nil, sheets: [String] = [],
        columns: [Column], rows: [Row], fields: [String], problem: String? = nil
    ) {
        self.encoding = encoding
        self.isDetected = isDetected
        self.encodings = encodings
        self.sheet = sheet
        self.sheets = sheets
        self.columns = columns
        self.rows = rows
        self.fields = fields
        self.problem = problem
    }
}

/// How far an import is.
package struct ImportStatus: Sendable, Hashable {
    package var rows: Int
    package var rowsPerSecond: Int
    package var secondsLeft: Int?
    package var percent: Int

    package init(rows: Int, rowsPerSecond: Int, secondsLeft: Int?, percent: Int) {
        self.rows = rows
        self.rowsPerSecond = rowsPerSecond
        self.secondsLeft = secondsLeft
        self.percent = percent
    }
}

/// A row that was not kept.
package struct ImportReject: Sendable, Hashable {
    package var line: String
    package var reason: String

    package init(line: String, reason: String) {
        self.line = line
        self.reason = reason
    }
}

/// What an import did; inserted, updated, unchanged and rejected add up to the rows.
package struct ImportOutcome: Sendable, Hashable {
    /// Refused rows that are shown; the file has them all.
    package static let rejectsMax = 200

    package var rows: Int
    package var inserted: Int
    package var updated: Int
    package var unchanged: Int
    package var rejected: Int
    package var rejectsFile: String?
    package var rejects: [ImportReject] = []
    /// The first line not read, when it was stopped.
    package var resumeLine: Int?
    /// Pairs of customers found that may be one person; nil when nobody looked.
    package var duplicates: Int?

    package init(rows: Int, inserted: Int, updated: Int, unchanged: Int, rejected: Int, rejectsFile: String? = nil) {
        self.rows = rows
        self.inserted = inserted
        self.updated = updated
        self.unchanged = unchanged
        self.rejected = rejected
        self.rejectsFile = rejectsFile
    }
}
