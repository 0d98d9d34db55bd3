/// Cells separated by runs of blanks and tabs, as in space-aligned tables; there is no quoting.
final class BlankSplitter {
    private let starts = UnsafeMutablePointer<UInt32>.allocate(capacity: ImportLimits.columnsMax)
    private let ends = UnsafeMutablePointer<UInt32>.allocate(capacity: ImportLimits.columnsMax)

    deinit {
        starts.deallocate()
        ends.deallocate()
    }

    /// The line's cells where they lie; nil for a blank line.
    func split(_ line: LineReader.Line) -> Record? {
        let bytes = line.bytes
        var columns = 0
        var fault: RowFault?
        var index = 0
        while index < bytes.count {
            while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
            let start = index
            while index < bytes.count, !Self.isBlank(bytes[index]) { index += 1 }
            guard index > start else { break }
            if columns == ImportLimits.columnsMax {
                fault = .tooManyColumns(columnsMax: ImportLimits.columnsMax)
                break
            }
            if index - start > ImportLimits.fieldBytesMax {
                fault = .fieldTooLong(bytesMax: ImportLimits.fieldBytesMax)
            }
            starts[columns] = UInt32(start)
            ends[columns] = UInt32(index)
            columns += 1
        }
        guard columns > 0 else { return nil }
        return Record(
            place: .init(line: line.number, offset: line.offset, length: line.sourceLength), fault: fault,
            bytes: bytes.baseAddress, ends: UnsafePointer(ends), starts: UnsafePointer(starts), columns: columns)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }
}
