import Configuration
import WorkingTime

/// The rules of a time zone by its name.
enum Zone {
    /// Rules from the system's zone files; UTC where the system has none of that name is never assumed.
    static func rules(_ name: String) throws(ConfigurationError) -> ZoneRules {
        try ZoneDirectory.system.rules(name, file: "the store's settings")
    }
}
