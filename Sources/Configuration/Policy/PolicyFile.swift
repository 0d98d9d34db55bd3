package import Complaints

/// A policy's TOML file, read section by section so that every section's first fault is told at once.
package struct PolicyFile: Sendable {
    /// Nil when there are errors.
    package let policy: Policy?
    /// Faults of single keys, by line.
    package let errors: [ConfigurationError]
    /// The `[value]` section as it stands; its reader belongs to the value tiers.
    package let value: TOMLTable?
    let document: TOMLDocument

    /// Entries one free table of a policy may have.
    static let entriesMax = 1000

    /// Reads the file at `path`; throws when it cannot be read or is no TOML.
    package init(path: String) throws(ConfigurationError) {
        try self.init(ConfigurationFile.bytes(path), file: path)
    }

    /// Reads these bytes; `file` is only for messages.
    ///
    /// A section that is not there keeps what the built-in sample policy says; one that is there replaces it whole.
    package init(_ bytes: some Collection<UInt8>, file: String) throws(ConfigurationError) {
        let document = try TOMLDocument(bytes, file: file)
        var reader = PolicyReader(TableReader(document))
        reader.readAll()
        self.document = document
        errors = reader.errors.sorted { $0.line < $1.line }
        policy = reader.errors.isEmpty ? reader.policy : nil
        value = reader.value
    }
}

/// The sections of one policy file, read in turn.
struct PolicyReader {
    var top: TableReader
    var policy = Policy.builtin
    var errors: [ConfigurationError] = []
    var value: TOMLTable?

    init(_ top: TableReader) {
        self.top = top
    }

    mutating func readAll() {
        section("policy", isRequired: true) { reader, table throws(ConfigurationError) in
            try reader.readIdentity(&table)
        }
        section("calendars") { reader, table throws(ConfigurationError) in try reader.readCalendars(&table) }
        section("regime") { reader, table throws(ConfigurationError) in try reader.readRegimes(&table) }
        section("jurisdiction") { reader, table throws(ConfigurationError) in
            reader.policy.jurisdictions = try table.strings()
        }
        section("targets", isRequired: true) { reader, table throws(ConfigurationError) in
            try reader.readTargets(&table)
        }
        section("pause") { reader, table throws(ConfigurationError) in try reader.readPauses(&table) }
        section("warnings") { reader, table throws(ConfigurationError) in try reader.readWarnings(&table) }
        section("ladder", isRequired: true) { reader, table throws(ConfigurationError) in
            try reader.readLadders(&table)
        }
        section("authority", isRequired: true) { reader, table throws(ConfigurationError) in
            try reader.readAuthority(&table)
        }
        section("change") { reader, table throws(ConfigurationError) in try reader.readChange(&table) }
        section("duty") { reader, table throws(ConfigurationError) in try reader.readDuty(&table) }
        section("dispatch") { reader, table throws(ConfigurationError) in
            if let margin = try table.budget("margin") { reader.policy.dispatchMargin = margin }
        }
        section("intake") { reader, table throws(ConfigurationError) in try reader.readIntake(&table) }
        section("follow_up") { reader, table throws(ConfigurationError) in try reader.readFollowUp(&table) }
        section("records") { reader, table throws(ConfigurationError) in try reader.readRecords(&table) }
        if case .table(let table) = top.value("value")?.content { value = table }
        do { try top.finish() } catch { errors.append(error) }
    }

    /// Reads one section; its first fault, unknown keys among them, is kept and the others go on.
    private mutating func section(
        _ key: String, isRequired: Bool = false,
        _ body: (inout PolicyReader, inout TableReader) throws(ConfigurationError) -> Void
    ) {
        do throws(ConfigurationError) {
            guard var table = try top.table(key) else {
                if isRequired { throw top.missing(key) }
                return
            }
            try body(&self, &table)
            try table.finish()
        } catch {
            errors.append(error)
        }
    }
}
