import Customers
import Dossier
import Testing
import Valuation
import WorkingTime

@testable import Store

/// The store's half of a look-up: keys in, ranked candidates out. What keys a text becomes is the parser's business.
@Suite struct LookupTests {
    private let temporary: TemporaryStore
    private let ids: [String: CustomerID]

    init() throws {
        temporary = try TemporaryStore()
        var ids: [String: CustomerID] = [:]
        let people: [(String, Customer)] = [
            ("wang", .draft("王小明", phones: ["+886912345678", "+886225551234"], plates: ["ABC1235"])),
            ("wangda", .draft("王大明", phones: ["+886987654321"], plates: ["A8C1O35"])),
            ("lin", .draft("林王生", phones: ["+886225551234"])),
            ("short", .draft(nil, phones: ["+88612345"])),
            ("plate", .draft(nil, plates: ["XY1235"])),
        ]
        for (place, (name, draft)) in people.enumerated() {
            let at = Instant.march.adding(days: Int64(place))
            ids[name] = try temporary.store.createCustomer(draft, by: "amy", at: at).id
        }
        self.ids = ids
    }

    private func found(_ keys: [QueryKey], fallback: [QueryKey] = [], limit: Int = 50) throws -> [String] {
        try answer(keys, fallback: fallback, limit: limit).matches.map { match in
            let name = ids.first { $0.value == match.customer }?.key ?? "?"
            return "\(name) \(match.matched.rawValue)"
        }
    }

    private func answer(_ keys: [QueryKey], fallback: [QueryKey] = [], limit: Int = 50) throws -> LookupAnswer {
        var query = LookupQuery.parse("?", homeRegion: .taiwan)
        query.keys = keys
        query.fallbackKeys = fallback
        let asked = query
        return try temporary.store.engine.read { session throws(StoreError) in
            try session.answer(asked, limit: limit, now: .march)
        }
    }

    private func name(_ typed: String) -> QueryKey {
        let folded = NameKeys.fold(typed)
        return .name(folded: folded, tokens: NameKeys.tokens(of: folded))
    }

    private func suffix(_ digits: String) -> QueryKey {
        .phoneSuffix(digits: digits, tails: PhoneKeys.tails(endingWith: digits))
    }

    @Test func `an exact number finds every customer who has it, first the one whose own it is`() throws {
        #expect(try found([.phone(digits: "886225551234")]) == ["lin phone", "wang phone"])
        #expect(try found([.phone(digits: "886912345678")]) == ["wang phone"])
        #expect(try found([.phone(digits: "88691234567")]) == [])
    }

    @Test func `the first digits of a number find it`() throws {
        #expect(try found([.phonePrefix(digits: "88691")]) == ["wang phone_part"])
        #expect(try found([.phonePrefix(digits: "8869")]) == ["wangda phone_part", "wang phone_part"])
    }

    @Test(arguments: [
        ("678", ["wang phone_part"]), ("5678", ["wang phone_part"]), ("12345678", ["wang phone_part"]),
        ("0912345678", []), ("886912345678", ["wang phone_part"]), ("234", ["lin phone_part", "wang phone_part"]),
        ("345", ["short phone_part"]), ("012345", []), ("999", []),
    ])
    func `the final digits of a number find it`(digits: String, expected: [String]) throws {
        #expect(try found([suffix(digits)]) == expected)
    }

    @Test func `an exact number comes before a part of one`() throws {
        #expect(try found([.phone(digits: "886912345678"), suffix("321")]) == ["wang phone", "wangda phone_part"])
    }

    @Test(arguments: [
        ("ABC1235", ["wang plate", "wangda plate_part"]), ("1235", ["plate plate_part", "wang plate_part"]),
        ("ABC", ["wang plate_part"]), ("BC1", ["wang plate_part"]), ("XY", ["plate plate_part"]), ("QQ", []),
    ])
    func `any part of a plate finds it`(typed: String, expected: [String]) throws {
        let keys = PlateKeys(key: typed)
        let part = QueryKey.platePart(key: typed, confusionKey: keys.confusionKey, tokens: keys.tokens)
        let found = try found(typed == "ABC1235" ? [.plate(key: typed)] : [part])
        #expect(found == expected.filter { typed != "ABC1235" || $0 != "wangda plate_part" })
    }

