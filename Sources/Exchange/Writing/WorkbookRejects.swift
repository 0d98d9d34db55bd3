import Glibc

/// The rows of a workbook that were not kept, as a workbook: its header, each row's cells, its number and the reason.
final class WorkbookRejects: Rejects {
    let path: String
    private(set) var rows = 0
    private let source: SourceFile
    /// The header's cells as they came; nil for a sheet without one.
    private let header: [UInt8]?
    private var columns = 0
    private var writer: WorkbookWriter?

    init(path: String, source: SourceFile, header: Record.Place?) {
        self.path = path
        self.source = source
        self.header = header.map { source.bytes(at: $0.offset, count: $0.length) }
    }

    func add(_ place: Record.Place, _ fault: RowFault) throws(ImportError) {
        let writer = if let known = self.writer { known } else { try begin() }
        rows += 1
        var texts = SheetSplitter.texts(of: source.bytes(at: place.offset, count: place.length))
        while texts.count < columns { texts.append("") }
        try write(texts + ["\(place.line)", "\(fault)"], to: writer)
    }

    func finish() throws(ImportError) {
        guard let writer else { return }
        do throws(WorkbookWriter.Failure) {
            try writer.finish()
        } catch {
            throw importError(error)
        }
    }

    private func begin() throws(ImportError) -> WorkbookWriter {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .cannotWriteRejects(path: path, errno: errno) }
        let isSame = source.isSameFile(as: descriptor)
        fchmod(descriptor, 0o600)
        close(descriptor)
        guard !isSame else { throw .cannotWriteRejects(path: path, errno: EEXIST) }
        let writer: WorkbookWriter
        do throws(WorkbookWriter.Failure) {
            writer = try WorkbookWriter(path: path, sheet: "rejects")
        } catch {
            throw importError(error)
        }
        self.writer = writer
        if let header {
            let words = SheetSplitter.texts(of: header)
            columns = words.count
            try write(words + ["line", "reason"], to: writer)
        }
        return writer
    }

    private func write(_ texts: [String], to writer: WorkbookWriter) throws(ImportError) {
        do throws(WorkbookWriter.Failure) {
            try writer.write(texts.map { $0.isEmpty ? .empty : .text($0) })
        } catch {
            throw importError(error)
        }
    }

    private func importError(_ failure: WorkbookWriter.Failure) -> ImportError {
        guard case .cannotWrite(let errno) = failure else { return .cannotWriteRejects(path: path, errno: EFBIG) }
        return .cannotWriteRejects(path: path, errno: errno)
    }
}
