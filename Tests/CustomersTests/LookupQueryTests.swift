import Testing

@testable import Customers

@Suite struct LookupQueryTests {
    @Test(arguments: [
        ("0912345678", "TW", QueryKind.phone, "886912345678"), ("０９１２ ３４５ ６７８", "TW", .phone, "886912345678"),
        ("+86 138 0013 8000", "TW", .phone, "8613800138000"), ("0086-13800138000", "TW", .phone, "8613800138000"),
        ("886912345678", "TW", .phone, "886912345678"), ("13800138000", "TW", .phone, "8613800138000"),
        ("678", "TW", .phone, "678"), ("12", "TW", .phone, "12"), ("02-27208889#12", "TW", .phone, "886227208889"),
        ("電話0912345678", "TW", .phone, "886912345678"), ("02-272088", "TW", .phone, "02272088"),
        ("ABC-1235", "TW", .plate, "ABC1235"), ("ａｂｃ１２３５", "TW", .plate, "ABC1235"), ("粵B", "TW", .plate, "粤B"),
        ("滬a12345", "TW", .plate, "沪A12345"), ("a2", "TW", .plate, "A2"), ("1235 ab", "HK", .plate, "1235AB"),
        ("王", "TW", .name, "王"), ("陳 小·明", "TW", .name, "陈小明"), ("京", "CN", .name, "京"),
        ("Wang Xiao Ming", "TW", .name, "wangxiaoming"), ("José", "TW", .name, "jose"), ("wxm", "CN", .name, "wxm"),
        ("C000123", "TW", .customer, "C000123"), ("ｃ１２３", "TW", .customer, "C000123"),
        ("26-000123", "TW", .case, "TL-2026-000123"), ("TL-2026-000123", "TW", .case, "TL-2026-000123"),
        ("tl2026000123", "TW", .case, "TL-2026-000123"), ("ＴＬ－２０２６－０００１２３", "TW", .case, "TL-2026-000123"),
        ("", "TW", .name, ""), ("-", "TW", .name, ""), ("7-11 便利店", "TW", .name, "711便利店"),
    ])
    func `a text is taken for what it is`(text: String, region: String, kind: QueryKind, key: String) {
        let query = LookupQuery.parse(text, homeRegion: Region(rawValue: region))
        #expect(query.raw == text)
        #expect(query.kind == kind)
        #expect(query.key == key)
    }

    @Test func `a whole number is searched exactly, as a prefix and by its final digits`() {
        let query = LookupQuery.parse("0912-345-678", homeRegion: .taiwan)
        #expect(
            query.keys == [
                .phone(digits: "886912345678"), .phone(digits: "0912345678"), .phonePrefix(digits: "886912345678"),
                .phonePrefix(digits: "0912345678"),
                .phoneSuffix(digits: "0912345678", tails: 87_654_321...87_654_321),
            ])
        #expect(query.fallbackKeys == [.phoneSuffix(digits: "2345678", tails: 87_654_320...87_654_329)])
    }

    @Test func `a few digits are final digits before they are part of a plate`() {
        let query = LookupQuery.parse("1235", homeRegion: .taiwan)
        #expect(
            query.keys == [
                .phone(digits: "1235"), .phonePrefix(digits: "1235"),
                .phoneSuffix(digits: "1235", tails: 53_210_000...53_219_999),
            ])
        #expect(
            query.fallbackKeys == [
                .plate(key: "1235"), .platePart(key: "1235", confusionKey: "1235", tokens: ["12", "23", "35"]),
                .latinPrefix("1235"),
            ])
    }

    @Test func `the beginning of a number is one as dialled at home`() {
        let prefixes: (String, Region) -> [QueryKey] = { text, region in
            LookupQuery.parse(text, homeRegion: region).keys.filter {
                if case .phonePrefix = $0 { true } else { false }
            }
        }
        #expect(prefixes("0227", .taiwan) == [.phonePrefix(digits: "886227"), .phonePrefix(digits: "0227")])
        #expect(prefixes("138", .china) == [.phonePrefix(digits: "86138"), .phonePrefix(digits: "138")])
        #expect(prefixes("2255", .hongKong) == [.phonePrefix(digits: "8522255"), .phonePrefix(digits: "2255")])
        #expect(prefixes("+8869", .china) == [.phonePrefix(digits: "8869")])
        #expect(prefixes("0086138", .taiwan) == [.phonePrefix(digits: "86138"), .phonePrefix(digits: "0086138")])
        // 862 is rather the end of a number than the beginning of every mainland one.
        #expect(prefixes("862", .taiwan) == [])
        #expect(prefixes("886", .taiwan) == [])
    }

    @Test func `fewer than three digits search nothing`() {
        #expect(LookupQuery.parse("12", homeRegion: .taiwan).keys == [])
    }

    @Test func `a plate is searched whole, then as a part, then as a name`() {
        let query = LookupQuery.parse("bo-12", homeRegion: .taiwan)
        #expect(
            query.keys == [
                .plate(key: "BO12"), .platePart(key: "BO12", confusionKey: "B012", tokens: ["B0", "01", "12"]),
            ])
        #expect(query.fallbackKeys.contains(.latinPrefix("bo12")))
    }

    @Test func `a name is searched by its characters in either script`() {
        #expect(LookupQuery.parse("陳", homeRegion: .taiwan).keys == [.name(folded: "陈", tokens: ["陈"])])
        #expect(
            LookupQuery.parse("陈小明", homeRegion: .taiwan).keys == [.name(folded: "陈小明", tokens: ["陈小", "小明"])])
    }

    @Test func `Latin letters may begin a name, be part of it, pinyin or initials`() {
        #expect(
            LookupQuery.parse("Lyu bu", homeRegion: .china).keys == [
                .latinPrefix("lyubu"), .name(folded: "lyubu", tokens: ["ly", "yu", "ub", "bu"]),
                .name(folded: "bulyu", tokens: ["bu", "ul", "ly", "yu"]), .pinyinPrefix("lyubu"), .pinyinPrefix("lvbu"),
                .initialsPrefix("lyubu"),
            ])
    }

    @Test func `a code and a case number are searched as such, with what else they may be`() {
        let customer = LookupQuery.parse("C1234", homeRegion: .taiwan)
        #expect(customer.keys == [.customer(CustomerID(1234))])
        #expect(customer.fallbackKeys.contains(.plate(key: "C1234")))
        let complaint = LookupQuery.parse("26-000123", homeRegion: .taiwan)
        #expect(complaint.keys == [.complaint(year: 2026, sequence: 123)])
        #expect(complaint.fallbackKeys.contains(.phone(digits: "26000123")))
    }

    @Test func `the asked kind wins`() {
        #expect(LookupQuery.parse("1235", homeRegion: .taiwan, as: .plate).keys.first == .plate(key: "1235"))
        #expect(LookupQuery.parse("ABC123", homeRegion: .taiwan, as: .phone).keys.first == .phone(digits: "123"))
        #expect(LookupQuery.parse("C123", homeRegion: .taiwan, as: .name).kind == .name)
        #expect(LookupQuery.parse("王", homeRegion: .taiwan, as: .case).kind == .name)
    }

    @Test func `a text over the limit searches nothing`() {
        let text = String(repeating: "王", count: LookupQuery.textBytesMax)
        #expect(LookupQuery.parse(text, homeRegion: .taiwan).keys == [])
    }
}
