extension Migration {
    /// What imports and exports leave behind.
    static let exchange = Migration(
        number: 6,
        sql: """
            """)
}
