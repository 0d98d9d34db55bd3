extension Migration {
    /// What the desk keeps between two days.
    static let desk = Migration(
        number: 7,
        sql: """
            """)
}
