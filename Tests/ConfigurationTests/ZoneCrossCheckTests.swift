import Configuration
import Foundation
import Testing
import WorkingTime

/// Our reading of the system's zone files against Foundation's, which has data of its own.
@Suite struct ZoneCrossCheckTests {
    /// Zones that differ at some instant of these years, with the first difference.
    static func differences(years: Range<Int>, everyHours: Int) throws -> [String] {
        let start = try #require(Instant(rfc3339: "\(years.lowerBound)-01-01T00:30:00Z")).seconds
        let end = try #require(Instant(rfc3339: "\(years.upperBound)-01-01T00:00:00Z")).seconds
        var differences: [String] = []
        for name in TimeZone.knownTimeZoneIdentifiers {
            guard let theirs = TimeZone(identifier: name) else { continue }
            let ours = try ZoneDirectory.system.rules(name, file: "test")
            let wrong = stride(from: start, to: end, by: everyHours * 3600).first { second in
                Int(ours.offsetSeconds(at: Instant(seconds: second)))
                    != theirs.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            }
            if let wrong { differences.append("\(name) at \(Instant(seconds: wrong).rfc3339(in: .utc))") }
        }
        return differences
    }

    /// The past is corrected too: tzdata 2026b changed Tijuana in 1970, which an older Foundation does not know.
    @Test func `every zone agrees with Foundation since 1970, but for corrections one side has not heard`() throws {
        #expect(TimeZone.knownTimeZoneIdentifiers.count > 400)
        let differences = try Self.differences(years: 1970..<2025, everyHours: 24 * 9 + 7)
        #expect(differences.count <= 4, "\(differences)")
    }

    @Test func `every zone agrees with Foundation until 2100, but for news that one side has not heard`() throws {
        let differences = try Self.differences(years: 2025..<2100, everyHours: 24 * 9 + 7)
        #expect(differences.count <= 4, "\(differences)")
    }

    @Test(arguments: [
        "Asia/Shanghai", "Asia/Taipei", "Asia/Hong_Kong", "Europe/London", "America/New_York", "Australia/Lord_Howe",
    ])
    func `a zone agrees with Foundation every half hour around its changes`(_ name: String) throws {
        let ours = try ZoneDirectory.system.rules(name, file: "test")
        let theirs = try #require(TimeZone(identifier: name))
        for year in [1973, 1979, 1986, 1991, 2006, 2024] {
            let start = try #require(Instant(rfc3339: "\(year)-01-01T00:00:00Z")).seconds
            let wrong = stride(from: start, to: start + 366 * 86_400, by: 1800).first { second in
                Int(ours.offsetSeconds(at: Instant(seconds: second)))
                    != theirs.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
            }
            #expect(wrong == nil, "\(name) \(year)")
        }
    }
}
