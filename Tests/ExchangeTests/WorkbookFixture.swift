import CExchange
import Foundation

@testable import Exchange

/// A workbook made part by part, good or bad.
struct WorkbookFixture {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    var parts: [(name: String, content: Data)] = []

    /// - Parameters:
    ///   - rows: what stands inside `<sheetData>`.
    ///   - sheets: names of further sheets, all with the same rows.
    init(
        rows: String, strings: [String] = [], formats: [String] = [], prefix: String = "", workbook: String = "",
        relations: String = "", sheets: [String] = ["Sheet1"]
    ) {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        add(
            "_rels/.rels",
            "\(xml)<Relationships xmlns=\"\(Self.package)\"><Relationship Id=\"r1\" Type=\"\(Self.office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )
        let list = sheets.enumerated().map { "<sheet name=\"\($1)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0 + 1)\"/>" }
        add(
            "xl/workbook.xml",
            "\(xml)<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">\(workbook)<sheets>\(list.joined())</sheets></workbook>"
        )
        let targets = sheets.indices.map {
            "<Relationship Id=\"s\($0 + 1)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
        }
        add(
            "xl/_rels/workbook.xml.rels",
            "\(xml)<Relationships xmlns=\"\(Self.package)\">\(targets.joined())"
                + "<Relationship Id=\"t\" Type=\"\(Self.office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                + "<Relationship Id=\"y\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>\(relations)</Relationships>"
        )
        let texts = strings.map { "<si>\($0)</si>" }.joined()
        add("xl/sharedStrings.xml", "\(xml)<sst xmlns=\"\(Self.main)\">\(texts)</sst>")
        let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>" }
        let cells = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
        add(
            "xl/styles.xml",
            "\(xml)<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\(cells.joined())</cellXfs></styleSheet>")
        for index in sheets.indices {
            add(
                "xl/worksheets/sheet\(index + 1).xml",
                "\(xml)\(prefix)<worksheet xmlns=\"\(Self.main)\"><dimension ref=\"A1:XFD1048576\"/><sheetData>\(rows)</sheetData></worksheet>"
            )
        }
    }

    mutating func add(_ name: String, _ text: String) { parts.append((name, Data(text.utf8))) }

    func write(to url: URL) throws {
        try Data().write(to: url)
        let archive = tl_archive_create(url.path)
        for part in parts {
            _ = tl_archive_begin(archive, part.name)
            part.content.withUnsafeBytes { _ = tl_archive_add(archive, $0.baseAddress, $0.count) }
        }
        guard tl_archive_finish(archive) != 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// The file in a folder of its own, ready to be imported.
    func fixture(_ kind: ImportKind = .customers) throws -> ImportFixture {
        let fixture = try ImportFixture(kind, "", name: "rows.xlsx")
        try write(to: fixture.file)
        return fixture
    }

    /// A row of inline texts.
    static func row(_ number: Int, _ texts: [String]) -> String {
        let cells = texts.enumerated().map {
            "<c r=\"\(["A", "B", "C", "D", "E"][$0])\(number)\" t=\"inlineStr\"><is><t>\($1)</t></is></c>"
        }
        return "<row r=\"\(number)\">\(cells.joined())</row>"
    }
}
