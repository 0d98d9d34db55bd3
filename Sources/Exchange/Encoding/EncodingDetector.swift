import CExchange
import Glibc

/// Tells what encoding a file is in from its bytes.
///
/// A mark decides; then the zeros of UTF-16; then valid UTF-8, which other encodings almost never are; then Big5 against
/// GB18030 by what decodes, by how common the characters are, and by uchardet. Lists often begin with pages of ASCII:
/// only lines that hold something else are evidence, and they are looked for as far as ``scanBytesMax``.
struct EncodingDetector {
    /// How far into a file evidence is looked for.
    static let scanBytesMax: Int64 = 64 << 20
    /// Lines beyond ASCII are gathered up to this; 64 bytes are enough to tell.
    static let evidenceBytesMax = 64 << 10
    /// Share of the characters that must be valid UTF-8: a damaged row must not turn a whole file, and of GB18030's
    /// pairs three in ten look like UTF-8 by chance.
    static let utf8ShareMin = 0.8
    /// Share of the lines that must decode in Big5 or GB18030.
    static let fittingShareMin = 0.5
    /// Share of a text's characters that are everyday ones, when uchardet takes it for neither.
    static let commonShareMin = 0.3

    static func detect(_ file: SourceFile) -> DetectedEncoding {
        let start = file.bytes(at: 0, count: ImportLimits.chunkBytes)
        if let mark = TextEncoding.byteOrderMark(start) { return DetectedEncoding(mark.encoding, .mark) }
        return detect(start) ?? detect(evidence(in: file, start: start))
    }

    /// By the start of a file alone; nil when it holds nothing but ASCII and may not be all of it.
    static func detect(_ start: [UInt8]) -> DetectedEncoding? {
        if let wide = WideTextCheck.encoding(of: start) { return DetectedEncoding(wide, .content) }
        return nil
    }

    private static func detect(_ evidence: Evidence) -> DetectedEncoding {
        guard !evidence.bytes.isEmpty else { return DetectedEncoding(.utf8, .ascii) }
        if evidence.utf8Share >= utf8ShareMin { return DetectedEncoding(.utf8, .content) }
        let lines = evidence.lines
        let scores = [TextEncoding.big5, .gb18030].map { LegacyTextScore(lines, $0) }
        let best = scores.map(\.fittingShare).max() ?? 0
        let fitting = scores.filter { $0.fittingShare >= max(fittingShareMin, best - 0.1) }
        let word = guess(evidence.bytes)
        let isNamed = word.hasPrefix("BIG5") || word.hasPrefix("GB")
        if let likeliest = likeliest(fitting, word), isNamed || likeliest.commonShare >= commonShareMin {
            return DetectedEncoding(likeliest.encoding, .content)
        }
        return DetectedEncoding(.utf8, .nothing, looksLike: word.isEmpty ? nil : word)
    }

    /// The more ordinary characters win when the difference is plain, else uchardet's word, else they.
    private static func likeliest(_ scores: [LegacyTextScore], _ word: String) -> LegacyTextScore? {
        guard let most = scores.max(by: { $0.commonShare < $1.commonShare }) else { return nil }
        let isPlain = scores.allSatisfy {
            $0.encoding == most.encoding || most.commonShare - $0.commonShare >= 0.15
        }
        let named = scores.first { word.hasPrefix($0.encoding == .big5 ? "BIG5" : "GB") }
        return isPlain ? most : named ?? most
    }

    private static func guess(_ bytes: [UInt8]) -> String {
        var name = [CChar](repeating: 0, count: 64)
        tl_charset_guess(bytes, bytes.count, &name, name.count)
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func evidence(in file: SourceFile, start: [UInt8]) -> Evidence {
        var evidence = Evidence()
        var chunk = start
        var offset = Int64(0)
        while true {
            let isLast = chunk.count < ImportLimits.chunkBytes
            let taken = evidence.add(chunk, isLast: isLast)
            offset += Int64(taken)
            let isEnough = evidence.bytes.count >= evidenceBytesMax || offset >= scanBytesMax
            if isLast || isEnough { return evidence }
            chunk = file.bytes(at: offset, count: ImportLimits.chunkBytes)
        }
    }
}

/// Lines of a file that hold more than ASCII.
private struct Evidence {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for end in ends {
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    /// Takes the lines that hold more; returns how many bytes need not be seen again. A line longer than the chunk
    /// counts as one.
    mutating func add(_ chunk: [UInt8], isLast: Bool) -> Int {
        var start = 0
        while start < chunk.count {
            let found = chunk.withUnsafeBufferPointer { tl_first_beyond_ascii($0.baseAddress, $0.count, start) }
            guard found < chunk.count else { return chunk.count }
            let lineStart = chunk[start..<found].lastIndex(where: Self.isLineEnd).map { $0 + 1 } ?? start
            guard let end = chunk[found...].firstIndex(where: Self.isLineEnd) else {
                if !isLast, lineStart > 0 { return lineStart }
                take(chunk[lineStart...])
                return chunk.count
            }
            take(chunk[lineStart...end])
            start = end + 1
            if bytes.count >= EncodingDetector.evidenceBytesMax { return start }
        }
        return start
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func take(_ line: ArraySlice<UInt8>) {
        bytes += line.prefix(EncodingDetector.evidenceBytesMax)
        ends.append(bytes.count)
    }

    /// Share of the characters beyond ASCII that are valid UTF-8.
    var utf8Share: Double {
        var valid = 0
        var all = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            all += 1
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
            let isWhole =
                length > 1 && index + length <= bytes.count
                && String(validating: bytes[index..<(index + length)], as: UTF8.self) != nil
            if isWhole { valid += 1 }
            index += isWhole ? length : 1
        }
        return all == 0 ? 1 : Double(valid) / Double(all)
    }
}
