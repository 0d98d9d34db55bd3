/// What a database must offer to keep the store: sessions for reading and writing, and a sign of change.
///
/// The store's queries are written once, in SQL that SQLite 3.40 and PostgreSQL 15 both run, with parameters `$1`,
/// `$2` … numbered in order of first use. What the databases do differently stands behind the requirements here and
/// in `Session`.
protocol Engine: AnyObject, Sendable {
    /// Runs `body` on one unchanging picture of the data; several may run at once.
    func read<T>(_ body: (any Session) throws(StoreError) -> T) throws(StoreError) -> T

    /// Runs `body` alone among all writers of all processes. When this returns its changes are on disk; when `body`
    /// throws nothing of it is kept.
    func write<T>(_ body: (any Session) throws(StoreError) -> T) throws(StoreError) -> T

    /// Runs `body` like `write` and then keeps nothing of it.
    func rehearse<T>(_ body: (any Session) throws(StoreError) -> T) throws(StoreError) -> T

    /// Whether somebody else waits to write: asked inside `write` by what can end early and go on later.
    var isAwaited: Bool { get }

    /// Differs from its last value when anybody has committed since.
    func changeCounter() throws(StoreError) -> Int64

    /// Gives way to nobody and gathers more before writing to the main file: for filling an empty store.
    func setBulkLoading(_ isLoading: Bool) throws(StoreError)

    func close() throws(StoreError)
}

/// A connection inside a transaction.
protocol Session {
    /// The statement of that text, prepared once per connection. A statement is used by one loop at a time.
    func statement(_ sql: String) throws(StoreError) -> any Statement

    /// Customers whose name (or plate) has all of the tokens, newest first, at most `limit`.
    func customers(in index: TokenIndex, withAll tokens: [String], limit: Int) throws(StoreError) -> [Int64]

    /// Brings a customer's tokens from `old` to `new`; `old` must be exactly what was put in last.
    func replaceTokens(in index: TokenIndex, customer: Int64, old: [String], new: [String]) throws(StoreError)

    /// Joins what many batches have added to the token indexes; worth its time after a first load only.
    func compactTokens() throws(StoreError)

    /// Lets go of what a long reading left in memory: pages that no look-up will want. A hint.
    func forgetPages()
}

/// The two inverted indexes: folded names, and plate keys.
enum TokenIndex: String {
    case names = "name_tokens"
    case plates = "plate_tokens"
}

/// A prepared statement: bind, step, read columns, reset. Columns and parameters are counted from 0 and 1.
protocol Statement {
    func bind(_ value: Int64, at index: Int)
    func bind(_ value: String, at index: Int)
    func bind(_ value: [UInt8], at index: Int)
    /// A text by its UTF-8, where no string is at hand.
    func bind(text: UnsafeRawBufferPointer, at index: Int)
    func bindNull(at index: Int)

    /// Moves to the next row; false when there is none.
    func step() throws(StoreError) -> Bool
    /// Ends a loop, or readies for the next one; parameters keep their values.
    func reset()
    /// Rows the last step inserted, updated or deleted.
    var changes: Int { get }

    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    /// Reads a text column's UTF-8 where it lies, without making a string of it.
    func withUTF8<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T
}
