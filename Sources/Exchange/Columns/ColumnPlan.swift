import Configuration

/// Which cells of a row give which field, settled once from the header and the map.
struct ColumnPlan {
    let kind: ImportKind
    /// How many cells a row may fill.
    let headerColumns: Int
    private(set) var ignoredColumns: [String] = []
    /// The header's words, or the places of the columns in a file without.
    let names: [String]
    /// Where the header is, for messages.
    private let path: String
    private let line: Int
    private var sources: [ImportField: [CellSource]] = [:]

    /// Whether every needed field has a column is for ``checkNeeded()`` to say.
    ///
    /// - Parameter header: the header's words, or nil for a file without; then `columns` is what its first row has.
    init(
        kind: ImportKind, header: [String]?, columns: Int, map: ImportMap?, path: String = "", line: Int = 1
    ) throws(ImportError) {
        self.kind = kind
        (self.path, self.line) = (path, line)
        names = header ?? (1...max(1, columns)).map(String.init)
        headerColumns = max(1, columns)
        if let map, !map.columns.isEmpty {
            try take(map, hasHeader: header != nil)
        } else if let header {
            try takeWords(of: header)
        }
        if let map { try takeValuesAndDefaults(of: map) }
        if isOwnExport { sources = sources.mapValues { $0.map(\.guarded) } }
    }

    /// Whether the file names our own customers or sources, as only files exported from here do.
    var isOwnExport: Bool { sources[.tierlineCustomer] != nil || sources[.tierlineSource] != nil }

    /// The source of a field; nil when nothing gives it. For phones and plates the first of several.
    subscript(field: ImportField) -> CellSource? { sources[field]?.first }

    /// All sources of a field that several columns may give.
    func all(_ field: ImportField) -> [CellSource] { sources[field, default: []] }

    /// The field each column gives; nil for those nothing is read from.
    var fieldsOfColumns: [ImportField?] {
        var fields = [ImportField?](repeating: nil, count: headerColumns)
        for (field, sources) in sources {
            for column in sources.flatMap(\.columns) where column < headerColumns { fields[column] = field }
        }
        return fields
    }

    private mutating func takeWords(of header: [String]) throws(ImportError) {
        for (index, word) in header.enumerated() {
            let field = HeaderWords.field(word, in: kind)
            if let field, field.takesSeveralColumns || sources[field] == nil {
                sources[field, default: []].append(CellSource(columns: [index]))
            } else if field != nil, let twin = twin(of: index, in: header) {
                throw .repeatedColumn(name: word, first: twin + 1, second: index + 1, path: path, line: line)
            } else {
                ignoredColumns.append(word)
            }
        }
    }

    /// The earlier column of the same name.
    private func twin(of index: Int, in header: [String]) -> Int? {
        let word = HeaderFold.fold(header[index])
        return header[..<index].firstIndex { HeaderFold.fold($0) == word }
    }

    private mutating func take(_ map: ImportMap, hasHeader: Bool) throws(ImportError) {
        let folded = names.map { HeaderFold.fold($0) }
        var used: Set<Int> = []
        for column in map.columns {
            let field = try ourField(column.field, map: map, line: column.line)
            var indices: [Int] = []
            for reference in column.sources {
                let index: Int?
                let name: String
                switch reference {
                case .index(let place):
                    index = (1...headerColumns).contains(place) ? place - 1 : nil
                    name = String(place)
                case .header(let word):
                    let places = hasHeader ? folded.indices.filter { folded[$0] == HeaderFold.fold(word) } : []
                    if places.count > 1, !field.takesSeveralColumns {
                        throw .repeatedColumn(
                            name: word, first: places[0] + 1, second: places[1] + 1, path: path, line: line)
                    }
                    if places.count > 1 {
                        indices += places.dropLast()
                        used.formUnion(places)
                    }
                    index = places.last
                    name = word
                }
                guard let index else {
                    throw .unknownColumn(name: name, columns: names, map: map.file, line: column.line)
                }
                indices.append(index)
                used.insert(index)
            }
            if field.takesSeveralColumns {
                sources[field, default: []] += indices.map { CellSource(columns: [$0]) }
            } else {
                sources[field] = [CellSource(columns: indices, joiner: Array(column.joinedBy.utf8))]
            }
        }
        ignoredColumns = names.indices.filter { !used.contains($0) }.map { names[$0] }
    }

    private mutating func takeValuesAndDefaults(of map: ImportMap) throws(ImportError) {
        for translation in map.values {
            let field = try ourField(translation.field, map: map, line: translation.line)
            sources[field] = sources[field]?.map {
                $0.with(translating: Array(translation.theirs.utf8), as: Array(translation.ours.utf8))
            }
        }
        for entry in map.defaults {
            let field = try ourField(entry.field, map: map, line: entry.line)
            let fallback = Array(entry.value.utf8)
            guard let known = sources[field], let first = known.first else {
                sources[field] = [CellSource(columns: [], fallback: fallback)]
                continue
            }
            sources[field] = [first.with(fallback: fallback)] + known.dropFirst()
        }
    }

    private func ourField(_ name: String, map: ImportMap, line: Int) throws(ImportError) -> ImportField {
        guard let field = ImportField(rawValue: name), ImportField.fields(of: kind).contains(field) else {
            throw .unknownField(name: name, kind: kind, map: map.file, line: line)
        }
        return field
    }

    /// Throws when nothing gives a field without which rows of the kind are no use.
    func checkNeeded() throws(ImportError) {
        let needed: [[ImportField]] =
            switch kind {
            case .customers: [[.name, .phone, .plate, .reference, .tierlineCustomer]]
            case .vehicles: [[.customer, .tierlineCustomer], [.plate]]
            case .purchases: [[.at], [.amount, .price]]
            case .interactions: [[.customer, .tierlineCustomer], [.at]]
            case .complaints: [[.receivedAt], [.summary]]
            case .holdings: [[.customer, .tierlineCustomer], [.product]]
            }
        for anyOf in needed where !anyOf.contains(where: { sources[$0] != nil }) {
            // Our own number is in files from here only: nobody is told to make one up.
            let askedFor = anyOf.filter { $0 != .tierlineCustomer }
            throw .missingColumn(
                anyOf: askedFor.map(\.rawValue), kind: kind, columns: names, path: path, line: line)
        }
    }
}
