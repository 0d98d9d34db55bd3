extension Migration {
    /// Published policies and calendars, and those that wait for a second person.
    static let policies = Migration(
        number: 3,
        sql: """
            """)
}
