import CExchange
import Configuration

/// The rows of a delimited or space-aligned file, with memory bounded by ``ImportLimits``.
///
/// A quote that is never closed costs its own line only: that line is a faulty row, and reading goes on behind it.
final class RecordReader {
    let lines: LineReader
    private(set) var blankLines = 0
    private let splitter: Splitter
    private var unclosedQuotes = 0
    /// The line that was found to open a quote without end: given up as it is met again.
    private var givenUpLine = 0

    private enum Splitter {
        case csv(OpaquePointer)
        case blanks(BlankSplitter)
        case sheet(SheetSplitter)
    }

    init(lines: LineReader, delimiter: ImportMap.Delimiter) throws(ImportError) {
        self.lines = lines
        if lines.file is WorkbookSource {
            splitter = .sheet(SheetSplitter())
            return
        }
        switch delimiter {
        case .whitespace: splitter = .blanks(BlankSplitter())
        case .character(let byte):
            guard
                let csv = tl_csv_open(
                    byte, lines.terminator, ImportLimits.fieldBytesMax, ImportLimits.columnsMax)
            else { throw .outOfMemory }
            splitter = .csv(csv)
        }
    }

    deinit {
        if case .csv(let csv) = splitter { tl_csv_close(csv) }
    }

    /// The next row; nil at the end of the file.
    func next() throws(ImportError) -> Record? {
        while true {
            lines.mark()
            guard let line = try lines.next() else { return nil }
            if line.number == givenUpLine { return faulty(.unclosedQuote, line) }
            let record: Record?
            switch splitter {
            case .blanks(let splitter):
                record = splitter.split(line)
                if record == nil { blankLines += 1 }
            case .sheet(let splitter):
                record = splitter.split(line)
                if record == nil { blankLines += 1 }
            case .csv(let csv): record = try self.record(of: csv, from: line)
            }
            if let record { return record }
        }
    }

    /// The record that begins on this line; nil when the line is blank or has to be read again.
    private func record(of csv: OpaquePointer, from first: LineReader.Line) throws(ImportError) -> Record? {
        var place = Record.Place(line: first.number, offset: first.offset, length: first.sourceLength)
        var line = first
        while true {
            switch UInt32(tl_csv_feed(csv, line.bytes.baseAddress, line.bytes.count)) {
            case TL_CSV_RECORD.rawValue: return sound(csv, place)
            case TL_CSV_BLANK.rawValue:
                blankLines += 1
                return nil
            case TL_CSV_OPEN.rawValue: break
            default: throw .outOfMemory
            }
            if line.bytes.last == lines.terminator {
                if tl_csv_open_field_length(csv) > ImportLimits.fieldBytesMax { return try giveUp(csv, place) }
                if lines.isRecordTooLong {
                    throw .lineTooLong(
                        path: lines.file.path, line: place.line, bytesMax: ImportLimits.lineBytesMax)
                }
                if let next = try lines.next() {
                    line = next
                    place.length += next.sourceLength
                    continue
                }
            }
            switch UInt32(tl_csv_finish(csv)) {
            case TL_CSV_RECORD.rawValue: return sound(csv, place)
            case TL_CSV_OPEN.rawValue: return try giveUp(csv, place)
            case TL_CSV_BLANK.rawValue:
                blankLines += 1
                return nil
            default: throw .outOfMemory
            }
        }
    }

    /// Goes back to the line whose quote is never closed; it will be met again as a faulty row.
    private func giveUp(_ csv: OpaquePointer, _ place: Record.Place) throws(ImportError) -> Record? {
        unclosedQuotes += 1
        guard unclosedQuotes <= ImportLimits.unclosedQuotesMax else {
            throw .tooManyUnclosedQuotes(
                path: lines.file.path, line: place.line, rowsMax: ImportLimits.unclosedQuotesMax)
        }
        tl_csv_reset(csv)
        lines.rewind()
        givenUpLine = place.line
        return nil
    }

    private func sound(_ csv: OpaquePointer, _ place: Record.Place) -> Record {
        let faults = UInt32(tl_csv_faults(csv))
        var fault: RowFault?
        if faults & TL_CSV_FIELD_TOO_LONG.rawValue != 0 {
            fault = .fieldTooLong(bytesMax: ImportLimits.fieldBytesMax)
        } else if faults & TL_CSV_TOO_MANY_COLUMNS.rawValue != 0 {
            fault = .tooManyColumns(columnsMax: ImportLimits.columnsMax)
        }
        return Record(
            place: place, fault: fault, bytes: tl_csv_bytes(csv), ends: tl_csv_ends(csv), starts: tl_csv_starts(csv),
            columns: tl_csv_columns(csv))
    }

    private func faulty(_ fault: RowFault, _ line: LineReader.Line) -> Record {
        Record(
            place: .init(line: line.number, offset: line.offset, length: line.sourceLength), fault: fault,
            bytes: nil, ends: nil, starts: nil, columns: 0)
    }
}
