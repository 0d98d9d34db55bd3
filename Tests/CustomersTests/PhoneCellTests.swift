import Testing

@testable import Customers

/// A phone cell and the numbers in it, written `+886227208889#12 strict`; an unread one as its key.
struct CellCase: CustomTestStringConvertible, Sendable {
    var region: String
    var cell: String
    var expected: [String]

    var testDescription: String { "\(region) \(cell.prefix(40))" }

    init(_ region: String, _ cell: String, _ expected: String...) {
        self.region = region
        self.cell = cell
        self.expected = expected
    }

    static func read(_ cell: String, _ region: String) -> [String] {
        PhoneParser.parse(cell, region: Region(rawValue: region)).map { number in
            (number.e164 ?? number.searchDigits) + (number.extensionDigits.map { "#" + $0 } ?? "") + " "
                + number.reading.rawValue
        }
    }
}

@Suite struct PhoneCellTests {
    static let cleaned = [
        CellCase("TW", "\u{FEFF}０９１２－３４５－６７８", "+886912345678 strict"),
        CellCase("TW", "\u{202A}+886912345678\u{202C}", "+886912345678 strict"),
        CellCase("TW", "0912\u{200B}345\u{200E}678", "+886912345678 strict"),
        CellCase("TW", "02一2720一8889", "+886227208889 strict"),
        CellCase("TW", "Tel. (總機) 02-2720-8889", "+886227208889 strict"),
        CellCase("TW", "(總機)02-2720-8889轉 9", "+886227208889#9 strict"),
        CellCase("TW", "02-27208889(代表號)#123", "+886227208889#123 strict"),
        CellCase("TW", "02-2720-8889 分機：123", "+886227208889#123 strict"),
        CellCase("CN", "010-65056666 内线 812", "+861065056666#812 strict"),
        CellCase("TW", "02-2720-8889*123", "+886227208889#123 strict"),
        CellCase("TW", "02-2720-8889 x123", "+886227208889#123 strict"),
        CellCase("TW", "02-27208889~91", "+886227208889 strict"),
        CellCase("TW", "02-2720-8889 10線", "+886227208889 strict"),
        CellCase("TW", "0800-080-080（24小時）", "+886800080080 strict"),
        CellCase("TW", "週一至週五 09:00-17:00 02-27208889", "+886227208889 strict"),
        CellCase("TW", "電話/傳真：02-27208889", "+886227208889 strict"),
        CellCase("TW", "(06-)2307757", "+88662307757 strict"),
        CellCase("TW", "(0912)345-678", "+886912345678 strict"),
        CellCase("TW", "(02)2720-8889", "+886227208889 strict"),
        CellCase("TW", "٠٩١٢٣٤٥٦٧٨", "+886912345678 strict"),
    ]

    static let several = [
        CellCase("TW", "02-27208889；0912-345-678", "+886227208889 strict", "+886912345678 strict"),
        CellCase("TW", "(02)2720-8889 (02)2720-8890", "+886227208889 strict", "+886227208890 strict"),
        CellCase("TW", "日:02-27208889 夜:0912-345-678", "+886227208889 strict", "+886912345678 strict"),
        CellCase("TW", "02-27208889、27208890", "+886227208889 strict", "+886227208890 lenient"),
        CellCase("CN", "0571-87062766，85459796", "+8657187062766 strict", "+8657185459796 lenient"),
        CellCase("TW", "03-5216121#314；#315", "+88635216121#314 strict", "+88635216121#315 lenient"),
        CellCase("TW", "02-29603456#1234/1235", "+886229603456#1234 strict", "+886229603456#1235 lenient"),
        CellCase("TW", "①02-27208889②02-27208890", "+886227208889 strict", "+886227208890 strict"),
        CellCase(
            "CN", "（白天）0592-5911111-8120（晚间）0592-8570120", "+865925911111#8120 lenient", "+865928570120 strict"),
        CellCase("TW", "+886 2 2720 8889 +886 2 2720 8890", "+886227208889 strict", "+886227208890 strict"),
        CellCase("TW", "02-27208881~02-27208889", "+886227208881 strict", "+886227208889 strict"),
        CellCase("TW", "110/119", "110 short_code", "119 short_code"),
    ]

