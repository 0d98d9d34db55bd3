/// Takes values out of a table by key and, at the end, refuses the keys nobody asked for.
struct TableReader {
    let file: String
    /// As it stands in brackets, empty for the top of the file.
    let name: String
    let table: TOMLTable
    private var asked: [String] = []

    init(_ table: TOMLTable, name: String, file: String) {
        self.table = table
        self.name = name
        self.file = file
    }

    init(_ document: TOMLDocument) {
        self.init(document.root, name: "", file: document.file)
    }

    mutating func value(_ key: String) -> TOMLValue? {
        asked.append(key)
        return table[key]
    }

    mutating func string(_ key: String) throws(ConfigurationError) -> String? {
        guard let value = value(key) else { return nil }
        return try string(value, key)
    }

    mutating func requiredString(_ key: String) throws(ConfigurationError) -> String {
        guard let text = try string(key) else { throw missing(key) }
        return text
    }

    mutating func boolean(_ key: String) throws(ConfigurationError) -> Bool? {
        guard let value = value(key) else { return nil }
        guard case .boolean(let boolean) = value.content else { throw wrongKind(key, value, .boolean) }
        return boolean
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int64>) throws(ConfigurationError) -> Int64? {
        guard let value = value(key) else { return nil }
        guard case .integer(let number) = value.content else { throw wrongKind(key, value, .integer) }
        guard range.contains(number) else {
            throw bad(key, value, found: String(number), wanted: "\(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    mutating func table(_ key: String) throws(ConfigurationError) -> TableReader? {
        guard let value = value(key) else { return nil }
        return try self.table(value, key)
    }

    mutating func array(_ key: String) throws(ConfigurationError) -> [TOMLValue]? {
        guard let value = value(key) else { return nil }
        guard case .array(let values) = value.content else { throw wrongKind(key, value, .array) }
        return values
    }

    /// One of a closed list of words, given by their raw values.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Word.Type
    ) throws(ConfigurationError) -> Word? where Word.RawValue == String {
        guard let value = value(key) else { return nil }
        let text = try string(value, key)
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue)
            throw bad(key, value, found: text, wanted: "one of " + words.joined(separator: ", "))
        }
        return word
    }

    // MARK: values already at hand

    func string(_ value: TOMLValue, _ key: String) throws(ConfigurationError) -> String {
        guard case .string(let text) = value.content else { throw wrongKind(key, value, .string) }
        return text
    }

    func table(_ value: TOMLValue, _ key: String) throws(ConfigurationError) -> TableReader {
        guard case .table(let table) = value.content else { throw wrongKind(key, value, .table) }
        return TableReader(table, name: name.isEmpty ? key : "\(name).\(key)", file: file)
    }

    // MARK: the end

    /// All entries, for tables whose keys are free; none of them counts as unknown.
    mutating func allEntries() -> [TOMLTable.Entry] {
        asked += table.entries.map(\.key)
        return table.entries
    }

    /// Refuses keys that were never asked for, naming the nearest that was.
    func finish() throws(ConfigurationError) {
        if let first = unknownKeys().first { throw first }
    }

    /// A fault for each key that was never asked for.
    func unknownKeys() -> [ConfigurationError] {
        table.entries.filter { !asked.contains($0.key) }.map { unknown in
            ConfigurationError(
                file: file, line: unknown.value.line,
                .unknownKey(unknown.key, table: name, nearest: Nearest.word(to: unknown.key, among: asked)))
        }
    }

    func missing(_ key: String) -> ConfigurationError {
        ConfigurationError(file: file, line: table.line, .missingKey(key, table: name))
    }

    func wrongKind(_ key: String, _ value: TOMLValue, _ wanted: ValueKind) -> ConfigurationError {
        ConfigurationError(file: file, line: value.line, .wrongKind(key, found: value.kind, wanted: wanted))
    }

    func bad(_ key: String, _ value: TOMLValue, found: String, wanted: String) -> ConfigurationError {
        ConfigurationError(file: file, line: value.line, .badValue(key, found: found, wanted: wanted))
    }
}
