package import Complaints

/// A policy's TOML file, read whole: all its faults are told at once, each with its line.
package struct PolicyFile: Sendable {
    /// Nil when there are errors.
    package let policy: Policy?
    /// Faults of single keys, by line.
    package let errors: [ConfigurationError]
    /// The `[value]` section: how a customer's worth is computed.
    package let value: ValuePolicy
    /// What could be read, for checks that go across sections even when there are errors.
    let readable: Policy
    let hasStart: Bool
    let document: TOMLDocument
    /// The file's own text, to be kept as it is.
    package let text: String

    /// `file:line` at which the policy's start is written; nil when it is not.
    package var startPlace: String? {
        guard case .table(let table)? = document.root["policy"]?.content, let start = table["effective_from"] else {
            return nil
        }
        return "\(document.file):\(start.line)"
    }

    /// The built-in sample policy as a file to copy and change.
    package static var sample: String { String(decoding: PackageResources.sample_toml, as: UTF8.self) }

    /// Reads the file at `path`; throws when it cannot be read or is no TOML.
    package init(path: String) throws(ConfigurationError) {
        try self.init(ConfigurationFile.bytes(path), file: path)
    }

    /// Reads these bytes; `file` is only for messages.
    ///
    /// A section that is not there keeps what the built-in sample policy says; one that is there replaces it whole.
    package init(_ bytes: some Collection<UInt8>, file: String) throws(ConfigurationError) {
        let document = try TOMLDocument(bytes, file: file)
        let faults = PolicyFaults()
        var reader = PolicyReader(PolicyTable(TableReader(document), faults))
        reader.readAll()
        self.document = document
        text = String(decoding: bytes, as: UTF8.self)
        errors = faults.errors.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
        readable = reader.policy
        hasStart = reader.hasStart
        policy = errors.isEmpty ? reader.policy : nil
        value = reader.value
    }
}

/// The sections of one policy file, read in turn.
struct PolicyReader {
    var top: PolicyTable
    var policy = Policy.builtin
    var value = ValuePolicy()
    /// Whether an `effective_from` was read.
    var hasStart = false

    init(_ top: PolicyTable) {
        self.top = top
    }

    mutating func readAll() {
        section("policy", isRequired: true) { reader, table in reader.readIdentity(&table) }
        section("calendars") { reader, table in reader.readCalendars(&table) }
        section("regime") { reader, table in reader.readRegimes(&table) }
        section("jurisdiction") { reader, table in reader.policy.jurisdictions = table.strings() }
        section("targets", isRequired: true) { reader, table in reader.readTargets(&table) }
        section("pause") { reader, table in reader.readPauses(&table) }
        section("warnings") { reader, table in reader.readWarnings(&table) }
        section("ladder", isRequired: true) { reader, table in reader.readLadders(&table) }
        section("authority", isRequired: true) { reader, table in reader.readAuthority(&table) }
        section("change") { reader, table in reader.readChange(&table) }
        section("duty") { reader, table in reader.readDuty(&table) }
        section("dispatch") { reader, table in
            if let margin = table.budget("margin") { reader.policy.dispatchMargin = margin }
        }
        section("intake") { reader, table in reader.readIntake(&table) }
        section("follow_up") { reader, table in reader.readFollowUp(&table) }
        section("records") { reader, table in reader.readRecords(&table) }
        section("value") { reader, table in reader.value = ValuePolicy(&table) }
        top.finish()
    }

    /// Reads one section and then tells the keys nobody asked for.
    private mutating func section(
        _ key: String, isRequired: Bool = false, _ body: (inout PolicyReader, inout PolicyTable) -> Void
    ) {
        if top[key] == nil, !isRequired {
            _ = top.value(key)
            return
        }
        guard var table = top.requiredTable(key) else {
            _ = top.value(key)
            return
        }
        body(&self, &table)
        table.finish()
    }
}
