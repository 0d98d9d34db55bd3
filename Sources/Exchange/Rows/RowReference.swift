/// The key of a row within its source.
///
/// One column is a key as it stands: the same key again is the same row. Several columns, or none, describe a row
/// rather than name it: events that look alike are numbered (`536409 90199C #2`), so that none is lost.
struct RowReference {
    private let source: CellSource?
    /// What describes a row that has no reference of its own.
    private let description: [CellSource]
    private let areAlikeRowsDistinct: Bool
    private var occurrences = OccurrenceCounter()
    private var scratch: [UInt8] = []

    init(source: CellSource?, description: [CellSource?], areAlikeRowsDistinct: Bool) {
        self.source = source
        self.description = description.compactMap { $0 }
        self.areAlikeRowsDistinct = areAlikeRowsDistinct
    }

    /// Nil when no cell it could be made of is filled.
    mutating func text(of record: Record) throws(RowStop) -> String? {
        if let source, source.columns.count <= 1 {
            let key = try source.withBytes(in: record) { bytes throws(RowStop) -> String? in
                try Self.check(bytes.count)
                return bytes.isEmpty ? nil : keyText(bytes)
            }
            if let key { return key }
        }
        scratch.removeAll(keepingCapacity: true)
        if let source, source.columns.count > 1 {
            source.withBytes(in: record) { scratch.append(contentsOf: $0) }
        }
        if scratch.isEmpty {
            for part in description {
                part.withBytes(in: record) { bytes in
                    guard !bytes.isEmpty else { return }
                    if !scratch.isEmpty { scratch.append(0x20) }
                    scratch.append(contentsOf: bytes)
                }
            }
        }
        try Self.check(scratch.count)
        guard !scratch.isEmpty else { return nil }
        guard areAlikeRowsDistinct else { return String(decoding: scratch, as: UTF8.self) }
        guard let occurrence = scratch.withUnsafeBufferPointer({ occurrences.next($0) }) else {
            throw .tooManyCountedReferences
        }
        let text = String(decoding: scratch, as: UTF8.self)
        return occurrence == 1 ? text : "\(text) #\(occurrence)"
    }

    private static func check(_ bytes: Int) throws(RowStop) {
        guard bytes <= ImportLimits.referenceBytesMax else {
            throw .row(.referenceTooLong(bytesMax: ImportLimits.referenceBytesMax))
        }
    }
}

/// What ends the handling of one row: the row's own fault, or the whole import's.
enum RowStop: Error {
    case row(RowFault)
    case tooManyCountedReferences
}

/// A key as text; a spreadsheet's `17850.0` is the number it was before.
func keyText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let count = bytes.count
    if count > 2, bytes[count - 1] == 0x30, bytes[count - 2] == 0x2E,
        bytes[..<(count - 2)].allSatisfy({ $0 &- 0x30 <= 9 })
    {
        return String(decoding: bytes[..<(count - 2)], as: UTF8.self)
    }
    return String(decoding: bytes, as: UTF8.self)
}
