extension Migration {
    /// What imports and exports leave behind.
    static let exchange = Migration(
        number: 6,
        sql: """
            -- Which case a source means by a reference of its own.
            CREATE TABLE complaint_references (
                source INTEGER NOT NULL REFERENCES sources (id),
                reference TEXT NOT NULL CHECK (reference <> ''),
                complaint INTEGER NOT NULL REFERENCES complaints (number),
                -- Hash of the imported row: the same row again changes nothing.
                fingerprint INTEGER NOT NULL,
                PRIMARY KEY (source, reference)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX references_of_complaint ON complaint_references (complaint);

            -- What left the store, by whom and why; written before the first row leaves.
            CREATE TABLE exports (
                id INTEGER NOT NULL PRIMARY KEY,
                at INTEGER NOT NULL,
                made_by TEXT NOT NULL CHECK (made_by <> ''),
                kind TEXT NOT NULL CHECK (kind <> ''),
                format TEXT NOT NULL CHECK (format <> ''),
                -- The most it could be; what counts against the day until it is known what it was.
                rows_reserved INTEGER NOT NULL CHECK (rows_reserved >= 0),
                rows_written INTEGER CHECK (rows_written >= 0),
                reason TEXT NOT NULL,
                file_hash TEXT
            ) STRICT;
            CREATE INDEX exports_of_day ON exports (made_by, at);
            """)
}
