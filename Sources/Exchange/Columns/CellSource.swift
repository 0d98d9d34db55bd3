/// Where one field's text comes from in every row: a column, several joined, a fixed text; with translations.
final class CellSource {
    /// Empty when no column gives it and only the default speaks.
    let columns: [Int]
    private let joiner: [UInt8]
    /// What is said where the cells are empty.
    private let fallback: [UInt8]
    /// Their word -> our word.
    private let translations: [[UInt8]: [UInt8]]
    /// The one column whose cell is taken as it stands; nil when more is to be done.
    private let plainColumn: Int?
    /// True for files exported from here: the apostrophe before what a sheet would run is not the cell's.
    private let isGuarded: Bool

    init(
        columns: [Int], joiner: [UInt8] = [0x20], fallback: [UInt8] = [], translations: [[UInt8]: [UInt8]] = [:],
        isGuarded: Bool = false
    ) {
        self.isGuarded = isGuarded
        self.columns = columns
        self.joiner = joiner
        self.fallback = fallback
        self.translations = translations
        plainColumn = columns.count == 1 && translations.isEmpty && fallback.isEmpty ? columns[0] : nil
    }

    /// The same with a default or translations.
    func with(fallback: [UInt8]? = nil, translating theirs: [UInt8]? = nil, as ours: [UInt8] = []) -> CellSource {
        var translations = translations
        if let theirs { translations[theirs] = ours }
        return CellSource(
            columns: columns, joiner: joiner, fallback: fallback ?? self.fallback, translations: translations,
            isGuarded: isGuarded)
    }

    /// The same for a file exported from here.
    var guarded: CellSource {
        CellSource(
            columns: columns, joiner: joiner, fallback: fallback, translations: translations, isGuarded: true)
    }

    /// The cell's bytes without outer blanks, or the joined, translated or default ones.
    @inline(__always)
    func withBytes<Result, Failure: Error>(
        in record: Record, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let plainColumn {
            let bytes = trimmed(record[plainColumn])
            if isGuarded, bytes.first == 0x27 {
                let text = FormulaGuard.restored(String(decoding: bytes, as: UTF8.self))
                return try withPointer(to: Array(text.utf8), body)
            }
            return try body(bytes)
        }
        let made = assembled(record)
        return try withPointer(to: made, body)
    }

    /// The text; nil when empty.
    func string(in record: Record) -> String? {
        withBytes(in: record) { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) }
    }

    private func assembled(_ record: Record) -> [UInt8] {
        var made: [UInt8] = []
        for column in columns {
            let cell = trimmed(record[column])
            if cell.isEmpty { continue }
            if !made.isEmpty { made += joiner }
            made += cell
        }
        if made.isEmpty { return fallback }
        return translations[made] ?? made
    }
}

/// `body` on the array's bytes, with its error type kept.
private func withPointer<Result, Failure: Error>(
    to bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
) throws(Failure) -> Result {
    let outcome = bytes.withUnsafeBufferPointer { pointer in
        Swift.Result<Result, Failure> { () throws(Failure) -> Result in try body(pointer) }
    }
    return try outcome.get()
}

/// The bytes without ASCII blanks and ideographic spaces at both ends.
@inline(__always)
func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end {
        if isBlank(bytes[start]) {
            start += 1
        } else if end - start >= 3, isIdeographicSpace(bytes, start) {
            start += 3
        } else {
            break
        }
    }
    while end > start {
        if isBlank(bytes[end - 1]) {
            end -= 1
        } else if end - start >= 3, isIdeographicSpace(bytes, end - 3) {
            end -= 3
        } else {
            break
        }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
}

@inline(__always)
private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

@inline(__always)
private func isIdeographicSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
}
