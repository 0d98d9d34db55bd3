/// One row as it was read: its cells' bytes, and where it lies in the file. Valid until the next row is read.
struct Record {
    /// Where the row lies in the file, to name it and to copy it into the rejects file.
    struct Place {
        /// The first physical line, counted from 1.
        var line: Int
        var offset: Int64
        var length: Int
    }

    var place: Place
    /// What makes the row unusable as a whole; nil for a sound one.
    var fault: RowFault?
    var bytes: UnsafePointer<UInt8>?
    /// Start of every cell and the end of it, as many as there are columns.
    var ends: UnsafePointer<UInt32>?
    /// Nil when cells lie one behind the other.
    var starts: UnsafePointer<UInt32>?
    var columns: Int

    /// The cell's bytes; empty beyond the last column.
    subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
        guard column < columns, let bytes, let ends else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = starts.map { Int($0[column]) } ?? (column == 0 ? 0 : Int(ends[column - 1]))
        return UnsafeBufferPointer(start: bytes + start, count: Int(ends[column]) - start)
    }
}
