import CExchange
import Glibc

/// The rows that were not kept, byte for byte as they came, each with its line number and the reason behind it.
///
/// It has the input's header, encoding and delimiter and two columns more, so that it can be mended and read again. It
/// is readable by its owner alone, and is made at the first rejected row.
final class RejectsFile: Rejects {
    let path: String
    private(set) var rows = 0
    private let source: SourceFile
    private let encoding: TextEncoding
    private let terminator: UInt8
    /// Nil stands for space-aligned files: no blank may stand inside a cell there.
    private let delimiter: UInt8?
    private let header: Record.Place?
    private let markLength: Int
    private var descriptor: Int32 = -1
    private var waiting: [UInt8] = []
    private static let waitingMax = 64 << 10

    init(
        path: String, source: SourceFile, encoding: TextEncoding, terminator: UInt8, delimiter: UInt8?,
        header: Record.Place?, markLength: Int
    ) {
        self.path = path
        self.source = source
        self.encoding = encoding
        self.terminator = terminator
        self.delimiter = delimiter
        self.header = header
        self.markLength = markLength
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func add(_ place: Record.Place, _ fault: RowFault) throws(ImportError) {
        if descriptor < 0 { try begin() }
        rows += 1
        var row = source.bytes(at: place.offset, count: place.length)
        dropLineEnd(&row)
        if fault == .unclosedQuote { row = encoded(quoted(String(decoding: plain(row), as: UTF8.self))) }
        waiting += row
        appendCells(["\(place.line)", "\(fault)"])
        if waiting.count >= Self.waitingMax { try flush() }
    }

    func finish() throws(ImportError) { try flush() }

    /// Writes what is waiting.
    private func flush() throws(ImportError) {
        var written = 0
        while written < waiting.count {
            let count = waiting.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .cannotWriteRejects(path: path, errno: errno) }
            written += count
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func begin() throws(ImportError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .cannotWriteRejects(path: path, errno: errno) }
        guard !source.isSameFile(as: descriptor) else { throw .cannotWriteRejects(path: path, errno: EEXIST) }
        guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, 0o600) == 0 else {
            throw .cannotWriteRejects(path: path, errno: errno)
        }
        waiting += source.bytes(at: 0, count: markLength)
        guard let header else { return }
        waiting += source.bytes(at: header.offset, count: header.length)
        dropLineEnd(&waiting)
        appendCells(["line", "reason"])
    }

    private func appendCells(_ cells: [String]) {
        for cell in cells {
            let separator = delimiter.map { String(decoding: [$0], as: UTF8.self) } ?? " "
            waiting += encoded(separator + (delimiter == nil ? joined(cell) : quoted(cell)))
        }
        waiting += encoded(String(decoding: [terminator], as: UTF8.self))
    }

    private func joined(_ cell: String) -> String {
        String(cell.map { $0 == " " ? "_" : $0 })
    }

    private func quoted(_ cell: String) -> String {
        let isPlain = cell.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != delimiter }
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    private func dropLineEnd(_ row: inout [UInt8]) {
        let unit = encoding.isSplitBeforeDecoding ? 1 : 2
        let value = encoding == .utf16BigEndian ? 1 : 0
        while row.count >= unit {
            let last = row.count - unit + value
            let other = unit == 2 ? row[row.count - 1 - value] : 0
            guard row[last] == 0x0A || row[last] == 0x0D, other == 0 else { return }
            row.removeLast(unit)
        }
    }

    /// Our own words in the file's encoding; a character it lacks becomes a question mark.
    private func encoded(_ text: String) -> [UInt8] {
        encoding == .utf8 ? Array(text.utf8) : converted(Array(text.utf8), from: .utf8, to: encoding)
    }

    private func plain(_ bytes: [UInt8]) -> [UInt8] {
        encoding == .utf8 ? bytes : converted(bytes, from: encoding, to: .utf8)
    }

    private func converted(_ bytes: [UInt8], from: TextEncoding, to: TextEncoding) -> [UInt8] {
        guard let charset = tl_charset_open(to.libraryName, from.libraryName) else { return [] }
        defer { tl_charset_close(charset) }
        var result: [UInt8] = []
        let capacity = bytes.count * 4 + 16
        var output = [UInt8](repeating: 0, count: capacity)
        var taken = 0
        while taken < bytes.count {
            var consumed = 0
            var produced = 0
            let state = bytes.withUnsafeBufferPointer { input in
                tl_charset_convert(
                    charset, input.baseAddress.map { $0 + taken }, bytes.count - taken, &consumed, &output,
                    capacity, &produced)
            }
            result += output[..<produced]
            taken += consumed
            guard UInt32(state) != TL_CHARSET_DONE.rawValue else { break }
            taken += 1
            while from == .utf8, taken < bytes.count, bytes[taken] & 0xC0 == 0x80 { taken += 1 }
            result += to.isSplitBeforeDecoding ? [0x3F] : to == .utf16BigEndian ? [0, 0x3F] : [0x3F, 0]
        }
        return result
    }
}
