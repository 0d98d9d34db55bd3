import Complaints
import Configuration
import Desk
import WorkingTime

/// A policy a command works on: a file's, or the built-in sample under the name `default`.
struct PolicySource {
    let policy: Policy
    let value: ValuePolicy
    let calendars: [String: WorkingCalendar]
    private(set) var warnings: [PolicyWarning]
    /// The file's own text; empty for the built-in sample.
    let text: String
    /// `file:line` of `effective_from`.
    let startPlace: String?

    /// The name of the built-in sample policy.
    static let builtin = "default"

    init(policy: Policy, value: ValuePolicy = ValuePolicy(), calendars: [String: WorkingCalendar]) {
        self.policy = policy
        self.value = value
        self.calendars = calendars
        warnings = []
        text = ""
        startPlace = nil
    }

    /// Checks the file against the calendars; faults are thrown as `PolicyFaulty`, all of them.
    init(_ file: PolicyFile, calendars: [String: WorkingCalendar], at: Instant) throws {
        let check = PolicyCheck(file, calendars: calendars, at: at)
        guard check.errors.isEmpty, let policy = file.policy else { throw PolicyFaulty(errors: check.errors) }
        self.policy = policy
        value = file.value
        self.calendars = calendars
        warnings = check.warnings
        text = file.text
        startPlace = file.startPlace
    }

    /// Warns of people on its duty lists who are not among those who work here.
    mutating func warnOfStrangers(_ active: Set<String>) {
        for (list, logins) in policy.duty.sorted(by: { $0.key < $1.key }) {
            for login in logins where !active.contains(login) {
                warnings.append(.unknownLogin(login, list: list))
            }
        }
    }

    /// The rules of this policy, with every calendar that can be found.
    func rules() throws -> Rules { try Rules(policy: policy, calendars: calendars) }
}

/// The faults of a policy, all of them.
struct PolicyFaulty: Error {
    var errors: [ConfigurationError]
}

extension Session {
    /// Reads and checks a policy's file against every calendar that can be found, or takes the built-in sample.
    func policy(_ name: String, calendarFiles: [String] = [], at: Instant = SystemClock.now) throws -> PolicySource {
        let calendars = try shelf(files: calendarFiles).byName()
        if name == PolicySource.builtin { return PolicySource(policy: .builtin, calendars: calendars) }
        return try PolicySource(try PolicyFile(path: name), calendars: calendars, at: at)
    }

    /// Tells all faults of a policy, a line each, and gives the status the command ends with.
    func report(_ faulty: PolicyFaulty, file: String) -> ExitStatus {
        if json {
            let first = faulty.errors.first?.message ?? ""
            Output.json([
                "error": [
                    "code": .string("E_CONFIGURATION"), "message": .string(SafeText.line(first)), "legal": nil,
                ],
                "file": .string(file),
                "errors": .list(faulty.errors) { error in
                    [
                        "file": .string(error.file), "line": .integer(Int64(error.line)),
                        "message": .string(error.message),
                    ]
                },
                "warnings": [],
            ])
        } else {
            for error in faulty.errors { Output.note("tierline: " + SafeText.line(error.message)) }
        }
        return .configuration
    }
}
