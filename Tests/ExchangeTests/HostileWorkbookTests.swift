import Foundation
import Testing

@testable import Exchange

@Suite struct `A hostile workbook` {
    static let bomb = String(repeating: " ", count: 20 << 20)
    static let cases: [(String, @Sendable () -> WorkbookFixture, WorkbookFault)] = [
        (
            "document type",
            { WorkbookFixture(rows: "", prefix: "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>") },
            .documentType
        ),
        (
            "bomb", { WorkbookFixture(rows: bomb) }, .bomb(name: "xl/worksheets/sheet1.xml")
        ),
        (
            "two parts of one name",
            {
                var workbook = WorkbookFixture(rows: "")
                workbook.add("XL/workbook.xml", "<x/>")
                return workbook
            }, .duplicateEntry(name: "XL/workbook.xml")
        ),
        (
            "many parts",
            {
                var workbook = WorkbookFixture(rows: "")
                for index in 0..<1000 { workbook.add("p\(index)", "") }
                return workbook
            }, .tooManyEntries(max: 1000)
        ),
        (
            "external part",
            {
                WorkbookFixture(
                    rows: "",
                    relations:
                        "<Relationship Id=\"e\" Type=\"x/y\" Target=\"http://example.com/a\" TargetMode=\"External\"/>")
            }, .external(target: "http://example.com/a")
        ),
        (
            "climbing path",
            {
                WorkbookFixture(
                    rows: "",
                    relations: "<Relationship Id=\"s1\" Type=\"x/y\" Target=\"../../etc/passwd\"/>")
            }, .external(target: "../../etc/passwd")
        ),
        (
            "rows out of order", { WorkbookFixture(rows: "<row r=\"5\"/><row r=\"2\"/>") },
            .damaged(detail: "rows out of order")
        ),
        (
            "no workbook",
            {
                var workbook = WorkbookFixture(rows: "")
                workbook.parts = [("a.txt", Data("x".utf8))]
                return workbook
            }, .notAWorkbook
        ),
    ]

    @Test(arguments: cases.indices)
    func `is refused by name`(index: Int) throws {
        let (name, workbook, fault) = Self.cases[index]
        let fixture = try workbook().fixture()
        defer { fixture.remove() }
        #expect(throws: ImportError.workbook(path: fixture.file.path, fault), Comment(rawValue: name)) {
            try fixture.run()
        }
    }

    @Test func `cut short is damaged`() throws {
        let fixture = try WorkbookFixture(rows: WorkbookFixture.row(1, ["name"])).fixture()
        defer { fixture.remove() }
        try Data(try Data(contentsOf: fixture.file).prefix(900)).write(to: fixture.file)
        #expect(throws: ImportError.workbook(path: fixture.file.path, .damaged(detail: "zip"))) { try fixture.run() }
    }

    @Test func `of the old format is told apart`() throws {
        let fixture = try ImportFixture(.customers, bytes: Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]))
        defer { fixture.remove() }
        #expect(throws: ImportError.oldWorkbook(path: fixture.file.path)) { try fixture.run() }
    }
}
