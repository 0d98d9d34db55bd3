import Complaints
import Customers
import Dossier
import Foundation
import Money
import Store
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `Out of the store` {
    private static let now = Instant(rfc3339: "2026-03-02T12:00:00Z") ?? Instant(seconds: 0)

    private func store(_ folder: URL, _ name: String) throws -> Store {
        try Store.create(
            folder.appending(path: name).path,
            settings: CentreSettings(region: .taiwan, currency: .twd, zone: "Asia/Taipei"),
            administrator: Agent(login: "amy", roles: [.administrator, .agent]))
    }

    private func export(
        _ kind: ExportKind, _ store: Store, to file: URL?, _ format: ExportFormat = .csv,
        _ encoding: TextEncoding = .utf8,
        escapes: Bool = false, overCap: Bool = true
    ) throws -> ExportResult {
        try FileExport.run(
            ExportRequest(
                run: ExportRun(
                    kind: kind, format: format.rawValue, by: "amy", at: Self.now, reason: "test",
                    dayBegan: Self.now + TimeLength(minutes: -60), isOverCap: overCap),
                format: format, encoding: encoding, escapesUnknown: escapes, file: file?.path, zone: .utc),
            from: store)
    }

    private func read(_ kind: ImportKind, _ file: URL, _ store: Store) throws -> [Int] {
        let result = try FileImport.run(
            ImportRequest(kind: kind, file: file.path, zone: .utc, by: "amy", startedAt: Self.now), into: store)
        return [result.rows, result.inserted, result.updated, result.unchanged, result.rejected]
    }

    private static let customers = #"""
        id,name,phone,plate,birth_year,hint
        1,王小明,0912345678; 02-2345-6789,ABC-1235,1980,=1+2
        2,"O'Neil, ""Pat""",+886912345679,,,"two
        lines"
        3,'quoted,,XY-1234,,@home

        """#

    @Test(arguments: [(ExportFormat.csv, "c.csv"), (.xlsx, "c.xlsx")])
    func `what is read again is the same store, and changes nothing`(format: ExportFormat, name: String) throws {
        let fixture = try ImportFixture(.customers, Self.customers)
        defer { fixture.remove() }
        let first = try store(fixture.folder, "a.sqlite")
        let second = try store(fixture.folder, "b.sqlite")
        defer {
            try? first.close()
            try? second.close()
        }
        #expect(try read(.customers, fixture.file, first) == [3, 3, 0, 0, 0])
        let purchases = fixture.folder.appending(path: "p.csv")
        try Data("id,customer,date,amount,product\n1,1,2026-01-02,300,=tea\n2,,2026-01-03,-5,x\n".utf8).write(
            to: purchases)
        try FileManager.default.moveItem(at: fixture.file, to: fixture.folder.appending(path: "p.tmp"))
        _ = try FileImport.run(
            ImportRequest(
                kind: .purchases, file: purchases.path, source: "rows", zone: .utc, by: "amy", startedAt: Self.now),
            into: first)
        let customersFile = fixture.folder.appending(path: name)
        let purchasesFile = fixture.folder.appending(path: "p" + name)
        #expect(try export(.customers, first, to: customersFile, format).rows == 3)
        #expect(try export(.purchases, first, to: purchasesFile, format).rows == 2)
        #expect(try read(.customers, customersFile, first) == [3, 0, 0, 3, 0])
        #expect(try read(.purchases, purchasesFile, first) == [2, 0, 0, 2, 0])
        #expect(try read(.customers, customersFile, second) == [3, 3, 0, 0, 0])
        #expect(try read(.purchases, purchasesFile, second) == [2, 2, 0, 0, 0])
        for number in 1...3 {
            #expect(try first.customer(CustomerID(Int64(number))) == second.customer(CustomerID(Int64(number))))
        }
        let again = fixture.folder.appending(path: "again.csv")
        let before = fixture.folder.appending(path: "before.csv")
        _ = try export(.purchases, first, to: before)
        _ = try export(.purchases, second, to: again)
        #expect(try Data(contentsOf: before) == Data(contentsOf: again))
        let mode = try FileManager.default.attributesOfItem(atPath: customersFile.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    private static let particulars = """
        編號,姓名,類型,手機,生日,身分證字號,地址,門牌號,樓層,城市,郵遞區號,省份,信用等級,備註,偏好,禁忌,聯絡時段,同意事項,特殊需求,負責人員,性別
        1,歐陽娜娜,個人,0912-345-678#12;02-2720-8889,1980-05-01,A123456789,松仁路,1號,3樓之2,信義區,110,台北市,B,=提示,茶,不要提前妻,晚上,行銷=是；錄音=否,聽障,bob,女
        2,阿土,,0912345670,1976/2/9,,,,,,,,,,,,,research=no,,,男
        3,大同公司,公司,,,12345675,"中山北路
        三段",,,,,,A,,,,,,,amy,
        """

    @Test(arguments: [(ExportFormat.csv, "c.csv"), (.xlsx, "c.xlsx")])
    func `every particular of a customer goes out and comes in unchanged`(format: ExportFormat, name: String) throws {
        let fixture = try ImportFixture(.customers, Self.particulars)
        defer { fixture.remove() }
        let first = try store(fixture.folder, "a.sqlite")
        let second = try store(fixture.folder, "b.sqlite")
        defer {
            try? first.close()
            try? second.close()
        }
        #expect(try read(.customers, fixture.file, first) == [3, 3, 0, 0, 0])
        let known = try #require(try first.customer(CustomerID(1)))
        #expect((known.birthDate, known.birthYear, known.idNumber) == ("1980-05-01", 1980, "A123456789"))
        #expect(
            known.addressParts
                == AddressParts(houseNumber: "1號", extra: "3樓之2", locality: "信義區", postcode: "110", province: "台北市"))
        #expect((known.taboos, known.contactPreference, known.vulnerableNeed) == ("不要提前妻", "晚上", "聽障"))
        #expect((known.preferences, known.creditGrade, known.responsible, known.sex) == ("茶", .b, "bob", "female"))
        #expect(
            known.consents == [
                Consent(purpose: .marketing, isGiven: true), Consent(purpose: .recording, isGiven: false),
            ])
        let file = fixture.folder.appending(path: name)
        let again = fixture.folder.appending(path: "again-" + name)
        #expect(try export(.customers, first, to: file, format).rows == 3)
        #expect(try read(.customers, file, first) == [3, 0, 0, 3, 0])
        #expect(try read(.customers, file, second) == [3, 3, 0, 0, 0])
        for number in 1...3 {
            #expect(try first.customer(CustomerID(Int64(number))) == second.customer(CustomerID(Int64(number))))
        }
        #expect(try export(.customers, second, to: again, format).rows == 3)
        if format == .csv { #expect(try Data(contentsOf: file) == Data(contentsOf: again)) }
        let lines = fixture.folder.appending(path: "a.jsonl")
        #expect(try export(.customers, first, to: lines, .jsonl).rows == 3)
        let text = try String(contentsOf: lines, encoding: .utf8)
        #expect(text.contains(#""consents":"marketing=yes; recording=no""#))
        #expect(text.contains(#""taboos":"不要提前妻""#))
    }

    @Test(arguments: ["marketing", "marketing=perhaps", "x=yes", "marketing=yes;marketing=no"])
    func `a consent that is not understood rejects its row`(cell: String) throws {
        let fixture = try ImportFixture(.customers, "id,name,consents\n1,Amy,\(cell)\n")
        defer { fixture.remove() }
        #expect(try fixture.run().result.rejected == 1)
        #expect(fixture.rejects?.contains("consents: not a known value: \(cell)") == true)
    }

    @Test func `every cell is quoted, formulas neutralised, the last line says who`() throws {
        let fixture = try ImportFixture(.customers, Self.customers)
        defer { fixture.remove() }
        let store = try store(fixture.folder, "a.sqlite")
        defer { try? store.close() }
        _ = try read(.customers, fixture.file, store)
        let file = fixture.folder.appending(path: "c.csv")
        _ = try export(.customers, store, to: file)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}\"tierline_customer\",\"tierline_source\",\"reference\",\"name\""))
        #expect(text.contains(",\"'=1+2\","))
        #expect(text.contains(",\"'+886912345679\","))
        #expect(text.contains(",\"O'Neil, \"\"Pat\"\"\","))
        #expect(text.hasSuffix("\"#tierline-export by amy at 2026-03-02T12:00:00Z rows 3\"\r\n"))
    }

    @Test(arguments: [
        ("=1", "'=1"), (" +1", "' +1"), ("\u{FEFF}-1", "'\u{FEFF}-1"), ("＝1", "'＝1"), ("\t", "'\t"), ("'=1", "''=1"),
        ("a=1", "a=1"), ("", ""), ("'a", "'a"), ("\u{200B}@x", "'\u{200B}@x"),
    ])
    func `a guarded cell comes back as it was`(text: String, guarded: String) {
        #expect(FormulaGuard.neutralised(text) == guarded)
        #expect(FormulaGuard.restored(guarded) == text)
    }

    @Test func `a character the encoding lacks is refused by name, or escaped on request`() throws {
        let fixture = try ImportFixture(.customers, "id,name\n1,許功蓋\n2,王喆\n")
        defer { fixture.remove() }
        let store = try store(fixture.folder, "a.sqlite")
        defer { try? store.close() }
        _ = try read(.customers, fixture.file, store)
        let file = fixture.folder.appending(path: "c.csv")
        #expect(
            throws: ExportError.notEncodable(row: 2, column: "name", character: "喆 (U+5586)", encoding: .big5)
        ) { try export(.customers, store, to: file, .csv, .big5) }
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(try export(.customers, store, to: file, .csv, .big5, escapes: true).rows == 2)
        let lines = try ImportFixture(.customers, bytes: try Data(contentsOf: file))
        defer { lines.remove() }
        #expect(try lines.run().sink.customers.map(\.name) == ["許功蓋", "王\\u{5586}"])
    }

    @Test func `a day has its rows, and the trail has every export before it begins`() throws {
        let rows = (1...300).map { "\($0),客戶\($0)\n" }.joined()
        let fixture = try ImportFixture(.customers, "id,name\n" + rows)
        defer { fixture.remove() }
        let store = try store(fixture.folder, "a.sqlite")
        defer { try? store.close() }
        _ = try read(.customers, fixture.file, store)
        let file = fixture.folder.appending(path: "c.jsonl")
        #expect(try export(.customers, store, to: file, .jsonl, overCap: false).rows == 300)
        #expect(
            throws: ExportError.refused(.tooManyToday(rows: 300, takenToday: 300, perDay: 500))
        ) { try export(.customers, store, to: file, .jsonl, overCap: false) }
        #expect(try export(.customers, store, to: file, .jsonl).rows == 300)
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text.hasPrefix("{\"tierline_customer\":\"C000001\",\"tierline_source\":\"rows\",\"reference\":\"1\","))
        #expect(text.hasSuffix("{\"export\":{\"by\":\"amy\",\"at\":\"2026-03-02T12:00:00Z\",\"rows\":300}}\n"))
    }
}
