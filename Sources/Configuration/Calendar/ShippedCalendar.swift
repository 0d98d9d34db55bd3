package import WorkingTime

/// The calendars that come with the program, inside the binary.
package enum ShippedCalendar: String, CaseIterable, Sendable {
    /// Mainland China's office days, 09:00-12:00 and 13:30-18:00.
    case chinaOffice = "cn-office"
    /// Taiwan's office days, 09:00-18:00.
    case taiwanOffice = "tw-office"
    /// Open at every instant.
    case always

    /// The calendar's file as it can be copied and changed.
    package var text: [UInt8] {
        switch self {
        case .chinaOffice: PackageResources.cn_office_toml
        case .taiwanOffice: PackageResources.tw_office_toml
        case .always: PackageResources.always_toml
        }
    }

    /// Reads it; fails only when the system has no zone data.
    package func calendar(zones: ZoneDirectory = .system) throws(ConfigurationError) -> WorkingCalendar {
        try CalendarFile.calendar(text, file: "\(rawValue).toml", zones: zones)
    }
}
