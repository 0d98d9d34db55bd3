package import Configuration
package import Store

/// What an import would make of a file, before anything is read for good: encoding, columns, first rows.
///
/// Change the request (encoding, sheet, or a map from ``map(giving:)``) and ask again; then hand the same request to
/// ``FileImport/run(_:into:progress:shouldStop:)``.
package struct ImportPreview: Sendable, Equatable {
    /// One column of the file and the field its cells become; nil for one nothing is read from.
    package struct Column: Sendable, Equatable {
        package var name: String
        package var field: ImportField?
    }

    /// A row as text: its cells as they stand, in UTF-8.
    package struct Row: Sendable, Equatable {
        package var line: Int
        package var cells: [String]
        /// Why the row would be refused; nil when it would be kept.
        package var fault: RowFault?
    }

    package var kind: ImportKind
    package var file: String
    package var encoding: DetectedEncoding
    /// Nil for workbooks and space-aligned files.
    package var delimiter: Character?
    /// The sheet read, and all there are; nil and empty for a plain text.
    package var sheet: String?
    package var sheets: [String]
    /// The name the rows' references belong to.
    package var source: String
    package var columns: [Column]
    package var rows: [Row]
    /// What keeps the import from beginning with these columns: a needed field that no column gives; nil for nothing.
    package var problem: ImportError?
    private var map: ImportMap

    /// Rows shown when nobody says how many.
    package static let rowsUsual = 20
    package static let rowsMax = 500

    /// The map by which each column gives the named field, in the order of ``columns``; nil for one to be left out.
    ///
    /// Translations, defaults and formats of the request's map stay. A field named twice joins the cells of both;
    /// phones and plates are taken one by one.
    package func map(giving fields: [ImportField?]) -> ImportMap {
        var map = map
        map.columns = []
        for (index, field) in fields.prefix(columns.count).enumerated() {
            guard let field else { continue }
            if let known = map.columns.firstIndex(where: { $0.field == field.rawValue }) {
                map.columns[known].sources.append(.index(index + 1))
            } else {
                map.columns.append(.init(field: field.rawValue, sources: [.index(index + 1)]))
            }
        }
        return map
    }

    init(_ opened: OpenedFile, _ request: ImportRequest, rowsMax: Int) throws(ImportError) {
        let plan = opened.context.plan
        kind = request.kind
        file = request.file
        encoding = opened.encoding
        delimiter = opened.delimiter.map { Character(Unicode.Scalar($0)) }
        source = opened.source
        map = request.map ?? ImportMap()
        columns = zip(plan.names, plan.fieldsOfColumns).map { Column(name: $0, field: $1) }
        let workbook = opened.records.lines.file as? WorkbookSource
        (sheet, sheets) = (workbook?.sheet, workbook?.sheets ?? [])
        do throws(ImportError) {
            try plan.checkNeeded()
        } catch {
            problem = error
        }
        rows = try Self.rows(of: opened, atMost: min(rowsMax, Self.rowsMax), areKept: problem == nil)
    }

    private static func rows(
        of opened: OpenedFile, atMost rowsMax: Int, areKept: Bool
    ) throws(ImportError) -> [Row] {
        let decoder = try RecordDecoder(encoding: opened.encoding.encoding)
        var keeper = opened.context.keeper()
        let sink = DiscardingSink()
        var rows: [Row] = []
        while rows.count < rowsMax, let record = try opened.records.next() {
            if opened.context.plan.isTrailer(record) { continue }
            do throws(KeepStop) {
                let decoded = try opened.context.plan.checked(record, by: decoder)
                rows.append(Row(line: record.place.line, cells: texts(of: decoded), fault: nil))
                if areKept { _ = try keeper.keep(decoded, in: sink) }
            } catch {
                if rows.last?.line != record.place.line {
                    rows.append(Row(line: record.place.line, cells: texts(of: record), fault: nil))
                }
                if case .row(let fault) = error { rows[rows.count - 1].fault = fault }
            }
        }
        return rows
    }

    private static func texts(of record: Record) -> [String] {
        (0..<record.columns).map { String(decoding: trimmed(record[$0]), as: UTF8.self) }
    }
}

extension FileImport {
    /// What the request would make of its file; nothing is kept. A file that cannot be told is an error as in `run`.
    package static func preview(
        _ request: ImportRequest, of store: Store, rows: Int = ImportPreview.rowsUsual
    ) throws(ImportError) -> ImportPreview {
        let opened = try OpenedFile(request, defaults: try centre(of: store))
        return try ImportPreview(opened, request, rowsMax: rows)
    }
}
