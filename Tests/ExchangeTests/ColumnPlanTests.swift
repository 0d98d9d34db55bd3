import Configuration
import Testing

@testable import Exchange

@Suite struct `Which column is which` {
    @Test(
        arguments: [
            (ImportKind.customers, "客戶姓名", ImportField.name), (.customers, " Customer_ID ", .reference),
            (.customers, "会员编号", .reference), (.customers, "手机号码", .phone), (.customers, "Ｐｈｏｎｅ", .phone),
            (.customers, "车牌号", .plate), (.customers, "credit_grade", .creditGrade), (.customers, "生日", .birthDate),
            (.purchases, "客户编号", .customer), (.purchases, "InvoiceNo", .invoice), (.purchases, "訂單編號", .invoice),
            (.purchases, "金额(元)", nil), (.purchases, "金額", .amount), (.purchases, "Unit Price", .price),
            (.purchases, "類型", .kind), (.purchases, "id", .reference), (.interactions, "坐席", .by),
            (.interactions, "備註", .text), (.interactions, "通话时间", .at), (.interactions, "管道", .kind),
            (.vehicles, "車牌", .plate), (.vehicles, "车型", .model), (.vehicles, "車輛編號", .reference),
            (.purchases, "phone", nil), (.customers, "", nil), (.customers, "whatever", nil),
        ] as [(ImportKind, String, ImportField?)])
    func `header words in Chinese and English name our fields`(kind: ImportKind, header: String, field: ImportField?) {
        #expect(HeaderWords.field(header, in: kind) == field)
    }

    @Test func `no word of a kind names two of its fields`() {
        for kind in ImportKind.allCases {
            for field in ImportField.fields(of: kind) {
                #expect(HeaderWords.field(field.rawValue, in: kind) == field)
            }
        }
    }

    @Test func `two phone columns are both read, a second name column is not`() throws {
        let plan = try ColumnPlan(
            kind: .customers, header: ["name", "mobile", "市話", "姓名", "x"], columns: 5, map: nil)
        #expect(plan.all(.phone).map(\.columns) == [[1], [2]])
        #expect(plan[.name]?.columns == [0])
        #expect(plan.ignoredColumns == ["姓名", "x"])
    }

    @Test(
        arguments: [
            (ImportKind.customers, ["address"], ["name", "phone", "plate", "reference"]),
            (.vehicles, ["plate"], ["customer"]),
            (.vehicles, ["customer"], ["plate"]), (.purchases, ["amount"], ["at"]),
            (.purchases, ["date"], ["amount", "price"]),
            (.interactions, ["customer"], ["at"]),
        ] as [(ImportKind, [String], [String])])
    func `a file that lacks a needed column is refused by name`(kind: ImportKind, header: [String], anyOf: [String]) {
        #expect(throws: ImportError.missingColumn(anyOf: anyOf, kind: kind, columns: header, path: "a.csv", line: 3)) {
            try ColumnPlan(kind: kind, header: header, columns: header.count, map: nil, path: "a.csv", line: 3)
                .checkNeeded()
        }
    }

    @Test func `two columns of one name that give one field are refused, those that give none are not`() throws {
        let repeated = ImportError.repeatedColumn(name: "Name ", first: 1, second: 3, path: "a.csv", line: 1)
        #expect(throws: repeated) {
            _ = try ColumnPlan(
                kind: .customers, header: ["name", "x", "Name "], columns: 3, map: nil, path: "a.csv")
        }
        #expect(
            repeated.description
                == "a.csv:1: the header names Name  twice, columns 1 and 3; rename one, "
                + "or say by its number in a map which one counts")
        var map = ImportMap()
        map.columns = [.init(field: "name", sources: [.header("n")])]
        #expect(throws: ImportError.repeatedColumn(name: "n", first: 1, second: 2, path: "", line: 1)) {
            _ = try ColumnPlan(kind: .customers, header: ["n", "N"], columns: 2, map: map)
        }
        map.columns = [.init(field: "phone", sources: [.header("n")])]
        let phones = try ColumnPlan(kind: .customers, header: ["n", "N"], columns: 2, map: map)
        #expect(phones.all(.phone).map(\.columns) == [[0], [1]])
        #expect(phones.ignoredColumns.isEmpty)
        let ignored = try ColumnPlan(kind: .customers, header: ["x", "name", "x"], columns: 3, map: nil)
        #expect(ignored.ignoredColumns == ["x", "x"])
    }

    @Test func `a map's unknown column or field is refused with the map's line`() {
        var map = ImportMap()
        map.file = "m.toml"
        map.columns = [.init(field: "name", sources: [.header("nom")], line: 7)]
        #expect(throws: ImportError.unknownColumn(name: "nom", columns: ["name"], map: "m.toml", line: 7)) {
            _ = try ColumnPlan(kind: .customers, header: ["name"], columns: 1, map: map)
        }
        map.columns = [.init(field: "name", sources: [.index(2)], line: 8)]
        #expect(throws: ImportError.unknownColumn(name: "2", columns: ["name"], map: "m.toml", line: 8)) {
            _ = try ColumnPlan(kind: .customers, header: ["name"], columns: 1, map: map)
        }
        map.columns = [.init(field: "amount", sources: [.index(1)], line: 9)]
        #expect(throws: ImportError.unknownField(name: "amount", kind: .customers, map: "m.toml", line: 9)) {
            _ = try ColumnPlan(kind: .customers, header: ["name"], columns: 1, map: map)
        }
        #expect(
            ImportError.unknownColumn(name: "nom", columns: ["name"], map: "m.toml", line: 7).description
                == "m.toml:7: the file has no column nom; it has: name")
    }

    @Test(arguments: ShippedMap.allCases)
    func `every shipped map is sound and names only fields of its kind`(shipped: ShippedMap) throws {
        let map = try shipped.map()
        let kind: ImportKind =
            switch shipped {
            case .uciOnlineRetail, .cdnow: .purchases
            case .newYork311, .consumerFinance: .complaints
            case .taiwanHealthFacilities, .chineseHospitals, .taiwanGovernmentOffices: .customers
            }
        let fields = Set(ImportField.fields(of: kind).map(\.rawValue))
        #expect(!map.columns.isEmpty)
        #expect(Set(map.columns.map(\.field) + map.defaults.map(\.field)).subtracting(fields) == [])
        #expect(map.source != nil)
    }
}
