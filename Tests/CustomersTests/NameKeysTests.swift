import Testing

@testable import Customers

@Suite struct NameKeysTests {
    @Test(arguments: [
        ("王小明", "王小明"), ("王 小 明", "王小明"), ("臺灣銀行", "台湾银行"), ("林青峯", "林青峰"), ("陳怡君", "陈怡君"),
        ("張羣", "张群"), ("尉遲恭", "尉迟恭"), ("阿卜杜拉·买买提", "阿卜杜拉买买提"), ("瑪麗・安", "玛丽安"),
        ("José García", "josegarcia"), ("Łukasz Øster", "lukaszoster"), ("MÜLLER", "muller"), ("Strauß", "strauss"),
        ("O’Brien-Smith", "obriensmith"), ("ＡＢＣ　公司", "abc公司"), ("㈱山田", "株山田"), ("7-ELEVEN", "7eleven"),
        ("ﾔﾏﾀﾞ", "ヤマタ"), ("ガス", "カス"), ("김민준", "김민준"), ("\u{1100}\u{1161}\u{11A8}", "각"), ("Ｗáng\u{200B}", "wang"),
        ("👍王", "王"), ("***", ""), ("", ""), ("İstanbul", "istanbul"), ("Ạnh Nguyễn", "anhnguyen"), ("Đặng", "dang"),
        ("𠮷田", "𠮷田"), ("Æsir", "aesir"), ("Ёлкин", "елкин"),
    ])
    func `a name is folded`(name: String, folded: String) {
        #expect(NameKeys.fold(name) == folded)
    }

    @Test func `folding twice changes nothing`() {
        for value in UInt32(0)..<0x30000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = NameKeys.fold(String(scalar))
            if NameKeys.fold(once) != once { Issue.record("U+\(String(value, radix: 16)) \(once)") }
        }
    }

    @Test(arguments: [
        ("王小明", ["wangxiaoming"], ["wxm"]), ("曾國藩", ["zengguofan"], ["zgf"]), ("單田芳", ["shantianfang"], ["stf"]),
        ("仇英", ["qiuying"], ["qy"]), ("區桂芝", ["ouguizhi"], ["ogz"]), ("解縉", ["xiejin"], ["xj"]),
        ("查良鏞", ["zhaliangyong"], ["zly"]), ("尉遲恭", ["yuchigong"], ["ycg"]), ("万俟卨", ["moqixie"], ["mqx"]),
        ("歐陽修", ["ouyangxiu"], ["oyx"]), ("單于", ["shanyu"], ["sy"]), ("單于夫羅", ["chanyufuluo"], ["cyfl"]),
        ("朴智", ["piaozhi", "puzhi"], ["pz"]), ("吕布", ["lvbu", "lubu"], ["lb"]),
        ("王乐", ["wangle", "wangyue"], ["wl", "wy"]), ("王乾", ["wangqian", "wanggan"], ["wq", "wg"]),
        ("王David", ["wangdavid"], ["wd"]), ("王重陽", ["wangzhongyang", "wangchongyang"], ["wzy", "wcy"]),
        ("John", [], []),
    ])
    func `a name has its pinyin`(name: String, pinyin: [String], initials: [String]) {
        let keys = NameKeys(name)
        #expect(keys.pinyin == pinyin)
        #expect(keys.initials == initials)
    }

    @Test func `an organisation may begin with an ordinary word`() {
        #expect(NameKeys("解放軍醫院", kind: .organisation).pinyin.contains("jiefangjunyiyuan"))
        #expect(NameKeys("曾記", kind: .organisation).pinyin.first == "zengji")
        #expect(NameKeys("區公所", kind: .organisation).pinyin.first == "qugongsuo")
    }

    @Test func `readings have a limit`() {
        #expect(NameKeys(String(repeating: "乐", count: 20)).pinyin.count == NameKeys.readingsMax)
    }

    @Test func `Latin words are found from their start`() {
        #expect(NameKeys("John Smith").latin == ["johnsmith", "smith"])
        #expect(NameKeys("台灣IBM公司").latin == ["ibm公司"])
        #expect(NameKeys("Mary O'Brien").latin == ["maryobrien", "obrien"])
        #expect(NameKeys("王小明").latin == [])
        #expect(NameKeys("a b c d e f g h").latin.count == NameKeys.latinWordsMax)
    }

    @Test func `tokens are characters and pairs, single Latin letters left out`() {
        #expect(NameKeys("王小明").tokens == ["王", "小", "王小", "明", "小明"])
        #expect(NameKeys("Li王").tokens == ["li", "王", "i王"])
        #expect(NameKeys("Li").tokens == NameKeys.tokens(of: "li"))
        #expect(NameKeys.tokens(of: "") == [])
    }

    @Test func `every Chinese character in common use has a reading`() {
        let missing = (0x4E00...0x9FA5).compactMap(Unicode.Scalar.init).filter {
            NameKeys("王" + String($0)).pinyin == ["wang"]
        }
        #expect(missing.count < 100)
    }

    @Test func `the keys of a customer are whole values`() {
        var customer = Customer(id: CustomerID(1), name: "曾敏", region: .taiwan)
        customer.phones = [
            ContactPhone(
                raw: "0912-345-678", e164: "+886912345678", extensionDigits: nil, isValid: true, isPrimary: true),
            ContactPhone(raw: "3812535（急诊）", e164: nil, extensionDigits: nil, isValid: false, isPrimary: false),
            ContactPhone(raw: "9.12346E+08", e164: nil, extensionDigits: nil, isValid: false, isPrimary: false),
        ]
        customer.plates = [
            VehiclePlate(raw: "abc-1235", key: "ABC1235", display: "ABC-1235", region: .taiwan, isVerified: true)
        ]
        let keys = SearchKeys(for: customer)
        #expect(keys.phones.map(\.digits) == ["886912345678", "3812535"])
        #expect(keys.phones.map(\.tail) == [87_654_321, 53_521_830])
        #expect(keys.plates == [PlateKeys(key: "ABC1235")])
        #expect(keys.name == NameKeys("曾敏"))
        #expect(keys.name?.pinyin == ["zengmin"])
    }
}