    static let lenient = [
        CellCase("TW", "(02)0229869850", "+886229869850 lenient"),
        CellCase("TW", "00886-2-2720-8889", "+886227208889 lenient"),
        CellCase("TW", "0086 138 0013 8000", "+8613800138000 lenient"),
        CellCase("TW", "8613800138000", "+8613800138000 lenient"),
        CellCase("TW", "852 2255 3838", "+85222553838 lenient"),
        CellCase("CN", "886912345678", "+886912345678 lenient"),
        CellCase("CN", "+86 86 138 0013 8000", "+8613800138000 lenient"),
        CellCase("TW", "+0912345678", "+886912345678 lenient"),
        CellCase("TW", "912345678.0", "+886912345678 lenient"),
        CellCase("CN", "13800138000.0", "+8613800138000 lenient"),
        CellCase("CN", "0571-8778388387022776", "+8657187783883 lenient", "+8657187022776 lenient"),
        CellCase("CN", "0571-881222220571-88122233", "+8657188122222 lenient", "+8657188122233 lenient"),
        CellCase("CN", "13800138000 13900139000", "+8613800138000 lenient", "+8613900139000 lenient"),
        CellCase("TW", "09123456780987654321", "+886912345678 lenient", "+886987654321 lenient"),
        CellCase("CN", "0571-88134465-830", "+8657188134465#830 lenient"),
        CellCase("CN", "400-820-8820-3", "+864008208820#3 lenient"),
        CellCase("TW", "(092)0318123", "+886920318123 lenient"),
        CellCase("TW", "(09)20318123", "+886920318123 lenient"),
        CellCase("TW", "（092）0318-123 分機 5", "+886920318123#5 lenient"),
        CellCase("TW", "886912345678", "+886912345678 lenient"),
        CellCase("TW", "886-2-2720-8889", "+886227208889 lenient"),
        CellCase("TW", "8860912345678", "+886912345678 lenient"),
        CellCase("TW", "886-2-2720-8889#12", "+886227208889#12 lenient"),
        CellCase("CN", "86 138 0013 8000", "+8613800138000 lenient"),
        CellCase("CN", "86-0571-87783883", "+8657187783883 lenient"),
        CellCase("CN", "8610 6505 6666", "+861065056666 lenient"),
        CellCase("HK", "85222553838", "+85222553838 lenient"),
        CellCase("HK", "852-5123-4567", "+85251234567 lenient"),
        CellCase("TW", "86-571-87783883", "+8657187783883 lenient"),
    ]

    static let neverGuessed = [
        CellCase("CN", "3812535", "3812535 as_typed"),
        CellCase("CN", "7359051（急诊科）", "7359051 as_typed"),
        CellCase("TW", "2991111", "2991111 as_typed"),
        CellCase("TW", "2720-8889", "27208889 as_typed"),
        CellCase("TW", "9.12346E+08", " as_typed"),
        CellCase("CN", "1.38E+10", " as_typed"),
        CellCase("TW", "0912-345-67", "091234567 as_typed"),
        CellCase("TW", "0912-345-6789", "09123456789 as_typed"),
        CellCase("TW", "(03)513951", "03513951 as_typed"),
        CellCase("CN", "0571-8268449", "05718268449 as_typed"),
        CellCase("CN", "1380013800", "1380013800 as_typed"),
        CellCase("CN", "138-0013-8000-1", "138001380001 as_typed"),
        CellCase("CN", "87151966871519977", "87151966871519977 as_typed"),
        CellCase("CN", "138****8000", "8000 as_typed"),
        CellCase("TW", "O2-2720-8889", "227208889 as_typed"),
        CellCase("TW", "8889~91", "8889 as_typed"),
    ]

    static let none = ["", " ", "無", "暂无", "N/A", "-", "－", "12", "#12", "無電話", "\u{0}\u{1}", "(  )", "++", "~~", "轉"]

    @Test(arguments: cleaned + several + lenient + neverGuessed)
    func `a cell is read by rule`(cell: CellCase) {
        #expect(CellCase.read(cell.cell, cell.region) == cell.expected)
    }

    @Test(arguments: none)
    func `a cell without a number has none`(cell: String) {
        #expect(PhoneParser.parse(cell, region: .taiwan) == [])
    }

    @Test func `a number is a whole value, its text never lost`() {
        #expect(
            PhoneParser.parse(" 白天 (02)2720-8889轉12，晚上0912345678（王） ", region: .taiwan) == [
                ParsedPhone(
                    raw: "白天 (02)2720-8889轉12", e164: "+886227208889", extensionDigits: "12", isValid: true,
                    reading: .strict, lineType: .fixedLine, region: .taiwan, searchDigits: "886227208889"),
                ParsedPhone(
                    raw: "晚上0912345678（王）", e164: "+886912345678", extensionDigits: nil, isValid: true,
                    reading: .strict, lineType: .mobile, region: .taiwan, searchDigits: "886912345678"),
            ])
    }

    @Test func `any region the library knows is read, an unknown one reads nothing`() {
        #expect(CellCase.read("(650) 253-0000", "US") == ["+16502530000 strict"])
        #expect(CellCase.read("020 7946 0958", "GB") == ["+442079460958 strict"])
        #expect(CellCase.read("020 7946 0958", "XX") == ["02079460958 as_typed"])
        #expect(CellCase.read("+44 20 7946 0958", "XX") == ["+442079460958 strict"])
    }
}
