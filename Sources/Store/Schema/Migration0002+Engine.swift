extension Migration {
    /// What the engine needs: its epoch, when effects must be told, and the outbox.
    static let engine = Migration(
        number: 2,
        sql: """
            """)
}
