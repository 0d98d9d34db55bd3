import Testing
import WorkingTime

@testable import Configuration

@Suite struct ZoneFileTests {
    /// A version 2 file with these 64-bit transitions, written here byte by byte.
    static func file(
        times: [Int64], indices: [UInt8], offsets: [Int32], footer: String, leaps: Int32 = 0
    ) -> [UInt8] {
        func header(_ times: Int, _ types: Int, _ letters: Int) -> [UInt8] {
            var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
            for count in [0, 0, leaps, Int32(times), Int32(types), Int32(letters)] { bytes += big(count) }
            return bytes
        }
        func big<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
            withUnsafeBytes(of: number.bigEndian) { Array($0) }
        }
        var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15 + 24)
        bytes += header(times.count, offsets.count, 4)
        for time in times { bytes += big(time) }
        bytes += indices
        for offset in offsets { bytes += big(offset) + [0, 0] }
        return bytes + Array("ABC\0".utf8) + Array("\n\(footer)\n".utf8)
    }

    static let good = file(times: [100, 200], indices: [1, 0], offsets: [0, 3600], footer: "XXX0")

    static func error(_ bytes: [UInt8]) -> TZifError? {
        do throws(TZifError) {
            _ = try TZifReader.rules(bytes, name: "X", version: "")
            return nil
        } catch {
            return error
        }
    }

    @Test func `a small file gives its offsets`() throws {
        let rules = try TZifReader.rules(Self.good, name: "X/Y", version: "2025b")
        #expect(rules.name == "X/Y")
        #expect(rules.version == "2025b")
        #expect([0, 99, 100, 199, 200].map { rules.offsetSeconds(at: Instant(seconds: $0)) } == [0, 0, 3600, 3600, 0])
    }

    @Test func `the rule at the end begins after the last transition, even one that changes nothing`() throws {
        let file = Self.file(times: [100, 1_000_000_000], indices: [1, 1], offsets: [0, 3600], footer: "XXX0")
        let rules = try TZifReader.rules(file, name: "X", version: "")
        #expect([500, 1_000_000_000].map { rules.offsetSeconds(at: Instant(seconds: $0)) } == [3600, 0])
    }

    @Test func `a damaged file is refused with its fault`() {
        #expect(Self.error([]) == .notTZif)
        #expect(Self.error(Array("TZip".utf8) + [UInt8](repeating: 0, count: 100)) == .notTZif)
        #expect(Self.error(Self.file(times: [2, 1], indices: [0, 1], offsets: [0, 60], footer: "")) == .notRising)
        #expect(Self.error(Self.file(times: [1], indices: [2], offsets: [0, 60], footer: "")) == .badTypeIndex)
        #expect(Self.error(Self.file(times: [], indices: [], offsets: [], footer: "")) == .noTypes)
        #expect(Self.error(Self.file(times: [], indices: [], offsets: [100_000], footer: "")) == .offsetOutOfRange)
        #expect(Self.error(Self.file(times: [], indices: [], offsets: [Int32.min], footer: "")) == .offsetOutOfRange)
        #expect(Self.error(Self.file(times: [], indices: [], offsets: [0], footer: "nonsense")) == .badFooter)
        #expect(Self.error(Self.file(times: [], indices: [], offsets: [0], footer: "", leaps: 27)) == .leapSeconds)
        #expect(Self.error(Self.file(times: [], indices: [], offsets: [0], footer: "", leaps: -1)) == .countTooLarge)
        var huge = Self.good
        huge[44 + 32] = 0x7F
        #expect(Self.error(huge) == .countTooLarge)
    }

    @Test func `a file cut anywhere is refused, never trusted`() throws {
        for count in 0..<Self.good.count {
            #expect(Self.error(Array(Self.good.prefix(count))) != nil, "\(count) bytes")
        }
    }

    @Test func `a file with any byte changed is read or refused, never a crash`() throws {
        let real = try ConfigurationFile.bytes(Self.anyZoneFile())
        var answers = 0
        for (file, step) in [(Self.good, 1), (real, 11)] {
            for position in stride(from: 0, to: file.count, by: step) {
                for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                    var changed = file
                    changed[position] = value
                    if let rules = try? TZifReader.rules(changed, name: "X", version: "") {
                        for second in [-5_000_000_000, 0, 1_700_000_000, 90_000_000_000] {
                            answers += Int(rules.offsetSeconds(at: Instant(seconds: Int64(second)))) == 1 ? 0 : 1
                        }
                    }
                }
            }
        }
        #expect(answers > 0)
    }

    static func anyZoneFile() throws -> String {
        let paths = ZoneDirectory.system.folders.map { $0 + "/Europe/London" }
        return try #require(paths.first(where: ConfigurationFile.exists), "no tzdata on this machine")
    }

    @Test(arguments: [
        ("Asia/Shanhai", "x:7: unknown time zone 'Asia/Shanhai'; did you mean 'Asia/Shanghai'?"),
        ("Europe/Taipei", "x:7: unknown time zone 'Europe/Taipei'; did you mean 'Asia/Taipei'?"),
        ("Mars/Olympus_Mons", "x:7: unknown time zone 'Mars/Olympus_Mons'; write one like Asia/Taipei"),
        ("../../etc/passwd", "x:7: unknown time zone '../../etc/passwd'; write one like Asia/Taipei"),
        ("/etc/localtime", "x:7: unknown time zone '/etc/localtime'; write one like Asia/Taipei"),
        ("", "x:7: unknown time zone ''; write one like Asia/Taipei"),
        ("Asia", "x:7: unknown time zone 'Asia'; write one like Asia/Taipei"),
        ("tzdata.zi", "x:7: unknown time zone 'tzdata.zi'; write one like Asia/Taipei"),
    ])
    func `an unknown zone is refused, with the one that was meant`(_ name: String, _ message: String) {
        #expect {
            try ZoneDirectory.system.rules(name, file: "x", line: 7)
        } throws: { error in
            (error as? ConfigurationError)?.message == message
        }
    }

    @Test func `without zone data the message says what to install`() throws {
        let nowhere = ZoneDirectory(folders: ["/nonexistent"])
        #expect(try nowhere.rules("UTC", file: "x") == .utc)
        #expect {
            try nowhere.rules("Asia/Taipei", file: "x", line: 3)
        } throws: { error in
            (error as? ConfigurationError)?.message
                == "x:3: no time zone data in /nonexistent; install the package tzdata or set TZDIR"
        }
    }

    @Test func `the release of the zone data is known`() throws {
        #expect(try ZoneDirectory.system.rules("Asia/Taipei", file: "x").version.hasPrefix("20"))
    }
}
