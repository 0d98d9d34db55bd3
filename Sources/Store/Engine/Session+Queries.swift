import WorkingTime

extension Session {
    /// Runs a statement that gives no rows; returns how many it changed.
    @discardableResult
    func run(_ sql: String, _ values: any SQLBindable...) throws(StoreError) -> Int {
        let statement = try statement(sql)
        statement.bindAll(values)
        defer { statement.reset() }
        _ = try statement.step()
        return statement.changes
    }

    /// All rows, in order.
    func all<T>(
        _ sql: String, _ values: any SQLBindable..., row: (any Statement) throws(StoreError) -> T
    ) throws(StoreError) -> [T] {
        let statement = try statement(sql)
        statement.bindAll(values)
        defer { statement.reset() }
        var rows: [T] = []
        while try statement.step() {
            rows.append(try row(statement))
        }
        return rows
    }

    /// The first row; nil without one.
    func first<T>(
        _ sql: String, _ values: any SQLBindable..., row: (any Statement) throws(StoreError) -> T
    ) throws(StoreError) -> T? {
        let statement = try statement(sql)
        statement.bindAll(values)
        defer { statement.reset() }
        return try statement.step() ? try row(statement) : nil
    }

    /// The one integer a query gives; nil when it gives no row or null.
    func integer(_ sql: String, _ values: any SQLBindable...) throws(StoreError) -> Int64? {
        let statement = try statement(sql)
        statement.bindAll(values)
        defer { statement.reset() }
        return try statement.step() ? statement.optionalInteger(0) : nil
    }
}

extension Statement {
    func bindAll(_ values: [any SQLBindable]) {
        var index = 1
        for value in values {
            bind(value.sqlValue, at: index)
            index += 1
        }
    }

    func bind(_ value: SQLValue, at index: Int) {
        switch value {
        case .null: bindNull(at: index)
        case .integer(let value): bind(value, at: index)
        case .text(let value): bind(value, at: index)
        case .bytes(let value): bind(value, at: index)
        }
    }

    func bind(_ value: String?, at index: Int) {
        if let value { bind(value, at: index) } else { bindNull(at: index) }
    }

    func bind(_ value: Int64?, at index: Int) {
        if let value { bind(value, at: index) } else { bindNull(at: index) }
    }

    /// One row of a statement prepared for many: steps and readies it for the next.
    func runOnce() throws(StoreError) {
        defer { reset() }
        _ = try step()
    }

    func int(_ column: Int) -> Int { Int(integer(column)) }
    func bool(_ column: Int) -> Bool { integer(column) != 0 }
    func instant(_ column: Int) -> Instant { Instant(microseconds: integer(column)) }
    func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    func optionalInstant(_ column: Int) -> Instant? { isNull(column) ? nil : instant(column) }

    /// The value of an enumeration kept by its raw text; a text unknown to this release is damage.
    func value<T: RawRepresentable>(_ column: Int, as type: T.Type = T.self) throws(StoreError) -> T
    where T.RawValue == String {
        let text = text(column)
        guard let value = T(rawValue: text) else { throw .badValue(field: "\(type)", value: text) }
        return value
    }

    func optionalValue<T: RawRepresentable>(_ column: Int, as type: T.Type = T.self) throws(StoreError) -> T?
    where T.RawValue == String {
        isNull(column) ? nil : try value(column, as: type)
    }
}
