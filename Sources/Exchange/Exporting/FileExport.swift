package import Store
import WorkingTime

/// Writes a kind of record out of the store, page by page, with memory that does not grow with it.
package enum FileExport {
    package static func run(_ request: ExportRequest, from store: Store) throws(ExportError) -> ExportResult {
        if request.format == .xlsx, request.file == nil { throw .workbookNeedsFile }
        if request.format != .csv, request.encoding != .utf8 { throw .encodingNotForFormat(format: request.format) }
        let number: Int64
        let reserved: Int
        do throws(ExportRefusal) {
            (number, reserved) = try store.beginExport(request.run)
        } catch {
            throw .refused(error)
        }
        do throws(ExportError) {
            let (rows, hash) = try write(request, from: store, most: reserved)
            try note(number, rows, hash, request, store)
            return ExportResult(rows: rows, file: request.file, fileHash: hash)
        } catch {
            // To a file that was not finished nothing has gone; to standard output perhaps all of it.
            if request.file != nil { try? note(number, 0, nil, request, store) }
            throw error
        }
    }

    /// - Parameter most: rows that were counted when the export began; what came since waits for the next one.
    private static func write(
        _ request: ExportRequest, from store: Store, most: Int
    ) throws(ExportError) -> (rows: Int, hash: String?) {
        let output = try OutputFile(path: request.file)
        let writer: any TableWriter =
            switch request.format {
            case .csv: try DelimitedTableWriter(request, output: output)
            case .xlsx: try WorkbookTableWriter(request, output: output)
            case .jsonl: LineTableWriter(request, output: output)
            }
        try writer.begin(request.run.kind.columns)
        var rows = 0
        var cursor: ExportCursor? = ExportCursor()
        while let place = cursor, rows < most {
            let page = try page(request.run.kind, place, store)
            for row in page.rows.prefix(most - rows) {
                try writer.write(row)
                rows += 1
            }
            cursor = page.next
        }
        let trailer = ExportTrailer(by: request.run.by, at: request.run.at.rfc3339(in: request.zone), rows: rows)
        return (rows, try writer.finish(trailer))
    }

    private static func page(
        _ kind: ExportKind, _ cursor: ExportCursor, _ store: Store
    ) throws(ExportError) -> ExportPage {
        do throws(StoreError) {
            return try store.exportPage(kind, from: cursor)
        } catch {
            throw .refused(.store(error))
        }
    }

    private static func note(
        _ number: Int64, _ rows: Int, _ hash: String?, _ request: ExportRequest, _ store: Store
    ) throws(ExportError) {
        do throws(StoreError) {
            try store.finishExport(
                number, rows: rows, fileHash: hash, by: request.run.by, at: request.run.at)
        } catch {
            throw .refused(.store(error))
        }
    }
}
