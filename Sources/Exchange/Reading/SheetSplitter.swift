/// The cells of a workbook's row, as the reading process writes it.
final class SheetSplitter {
    private let starts = UnsafeMutablePointer<UInt32>.allocate(capacity: ImportLimits.columnsMax)
    private let ends = UnsafeMutablePointer<UInt32>.allocate(capacity: ImportLimits.columnsMax)

    deinit {
        starts.deallocate()
        ends.deallocate()
    }

    /// The row's cells where they lie; nil for a row without any text.
    func split(_ line: LineReader.Line) -> Record? {
        let bytes = line.bytes
        let count = bytes.last == WorkbookSource.rowEnd ? bytes.count - 1 : bytes.count
        var columns = 0
        var start = 0
        var isFilled = false
        var fault: RowFault?
        for index in 0...count where index == count || bytes[index] == WorkbookSource.cellEnd {
            guard columns < ImportLimits.columnsMax else { break }
            if index > start {
                isFilled = true
                if bytes[start] == WorkbookSource.faultMark, fault == nil {
                    fault = Self.fault(UnsafeBufferPointer(rebasing: bytes[start..<index]), column: columns)
                }
            }
            starts[columns] = UInt32(start)
            ends[columns] = UInt32(index)
            columns += 1
            start = index + 1
        }
        guard isFilled else { return nil }
        return Record(
            place: .init(line: line.number, offset: line.offset, length: line.sourceLength), fault: fault,
            bytes: bytes.baseAddress, ends: UnsafePointer(ends), starts: UnsafePointer(starts), columns: columns)
    }

    private static func fault(_ cell: UnsafeBufferPointer<UInt8>, column: Int) -> RowFault {
        let text = RowFault.excerpt(UnsafeBufferPointer(rebasing: cell.dropFirst(2)))
        return switch cell.dropFirst().first {
        case 0x43: .tooManyColumns(columnsMax: ImportLimits.columnsMax)
        case 0x52: .rowTooLong(bytesMax: ImportLimits.lineBytesMax)
        case 0x4C: .fieldTooLong(bytesMax: ImportLimits.fieldBytesMax)
        case 0x45: .badCell(column: name(of: column), .error(text))
        case 0x46: .badCell(column: name(of: column), .formulaWithoutValue)
        case 0x58: .badCell(column: name(of: column), .controlCharacter)
        case 0x4E: .badCell(column: name(of: column), .noNumber(text))
        default: .badCell(column: name(of: column), .noSuchText)
        }
    }

    /// `AB` for the 28th column.
    static func name(of column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.insert(0x41 + UInt8((rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The cells as text, for the rejects.
    static func texts(of row: [UInt8]) -> [String] {
        let bytes = row.last == WorkbookSource.rowEnd ? row.dropLast() : row[...]
        return bytes.split(separator: WorkbookSource.cellEnd, omittingEmptySubsequences: false).map { cell in
            String(decoding: cell.first == WorkbookSource.faultMark ? cell.dropFirst(2) : cell, as: UTF8.self)
        }
    }
}
