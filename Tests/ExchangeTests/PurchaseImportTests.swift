import Configuration
import Dossier
import Money
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `Importing purchases` {
    private func line(
        _ minorUnits: Int64, quantity: Int = 1, currency: Currency = .gbp, isReturn: Bool = false,
        marginBasisPoints: Int? = nil, invoice: String? = nil, product: String? = nil
    ) -> PurchaseLine {
        PurchaseLine(
            at: Instant(seconds: 1_767_312_000), invoice: invoice, product: product, quantity: quantity,
            amount: Money(minorUnits: minorUnits, currency: currency), isReturn: isReturn,
            marginBasisPoints: marginBasisPoints)
    }

    private func imported(_ text: String, map: ImportMap? = nil) throws -> (result: ImportResult, sink: RecordingSink) {
        var fixture = try ImportFixture(.purchases, text)
        defer { fixture.remove() }
        fixture.map = map
        return try fixture.run()
    }

    @Test(arguments: [
        ("amount\n2026-01-02,12.34", 1234, 1, false), ("amount\n2026-01-02,-12.34", -1234, 1, true),
        ("amount,quantity\n2026-01-02,12.34,-2", -1234, -2, true), ("price\n2026-01-02,1.5", 150, 1, false),
        ("price,quantity\n2026-01-02,1.45,24", 3480, 24, false),
        ("price,quantity\n2026-01-02,0.001,1", 0, 1, false), ("price,quantity\n2026-01-02,0.005,1", 1, 1, false),
        ("price,quantity\n2026-01-02,0.005,-1", -1, -1, true), ("price,quantity\n2026-01-02,0,-5", 0, -5, true),
        ("price,quantity\n2026-01-02,2.10,1.5", 315, 2, false),
        ("amount,kind\n2026-01-02,5,退貨", -500, -1, true), ("amount,kind\n2026-01-02,-5,refund", -500, -1, true),
        ("amount,kind\n2026-01-02,5,sale", 500, 1, false), ("amount\n2026-01-02,\"1,234.50\"", 123_450, 1, false),
        ("amount,price,quantity\n2026-01-02,9,1,1", 900, 1, false),
        ("amount,price,quantity\n2026-01-02,,2,3", 600, 3, false),
    ])
    func `the amount is as written, or price times quantity rounded once half away from zero`(
        columns: String, minorUnits: Int64, quantity: Int, isReturn: Bool
    ) throws {
        let (result, sink) = try imported("date," + columns)
        #expect(result.rejected == 0)
        #expect(sink.purchases.map(\.line) == [line(minorUnits, quantity: quantity, isReturn: isReturn)])
    }

    @Test func `currency, margin, invoice and product come with the line`() throws {
        let (_, sink) = try imported(
            "訂單編號,日期,金額,幣別,毛利率,商品,客戶編號\nA-1,2026-01-02,\"NT$1,200\",twd,12.5%,茶,17850.0\nA-2,2026-01-02,1200.00,TWD,-3,,\n"
        )
        #expect(
            sink.purchases.map(\.line) == [
                line(1200, currency: .twd, marginBasisPoints: 1250, invoice: "A-1", product: "茶"),
                line(1200, currency: .twd, marginBasisPoints: -300, invoice: "A-2"),
            ])
        #expect(sink.purchases.map(\.customer) == ["17850", nil])
    }

    @Test(arguments: [
        ("x,1", "at: no date: x"), (",1", "at is missing"),
        ("3/4/2026,1", "at: day or month first? say date_format in a map: 3/4/2026"),
        ("2026-01-02,", "amount is missing"), ("2026-01-02,abc", "amount: not a number: abc"),
        ("2026-01-02,1.234", "amount: 3 decimals where 2 are allowed: 1.234"),
        ("2026-01-02,99999999999999999999", "amount: too large: 99999999999999999999"),
        ("2026-01-02,NT$5", "amount: in another currency: NT$5"),
        ("2026-01-02,1,extra", "3 cells where the header names 2"),
        ("  ,", "every cell is empty"),
    ])
    func `a row that cannot be read is rejected with its reason`(row: String, reason: String) throws {
        var fixture = try ImportFixture(.purchases, "date,amount\n\(row)\n2026-01-02,7\n")
        defer { fixture.remove() }
        fixture.map = nil
        let (result, sink) = try fixture.run()
        #expect(result.rows == 2)
        #expect(result.rejected == 1)
        #expect(sink.purchases.count == 1)
        let cell = reason.contains(" ") || reason.contains(",") ? "\"\(reason)\"" : reason
        #expect(fixture.rejects == "date,amount,line,reason\n\(row),2,\(cell)\n")
        #expect(result.rejectsFile == fixture.rejectsPath)
    }

    @Test func `lines alike without a reference of their own are numbered and all kept`() throws {
        let (result, sink) = try imported(
            "invoice,product,date,amount,customer\n1,tea,2026-01-02,3,a\n1,tea,2026-01-02,3,a\n1,tea,2026-01-02,3,a\n1,tea,2026-01-02,4,a\n"
        )
        #expect(result.inserted == 4)
        #expect(
            sink.purchases.map(\.reference) == [
                "1 a 2026-01-02 tea 3", "1 a 2026-01-02 tea 3 #2", "1 a 2026-01-02 tea 3 #3", "1 a 2026-01-02 tea 4",
            ])
    }

    @Test func `a reference column is a key: the same key is the same line`() throws {
        let (_, sink) = try imported("id,date,amount\nx7,2026-01-02,3\nx7,2026-01-02,3\n,2026-01-02,3\n")
        #expect(sink.purchases.map(\.reference) == ["x7", "x7", "2026-01-02 3"])
    }

    @Test func `lines without a customer are nobody's, not one customer's`() throws {
        let (result, sink) = try imported("date,amount,customer\n2026-01-02,3,\n2026-01-02,4,  \n2026-01-02,5,a\n")
        #expect(sink.purchases.map(\.customer) == [nil, nil, "a"])
        #expect(result.unattributed == 2)
    }

    @Test func `a reference longer than the limit is rejected`() throws {
        let (result, _) = try imported(
            "id,date,amount\n\(String(repeating: "r", count: ImportLimits.referenceBytesMax)),2026-01-02,3\n"
                + "\(String(repeating: "r", count: ImportLimits.referenceBytesMax + 1)),2026-01-02,3\n")
        #expect((result.inserted, result.rejected) == (1, 1))
    }

    @Test func `a map names the columns, translates words and fills gaps`() throws {
        var map = ImportMap()
        map.columns = [
            .init(field: "reference", sources: [.header("No"), .index(2)], joinedBy: "/"),
            .init(field: "at", sources: [.header(" WHEN ")]), .init(field: "amount", sources: [.index(4)]),
            .init(field: "kind", sources: [.header("what")]),
        ]
        map.values = [
            .init(field: "kind", theirs: "R", ours: "return"), .init(field: "kind", theirs: "S", ours: "sale"),
        ]
        map.defaults = [.init(field: "customer", value: "house"), .init(field: "kind", value: "S")]
        map.dateFormat = "d.M.yyyy"
        map.currency = "TWD"
        map.delimiter = .character(0x3B)
        let (result, sink) = try imported(
            "no;pos;when;sum;what;more\n1;1;2.1.2026;30;R;x\n1;2;2.1.2026;40;S;x\n1;3;2.1.2026;50;;x\n1;4;2.1.2026;1;Q;\n",
            map: map)
        #expect(
            sink.purchases.map(\.line) == [
                line(-30, quantity: -1, currency: .twd, isReturn: true), line(40, currency: .twd),
            ])
        #expect(sink.purchases.map(\.reference) == ["1/1", "1/2"])
        #expect(sink.purchases.map(\.customer) == ["house", "house"])
        #expect(result.ignoredColumns == ["more"])
        #expect(result.rejected == 2)
    }

    @Test func `a file without a header is read by column numbers, its first line too`() throws {
        var map = ImportMap()
        map.hasHeader = false
        map.columns = [.init(field: "at", sources: [.index(1)]), .init(field: "amount", sources: [.index(2)])]
        let (result, sink) = try imported("2026-01-02,3\n2026-01-02,4\n", map: map)
        #expect(result.rows == 2)
        #expect(sink.purchases.map(\.line) == [line(300), line(400)])
    }
}
