import Foundation
import Testing

@testable import Customers

@Suite struct DuplicateScorerTests {
    private static func person(
        _ name: String?, phone: String? = nil, birth: String? = nil, id: String? = nil, address: String? = nil
    ) -> DuplicateRecord {
        var customer = Customer(id: CustomerID(1), name: name, region: .taiwan)
        customer.birthDate = birth
        customer.idNumber = id
        customer.address = address
        customer.phones =
            phone.map {
                [ContactPhone(raw: $0, e164: $0, extensionDigits: nil, isValid: true, isPrimary: true)]
            } ?? []
        return DuplicateRecord(customer)
    }

    @Test func `every weight is the logarithm of its chances`() {
        for chance in AgreementModel.chances {
            #expect(abs(chance.weight - log2(chance.m / chance.u)) < 1e-9)
            #expect((0...1).contains(chance.m) && (0...1).contains(chance.u))
        }
    }

    @Test(arguments: [0.000_001, 0.3, 1, 1.5, 7, 1e9]) func `the mathematics is right`(value: Double) {
        #expect(abs(BinaryMath.log2(value) - log2(value)) < 1e-9)
        #expect(abs(BinaryMath.exp2(log2(value)) / value - 1) < 1e-9)
    }

    @Test(arguments: [("martha", "marhta", 0.961), ("dixon", "dicksonx", 0.813), ("dwayne", "duane", 0.840)])
    func `Winkler's own examples come out as he has them`(a: String, b: String, similarity: Double) {
        #expect(abs(TextSimilarity.jaroWinkler(Array(a.utf8), Array(b.utf8)) - similarity) < 0.001)
    }

    @Test(arguments: [
        ("abcd", "abcd", 0), ("abcd", "abdc", 1), ("abcd", "abd", 1), ("abcd", "axcy", 2), ("ab", "xyz", 3),
    ])
    func `slips are counted`(a: String, b: String, edits: Int) {
        #expect(TextSimilarity.edits(Array(a.utf8), Array(b.utf8)) == edits)
        #expect(TextSimilarity.edits(Array(b.utf8), Array(a.utf8)) == edits)
    }

    @Test func `the weight is the sum of what is shown`() {
        let score = DuplicateScorer().score(
            Self.person("王小明", phone: "+886912345678", birth: "1980-05-01", address: "台北市中山路1號"),
            Self.person("王曉明", phone: "+886912345678", birth: "1980-05-10", address: "臺北市中山路１號"))
        #expect(abs(score.evidence.reduce(0) { $0 + $1.weight } - score.weight) < 1e-9)
        #expect(score.evidence.map(\.field) == [.birthDate, .name, .phone, .street, .household])
        #expect(score.weight > 15)
    }

    @Test(arguments: [
        ("張偉", "张伟"), ("王小明", "王曉明"), ("歐陽 修", "欧阳修"), ("Wang Xiaoming", "王小明"), ("Xiao-Ming Wang", "王小明"),
        ("王先生", "王小明"), ("John Smith", "Smith, John"), ("Jon Smith", "John Smith"), ("Mary Ann Lee", "Maryann Lee"),
        ("José García", "jose garcia"),
    ])
    func `names that may be one person's speak for it`(a: String, b: String) throws {
        let agreement = try #require(
            NameAgreement(
                ComparedName(a, kind: .person), ComparedName(b, kind: .person), kind: .person, NameFrequencies()))
        #expect(agreement.weight > 0)
        #expect(!agreement.isContradicted)
    }

    @Test(arguments: [
        ("王小明", "王小華"), ("王先生", "陳小明"), ("張偉", "章子怡"), ("Kyle White", "Lauren White"),
        ("Wang Xiaoming", "Wang Dawei"),
    ])
    func `names of two people contradict each other`(a: String, b: String) throws {
        let agreement = try #require(
            NameAgreement(
                ComparedName(a, kind: .person), ComparedName(b, kind: .person), kind: .person, NameFrequencies()))
        #expect(agreement.isContradicted)
    }

    @Test func `twins, spouses and colleagues stay two people`() {
        let scorer = DuplicateScorer()
        let twins = scorer.score(
            Self.person("王小明", phone: "+886912345678", birth: "1980-05-01", address: "中山路1號"),
            Self.person("王小華", phone: "+886912345678", birth: "1980-05-01", address: "中山路1號"))
        let spouses = scorer.score(
            Self.person("王小明", phone: "+886227208889", address: "中山路1號"),
            Self.person("陳美玲", phone: "+886227208889", address: "中山路1號"))
        let colleagues = scorer.score(
            Self.person("王小明", phone: "+886227208889", id: "22099131"),
            Self.person("陳美玲", phone: "+886227208889", id: "22099131"))
        for score in [twins, spouses, colleagues] {
            #expect(AgreementModel.probability(weight: score.weight, prior: -8) < 0.8, "\(score)")
        }
    }

    @Test(
        arguments: [
            ("19800501", "1980-05-01"), ("1980/5/1", "1980-05-01"), ("民國69年5月1日", "1980-05-01"),
            ("69.05.01", "1980-05-01"),
            ("1980年5月1日生", "1980-05-01"), ("19801305", "19801305"), ("1980-13-05", nil), ("hello", nil), ("", nil),
            ("1979-02-29", nil), ("1980-02-29", "1980-02-29"),
        ] as [(String, String?)])
    func `dates of birth are read as people write them`(text: String, date: String?) {
        #expect(BirthDate.read(text) == date)
    }

    @Test func `an extension after a comma belongs to the number before it`() {
        let numbers = PhoneParser.parse("(02) 2720-8889 , 分機 22", region: .taiwan)
        #expect(numbers.map(\.e164) == ["+886227208889"])
        #expect(numbers.map(\.extensionDigits) == ["22"])
        #expect(PhoneParser.parse("02-27208889, 02-27208890", region: .taiwan).count == 2)
    }
}
