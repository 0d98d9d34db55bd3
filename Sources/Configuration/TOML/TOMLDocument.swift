import CTomlPlusPlus

/// A TOML text turned into values with their lines.
package struct TOMLDocument: Hashable, Sendable {
    package let file: String
    package let root: TOMLTable

    /// Values one document may hold; a calendar of a century stays far below.
    package static let valuesMax = 200_000

    /// Reads `bytes`; `file` is only for messages.
    package init(_ bytes: some Collection<UInt8>, file: String) throws(ConfigurationError) {
        let contiguous = Array(bytes)
        if let line = TOMLNesting.lineTooDeep(contiguous) { throw ConfigurationError(file: file, line: line, .tooDeep) }
        let parsed = contiguous.withUnsafeBytes { buffer in
            let text = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return tl_toml_parse(text, buffer.count, Self.valuesMax)
        }
        guard let parsed else { throw ConfigurationError(file: file, .outOfMemory) }
        defer { tl_toml_free(parsed) }
        var line: UInt32 = 0
        var column: UInt32 = 0
        if let message = tl_toml_error(parsed, &line, &column) {
            throw ConfigurationError(
                file: file, line: Int(line), .syntax(String(cString: message), column: Int(column)))
        }
        let nodes = UnsafeBufferPointer(start: tl_toml_nodes(parsed), count: tl_toml_count(parsed))
        var builder = Builder(nodes: nodes)
        guard case .table(let root) = builder.next().content else {
            throw ConfigurationError(file: file, .outOfMemory)
        }
        self.file = file
        self.root = root
    }

    /// Puts the flat list, parents first, back together. Depth is limited by the parser.
    private struct Builder {
        let nodes: UnsafeBufferPointer<tl_toml_node>
        var position = 0

        mutating func next() -> TOMLValue {
            let index = position
            let node = nodes[index]
            position += 1
            return TOMLValue(content(of: node, at: index), line: Int(node.line))
        }

        private mutating func content(of node: tl_toml_node, at index: Int) -> TOMLValue.Content {
            switch node.type {
            case TL_TOML_STRING: return .string(text(node.text, node.text_length))
            case TL_TOML_INTEGER: return .integer(node.integer)
            case TL_TOML_FLOAT: return .float(node.real)
            case TL_TOML_BOOLEAN: return .boolean(node.boolean != 0)
            case TL_TOML_DATE: return .date(text(node.text, node.text_length))
            case TL_TOML_TIME: return .time(text(node.text, node.text_length))
            case TL_TOML_DATE_TIME: return .dateTime(text(node.text, node.text_length))
            case TL_TOML_ARRAY:
                var values: [TOMLValue] = []
                while hasChild(of: index) { values.append(next()) }
                return .array(values)
            default:
                var table = TOMLTable(line: Int(node.line))
                while hasChild(of: index) {
                    let key = text(nodes[position].key, nodes[position].key_length)
                    table.entries.append(TOMLTable.Entry(key: key, value: next()))
                }
                return .table(table)
            }
        }

        private func hasChild(of index: Int) -> Bool {
            position < nodes.count && nodes[position].parent == Int32(index)
        }

        private func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
            guard let start else { return "" }
            return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
        }
    }
}
