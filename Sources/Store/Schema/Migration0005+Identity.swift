extension Migration {
    /// Merged customers, pairs that are not the same person, erasures.
    static let identity = Migration(
        number: 5,
        sql: """
            """)
}
