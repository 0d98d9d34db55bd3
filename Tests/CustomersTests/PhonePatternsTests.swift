import Testing

@testable import Customers

/// A small generator with a seed, so that a failing population can be made again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Character(String(Int.random(in: 0...9, using: &self))) })
    }
}

@Suite struct PhonePatternsTests {
    /// Every beginning of four digits, with a few endings of each length, as dialled at home and with plus.
    static let populations: [(region: String, prefixes: [String], lengths: ClosedRange<Int>)] = [
        ("TW", ["0", "", "+886", "+8860"], 8...10), ("CN", ["0", "", "+86", "+860"], 8...12),
        ("HK", ["", "+852"], 7...9),
    ]

    @Test(arguments: populations.map { $0.region })
    func `what the patterns read is exactly what the library reads`(region: String) throws {
        let population = try #require(Self.populations.first { $0.region == region })
        var generator = SeededGenerator(state: 20_260_101)
        var hits = 0
        for head in 0...9999 {
            let start = String(repeating: "0", count: 4 - String(head).count) + String(head)
            for length in population.lengths {
                let prefix = population.prefixes.randomElement(using: &generator) ?? ""
                let text = prefix + start + generator.digits(length - 4)
                let isInternational = text.hasPrefix("+")
                let digits = Array(text.utf8.filter { $0 != 0x2B })[...]
                let region = Region(rawValue: region)
                guard
                    let fast = PhonePatterns.number(digits, isInternational: isInternational, region: region)
                else { continue }
                hits += 1
                let slow = PhonePlan.libraryNumber(digits, isInternational: isInternational, region: region)
                #expect(fast == slow, "\(text) in \(region.rawValue)")
            }
        }
        #expect(hits > 500)
    }

    @Test(arguments: [
        ("TW", "0912-345-678"), ("TW", "(02)2720-8889"), ("TW", "+886 2 2720 8889"), ("TW", "037-322150"),
        ("CN", "138 0013 8000"), ("CN", "010-6505-6666"), ("CN", "0592-2137188"), ("CN", "400-820-8820"),
        ("HK", "2255 3838"), ("HK", "+852 9123 4567"), ("TW", "912345678"), ("CN", "+86 (0571) 87783883"),
    ])
    func `the short cut gives the whole machinery's value`(region: String, cell: String) {
        let region = Region(rawValue: region)
        #expect(PhoneParser.parse(cell, region: region) == PhoneParser.parseSlowly(cell, region: region))
        let digits = Array(cell.utf8.filter { (0x30...0x39).contains($0) })
        #expect(PhonePatterns.number(digits[...], isInternational: cell.hasPrefix("+"), region: region) != nil)
    }

    /// `886` and the like typed without a plus: the short way must not differ from asking the library at home.
    @Test(
        arguments: [("TW", "886", 8...9), ("CN", "86", 9...11), ("HK", "852", 8...8)]
            as [(String, String, ClosedRange<Int>)])
    func `a home code without a plus is what the library reads`(
        region: String, code: String, lengths: ClosedRange<Int>
    ) {
        var generator = SeededGenerator(state: 886_86_852)
        var hits = 0
        let home = Region(rawValue: region)
        for head in 0...9999 {
            for length in lengths {
                let start = String(repeating: "0", count: 4 - String(head).count) + String(head)
                let text = code + start + generator.digits(length - 4)
                let digits = Array(text.utf8)[...]
                guard let fast = PhonePatterns.number(digits, isInternational: true, region: home) else { continue }
                hits += 1
                #expect(fast == PhonePlan.libraryNumber(digits, isInternational: false, region: home), "\(text)")
            }
        }
        #expect(hits > 200)
    }

    @Test(arguments: ["TW", "CN", "HK"])
    func `the short cut never differs from the whole machinery, however a number is punctuated`(region: String) {
        var generator = SeededGenerator(state: 4_711)
        let home = Region(rawValue: region)
        let signs = ["", "", "", "-", " ", "(", ")", "+", "--", ") "]
        for _ in 0..<20_000 {
            var cell = signs.randomElement(using: &generator) ?? ""
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                cell += generator.digits(Int.random(in: 1...5, using: &generator))
                cell += signs.randomElement(using: &generator) ?? ""
            }
            if Bool.random(using: &generator) { cell = "0" + cell }
            #expect(
                PhoneParser.parse(cell, region: home) == PhoneParser.parseSlowly(cell, region: home), "\(cell)")
        }
    }

    @Test func `an area code has the length the patterns were written for`() {
        let cases: [(Int, Substring, Int?)] = [
            (886, "227208889", 1), (886, "37322150", 2), (886, "492222106", 2), (886, "83622485", 3),
            (886, "912345678", nil),
            (886, "800080080", nil), (86, "1065056666", 2), (86, "57187783883", 3), (86, "4008208820", nil),
            (86, "13800138000", nil), (852, "22553838", nil),
        ]
        for (country, national, expected) in cases {
            #expect(PhoneAreas.areaDigits(country: country, national: national) == expected, "\(national)")
        }
    }

    @Test func `the library may be asked from many threads at once`() async {
        let answers = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<50).flatMap { CellCase.read("+1 650 253 00\($0 + 10)", "TW") } }
            }
            return await group.reduce(into: Set<[String]>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        #expect(answers.first?.first == "+16502530010 strict")
    }
}
