import WorkingTime

/// A table of a policy whose faults are gathered instead of thrown, so that one run tells all of them.
///
/// Whatever cannot be read is nil here and a line in `faults`. `finish` adds the keys nobody asked for.
struct PolicyTable {
    private var reader: TableReader
    let faults: PolicyFaults

    /// Entries one free table of a policy may have.
    static let entriesMax = 1000

    init(_ reader: TableReader, _ faults: PolicyFaults) {
        self.reader = reader
        self.faults = faults
    }

    var line: Int { reader.table.line }
    var name: String { reader.name }

    subscript(key: String) -> TOMLValue? { reader.table[key] }

    // MARK: values by key; nil when absent or faulty

    mutating func string(_ key: String) -> String? {
        value(key).flatMap { value in kept { () throws(ConfigurationError) in try reader.string(value, key) } }
    }

    mutating func boolean(_ key: String) -> Bool? {
        guard let value = value(key) else { return nil }
        guard case .boolean(let boolean) = value.content else {
            faults.add(reader.wrongKind(key, value, .boolean))
            return nil
        }
        return boolean
    }

    mutating func integer(_ key: String, in range: ClosedRange<Int64>) -> Int64? {
        guard let value = value(key) else { return nil }
        guard case .integer(let number) = value.content else {
            faults.add(reader.wrongKind(key, value, .integer))
            return nil
        }
        guard range.contains(number) else {
            bad(key, value, found: String(number), wanted: "\(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// A number, whole or with decimals.
    mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = value(key) else { return nil }
        let number: Double
        switch value.content {
        case .integer(let whole): number = Double(whole)
        case .float(let real): number = real
        default:
            faults.add(reader.wrongKind(key, value, .float))
            return nil
        }
        guard range.contains(number) else {
            bad(key, value, found: "\(number)", wanted: "\(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// A budget such as `30bm`; zero and negative ones are refused.
    mutating func budget(_ key: String) -> Budget? {
        guard let value = value(key) else { return nil }
        guard let text = text(value, key) else { return nil }
        return budget(key, text, at: value)
    }

    /// The budget a text or a part of it says.
    func budget(_ key: String, _ text: some StringProtocol, at value: TOMLValue) -> Budget? {
        do {
            return try Budget(text)
        } catch {
            faults.add(
                ConfigurationError(file: reader.file, line: value.line, .budget(key: key, found: String(text), error)))
            return nil
        }
    }

    /// One of a closed list of words, given by their raw values.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Word.Type, except forbidden: [Word] = []
    ) -> Word? where Word.RawValue == String, Word: Equatable {
        guard let value = value(key) else { return nil }
        guard let text = kept({ () throws(ConfigurationError) in try reader.string(value, key) }) else { return nil }
        if let word = Word(rawValue: text), !forbidden.contains(word) { return word }
        let words = Word.allCases.filter { !forbidden.contains($0) }.map(\.rawValue)
        bad(key, value, found: text, wanted: "one of " + words.joined(separator: ", "))
        return nil
    }

    mutating func array(_ key: String) -> [TOMLValue]? {
        guard let value = value(key) else { return nil }
        guard case .array(let values) = value.content else {
            faults.add(reader.wrongKind(key, value, .array))
            return nil
        }
        return values
    }

    mutating func texts(_ key: String) -> [String]? {
        array(key).map { values in values.compactMap { text($0, key) } }
    }

    mutating func table(_ key: String) -> PolicyTable? {
        value(key).flatMap { table($0, key) }
    }

    // MARK: values that must be there

    mutating func required<T>(_ key: String, _ read: (inout PolicyTable, String) -> T?) -> T? {
        guard reader.value(key) != nil else {
            faults.add(reader.missing(key))
            return nil
        }
        return read(&self, key)
    }

    mutating func requiredBudget(_ key: String) -> Budget? { required(key) { $0.budget($1) } }
    mutating func requiredString(_ key: String) -> String? { required(key) { $0.string($1) } }
    mutating func requiredTable(_ key: String) -> PolicyTable? { required(key) { $0.table($1) } }

    // MARK: values already at hand

    func text(_ value: TOMLValue, _ key: String) -> String? {
        kept { () throws(ConfigurationError) in try reader.string(value, key) }
    }

    func table(_ value: TOMLValue, _ key: String) -> PolicyTable? {
        kept { () throws(ConfigurationError) in PolicyTable(try reader.table(value, key), faults) }
    }

    /// All entries, for tables whose keys are free; none of them counts as unknown.
    mutating func freeEntries() -> [TOMLTable.Entry] {
        let entries = reader.allEntries()
        if entries.count > Self.entriesMax {
            faults.add(
                ConfigurationError(
                    file: reader.file, line: line, .tooMany("entries in [\(name)]", most: Self.entriesMax)))
        }
        return Array(entries.prefix(Self.entriesMax))
    }

    /// A table whose keys are free and whose values are texts.
    mutating func strings() -> [String: String] {
        var result: [String: String] = [:]
        for entry in freeEntries() { result[entry.key] = text(entry.value, entry.key) }
        return result
    }

    // MARK: faults

    mutating func value(_ key: String) -> TOMLValue? { reader.value(key) }

    func bad(_ key: String, _ value: TOMLValue, found: String, wanted: String) {
        faults.add(reader.bad(key, value, found: found, wanted: wanted))
    }

    func missing(_ key: String) { faults.add(reader.missing(key)) }

    func wrongKind(_ key: String, _ value: TOMLValue, _ wanted: ValueKind) {
        faults.add(reader.wrongKind(key, value, wanted))
    }

    /// Adds a fault for every key that was never asked for, naming the nearest that was.
    func finish() {
        for error in reader.unknownKeys() { faults.add(error) }
    }

    private func kept<T>(_ body: () throws(ConfigurationError) -> T) -> T? {
        do throws(ConfigurationError) {
            return try body()
        } catch {
            faults.add(error)
            return nil
        }
    }
}

/// The faults of one policy file, in the order they were met.
final class PolicyFaults {
    private(set) var errors: [ConfigurationError] = []

    /// Faults told of one file; a file of nothing but faults needs no more.
    static let errorsMax = 1000

    func add(_ error: ConfigurationError) {
        if errors.count < Self.errorsMax { errors.append(error) }
    }
}
