import Configuration
import Customers
import Money

/// What the centre says where neither the command nor the map does.
struct CentreDefaults {
    var region: Region
    var currency: Currency
}

/// A file with its encoding, delimiter, header and map settled: everything before the first row.
struct OpenedFile {
    let records: RecordReader
    let context: RowContext
    let source: String
    let encoding: DetectedEncoding
    /// Nil for space-aligned files.
    let delimiter: UInt8?
    let header: Record.Place?

    /// Call `context.plan.checkNeeded()` before reading rows for good.
    init(_ request: ImportRequest, defaults: CentreDefaults) throws(ImportError) {
        let map = request.map
        let file = try Self.file(request)
        let mapped = try Self.encoding(of: map)
        let detected = Self.encoding(of: file, told: request.encoding, mapped: mapped)
        let lines = try LineReader(file: file, encoding: detected.encoding)
        encoding = DetectedEncoding(lines.encoding, detected.witness, looksLike: detected.looksLike)
        let delimiter = map?.delimiter ?? DelimiterGuess.delimiter(of: lines.waiting, terminator: lines.terminator)
        if file is WorkbookSource {
            self.delimiter = nil
        } else if case .character(let byte) = delimiter {
            try Self.check(byte, lines.encoding)
            self.delimiter = byte
        } else {
            self.delimiter = nil
        }
        records = try RecordReader(lines: lines, delimiter: delimiter)
        source = request.source ?? map?.source ?? Self.stem(of: request.file)
        guard let first = try records.next() else { throw .emptyFile(path: request.file) }
        let words = try Self.words(of: first, path: request.file, encoding: encoding)
        let hasHeader = map?.hasHeader ?? true
        header = hasHeader ? first.place : nil
        let plan = try ColumnPlan(
            kind: request.kind, header: hasHeader ? words : nil, columns: first.columns, map: map,
            path: request.file, line: first.place.line)
        if !hasHeader { lines.rewind() }
        context = RowContext(
            plan: plan, region: try Self.region(request, defaults), currency: try Self.currency(request, defaults),
            dateFormat: try Self.dateFormat(of: map), zone: request.zone,
            by: request.by, startedAt: request.startedAt)
    }

    /// Where this file's refused rows go.
    func rejects(path: String) -> any Rejects {
        let lines = records.lines
        if lines.file is WorkbookSource { return WorkbookRejects(path: path, source: lines.file, header: header) }
        return RejectsFile(
            path: path, source: lines.file, encoding: encoding.encoding, terminator: lines.terminator,
            delimiter: delimiter, header: header, markLength: lines.markLength)
    }

    /// A workbook or a plain text, whatever the file's name says.
    private static func file(_ request: ImportRequest) throws(ImportError) -> SourceFile {
        let file = try SourceFile(path: request.file)
        let start = file.bytes(at: 0, count: 8)
        if WorkbookSource.isOldWorkbook(start) { throw .oldWorkbook(path: request.file) }
        guard WorkbookSource.isWorkbook(start) else { return file }
        return try WorkbookSource(path: request.file, sheet: request.sheet)
    }

    private static func encoding(
        of file: SourceFile, told: TextEncoding?, mapped: TextEncoding?
    ) -> DetectedEncoding {
        if file is WorkbookSource { return DetectedEncoding(.utf8, .workbook) }
        if let told { return DetectedEncoding(told, .told) }
        if let mapped { return DetectedEncoding(mapped, .map) }
        return EncodingDetector.detect(file)
    }

    private static func encoding(of map: ImportMap?) throws(ImportError) -> TextEncoding? {
        guard let map, let name = map.encoding else { return nil }
        guard let encoding = TextEncoding(name: name) else { throw .unknownEncoding(name: name) }
        return encoding
    }

    /// A delimiter beyond the comma, tab and semicolon can be the second half of a character in Big5 and GB18030.
    private static func check(_ delimiter: UInt8, _ encoding: TextEncoding) throws(ImportError) {
        guard encoding == .big5 || encoding == .gb18030, delimiter >= 0x30 else { return }
        throw .delimiterNotUsable(delimiter: String(decoding: [delimiter], as: UTF8.self), encoding: encoding)
    }

    /// The header's cells as text.
    private static func words(
        of record: Record, path: String, encoding: DetectedEncoding
    ) throws(ImportError) -> [String] {
        let line = record.place.line
        let decoder = try RecordDecoder(encoding: encoding.encoding)
        let decoded: Record
        do throws(RowFault) {
            decoded = try decoder.decoded(record)
        } catch .notDecodable {
            throw .headerNotDecodable(
                path: path, line: line, encoding: encoding.encoding, looksLike: encoding.looksLike)
        } catch .tooManyColumns {
            throw .tooManyColumns(path: path, line: line, columnsMax: ImportLimits.columnsMax)
        } catch {
            throw .badHeader(path: path, line: line, fault: error)
        }
        return (0..<decoded.columns).map { String(decoding: trimmed(decoded[$0]), as: UTF8.self) }
    }

    private static func region(_ request: ImportRequest, _ defaults: CentreDefaults) throws(ImportError) -> Region {
        if let region = request.region { return region }
        guard let map = request.map, let name = map.region else { return defaults.region }
        guard let region = RegionWords.region(name) else {
            throw .badMapValue(field: "region", value: name, map: map.file, line: 0)
        }
        return region
    }

    private static func currency(
        _ request: ImportRequest, _ defaults: CentreDefaults
    ) throws(ImportError) -> Currency {
        if let currency = request.currency { return currency }
        guard let map = request.map, let name = map.currency else { return defaults.currency }
        guard let currency = Currency(rawValue: name.uppercased()) else {
            throw .badMapValue(field: "currency", value: name, map: map.file, line: 0)
        }
        return currency
    }

    private static func dateFormat(of map: ImportMap?) throws(ImportError) -> DateFormat? {
        guard let map, let text = map.dateFormat else { return nil }
        guard let format = DateFormat(text) else {
            throw .badMapValue(field: "date_format", value: text, map: map.file, line: 0)
        }
        return format
    }

    /// `customers` of `/data/customers.csv`.
    private static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last ?? "file"
        return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
    }
}
