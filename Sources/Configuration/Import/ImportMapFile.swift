/// Reads an import map's TOML file: [columns], [values], [defaults] and how the file is written.
package struct ImportMapFile {
    private let file: String

    /// The map in the file at `path`.
    package static func map(path: String) throws(ConfigurationError) -> ImportMap {
        try map(ConfigurationFile.bytes(path), file: path)
    }

    /// The map in these bytes; `file` is only for messages.
    package static func map(_ bytes: some Collection<UInt8>, file: String) throws(ConfigurationError) -> ImportMap {
        try ImportMapFile(file: file).read(TOMLDocument(bytes, file: file))
    }

    private init(file: String) {
        self.file = file
    }

    private func read(_ document: TOMLDocument) throws(ConfigurationError) -> ImportMap {
        var top = TableReader(document)
        var map = ImportMap()
        map.file = file
        map.source = try top.string("source")
        map.currency = try top.string("currency")
        map.region = try top.string("region")
        map.encoding = try top.string("encoding")
        map.dateFormat = try top.string("date_format")
        map.hasHeader = try top.boolean("header") ?? true
        map.delimiter = try delimiter(&top)
        if var table = try top.table("columns") { map.columns = try columns(&table) }
        if var table = try top.table("values") { map.values = try translations(&table) }
        if var table = try top.table("defaults") { map.defaults = try defaults(&table) }
        try top.finish()
        if !map.hasHeader, let named = map.columns.first(where: \.namesHeader) {
            throw ConfigurationError(
                file: file, line: named.line,
                .badValue(named.field, found: "a header", wanted: "the column's number, since header = false"))
        }
        return map
    }

    private func delimiter(_ top: inout TableReader) throws(ConfigurationError) -> ImportMap.Delimiter? {
        guard let value = top.value("delimiter") else { return nil }
        let text = try top.string(value, "delimiter")
        switch text {
        case "tab": return .character(UInt8(ascii: "\t"))
        case "whitespace": return .whitespace
        default:
            let bytes = Array(text.utf8)
            let isUsable = bytes.count == 1 && bytes[0] < 128 && bytes[0] != UInt8(ascii: "\"") && bytes[0] >= 9
            guard isUsable, bytes[0] != 10, bytes[0] != 13 else {
                throw top.bad(
                    "delimiter", value, found: text, wanted: "one ASCII character, \"tab\" or \"whitespace\"")
            }
            return .character(bytes[0])
        }
    }

    private func columns(_ table: inout TableReader) throws(ConfigurationError) -> [ImportMap.Column] {
        let entries = table.allEntries()
        try limit(entries.count, ImportMap.columnsMax, "columns", table)
        var columns: [ImportMap.Column] = []
        for entry in entries {
            var column = ImportMap.Column(field: entry.key, sources: [], line: entry.value.line)
            switch entry.value.content {
            case .array(let values):
                column.sources = try references(values, entry, table)
            case .table:
                var joined = try table.table(entry.value, entry.key)
                guard let values = try joined.array("join") else { throw joined.missing("join") }
                column.sources = try references(values, entry, joined)
                column.joinedBy = try joined.string("with") ?? " "
                try joined.finish()
            default:
                column.sources = try references([entry.value], entry, table)
            }
            columns.append(column)
        }
        return columns
    }

    private func references(
        _ values: [TOMLValue], _ entry: TOMLTable.Entry, _ table: TableReader
    ) throws(ConfigurationError) -> [ImportMap.Reference] {
        let wanted = "their header in quotes, its number from 1, or a list of those"
        guard !values.isEmpty, values.count <= ImportMap.columnsMax else {
            throw table.bad(entry.key, entry.value, found: "\(values.count) columns", wanted: wanted)
        }
        var references: [ImportMap.Reference] = []
        for value in values {
            switch value.content {
            case .string(let header) where !header.isEmpty: references.append(.header(header))
            case .integer(let index) where index >= 1 && index <= 16_384: references.append(.index(Int(index)))
            case .integer(let index): throw table.bad(entry.key, value, found: "\(index)", wanted: wanted)
            default: throw table.bad(entry.key, value, found: value.kind.rawValue, wanted: wanted)
            }
        }
        return references
    }

    private func translations(_ table: inout TableReader) throws(ConfigurationError) -> [ImportMap.Translation] {
        var translations: [ImportMap.Translation] = []
        for field in table.allEntries() {
            var words = try table.table(field.value, field.key)
            for word in words.allEntries() {
                let ours = try scalar(word.value, word.key, words)
                translations.append(
                    ImportMap.Translation(field: field.key, theirs: word.key, ours: ours, line: word.value.line))
            }
            try limit(translations.count, ImportMap.translationsMax, "translations", words)
        }
        return translations
    }

    private func defaults(_ table: inout TableReader) throws(ConfigurationError) -> [ImportMap.Default] {
        var defaults: [ImportMap.Default] = []
        for entry in table.allEntries() {
            let value = try scalar(entry.value, entry.key, table)
            defaults.append(ImportMap.Default(field: entry.key, value: value, line: entry.value.line))
        }
        return defaults
    }

    /// A text, or a number or truth value as one would write it in a cell.
    private func scalar(
        _ value: TOMLValue, _ key: String, _ table: TableReader
    ) throws(ConfigurationError) -> String {
        switch value.content {
        case .string(let text), .date(let text), .time(let text), .dateTime(let text): text
        case .integer(let number): String(number)
        case .boolean(let boolean): String(boolean)
        case .float(let number): String(number)
        case .array, .table: throw table.wrongKind(key, value, .string)
        }
    }

    private func limit(
        _ count: Int, _ most: Int, _ what: String, _ table: TableReader
    ) throws(ConfigurationError) {
        guard count <= most else {
            throw ConfigurationError(file: file, line: table.table.line, .tooMany(what, most: most))
        }
    }
}

extension ImportMap.Column {
    fileprivate var namesHeader: Bool {
        sources.contains { if case .header = $0 { true } else { false } }
    }
}
