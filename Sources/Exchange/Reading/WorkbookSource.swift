import CExchange
import Glibc
import Store

/// The rows of a workbook's sheet as they come out of the process that reads it.
///
/// What was read since the last ``release(before:)`` is kept, so that a refused row can still be shown: the stream
/// cannot be read twice.
final class WorkbookSource: SourceFile {
    private let child: OpaquePointer
    private var kept: [UInt8] = []
    private var keptOffset: Int64 = 0
    private var isAtEnd = false
    private(set) var sheet = ""
    private(set) var sheets: [String] = []

    /// Ends a row.
    static let rowEnd: UInt8 = 0x1E
    /// Stands between two cells.
    static let cellEnd: UInt8 = 0x1F
    /// Begins a cell that is no text; a letter follows.
    static let faultMark: UInt8 = 0xFF

    /// Opens the sheet of that name or number; nil takes the first one that is visible.
    init(path: String, sheet: String?) throws(ImportError) {
        let descriptor = try SourceFile.open(path)
        guard let child = tl_workbook_start(descriptor, sheet ?? "") else {
            close(descriptor)
            throw .outOfMemory
        }
        self.child = child
        try super.init(path: path, descriptor: descriptor)
    }

    deinit { tl_workbook_finish(child) }

    /// Whether a file begins as workbooks do: they are archives.
    static func isWorkbook(_ start: [UInt8]) -> Bool {
        start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Whether it begins as the workbooks of before 2007 do, and those under a password.
    static func isOldWorkbook(_ start: [UInt8]) -> Bool {
        start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    override func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
        guard !isAtEnd else { return 0 }
        let count = tl_workbook_read(child, buffer.baseAddress, buffer.count)
        if sheet.isEmpty { takeNames() }
        if count > 0 {
            kept += buffer[..<count]
            return count
        }
        isAtEnd = true
        try checkEnd()
        return 0
    }

    override func bytes(at offset: Int64, count: Int) -> [UInt8] {
        let start = Int(offset - keptOffset)
        guard start >= 0, start <= kept.count else { return [] }
        return Array(kept[start..<min(kept.count, start + count)])
    }

    override var bytesKept: Int { kept.count }

    override func release(before offset: Int64) {
        let passed = Int(offset - keptOffset)
        // Moving what stays costs its length: worth it once as much can go.
        guard passed > ImportLimits.chunkBytes, passed >= kept.count / 2 else { return }
        kept.removeFirst(min(passed, kept.count))
        keptOffset = offset
    }

    override func hash() -> String? { wholeFileHash() }

    /// How much of the sheet was read, of how much.
    override var progress: (read: Int64, total: Int64) {
        let status = status
        return (Int64(clamping: status.bytes_read), Int64(clamping: status.bytes_total))
    }

    private var status: tl_workbook_status {
        var status = tl_workbook_status()
        tl_workbook_status_now(child, &status)
        return status
    }

    private func takeNames() {
        var status = status
        sheet = withUnsafeBytes(of: &status.sheet) { Self.text($0) }
        sheets = withUnsafeBytes(of: &status.sheets) { Self.text($0) }.split(separator: "\n").map(String.init)
    }

    private func checkEnd() throws(ImportError) {
        let signal = tl_workbook_end(child)
        var status = status
        let detail = withUnsafeBytes(of: &status.detail) { Self.text($0) }
        if let fault = WorkbookFault(code: Int(status.fault), detail: detail, sheets: sheets) {
            throw .workbook(path: path, fault)
        }
        if signal == SIGXCPU { throw .workbook(path: path, .tooMuchWork) }
        guard status.is_done != 0 else { throw .workbook(path: path, .readerEnded(signal: Int(signal))) }
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
