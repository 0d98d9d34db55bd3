import Foundation
import Testing

@Suite struct CalendarCommandTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var id: String
        var calendar: String
        var arguments: [String]
        var due: String
        var testDescription: String { id }

        init(_ id: String, _ calendar: String, _ arguments: String, _ due: String) {
            self.id = id
            self.calendar = calendar
            self.arguments = arguments.split(separator: " ").map(String.init)
            self.due = due
        }
    }

    @Test(arguments: [
        Example("E01", "cn-office", "--start 2026-03-02T10:00 --budget 120bm", "2026-03-02T12:00:00+08:00"),
        Example("E04", "cn-office", "--start 2026-02-13T17:00 --budget 180bm", "2026-02-14T11:00:00+08:00"),
        Example("E07", "cn-office", "--start 2026-09-18T17:30 --budget 60bm", "2026-09-20T09:30:00+08:00"),
        Example("E11", "tw-office", "--start 2026-02-13T17:00 --budget 120bm", "2026-02-23T10:00:00+08:00"),
        Example(
            "E16", "tw-office", "--start 2026-08-26T10:37 --budget 15cd --roll none --cutoff end_of_day",
            "2026-09-10T23:59:59+08:00"),
        Example(
            "E18", "tw-office", "--start 2026-09-10T10:00 --budget 15cd --roll next_working_day --cutoff end_of_day",
            "2026-09-29T23:59:59+08:00"),
        Example(
            "E22", "cn-office", "--start 2026-02-03T09:20 --budget 15cd --roll previous_working_day",
            "2026-02-14T18:00:00+08:00"),
        Example(
            "E34", "cn-office",
            "--start 2026-04-30T09:00 --budget 450bm --pause 2026-04-30T15:00/2026-05-06T10:00",
            "2026-05-06T14:30:00+08:00"),
        Example("E58 internal", "cn-office", "--start 2026-09-28T10:00 --budget 8wd", "2026-10-14T18:00:00+08:00"),
        Example(
            "E58 safe", "cn-office", "--start 2026-09-28T10:00 --budget 15cd --roll previous_working_day",
            "2026-10-13T18:00:00+08:00"),
        Example(
            "a contact ends the pause it falls into", "cn-office",
            "--start 2026-03-02T09:00 --budget 180bm --pause 2026-03-02T10:00/2026-03-02T18:00 "
                + "--contact 2026-03-02T11:00", "2026-03-02T14:30:00+08:00"),
        Example(
            "at the cap the clock runs on", "cn-office",
            "--start 2026-03-02T09:00 --budget 120bm --pause 2026-03-02T10:00/2026-03-02T11:00 "
                + "--pause 2026-03-02T10:30/2026-03-02T18:00 --pause-cap 30bm", "2026-03-02T11:30:00+08:00"),
        Example(
            "received on a Saturday counts as Monday if so chosen", "cn-office",
            "--start 2026-03-07T10:00 --budget 1wd --received-after-close next_working_day",
            "2026-03-10T18:00:00+08:00"),
        Example(
            "an offset is kept apart from the calendar's zone", "cn-office",
            "--start 2026-03-02T02:00:00Z --budget 120bm", "2026-03-02T12:00:00+08:00"),
    ])
    func `a budget is due when the specification says`(_ example: Example) throws {
        let workplace = try Workplace()
        let run = try ProgramRun(
            ["calendar", "due", "--json", "--calendar", example.calendar] + example.arguments, home: workplace.folder)
        #expect(run.errors == "")
        #expect(run.status == 0)
        #expect(try run.json()["due"] as? String == example.due)
    }

    @Test func `each date is told with its hours, what was counted and the holiday's name`() throws {
        let workplace = try Workplace()
        let run = try workplace.run(
            "calendar", "due", "--json", "--calendar", "tw-office", "--start", "2026-09-24T16:00", "--budget", "180bm")
        let document = try run.json()
        #expect(document["start"] as? String == "2026-09-24T16:00:00+08:00")
        #expect(document["budget"] as? String == "180bm")
        #expect(document["provisional"] as? Bool == false)
        let steps = try #require(document["steps"] as? [[String: Any]])
        let told = steps.map { step in
            "\(step["date"] ?? "") \(step["open"] ?? "") \(step["counted_minutes"] ?? "") \(step["note"] ?? "")"
        }
        #expect(
            told == [
                "2026-09-24 [\"09:00-18:00\"] 120 <null>", "2026-09-25 [] 0 holiday 中秋節",
                "2026-09-26 [] 0 closed", "2026-09-27 [] 0 closed",
                "2026-09-28 [] 0 holiday 孔子誕辰紀念日/教師節", "2026-09-29 [\"09:00-18:00\"] 60 <null>",
            ])
    }

    @Test func `the text can be read to a customer in their language`() throws {
        let workplace = try Workplace()
        let run = try workplace.run(
            "calendar", "due", "--lang", "zh-Hans", "--calendar", "cn-office", "--start", "2026-02-13T17:00",
            "--budget", "180bm")
        #expect(
            run.output == """
                到期 2026-02-14 周六 11:00 +08:00
                自 2026-02-13 周五 17:00 +08:00 起算 180 营业分钟；日历 cn-office 2025-11-04, Asia/Shanghai
                  2026-02-13 周五  09:00-12:00 13:30-18:00  60 分
                  2026-02-14 周六  09:00-12:00 13:30-18:00  120 分  上班 春节调休上班

                """)
    }

    @Test func `open time between two moments is told in minutes and seconds`() throws {
        let workplace = try Workplace()
        let run = try workplace.run(
            "calendar", "elapsed", "--json", "--calendar", "tw-office", "--from", "2026-03-02T09:00", "--to",
            "2026-03-03T18:00")
        #expect(run.output == "{\"minutes\":1080,\"seconds\":64800}\n")
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var status: Int32
        var says: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Fault(arguments: ["--budget", "0bm"], status: 64, says: "--budget is '0bm': must be more than zero"),
        Fault(arguments: ["--budget", "5xx"], status: 64, says: "the unit must be one of m, h, bm, bh, wd, cd"),
        Fault(arguments: ["--start", "tomorrow"], status: 64, says: "--start is 'tomorrow'; write a time such as"),
        Fault(arguments: ["--start", "2026-02-30T10:00"], status: 64, says: "write a time such as"),
        Fault(arguments: ["--roll", "up"], status: 64, says: "'none', 'next_working_day' or 'previous_working_day'"),
        Fault(arguments: ["--pause", "2026-01-02T00:00"], status: 64, says: "write start/end"),
        Fault(
            arguments: ["--pause", "2026-01-02T00:00/2026-01-01T00:00"], status: 64, says: "swap the two times"),
        Fault(arguments: ["--calendar", "nowhere.toml"], status: 66, says: "nowhere.toml: no such file"),
        Fault(arguments: ["--calendar", "us-office"], status: 66, says: "there are always, cn-office, tw-office"),
    ])
    func `what cannot be worked out is refused with what to write instead`(_ fault: Fault) throws {
        var arguments = ["--calendar": "cn-office", "--start": "2026-03-02T10:00", "--budget": "1h"]
        arguments[fault.arguments[0]] = fault.arguments[1]
        let workplace = try Workplace()
        let run = try ProgramRun(
            ["calendar", "due", "--lang", "en"] + arguments.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] },
            home: workplace.folder)
        #expect(run.status == fault.status)
        #expect(run.output == "")
        #expect(run.errors.contains(fault.says), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    static let office = """
        name = "office"
        version = "1"
        time_zone = "Asia/Taipei"
        covers = ["2026-01-01", "2026-12-31"]
        [weekly]
        monday = ["09:00-18:00"]
        [days_off]
        "2026-02-16" = "除夕"   # kept

        """

    @Test(arguments: [
        ("Asia/Taipei", "Asia/Taipe", "3: unknown time zone 'Asia/Taipe'; did you mean 'Asia/Taipei'?"),
        ("\"09:00-18:00\"", "\"09:00-24:01\"", "6: '09:00-24:01' (monday) goes beyond 24:00"),
        ("\"09:00-18:00\"", "\"18:00-09:00\"", "6: '18:00-09:00' (monday) does not end after it starts"),
        ("\"09:00-18:00\"", "\"09:00-18:00\", \"17:00-19:00\"", "6: monday: '17:00-19:00' begins before"),
        ("monday = [\"09:00-18:00\"]", "", "5: no weekday has open hours"),
        ("monday", "munday", "6: unknown key 'munday' in [weekly]; did you mean 'monday'?"),
        ("2026-02-16", "2026-02-30", "8: 'days_off' is '2026-02-30'; write a date"),
        ("\"2026-02-16\"", "\"2027-02-16\"", "8: 2027-02-16 lies outside 'covers'"),
    ])
    func `a calendar with a fault is refused with its line`(_ old: String, _ new: String, _ says: String) throws {
        let workplace = try Workplace()
        let file = try workplace.write(Self.office.replacing(old, with: new, maxReplacements: 1), to: "c.toml")
        let run = try workplace.run("calendar", "check", file, "--lang", "en")
        #expect(run.status == 78)
        #expect(run.errors.hasPrefix("tierline: \(file):\(says)"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test func `a year's days are put into the file, and comments stay`() throws {
        let workplace = try Workplace()
        let file = try workplace.write(Self.office, to: "c.toml")
        let list = try workplace.write(
            "date,kind,name\n2027-01-01,holiday,元旦\n2027-01-03,makeup_workday,补班\n", to: "d.csv")
        let run = try workplace.run("calendar", "import-days", list, "--into", file, "--json")
        #expect(run.status == 0)
        #expect(
            run.output
                == "{\"file\":\"\(file)\",\"added\":2,\"replaced\":0,\"covers\":[\"2026-01-01\",\"2027-12-31\"]}\n")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("# kept\n\"2027-01-01\" = \"元旦\"\n"))
        #expect(text.contains("\"2027-01-03\" = { hours = [\"09:00-18:00\"], name = \"补班\" }"))
        let due = try workplace.run(
            "calendar", "due", "--json", "--calendar", file, "--start", "2027-01-02T10:00", "--budget", "60bm")
        #expect(try due.json()["due"] as? String == "2027-01-03T10:00:00+08:00")
    }

    @Test func `a list with a bad date changes nothing`() throws {
        let workplace = try Workplace()
        let file = try workplace.write(Self.office, to: "c.toml")
        let list = try workplace.write("date,kind,name\n2027-01-32,holiday,元旦\n", to: "d.csv")
        let run = try workplace.run("calendar", "import-days", list, "--into", file, "--lang", "en")
        #expect(run.status == 65)
        #expect(run.errors == "tierline: \(list):2: 'date' is '2027-01-32'; write a date such as 2027-01-01\n")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.office)
    }
}
