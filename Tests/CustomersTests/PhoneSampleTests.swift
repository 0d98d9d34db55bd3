import Testing

@testable import Customers

/// One row of the sample of real cells: what a number must be read as.
struct PhoneSample: CustomTestStringConvertible, Sendable {
    var row: [String: String]

    var testDescription: String { "\(row["region"] ?? "") \(row["raw"] ?? "")" }

    subscript(_ column: String) -> String { row[column] ?? "" }

    static let all = Fixture.rows(of: PackageResources.phones_dev_csv).map(PhoneSample.init)
}

@Suite struct PhoneSampleTests {
    @Test func `the sample is there`() {
        #expect(PhoneSample.all.count == 41)
    }

    @Test(arguments: PhoneSample.all)
    func `every real cell is read as expected`(sample: PhoneSample) {
        let numbers = PhoneParser.parse(sample["raw"], region: Region(rawValue: sample["region"]))
        #expect(String(numbers.count) == sample["n"])
        guard let number = numbers.first else { return }
        if sample["valid"] == "1" {
            #expect(number.e164 == sample["e164"])
            #expect(number.reading == .strict)
            #expect(number.isValid)
            #expect(number.lineType.rawValue == sample["type"].lowercased())
            #expect(number.extensionDigits ?? "" == sample["ext"])
        } else if !sample["lenient_e164"].isEmpty {
            #expect(number.e164 == sample["lenient_e164"])
            #expect(number.reading == .lenient)
            #expect(number.extensionDigits ?? "" == sample["lenient_ext"])
        } else if !sample["short_code"].isEmpty {
            #expect(number.e164 == nil)
            #expect(number.reading == .shortCode)
            #expect(number.searchDigits == sample["short_code"])
        } else {
            #expect(number.e164 == nil)
            #expect(number.reading == .asTyped)
            #expect(number.lineType.rawValue == sample["type"].lowercased())
            #expect(!number.isValid)
        }
    }
}
