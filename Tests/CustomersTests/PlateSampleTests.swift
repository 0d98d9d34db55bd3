import Testing

@testable import Customers

/// One row of the sample of plates.
struct PlateSample: CustomTestStringConvertible, Sendable {
    var row: [String: String]

    var testDescription: String { "\(row["region"] ?? "") \(row["raw"] ?? "")" }

    subscript(_ column: String) -> String { row[column] ?? "" }

    static let all = Fixture.rows(of: PackageResources.plates_dev_csv).map(PlateSample.init)
}

@Suite struct PlateSampleTests {
    @Test func `the sample is there`() {
        #expect(PlateSample.all.count == 53)
    }

    @Test(arguments: PlateSample.all)
    func `every plate is read as expected`(sample: PlateSample) throws {
        let region = Region(rawValue: sample["region"])
        let candidate = try #require(PlateParser.candidates(sample["raw"], preferred: region).first)
        #expect(candidate.region == region)
        #expect(candidate.isValid == (sample["valid"] == "1"))
        guard sample["valid"] == "1" else { return }
        #expect(candidate.key == sample["normalised"])
        #expect(candidate.display == sample["display"])
    }
}
