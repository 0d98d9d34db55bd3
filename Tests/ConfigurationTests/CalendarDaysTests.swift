import Testing
import WorkingTime

@testable import Configuration

@Suite struct CalendarDaysTests {
    static let base = """
        # our own comment
        name = "cn-office"
        version = "2025-11-04"
        time_zone = "Asia/Shanghai"
        covers = ["2025-01-01", "2025-12-31"]  # checked by hand
        [weekly]
        monday = ["09:00-12:00", "13:30-18:00"]
        tuesday = ["09:00-12:00", "13:30-18:00"]
        wednesday = ["09:00-12:00", "13:30-18:00"]
        thursday = ["09:00-12:00", "13:30-18:00"]
        friday = ["09:00-12:00", "13:30-18:00"]
        """

    static func merge(_ csv: String, into toml: String) throws(ConfigurationError) -> (CalendarDays.Merged, String) {
        let days = try CalendarDays(csv: Array(csv.utf8), file: "d.csv")
        let merged = try days.merged(into: Array(toml.utf8), file: "c.toml")
        return (merged, String(decoding: merged.text, as: UTF8.self))
    }

    @Test func `both published years put into an empty calendar give the shipped one`() throws {
        let first = try CalendarDays(csv: PackageResources.cn_2025_csv, file: "a").merged(
            into: Array(Self.base.utf8), file: "c")
        let second = try CalendarDays(csv: PackageResources.cn_2026_csv, file: "b").merged(into: first.text, file: "c")
        #expect(try CalendarFile.calendar(second.text, file: "c") == ShippedCalendar.chinaOffice.calendar())
        #expect(first.added == 33)
        #expect(first.covers == nil)
        #expect(second.covers.map { "\($0.lowerBound) \($0.upperBound)" } == "2025-01-01 2026-12-31")
        // Once more changes nothing.
        let again = try CalendarDays(csv: PackageResources.cn_2026_csv, file: "b").merged(into: second.text, file: "c")
        #expect(again.added == 0)
        #expect(try CalendarFile.calendar(again.text, file: "c") == ShippedCalendar.chinaOffice.calendar())
    }

    @Test func `days go to their sections, replace what was there, and comments stay`() throws {
        let toml =
            Self.base + """

                [days_off]
                "2025-05-01" = "old name"   # gone with its line
                "2025-10-01" = "国庆节"
                # the end
                [days_on]
                "2025-05-02" = { hours = ["10:00-11:00"], name = "short" }
                """
        let csv =
            "date,kind,name\r\n2025-05-01,holiday,\"劳动节, \"\"五一\"\"\"\r\n2025-05-02,holiday,劳动节\r\n\r\n2025-09-28,makeup_workday,\r\n"
        let (merged, text) = try Self.merge(csv, into: toml)
        #expect(
            text == Self.base + """

                [days_off]
                "2025-10-01" = "国庆节"
                "2025-05-01" = "劳动节, \\"五一\\""
                "2025-05-02" = "劳动节"
                # the end
                [days_on]
                "2025-09-28" = { hours = ["09:00-12:00", "13:30-18:00"], name = "" }

                """)
        #expect(merged.added == 1)
        #expect(merged.replaced == 2)
        #expect(merged.covers == nil)
    }

    @Test(arguments: [
        ("day,kind\n", "d.csv:1: the first row must be: date,kind,name"),
        ("date,kind,name\n", "d.csv: no days in it"), ("", "d.csv: the first row must be: date,kind,name"),
        ("date,kind,name\n2025-02-30,holiday,x", "d.csv:2: 'date' is '2025-02-30'; write a date such as 2027-01-01"),
        ("date,kind,name\n\n2025-01-01,holliday,x", "d.csv:3: 'kind' is 'holliday'; write holiday or makeup_workday"),
        ("date,kind,name\n2025-01-01", "d.csv:2: must have date,kind,name"),
        (
            "date,kind,name\n2025-01-01,holiday,x\n2025-01-01,holiday,y", "d.csv:3: 2025-01-01 stands here twice"
        ),
    ])
    func `a bad list is refused with its line`(_ csv: String, _ message: String) {
        #expect {
            try Self.merge(csv, into: Self.base)
        } throws: { error in
            let found = (error as? ConfigurationError)?.message
            if csv.isEmpty { return found == "d.csv: no days in it" }
            #expect(found == message)
            return found == message
        }
    }

    @Test func `a day that shares its line cannot be replaced`() {
        let toml = "days_off = { \"2025-05-01\" = \"x\" }\n" + Self.base
        #expect {
            try Self.merge("date,kind,name\n2025-05-01,holiday,y", into: toml)
        } throws: { error in
            (error as? ConfigurationError)?.message
                == "c.toml:1: '2025-05-01' is 'more on its line'; write it on a line of its own"
        }
    }
}
