import CExchange

/// Turns a UTF-16 file into UTF-8 as it is read.
final class StreamDecoder {
    /// Stands for what is no character; never part of valid UTF-8, so its row is refused.
    static let invalidByte: UInt8 = 0xFF

    private let charset: OpaquePointer
    private let raw: UnsafeMutableRawBufferPointer
    /// Bytes read and not yet converted: a character cut by the end of a chunk.
    private var waiting = 0
    private var isAtEnd = false

    init(from encoding: TextEncoding) throws(ImportError) {
        guard let charset = tl_charset_open("UTF-8", encoding.libraryName) else {
            throw .unknownEncoding(name: encoding.rawValue)
        }
        self.charset = charset
        raw = .allocate(byteCount: ImportLimits.chunkBytes / 2, alignment: 16)
    }

    deinit {
        tl_charset_close(charset)
        raw.deallocate()
    }

    /// Fills the buffer with UTF-8; 0 only at the end of the file. A buffer of two bytes per raw byte never overflows.
    func read(from file: SourceFile, into output: UnsafeMutableRawBufferPointer) throws(ImportError) -> Int {
        var produced = 0
        while produced == 0, !isAtEnd || waiting > 0 {
            if !isAtEnd {
                let got = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[waiting...]))
                if got == 0 { isAtEnd = true }
                waiting += got
            }
            produced = convert(into: output)
        }
        return produced
    }

    private func convert(into output: UnsafeMutableRawBufferPointer) -> Int {
        let bytes = raw.bindMemory(to: UInt8.self)
        let target = output.bindMemory(to: UInt8.self)
        var taken = 0
        var written = 0
        converting: while taken < waiting, written < target.count {
            var consumed = 0
            var produced = 0
            let state = tl_charset_convert(
                charset, bytes.baseAddress.map { $0 + taken }, waiting - taken, &consumed,
                target.baseAddress.map { $0 + written }, target.count - written, &produced)
            taken += consumed
            written += produced
            switch UInt32(state) {
            case TL_CHARSET_DONE.rawValue, TL_CHARSET_OUTPUT_FULL.rawValue: break converting
            case TL_CHARSET_INCOMPLETE.rawValue where !isAtEnd: break converting
            default:
                guard written < target.count else { break converting }
                target[written] = Self.invalidByte
                written += 1
                taken += min(2, waiting - taken)
            }
        }
        memmoveDown(bytes, by: taken)
        return written
    }

    private func memmoveDown(_ bytes: UnsafeMutableBufferPointer<UInt8>, by taken: Int) {
        for index in taken..<waiting { bytes[index - taken] = bytes[index] }
        waiting -= taken
    }

    /// How many bytes of UTF-16 these bytes of UTF-8 were: two for each character, four beyond the basic plane.
    static func sourceLength(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var units = 0
        for byte in bytes {
            if byte & 0xC0 != 0x80 { units += 1 }
            if byte >= 0xF0, byte != invalidByte { units += 1 }
        }
        return units * 2
    }
}
