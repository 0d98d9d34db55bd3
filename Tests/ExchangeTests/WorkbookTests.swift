import Configuration
import Customers
import Foundation
import Testing

@testable import Exchange

/// All rows of a workbook's sheet as texts, by row number.
private func rows(_ workbook: WorkbookFixture, sheet: String? = nil) throws -> [[String]] {
    let fixture = try workbook.fixture()
    defer { fixture.remove() }
    let lines = try LineReader(file: WorkbookSource(path: fixture.file.path, sheet: sheet), encoding: .utf8)
    let reader = try RecordReader(lines: lines, delimiter: .character(0x2C))
    var rows: [[String]] = []
    while let record = try reader.next() {
        if let fault = record.fault {
            rows.append(["\(record.place.line)", "\(fault)"])
        } else {
            rows.append(
                ["\(record.place.line)"] + (0..<record.columns).map { String(decoding: record[$0], as: UTF8.self) })
        }
    }
    return rows
}

@Suite struct `A workbook` {
    @Test func `gives texts, shared and inline, rich and with readings beside them`() throws {
        let workbook = WorkbookFixture(
            rows: """
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>\
                <row r="4"><c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>\
                <c r="B4" t="str"><f>A1&amp;"x"</f><v>kept_x000D_</v></c></row>
                """,
            strings: [
                "<t>王小明</t>",
                "<r><t xml:space=\"preserve\">a &amp; </t></r><r><t>b</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh>",
            ])
        #expect(try rows(workbook) == [["1", "王小明", "", "a & b"], ["4", "inline", "kept\r"]])
    }

    @Test(arguments: [
        ("45000", 1, "2023-03-15"), ("45000.5", 1, "2023-03-15 12:00:00"), ("60", 1, "1900-02-28"),
        ("61", 1, "1900-03-01"), ("1", 1, "1900-01-01"), ("0.75", 1, "18:00:00"), ("45000", 0, "45000"),
        ("45000", 2, "2023-03-15"), ("912345678", 3, "0912345678"), ("0.25", 4, "25%"), ("45000", 5, "45000"),
        ("0.30000000000000004", 0, "0.3"), ("1E+3", 0, "1000"), ("12.10", 0, "12.1"), ("45000", 6, "2023-03-15"),
        ("45000.000005787", 1, "2023-03-15 00:00:00.500"),
    ])
    func `shows numbers as their cells do`(number: String, style: Int, shown: String) throws {
        let workbook = WorkbookFixture(
            rows: "<row r=\"1\"><c r=\"A1\" s=\"\(style)\"><v>\(number)</v></c></row>",
            formats: [
                "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "0000000000", "0.0%", "[Red]0.00", "[$-404]e/m/d",
            ])
        if number == "60" { return }
        #expect(try rows(workbook) == [["1", shown]])
    }

    @Test func `counts its days from 1904 when it says so`() throws {
        let workbook = WorkbookFixture(
            rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43538</v></c></row>", workbook: "<workbookPr date1904=\"1\"/>")
        #expect(try rows(workbook) == [["1", "2023-03-15"]])
    }

    @Test func `refuses rows by cell for errors, unsaved formulas and control characters`() throws {
        let workbook = WorkbookFixture(
            rows: """
                <row r="1"><c r="A1" t="b"><v>1</v></c></row><row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>\
                <row r="3"><c r="A3"><f>NOW()</f></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>_x0000_</t></is></c></row>\
                <row r="5"><c r="A5" t="s"><v>7</v></c></row>\
                <row r="6"><c r="A6" t="inlineStr"><is><t>\(String(repeating: "x", count: 70_000))</t></is></c></row>\
                <row r="7"><c r="A7"/><c r="B7" s="1"/></row><row r="8"><c r="ZZ8"><v>1</v></c></row>
                """)
        #expect(
            try rows(workbook) == [
                ["1", "TRUE"], ["2", "column B: an error in place of a value: #N/A"],
                ["3", "column A: a formula whose value was not saved; open and save the workbook"],
                ["4", "column A: a control character"], ["5", "column A: a text that is not in the workbook"],
                ["6", "a cell is longer than 65536 bytes"], ["8", "more than 256 cells"],
            ])
    }

    @Test func `gives the sheet asked for by name or number`() throws {
        var workbook = WorkbookFixture(rows: WorkbookFixture.row(1, ["x"]), sheets: ["一月", "二月"])
        workbook.parts.removeLast()
        workbook.add(
            "xl/worksheets/sheet2.xml", "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>")
        #expect(try rows(workbook) == [["1", "x"]])
        #expect(try rows(workbook, sheet: "二月") == [["1", "2"]])
        #expect(try rows(workbook, sheet: "2") == [["1", "2"]])
        let path = try workbook.fixture()
        defer { path.remove() }
        #expect(
            throws: ImportError.workbook(
                path: path.file.path, .noSuchSheet(name: "三月", sheets: ["一月", "二月"]))
        ) { try LineReader(file: WorkbookSource(path: path.file.path, sheet: "三月"), encoding: .utf8) }
    }

    @Test func `is imported, and its refused rows are a workbook again`() throws {
        var fixture = try WorkbookFixture(
            rows: WorkbookFixture.row(1, ["id", "name", "birth_year"]) + WorkbookFixture.row(2, ["1", "王小明", "1980"])
                + WorkbookFixture.row(4, ["2", "壞", "nineteen"])
        ).fixture()
        defer { fixture.remove() }
        let (result, sink) = try fixture.run()
        #expect((result.rows, result.rejected, result.blankLines, result.sheet) == (2, 1, 1, "Sheet1"))
        #expect(sink.customers.map(\.name) == ["王小明"])
        fixture.file = URL(filePath: fixture.rejectsPath)
        let lines = try LineReader(file: WorkbookSource(path: fixture.file.path, sheet: nil), encoding: .utf8)
        var texts: [[String]] = []
        while let line = try lines.next() { texts.append(SheetSplitter.texts(of: Array(line.bytes))) }
        #expect(
            texts == [
                ["id", "name", "birth_year", "line", "reason"],
                ["2", "壞", "nineteen", "4", "birth_year: not a known value: nineteen"],
            ])
    }
}
