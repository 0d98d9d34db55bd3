import Configuration
import Customers
import Foundation
import Money
import Testing

@testable import Exchange

@Suite struct `A look at a file before it is imported` {
    private func preview(_ fixture: ImportFixture, rows: Int = 20) throws -> ImportPreview {
        let opened = try OpenedFile(fixture.request, defaults: CentreDefaults(region: .taiwan, currency: .twd))
        return try ImportPreview(opened, fixture.request, rowsMax: rows)
    }

    @Test func `encoding, columns with their fields and the first rows are shown, faults beside them`() throws {
        let fixture = try ImportFixture(
            .customers, "編號,姓名,手機,等級,x\n1,王小明,0912345678,A,q\n2,李四,0912345679,Z,\n3,陳五,,B,\n")
        defer { fixture.remove() }
        let seen = try preview(fixture, rows: 2)
        #expect(seen.encoding == DetectedEncoding(.utf8, .content))
        #expect(seen.delimiter == ",")
        #expect(seen.source == "rows")
        #expect(
            seen.columns == [
                .init(name: "編號", field: .reference), .init(name: "姓名", field: .name),
                .init(name: "手機", field: .phone), .init(name: "等級", field: nil), .init(name: "x", field: nil),
            ])
        #expect(
            seen.rows == [
                .init(line: 2, cells: ["1", "王小明", "0912345678", "A", "q"], fault: nil),
                .init(line: 3, cells: ["2", "李四", "0912345679", "Z", ""], fault: nil),
            ])
        #expect(seen.problem == nil)
    }

    @Test func `a corrected mapping shows what it changes and imports by it`() throws {
        var fixture = try ImportFixture(.customers, "編號,姓名,手機,等級\n1,王小明,0912345678,A\n2,李四,0912345679,Z\n")
        defer { fixture.remove() }
        let first = try preview(fixture)
        fixture.map = first.map(giving: [.reference, .name, nil, .creditGrade])
        let second = try preview(fixture)
        #expect(second.columns.map(\.field) == [.reference, .name, nil, .creditGrade])
        #expect(second.rows.map(\.fault) == [nil, .badValue(field: "credit_grade", text: "Z")])
        let (result, sink) = try fixture.run()
        #expect((result.rows, result.inserted, result.rejected) == (2, 1, 1))
        #expect(sink.customers.map(\.creditGrade) == [.a])
        #expect(sink.customers.map(\.phones) == [[]])
        #expect(result.ignoredColumns == ["手機"])
    }

    @Test func `columns that lack what is needed are shown with the problem instead of an error`() throws {
        let fixture = try ImportFixture(.customers, "a,b\n1,2\n")
        defer { fixture.remove() }
        let seen = try preview(fixture)
        #expect(
            seen.problem
                == .missingColumn(
                    anyOf: ["name", "phone", "plate", "reference"], kind: .customers, columns: ["a", "b"],
                    path: fixture.file.path, line: 1))
        #expect(seen.rows == [.init(line: 2, cells: ["1", "2"], fault: nil)])
    }

    @Test func `two columns for one field are joined, two phone columns stay two`() throws {
        var fixture = try ImportFixture(.customers, "a,b,c,d\n1,2,0912345678,0223456789\n")
        defer { fixture.remove() }
        fixture.map = try preview(fixture).map(giving: [.address, .address, .phone, .phone])
        let (_, sink) = try fixture.run()
        #expect(sink.customers.map(\.address) == ["1 2"])
        #expect(sink.customers.first?.phones.map(\.e164) == ["+886912345678", "+886223456789"])
    }

    @Test func `another encoding shows other words, and rows that are not in it with their fault`() throws {
        let big5 = Data([0xA9, 0x6D, 0xA6, 0x57, 0x0A, 0xB3, 0x5C, 0xA5, 0x5C, 0xBB, 0x5C, 0x0A])
        var fixture = try ImportFixture(.customers, bytes: big5)
        defer { fixture.remove() }
        fixture.encoding = .big5
        let seen = try preview(fixture)
        #expect(seen.columns == [.init(name: "姓名", field: .name)])
        #expect(seen.rows == [.init(line: 2, cells: ["許功蓋"], fault: nil)])
        fixture.encoding = .utf8
        #expect(throws: ImportError.self) { _ = try preview(fixture) }
    }
}
