extension Migration {
    /// Units, rosters, passwords, and the heads of the trail noted elsewhere.
    static let staff = Migration(
        number: 4,
        sql: """
            """)
}
