import Complaints
import WorkingTime

/// What only policies write: budgets, roles, lists of logins.
extension TableReader {
    /// A budget such as `30bm`; zero and negative ones are refused.
    mutating func budget(_ key: String) throws(ConfigurationError) -> Budget? {
        guard let value = value(key) else { return nil }
        let text = try string(value, key)
        do {
            return try Budget(text)
        } catch {
            throw ConfigurationError(file: file, line: value.line, .budget(key: key, found: text, error))
        }
    }

    mutating func requiredBudget(_ key: String) throws(ConfigurationError) -> Budget {
        guard let budget = try budget(key) else { throw missing(key) }
        return budget
    }

    mutating func requiredWord<Word: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Word.Type
    ) throws(ConfigurationError) -> Word where Word.RawValue == String {
        guard let word = try word(key, type) else { throw missing(key) }
        return word
    }

    mutating func texts(_ key: String) throws(ConfigurationError) -> [String]? {
        guard let values = try array(key) else { return nil }
        var texts: [String] = []
        for value in values { texts.append(try string(value, key)) }
        return texts
    }

    /// A table whose keys are free and whose values are texts.
    mutating func strings() throws(ConfigurationError) -> [String: String] {
        var result: [String: String] = [:]
        for entry in try freeEntries() { result[entry.key] = try string(entry.value, entry.key) }
        return result
    }

    /// The entries of a table whose keys are free, if they are not too many.
    mutating func freeEntries() throws(ConfigurationError) -> [TOMLTable.Entry] {
        let entries = allEntries()
        guard entries.count <= PolicyFile.entriesMax else {
            throw ConfigurationError(
                file: file, line: table.line, .tooMany("entries in [\(name)]", most: PolicyFile.entriesMax))
        }
        return entries
    }
}
