extension Migration {
    /// What else is known of a person, merged customers, pairs that are not the same person, erasures.
    static let identity = Migration(number: 5, sql: particulars + mergers + erasures)

    private static let particulars = """
        ALTER TABLE customers ADD COLUMN birth_date TEXT;
        ALTER TABLE customers ADD COLUMN id_number TEXT;
        -- The number as it is compared: letters and digits only, upper case.
        ALTER TABLE customers ADD COLUMN id_number_key TEXT;
        ALTER TABLE customers ADD COLUMN house_number TEXT;
        ALTER TABLE customers ADD COLUMN address_extra TEXT;
        ALTER TABLE customers ADD COLUMN locality TEXT;
        ALTER TABLE customers ADD COLUMN postcode TEXT;
        ALTER TABLE customers ADD COLUMN province TEXT;
        ALTER TABLE customers ADD COLUMN taboos TEXT;
        ALTER TABLE customers ADD COLUMN contact_preference TEXT;
        -- The customer this one was merged into; its own row stays for the day the merge is undone.
        ALTER TABLE customers ADD COLUMN merged_into INTEGER REFERENCES customers (id);
        ALTER TABLE customers ADD COLUMN erased_at INTEGER;
        CREATE INDEX customers_by_id_number ON customers (id_number_key) WHERE id_number_key IS NOT NULL;
        CREATE INDEX customers_merged ON customers (merged_into) WHERE merged_into IS NOT NULL;

        CREATE TABLE customer_consents (
            customer INTEGER NOT NULL REFERENCES customers (id),
            purpose TEXT NOT NULL CHECK (purpose IN ('marketing', 'recording', 'sharing', 'research')),
            is_given INTEGER NOT NULL CHECK (is_given IN (0, 1)),
            noted_at INTEGER NOT NULL,
            noted_by TEXT NOT NULL,
            PRIMARY KEY (customer, purpose)
        ) STRICT, WITHOUT ROWID;

        """

    private static let mergers = """
        CREATE TABLE customer_merges (
            id INTEGER NOT NULL PRIMARY KEY,
            survivor INTEGER NOT NULL REFERENCES customers (id),
            absorbed INTEGER NOT NULL REFERENCES customers (id),
            -- Versions of the survivor before and right after: a later one was edited since.
            version_before INTEGER NOT NULL,
            version_after INTEGER NOT NULL,
            made_at INTEGER NOT NULL,
            made_by TEXT NOT NULL,
            undone_at INTEGER,
            undone_by TEXT,
            CHECK (survivor <> absorbed)
        ) STRICT;
        CREATE INDEX merges_by_absorbed ON customer_merges (absorbed);
        CREATE INDEX merges_by_survivor ON customer_merges (survivor);

        -- What one merge changed, row by row: enough to put it back exactly.
        CREATE TABLE merge_changes (
            merge INTEGER NOT NULL REFERENCES customer_merges (id),
            sequence INTEGER NOT NULL,
            kind TEXT NOT NULL,
            -- Whose row it was.
            customer INTEGER NOT NULL,
            a INTEGER,
            b INTEGER,
            text TEXT,
            PRIMARY KEY (merge, sequence)
        ) STRICT, WITHOUT ROWID;

        -- Pairs somebody looked at and called different; the smaller number first.
        CREATE TABLE different_customers (
            a INTEGER NOT NULL REFERENCES customers (id),
            b INTEGER NOT NULL REFERENCES customers (id),
            noted_at INTEGER NOT NULL,
            noted_by TEXT NOT NULL,
            PRIMARY KEY (a, b),
            CHECK (a < b)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX different_by_second ON different_customers (b);

        -- Pairs that wait for somebody to look at them; the smaller number first.
        CREATE TABLE duplicate_proposals (
            a INTEGER NOT NULL REFERENCES customers (id),
            b INTEGER NOT NULL REFERENCES customers (id),
            -- Thousandths of a bit.
            weight INTEGER NOT NULL,
            found_at INTEGER NOT NULL,
            PRIMARY KEY (a, b),
            CHECK (a < b)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX proposals_by_weight ON duplicate_proposals (weight);
        CREATE INDEX proposals_by_second ON duplicate_proposals (b);

        """

    private static let erasures = """
        -- Who was erased, when, by whom and why; nothing of the person.
        CREATE TABLE erasures (
            customer INTEGER NOT NULL PRIMARY KEY REFERENCES customers (id),
            at INTEGER NOT NULL,
            by_login TEXT NOT NULL,
            reason TEXT NOT NULL CHECK (reason <> ''),
            rows_anonymised INTEGER NOT NULL
        ) STRICT;
        """
}
