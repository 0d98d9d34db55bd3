import Testing
import WorkingTime

@testable import Exchange

@Suite struct `Dates in cells` {
    private func reading(_ text: String, format: String? = nil) -> String {
        var text = text
        let dateFormat = format.flatMap { DateFormat($0) }
        if format != nil, dateFormat == nil { return "no format" }
        return text.withUTF8 { bytes in
            do throws(DateCell.Fault) {
                switch try DateCell.read(bytes, format: dateFormat) {
                case .local(let local): return "\(local)"
                case .offset(let local, let minutes): return "\(local) \(minutes)"
                }
            } catch {
                return "\(error)"
            }
        }
    }

    @Test(arguments: [
        ("2010-12-01 09:41:00", "2010-12-01T09:41:00"), ("2010-12-01T09:41:00", "2010-12-01T09:41:00"),
        ("2010-12-01", "2010-12-01T00:00:00"), ("2010/12/1", "2010-12-01T00:00:00"),
        ("2010.12.1 9:05", "2010-12-01T09:05:00"), ("19970101", "1997-01-01T00:00:00"),
        ("20260302101530", "2026-03-02T10:15:30"), ("202603021015", "2026-03-02T10:15:00"),
        ("2020/02/10 16:29:10", "2020-02-10T16:29:10"), ("2026年3月2日", "2026-03-02T00:00:00"),
        ("2026年3月2日 下午3:20", "2026-03-02T15:20:00"), ("2025/3/14 上午 12:00:05", "2025-03-14T00:00:05"),
        ("2025-03-14 12:30 PM", "2025-03-14T12:30:00"), ("2025-03-14 1:30:00 pm", "2025-03-14T13:30:00"),
        ("109/02/10", "2020-02-10T00:00:00"), ("民國109年2月10日", "2020-02-10T00:00:00"),
        ("1090210", "2020-02-10T00:00:00"), ("13/4/2025", "2025-04-13T00:00:00"),
        ("4/13/2025 1:20", "2025-04-13T01:20:00"), ("5/5/2025", "2025-05-05T00:00:00"),
        ("2026-03-02T10:15:30Z", "2026-03-02T10:15:30 0"), ("2026-03-02T10:15:30+08:00", "2026-03-02T10:15:30 480"),
        ("2026-03-02T10:15:30.123456789-0330", "2026-03-02T10:15:30.123456 -210"),
        ("2024-02-29", "2024-02-29T00:00:00"),
    ])
    func `the usual forms need no format`(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    @Test(arguments: [
        "", "x", "2026", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1", "2026-01-02x", "2026-01-02 25:00",
        "2026-01-02 10:60", "2026-01-02 10:5", "2026-01/02", "20261301", "123456789", "2026-01-02T10:00:00+99:00",
        "2026-01-02 13:00 PM", "00000000", "2026-01-02 10:00:00.", "999999999999999999999",
    ])
    func `what is no date is refused`(text: String) {
        #expect(reading(text) == "unreadable")
    }

    @Test(arguments: ["3/4/2025", "12/11/2025 10:00", "1/2/25", "10-11-12"])
    func `a date that could be two is never guessed`(text: String) {
        #expect(reading(text) == "ambiguous")
    }

    @Test(arguments: [
        ("3/4/2025", "M/d/yyyy", "2025-03-04T00:00:00"), ("3/4/2025", "d/M/yyyy", "2025-04-03T00:00:00"),
        ("03/21/23", "MM/dd/yy", "2023-03-21T00:00:00"), ("19970101", "yyyyMMdd", "1997-01-01T00:00:00"),
        ("3/14/2025 1:20", "M/d/yyyy H:mm", "2025-03-14T01:20:00"),
        ("109.02.10", "eee.MM.dd", "2020-02-10T00:00:00"), ("1090210", "eeeMMdd", "2020-02-10T00:00:00"),
        ("2025-03-14T01:20", "yyyy-MM-dd'T'HH:mm", "2025-03-14T01:20:00"),
        ("14-3-2025 at 2 PM", "d-M-yyyy 'at' h a", "2025-03-14T14:00:00"), ("1997-1-1", "yyyyMMdd", "unreadable"),
        ("1997010", "yyyyMMdd", "unreadable"), ("3/4/2025 x", "M/d/yyyy", "unreadable"),
        ("31/4/2025", "d/M/yyyy", "unreadable"),
    ])
    func `a file's own format is followed to the letter`(text: String, format: String, expected: String) {
        #expect(reading(text, format: format) == expected)
    }

    @Test(arguments: ["", "yyyy", "yyyy-MM", "d/M/yyyy yyyy", "Q", "yyyy-MM-dd'T", "yyyyy-MM-dd", "MMM d yyyy"])
    func `a format without year, month and day, or with letters it does not know, is refused`(format: String) {
        #expect(DateFormat(format) == nil)
    }

    @Test func `a wall clock is read in the file's zone, once a day's offset is known too`() throws {
        var reader = DateReader(format: nil, zone: ZoneRules(name: "Asia/Taipei", fixedOffsetSeconds: 8 * 3600))
        func instant(_ text: String) throws -> Instant {
            var text = text
            return try text.withUTF8 { try reader.instant($0) }
        }
        #expect(try instant("1970-01-01 08:00:01") == Instant(seconds: 1))
        #expect(try instant("1970-01-01 09:00:00") == Instant(seconds: 3600))
        #expect(try instant("1970-01-02 08:00:00") == Instant(seconds: 86_400))
        #expect(try instant("1970-01-01T00:00:05Z") == Instant(seconds: 5))
        #expect(try instant("1970-01-01T00:00:05+00:01") == Instant(seconds: -55))
    }

    @Test func `on the day the clock changes every time gets its own offset`() throws {
        // One hour forward at 01:00 UTC on 31 March 1996, as in Britain that year.
        let change: Int64 = 828_234_000
        let zone = try ZoneRules(name: "Test/Spring", transitions: [change], offsets: [0, 3600], footer: nil)
        var reader = DateReader(format: nil, zone: zone)
        func seconds(_ text: String) throws -> Int64 {
            var text = text
            return try text.withUTF8 { try reader.instant($0) }.seconds
        }
        #expect(try seconds("1996-03-31 00:30") == change - 1800)
        #expect(try seconds("1996-03-31 02:30") == change + 1800)
        #expect(try seconds("1996-03-31 01:30") == change)
        #expect(try seconds("1996-03-30 12:00") == change - 13 * 3600)
        #expect(try seconds("1996-04-01 12:00") == change + 34 * 3600)
    }
}
