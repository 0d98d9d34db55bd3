import Money
import WorkingTime

extension CellSource {
    /// The number in the cell; nil when empty.
    @inline(__always)
    func decimal(
        in record: Record, field: StaticString, naming currency: Currency? = nil, percentAllowed: Bool = false
    ) throws(RowFault) -> ExactDecimal? {
        try withBytes(in: record) { cell throws(RowFault) -> ExactDecimal? in
            var bytes = cell
            if percentAllowed, bytes.last == 0x25 { bytes = trimmed(UnsafeBufferPointer(rebasing: bytes.dropLast())) }
            if bytes.isEmpty { return nil }
            do throws(MoneyError) {
                return try NumberText.decimal(bytes.span, naming: currency)
            } catch {
                throw .badNumber(field: "\(field)", text: RowFault.excerpt(cell), error: error)
            }
        }
    }

    /// The cell's text, shortened, for a message.
    func excerpt(of record: Record) -> String {
        withBytes(in: record) { RowFault.excerpt($0) }
    }
}

extension DateReader {
    /// The instant in a cell that may be empty, in a column that may not be there.
    mutating func optionalInstant(
        of source: CellSource?, in record: Record, field: StaticString
    ) throws(RowFault) -> Instant? {
        guard let source, !source.withBytes(in: record, { $0.isEmpty }) else { return nil }
        return try instant(of: source, in: record, field: field)
    }

    /// The instant in a cell that must have one.
    @inline(__always)
    mutating func instant(of source: CellSource, in record: Record, field: StaticString) throws(RowFault) -> Instant {
        try source.withBytes(in: record) { bytes throws(RowFault) -> Instant in
            guard !bytes.isEmpty else { throw .missing(field: "\(field)") }
            do throws(DateCell.Fault) {
                return try self.instant(bytes)
            } catch .ambiguous {
                throw .ambiguousDate(field: "\(field)", text: RowFault.excerpt(bytes))
            } catch {
                throw .badDate(field: "\(field)", text: RowFault.excerpt(bytes))
            }
        }
    }
}
