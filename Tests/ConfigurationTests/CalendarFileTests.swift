import Testing
import WorkingTime

@testable import Configuration

@Suite struct CalendarFileTests {
    static let good = """
        name = "test"
        version = "1"
        time_zone = "Asia/Taipei"
        covers = ["2026-01-01", "2026-12-31"]
        [weekly]
        monday = ["09:00-12:00", "13:30-18:00"]
        friday = ["09:00-24:00"]
        sunday = []
        [days_off]
        "2026-10-01" = "国庆节"
        [days_on]
        "2026-10-10" = { hours = ["10:00-11:00"], name = "short" }
        """

    static func calendar(_ text: String) throws(ConfigurationError) -> WorkingCalendar {
        try CalendarFile.calendar(Array(text.utf8), file: "c.toml")
    }

    @Test func `a calendar file gives its calendar`() throws {
        let calendar = try Self.calendar(Self.good)
        func date(_ text: String) throws -> LocalDate { try #require(LocalDate(text)) }
        #expect(calendar.name == "test")
        #expect(calendar.version == "1")
        #expect(calendar.zone.name == "Asia/Taipei")
        #expect(try calendar.covers == date("2026-01-01")...date("2026-12-31"))
        #expect(
            calendar.weekly.map { $0.map(\.description) } == [
                ["09:00-12:00", "13:30-18:00"], [], [], [], ["09:00-24:00"], [], [],
            ])
        #expect(try calendar.daysOff == [date("2026-10-01"): "国庆节"])
        #expect(try calendar.kind(of: date("2026-10-10")) == .on("short"))
        #expect(try calendar.hours(of: date("2026-10-10")).map(\.description) == ["10:00-11:00"])
    }

    @Test func `dates may be written without quotes`() throws {
        let text = Self.good.replacing("[\"2026-01-01\", \"2026-12-31\"]", with: "[2026-01-01, 2026-12-31]")
            .replacing("\"2026-10-01\" =", with: "2026-10-01 =")
        #expect(try Self.calendar(text) == Self.calendar(Self.good))
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var old: String
        var new: String
        var message: String
        var testDescription: String { new }

        init(_ old: String, _ new: String, _ message: String) {
            self.old = old
            self.new = new
            self.message = message
        }
    }

    @Test(arguments: [
        Fault("name = \"test\"\n", "", "c.toml:1: 'name' is missing"),
        Fault("version = \"1\"", "version = 1", "c.toml:2: 'version' is a whole number, but must be a text in quotes"),
        Fault("Asia/Taipei", "Asia/Taipe", "c.toml:3: unknown time zone 'Asia/Taipe'; did you mean 'Asia/Taipei'?"),
        Fault("time_zone", "timezone", "c.toml:1: 'time_zone' is missing"),
        Fault(
            "[weekly]", "colour = 1\n[weekly]", "c.toml:5: unknown key 'colour'; remove it"),
        Fault("monday", "mondey", "c.toml:6: unknown key 'mondey' in [weekly]; did you mean 'monday'?"),
        Fault(
            "09:00-12:00", "09:00-24:01",
            "c.toml:6: '09:00-24:01' (monday) goes beyond 24:00; a day ends at 24:00"),
        Fault(
            "09:00-12:00", "12:00-09:00",
            "c.toml:6: '12:00-09:00' (monday) does not end after it starts; split what crosses midnight over two days"),
        Fault(
            "09:00-12:00", "9-12", "c.toml:6: '9-12' (monday) is no open interval; write one like \"09:00-12:00\""),
        Fault(
            "13:30-18:00", "11:30-18:00",
            "c.toml:6: monday: '11:30-18:00' begins before '09:00-12:00' has ended; put intervals in order, without overlap"
        ),
        Fault(
            "10:00-11:00\"]", "10:00-11:00\", \"10:30-12:00\"]",
            "c.toml:12: 2026-10-10: '10:30-12:00' begins before '10:00-11:00' has ended; put intervals in order, without overlap"
        ),
        Fault(
            "\"10:00-11:00\"", "", "c.toml:12: days_on 2026-10-10 has no hours; a day without hours belongs in days_off"
        ),
        Fault(
            "name = \"short\"", "nmae = \"short\"",
            "c.toml:12: unknown key 'nmae' in [days_on.2026-10-10]; did you mean 'name'?"),
        Fault("hours = [\"10:00-11:00\"], ", "", "c.toml:12: 'hours' is missing in [days_on.2026-10-10]"),
        Fault(
            "\"2026-10-01\" =", "\"2026-02-30\" =",
            "c.toml:10: 'days_off' is '2026-02-30'; write a date such as \"2026-10-01\""),
        Fault(
            "\"2026-10-01\" =", "\"2027-10-01\" =",
            "c.toml:10: 2027-10-01 lies outside 'covers'; widen 'covers' or remove the day"),
        Fault("\"国庆节\"", "true", "c.toml:10: '2026-10-01' is true or false, but must be a text in quotes"),
        Fault(
            "[\"2026-01-01\", \"2026-12-31\"]", "[\"2026-12-31\", \"2026-01-01\"]",
            "c.toml:4: 'covers' is '2026-12-31 to 2026-01-01'; write two dates, first and last, such as [\"2026-01-01\", \"2026-12-31\"]"
        ),
        Fault(
            "[\"2026-01-01\", \"2026-12-31\"]", "\"2026\"",
            "c.toml:4: 'covers' is 'a text in quotes'; write two dates, first and last, such as [\"2026-01-01\", \"2026-12-31\"]"
        ),
        Fault(
            "\"2026-12-31\"]", "\"2026-13-31\"]",
            "c.toml:4: 'covers' is '2026-13-31'; write a date such as \"2026-10-01\""),
        Fault(
            "[days_on]", "[days_off]",
            "c.toml:11: column 1: Error while parsing table header: cannot redefine existing table 'days_off'"),
    ])
    func `a fault is told with its line and what to write instead`(_ fault: Fault) {
        #expect {
            try Self.calendar(Self.good.replacing(fault.old, with: fault.new, maxReplacements: 1))
        } throws: { error in
            let message = (error as? ConfigurationError)?.message
            #expect(message == fault.message)
            return message == fault.message
        }
    }

    @Test func `a calendar that is never open is refused`() {
        let text = """
            name = "x"
            version = "1"
            time_zone = "UTC"
            covers = ["2026-01-01", "2026-12-31"]
            [weekly]
            monday = []
            """
        #expect {
            try Self.calendar(text)
        } throws: { error in
            (error as? ConfigurationError)?.message
                == "c.toml:5: no weekday has open hours; give at least one, such as monday = [\"09:00-18:00\"]"
        }
    }
}
