import CSQLite

/// A prepared statement of SQLite, called directly: binding and reading cost what they cost in C.
struct SQLiteStatement: Statement {
    let handle: OpaquePointer
    let path: String

    func bind(_ value: Int64, at index: Int) {
        sqlite3_bind_int64(handle, Int32(index), value)
    }

    func bind(_ value: String, at index: Int) {
        var value = value
        value.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { text in
                _ = tl_bind_text(handle, Int32(index), text.baseAddress ?? Self.empty, Int32(text.count))
            }
        }
    }

    func bind(_ value: [UInt8], at index: Int) {
        value.withUnsafeBytes { bytes in
            _ = tl_bind_blob(handle, Int32(index), bytes.baseAddress, Int32(bytes.count))
        }
    }

    func bind(text: UnsafeRawBufferPointer, at index: Int) {
        _ = tl_bind_text(
            handle, Int32(index), text.bindMemory(to: CChar.self).baseAddress ?? Self.empty, Int32(text.count))
    }

    func bindNull(at index: Int) {
        sqlite3_bind_null(handle, Int32(index))
    }

    func step() throws(StoreError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw SQLiteFault.last(of: sqlite3_db_handle(handle), path: path, sql: sqlite3_sql(handle))
        }
    }

    func reset() {
        sqlite3_reset(handle)
    }

    var changes: Int { Int(sqlite3_changes(sqlite3_db_handle(handle))) }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    func text(_ column: Int) -> String {
        withUTF8(column) { String(decoding: $0, as: UTF8.self) }
    }

    func bytes(_ column: Int) -> [UInt8] {
        let start = sqlite3_column_blob(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    func withUTF8<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        let start = sqlite3_column_text(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    /// A null pointer would bind NULL where an empty text is meant.
    private nonisolated(unsafe) static let empty: UnsafePointer<CChar> = {
        let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
        byte.initialize(to: 0)
        return UnsafePointer(byte)
    }()
}