    @Test func `O and 0 are taken for each other, and come last`() throws {
        let keys = PlateKeys(key: "1035")
        let part = QueryKey.platePart(key: "1035", confusionKey: keys.confusionKey, tokens: keys.tokens)
        #expect(try found([part]) == ["wangda plate_part"])
        #expect(try found([.plate(key: "A8C1035")]) == ["wangda plate"])
    }

    @Test(arguments: [
        ("王", ["wangda name", "wang name", "lin name"]), ("小明", ["wang name"]), ("王小明", ["wang name"]),
        ("明", ["wangda name", "wang name"]), ("王明", []), ("李", []),
    ])
    func `any part of a name finds it, beginnings first`(typed: String, expected: [String]) throws {
        let key = name(typed)
        #expect(try found([key]) == expected)
    }

    @Test func `a customer code and a key of the system they came from find one customer`() throws {
        let wang = try #require(ids["wang"])
        #expect(try found([.customer(wang)]) == ["wang customer"])
        #expect(try found([.customer(CustomerID(99_999))]) == [])
    }

    @Test func `other readings are tried only when the first find nothing`() throws {
        #expect(try found([.phone(digits: "1")], fallback: [suffix("678")]) == ["wang phone_part"])
        #expect(try found([suffix("321")], fallback: [suffix("678")]) == ["wangda phone_part"])
    }

    @Test func `a list longer than the limit says that it is cut`() throws {
        let key = name("王")
        #expect(try answer([key], limit: 2).matches.map(\.customer) == [ids["wangda"], ids["wang"]])
        #expect(try answer([key], limit: 2).isTruncated)
        #expect(try !answer([key], limit: 3).isTruncated)
    }

    @Test func `the row of a match is what the list shows`() throws {
        let wang = try #require(ids["wang"])
        let match = LookupMatch(
            customer: wang, name: "王小明", phones: ["+886912345678", "+886225551234"], plates: ["ABC1235"],
            region: .taiwan, tier: .unrated, matched: .customer, openComplaints: 0, owner: nil, lastContact: .march)
        #expect(try answer([.customer(wang)]).matches == [match])
    }

    @Test func `a changed name and number are found by the new and no longer by the old`() throws {
        let store = temporary.store
        let wang = try #require(ids["wang"])
        var customer = try #require(try store.customer(wang))
        customer.name = "陳小華"
        customer.phones.removeFirst()
        customer.plates = []
        _ = try store.updateCustomer(customer, by: "amy", at: .march)
        #expect(try found([name("王小")]) == [])
        #expect(try found([name("小華")]) == ["wang name"])
        #expect(try found([.phone(digits: "886912345678")]) == [])
        #expect(try found([suffix("5678")]) == [])
        #expect(try found([.plate(key: "ABC1235")]) == [])
        #expect(try found([.phone(digits: "886225551234")]) == ["lin phone", "wang phone"])
    }
}

/// From the typed text on: the parser's keys meet the store's.
@Suite struct TypedLookupTests {
    @Test(arguments: [
        ("0912-345-678", "王小明 phone"), ("5678", "王小明 phone_part"), ("678", "王小明 phone_part"),
        ("ABC-1235", "王小明 plate"), ("bc12", "王小明 plate_part"), ("王", "王小明 name"), ("小明", "王小明 name"),
        ("wangxiaoming", "王小明 pinyin"), ("wang", "王小明 pinyin"), ("wxm", "王小明 initials"),
        ("smith", "John Smith name"), ("Joh", "John Smith name"), ("C000001", "王小明 customer"), ("crm-77", "陳 customer"),
    ])
    func `what is typed finds the customer, of the kind it was taken for`(typed: String, expected: String) throws {
        let temporary = try TemporaryStore()
        let store = temporary.store
        _ = try store.createCustomer(
            .draft("王小明", phones: ["+886912345678"], plates: ["ABC1235"]), by: "amy", at: .march)
        _ = try store.createCustomer(.draft("John Smith"), by: "amy", at: .march)
        let writer = try store.bulkWriter(ImportRun(source: "crm", file: "f", startedAt: .march, by: "amy"))
        var imported = Customer.draft("陳")
        imported.reference = "crm-77"
        _ = try writer.add(customer: imported, line: 1)
        _ = try writer.finish(at: .march)
        let found = try store.lookup(typed).matches.map { "\($0.name ?? "") \($0.matched.rawValue)" }
        #expect(found == [expected])
    }
}
