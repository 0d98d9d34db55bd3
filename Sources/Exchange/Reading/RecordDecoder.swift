import CExchange

/// Sees to it that every cell of a row is valid UTF-8 without zero bytes, converting where the file is in Big5 or
/// GB18030.
final class RecordDecoder {
    private let encoding: TextEncoding
    private let charset: OpaquePointer?
    /// For the kana and signs that cp950 leaves to private use and everybody writes by ETEN's extension of Big5.
    private let olderCharset: OpaquePointer?
    private var bytes: UnsafeMutablePointer<UInt8>
    private let ends = UnsafeMutablePointer<UInt32>.allocate(capacity: ImportLimits.columnsMax)
    /// A character of two bytes becomes at most four.
    private static let bytesMax = 2 * ImportLimits.lineBytesMax

    init(encoding: TextEncoding) throws(ImportError) {
        self.encoding = encoding
        switch encoding {
        case .utf8, .utf16LittleEndian, .utf16BigEndian:
            charset = nil
            olderCharset = nil
            bytes = .allocate(capacity: 1)
        case .big5, .gb18030:
            guard let charset = tl_charset_open("UTF-8", encoding.libraryName) else {
                throw .unknownEncoding(name: encoding.rawValue)
            }
            self.charset = charset
            olderCharset = encoding == .big5 ? tl_charset_open("UTF-8", "BIG5-HKSCS") : nil
            bytes = .allocate(capacity: Self.bytesMax)
        }
    }

    deinit {
        tl_charset_close(charset)
        tl_charset_close(olderCharset)
        bytes.deallocate()
        ends.deallocate()
    }

    /// The row with cells in UTF-8, valid until the next row; throws the row's own fault first.
    func decoded(_ record: Record) throws(RowFault) -> Record {
        if let fault = record.fault { throw fault }
        guard record.columns > 0, let first = record.bytes, let ends = record.ends else { throw .empty }
        let all = UnsafeBufferPointer(start: first, count: Int(ends[record.columns - 1]))
        let contents = ByteContents(all)
        if contents == .ascii { return record }
        if all.contains(0) { throw .zeroByte }
        if let charset { return try converted(record, by: charset) }
        guard (try? UTF8Span(validating: all.span)) != nil else { throw .notDecodable(encoding: encoding) }
        // Cells lie one behind the other: half a character at the end of one could be completed by the next.
        for column in 0..<record.columns {
            if let lead = record[column].first, lead & 0xC0 == 0x80 { throw .notDecodable(encoding: encoding) }
        }
        return record
    }

    private func converted(_ record: Record, by charset: OpaquePointer) throws(RowFault) -> Record {
        var written = 0
        for column in 0..<record.columns {
            let cell = record[column]
            guard var produced = convert(cell, by: charset, to: written) else {
                throw .notDecodable(encoding: encoding)
            }
            if let olderCharset, holdsPrivateUse(written, produced) {
                // Where neither standard knows the character the cell stays as it was: another table may.
                produced =
                    convert(cell, by: olderCharset, to: written) ?? convert(cell, by: charset, to: written) ?? 0
            }
            written += produced
            ends[column] = UInt32(written)
        }
        return Record(
            place: record.place, fault: nil, bytes: UnsafePointer(bytes), ends: UnsafePointer(ends), starts: nil,
            columns: record.columns)
    }
}

extension RecordDecoder {
    /// How many bytes the cell became; nil when it holds what is no character.
    private func convert(_ cell: UnsafeBufferPointer<UInt8>, by charset: OpaquePointer, to written: Int) -> Int? {
        var consumed = 0
        var produced = 0
        let state = tl_charset_convert(
            charset, cell.baseAddress, cell.count, &consumed, bytes + written, Self.bytesMax - written, &produced)
        return UInt32(state) == TL_CHARSET_DONE.rawValue ? produced : nil
    }

    /// Whether a character from U+F6B1 to U+F848 is there: Big5 C6A1 to C8FE.
    private func holdsPrivateUse(_ start: Int, _ count: Int) -> Bool {
        (0..<max(0, count - 2)).contains { offset in
            let at = start + offset
            guard bytes[at] == 0xEF, bytes[at + 1] & 0xC0 == 0x80 else { return false }
            let scalar = 0xF000 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
            return (0xF6B1...0xF848).contains(scalar)
        }
    }
}

/// Whether bytes are plain ASCII without a zero, told eight at a time.
private enum ByteContents {
    case ascii
    case other

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let raw = UnsafeRawBufferPointer(bytes)
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let lowBits: UInt64 = 0x0101_0101_0101_0101
        var index = 0
        while index + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // A high bit in the word, or in (word - 1 in every byte), which is where a zero byte borrowed.
            if (word | (word &- lowBits)) & highBits != 0 {
                self = .other
                return
            }
            index += 8
        }
        while index < raw.count {
            if raw[index] == 0 || raw[index] >= 0x80 {
                self = .other
                return
            }
            index += 1
        }
        self = .ascii
    }
}
