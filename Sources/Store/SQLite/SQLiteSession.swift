import CSQLite
import GRDB

/// A connection of SQLite inside a transaction.
struct SQLiteSession: Session {
    let database: Database
    let path: String

    func statement(_ sql: String) throws(StoreError) -> any Statement {
        try prepared(sql)
    }

    var isInsideTransaction: Bool { database.isInsideTransaction }

    func customers(in index: TokenIndex, withAll tokens: [String], limit: Int) throws(StoreError) -> [Int64] {
        // A pair says all that its two characters say, and their lists are long.
        let needed = tokens.filter { token in
            !tokens.contains { $0.utf8.count > token.utf8.count && $0.contains(token) }
        }
        let query = needed.map { "\"" + $0 + "\"" }.joined(separator: " AND ")
        return try all(
            "SELECT rowid FROM \(index.rawValue) WHERE \(index.rawValue) MATCH $1 ORDER BY rowid DESC LIMIT $2",
            query, limit
        ) { $0.integer(0) }
    }

    func replaceTokens(in index: TokenIndex, customer: Int64, old: [String], new: [String]) throws(StoreError) {
        guard old != new else { return }
        if !old.isEmpty {
            try change(
                "INSERT INTO \(index.rawValue)(\(index.rawValue), rowid, tokens) VALUES ('delete', $1, $2)", customer,
                old)
        }
        if !new.isEmpty {
            try change("INSERT INTO \(index.rawValue)(rowid, tokens) VALUES ($1, $2)", customer, new)
        }
    }

    func compactTokens() throws(StoreError) {
        for index in [TokenIndex.names, .plates] {
            try run("INSERT INTO \(index.rawValue)(\(index.rawValue)) VALUES ('optimize')")
        }
    }

    func forgetPages() {
        sqlite3_db_release_memory(database.sqliteConnection)
        tl_give_back_memory()
    }

    private func change(_ sql: String, _ customer: Int64, _ tokens: [String]) throws(StoreError) {
        let statement = try prepared(sql)
        statement.bind(customer, at: 1)
        statement.bind(tokens.joined(separator: " "), at: 2)
        try statement.runOnce()
    }

    private func prepared(_ sql: String) throws(StoreError) -> SQLiteStatement {
        do {
            return SQLiteStatement(handle: try database.cachedStatement(sql: sql).sqliteStatement, path: path)
        } catch {
            throw SQLiteFault.error(error, path: path)
        }
    }
}

extension SQLiteSession {
    /// Runs several statements that give no rows.
    func runScript(_ sql: String) throws(StoreError) {
        do {
            try database.execute(sql: sql)
        } catch {
            throw SQLiteFault.error(error, path: path)
        }
    }
}
