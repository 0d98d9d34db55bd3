package import Store

/// Why an import did not begin, or stopped before the end of the file; rows already kept stay kept.
package enum ImportError: Error, Sendable, Equatable {
    case noSuchFile(path: String)
    case notAPlainFile(path: String)
    case unreadable(path: String, errno: Int32)
    case cannotWriteRejects(path: String, errno: Int32)
    case emptyFile(path: String)
    case unknownEncoding(name: String)
    /// The header is not in the encoding; with UTF-8 the file is probably in another one.
    case headerNotDecodable(path: String, line: Int, encoding: TextEncoding, looksLike: String?)
    case badHeader(path: String, line: Int, fault: RowFault)
    case delimiterNotUsable(delimiter: String, encoding: TextEncoding)
    /// A line over the limit: no line end where one must be, so nothing after it can be trusted.
    case lineTooLong(path: String, line: Int, bytesMax: Int)
    case tooManyColumns(path: String, line: Int, columnsMax: Int)
    case tooManyUnclosedQuotes(path: String, line: Int, rowsMax: Int)
    case tooManyCountedReferences(path: String, line: Int, rowsMax: Int)
    /// The map names a column the file does not have.
    case unknownColumn(name: String, columns: [String], map: String, line: Int)
    /// The map names a field of ours that rows of this kind do not have.
    case unknownField(name: String, kind: ImportKind, map: String, line: Int)
    /// Two columns of one name, and both would give one field; places count from 1.
    case repeatedColumn(name: String, first: Int, second: Int, path: String, line: Int)
    case badMapValue(field: String, value: String, map: String, line: Int)
    /// Neither the header's words nor a map say where a needed field is.
    case missingColumn(anyOf: [String], kind: ImportKind, columns: [String], path: String, line: Int)
    case workbook(path: String, WorkbookFault)
    /// A workbook of before 2007, or one under a password.
    case oldWorkbook(path: String)
    case outOfMemory
    case store(StoreError)

    /// The process status (sysexits) this error ends a command with.
    package var exitStatus: Int32 {
        switch self {
        case .noSuchFile: 66
        case .notAPlainFile, .unreadable: 66
        case .cannotWriteRejects: 73
        case .unknownEncoding: 64
        case .emptyFile, .headerNotDecodable, .badHeader, .lineTooLong, .tooManyColumns, .tooManyUnclosedQuotes,
            .tooManyCountedReferences, .missingColumn:
            65
        case .delimiterNotUsable, .unknownColumn, .unknownField, .repeatedColumn, .badMapValue: 65
        case .workbook, .oldWorkbook: 65
        case .outOfMemory: 70
        case .store(let error): error.exitStatus
        }
    }
}

extension ImportError: CustomStringConvertible {
    /// One line: what, where, what to do.
    package var description: String {
        switch self {
        case .noSuchFile(let path): "\(path): no such file"
        case .notAPlainFile(let path): "\(path): not a plain file; save it to disk first"
        case .unreadable(let path, let errno): "\(path): cannot be read (errno \(errno))"
        case .cannotWriteRejects(let path, let errno):
            "\(path): the rejects file cannot be written (errno \(errno)); name another with --rejects"
        case .emptyFile(let path): "\(path): the file is empty"
        case .unknownEncoding(let name):
            "unknown encoding \(name); known: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))"
        case .headerNotDecodable(let path, let line, let encoding, let looksLike):
            "\(path):\(line): the header is not \(encoding.rawValue)"
                + (looksLike.map { " (it looks like \($0))" } ?? "") + "; name the file's encoding with --encoding"
        case .badHeader(let path, let line, let fault): "\(path):\(line): the header: \(fault)"
        case .delimiterNotUsable(let delimiter, let encoding):
            "the delimiter \(delimiter) can be part of a character in \(encoding.rawValue); save the file as UTF-8"
        case .lineTooLong(let path, let line, let bytesMax):
            "\(path):\(line): the line is longer than \(bytesMax) bytes; nothing after it was read"
        case .tooManyColumns(let path, let line, let columnsMax):
            "\(path):\(line): more than \(columnsMax) columns"
        case .tooManyUnclosedQuotes(let path, let line, let rowsMax):
            "\(path):\(line): more than \(rowsMax) rows with a quote that is never closed; nothing after it was read"
        case .tooManyCountedReferences(let path, let line, let rowsMax):
            "\(path):\(line): more than \(rowsMax) rows without a reference column; split the file"
        case .unknownColumn(let name, let columns, let map, let line):
            "\(place(map, line)): the file has no column \(name); it has: \(columns.joined(separator: ", "))"
        case .unknownField(let name, let kind, let map, let line):
            "\(place(map, line)): \(kind.rawValue) have no field \(name); they have: \(fields(of: kind))"
        case .repeatedColumn(let name, let first, let second, let path, let line):
            "\(path):\(line): the header names \(name) twice, columns \(first) and \(second); rename one, "
                + "or say by its number in a map which one counts"
        case .badMapValue(let field, let value, let map, let line):
            "\(place(map, line)): \(value) is no value for \(field)"
        case .missingColumn(let anyOf, let kind, let columns, let path, let line):
            "\(path):\(line): \(kind.rawValue) need a column for \(anyOf.joined(separator: " or ")); "
                + "the file has: \(columns.joined(separator: ", ")); write a map and name it with --map"
        case .workbook(let path, let fault): "\(path): \(fault)"
        case .oldWorkbook(let path):
            "\(path): an .xls file or a workbook under a password; save it as .xlsx without one"
        case .outOfMemory: "out of memory"
        case .store(let error): "\(error)"
        }
    }

    private func place(_ map: String, _ line: Int) -> String {
        map.isEmpty ? "map" : line > 0 ? "\(map):\(line)" : map
    }

    private func fields(of kind: ImportKind) -> String {
        ImportField.fields(of: kind).map(\.rawValue).joined(separator: ", ")
    }
}
