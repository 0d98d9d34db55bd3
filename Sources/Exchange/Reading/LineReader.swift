import Glibc

/// The physical lines of a file, one after the other, each where it lies in a bounded buffer.
///
/// The buffer keeps everything from the last ``mark()``, so that a record's lines can be read again. UTF-16 is turned
/// into UTF-8 on the way in; a unit that is no character becomes the byte FF, which no UTF-8 holds. Other encodings
/// pass as they are.
final class LineReader {
    /// One physical line with its terminator, valid until the next call.
    struct Line {
        var bytes: UnsafeBufferPointer<UInt8>
        /// Counted from 1.
        var number: Int
        /// Where the line lies in the file.
        var offset: Int64
        var sourceLength: Int
    }

    let file: SourceFile
    let encoding: TextEncoding
    private(set) var terminator: UInt8 = 0x0A
    private(set) var lineNumber = 0
    /// Bytes of the file behind the lines given so far.
    private(set) var offset: Int64

    /// Bytes of the byte order mark before the first line.
    let markLength: Int
    private let decoder: StreamDecoder?
    private let buffer: UnsafeMutableRawBufferPointer
    private var filled = 0
    private var cursor = 0
    private var marked = 0
    private var markedLineNumber = 0
    private var markedOffset: Int64
    private var isAtEnd = false

    /// Opens the file; the first bytes settle which UTF-16 it is and what ends a line.
    init(file: SourceFile, encoding told: TextEncoding?) throws(ImportError) {
        self.file = file
        let mark = file is WorkbookSource ? nil : TextEncoding.byteOrderMark(file.bytes(at: 0, count: 3))
        // Who says UTF-16 seldom says which end comes first; the mark does.
        let isToldOtherwise = told.map { $0.isSplitBeforeDecoding || mark?.encoding.isSplitBeforeDecoding != false }
        let encoding = isToldOtherwise == true ? told ?? .utf8 : mark?.encoding ?? .utf8
        let skipped = mark?.encoding == encoding ? mark?.length ?? 0 : 0
        self.markLength = skipped
        self.encoding = encoding
        self.decoder = encoding.isSplitBeforeDecoding ? nil : try StreamDecoder(from: encoding)
        self.buffer = .allocate(
            byteCount: ImportLimits.lineBytesMax + 2 * ImportLimits.chunkBytes, alignment: 16)
        self.offset = Int64(skipped)
        self.markedOffset = Int64(skipped)
        if skipped > 0 {
            _ = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<skipped]))
        }
        try fill()
        if file is WorkbookSource {
            terminator = WorkbookSource.rowEnd
        } else if memchr(0x0A) == nil, memchr(0x0D) != nil {
            terminator = 0x0D
        }
    }

    deinit { buffer.deallocate() }

    /// The bytes read so far and not yet given, to guess the delimiter from.
    var waiting: UnsafeBufferPointer<UInt8> { typed(cursor..<filled) }

    /// The next line; nil at the end. Throws when it is longer than the limit.
    func next() throws(ImportError) -> Line? {
        var searched = cursor
        while true {
            if let end = memchr(terminator, from: searched) { return try line(to: end + 1) }
            guard !isAtEnd else { return cursor < filled ? try line(to: filled) : nil }
            searched = filled
            if filled - marked > ImportLimits.lineBytesMax { throw tooLong }
            let moved = marked
            try fill()
            searched -= moved
        }
    }

    /// Lets go of everything before the next line: a record begins here.
    func mark() {
        marked = cursor
        markedLineNumber = lineNumber
        markedOffset = offset
    }

    /// Goes back to the mark: the lines since then are given again.
    func rewind() {
        cursor = marked
        lineNumber = markedLineNumber
        offset = markedOffset
    }

    /// Whether a record that began at the mark is longer than a record may be.
    var isRecordTooLong: Bool { cursor - marked > ImportLimits.lineBytesMax }

    private var tooLong: ImportError {
        .lineTooLong(path: file.path, line: markedLineNumber + 1, bytesMax: ImportLimits.lineBytesMax)
    }

    private func line(to end: Int) throws(ImportError) -> Line {
        guard end - cursor <= ImportLimits.lineBytesMax else { throw tooLong }
        let bytes = typed(cursor..<end)
        let sourceLength = decoder == nil ? bytes.count : StreamDecoder.sourceLength(of: bytes)
        lineNumber += 1
        let line = Line(bytes: bytes, number: lineNumber, offset: offset, sourceLength: sourceLength)
        cursor = end
        offset += Int64(sourceLength)
        return line
    }

    /// Moves what is still needed to the front and reads on behind it.
    private func fill() throws(ImportError) {
        if marked > 0 {
            buffer.copyBytes(from: UnsafeRawBufferPointer(rebasing: buffer[marked..<filled]))
            filled -= marked
            cursor -= marked
            marked = 0
        }
        let room = UnsafeMutableRawBufferPointer(
            rebasing: buffer[filled..<min(buffer.count, filled + ImportLimits.chunkBytes)])
        let count: Int
        if let decoder {
            count = try decoder.read(from: file, into: room)
        } else {
            count = try file.read(into: room)
        }
        filled += count
        if count == 0 { isAtEnd = true }
    }

    private func memchr(_ byte: UInt8, from start: Int = 0) -> Int? {
        guard start < filled, let base = buffer.baseAddress,
            let found = Glibc.memchr(base + start, Int32(byte), filled - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func typed(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeRawBufferPointer(rebasing: buffer[range]).bindMemory(to: UInt8.self)
    }
}
