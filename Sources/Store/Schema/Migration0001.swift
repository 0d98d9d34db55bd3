extension Migration {
    /// The first schema. History tables lie in the order of (customer, at, id), so that a customer's page is one read.
    static let first = Migration(
        number: 1,
        sql: centre + people + searchKeys + firstHistory + firstValue + firstComplaints + firstTrail + firstImports)

    private static let centre = """
        CREATE TABLE settings (
            name TEXT NOT NULL PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- The next number of each kind of record.
        CREATE TABLE counters (
            name TEXT NOT NULL PRIMARY KEY,
            next INTEGER NOT NULL CHECK (next > 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE agents (
            login TEXT NOT NULL PRIMARY KEY CHECK (login <> ''),
            name TEXT,
            team TEXT REFERENCES teams (name),
            reports_to TEXT REFERENCES agents (login),
            os_user TEXT,
            is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX agents_by_os_user ON agents (os_user) WHERE os_user IS NOT NULL;

        CREATE TABLE agent_roles (
            login TEXT NOT NULL REFERENCES agents (login),
            role TEXT NOT NULL,
            PRIMARY KEY (login, role)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE teams (
            name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
            lead TEXT NOT NULL REFERENCES agents (login)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sources (
            id INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;

        """

    private static let people = """
        CREATE TABLE customers (
            id INTEGER NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
            name TEXT,
            -- The form the name's tokens were made of: they can only be taken out exactly as they went in.
            folded_name TEXT,
            region TEXT,
            sex TEXT,
            birth_year INTEGER,
            address TEXT,
            credit_grade TEXT CHECK (credit_grade IN ('A', 'B', 'C', 'D')),
            hint TEXT,
            preferences TEXT,
            vulnerable_need TEXT,
            source INTEGER REFERENCES sources (id),
            reference TEXT,
            responsible TEXT,
            version INTEGER NOT NULL CHECK (version > 0),
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            updated_by TEXT NOT NULL
        ) STRICT;

        CREATE TABLE customer_references (
            source INTEGER NOT NULL REFERENCES sources (id),
            reference TEXT NOT NULL,
            customer INTEGER NOT NULL REFERENCES customers (id),
            -- Hash of the imported row: the same row again changes nothing, not even what was edited since.
            fingerprint INTEGER NOT NULL,
            PRIMARY KEY (source, reference)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE phones (
            customer INTEGER NOT NULL REFERENCES customers (id),
            position INTEGER NOT NULL CHECK (position >= 0),
            raw TEXT NOT NULL,
            e164 TEXT,
            extension TEXT,
            is_valid INTEGER NOT NULL CHECK (is_valid IN (0, 1)),
            is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
            PRIMARY KEY (customer, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE plates (
            customer INTEGER NOT NULL REFERENCES customers (id),
            position INTEGER NOT NULL CHECK (position >= 0),
            raw TEXT NOT NULL,
            key TEXT NOT NULL,
            display TEXT NOT NULL,
            region TEXT,
            is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
            model TEXT,
            source INTEGER REFERENCES sources (id),
            reference TEXT,
            PRIMARY KEY (customer, position)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX plates_by_reference ON plates (source, reference) WHERE reference IS NOT NULL;

        -- When a customer was first and last in contact, apart from the wide row so that ranking reads little.
        CREATE TABLE customer_activity (
            customer INTEGER NOT NULL PRIMARY KEY REFERENCES customers (id),
            first_contact INTEGER NOT NULL,
            last_contact INTEGER NOT NULL,
            -- Last contact that an agent noted at a desk; nil for customers known from imports alone.
            last_at_desk INTEGER,
            open_complaints INTEGER NOT NULL DEFAULT 0 CHECK (open_complaints >= 0)
        ) STRICT;
        CREATE INDEX activity_at_desk ON customer_activity (last_at_desk) WHERE last_at_desk IS NOT NULL;

        """

    private static let searchKeys = """
        CREATE TABLE phone_keys (
            digits TEXT NOT NULL,
            customer INTEGER NOT NULL,
            PRIMARY KEY (digits, customer)
        ) STRICT, WITHOUT ROWID;

        -- The last eight digits, reversed: numbers with the same final digits lie together.
        CREATE TABLE phone_tails (
            tail INTEGER NOT NULL,
            customer INTEGER NOT NULL,
            PRIMARY KEY (tail, customer)
        ) STRICT, WITHOUT ROWID;

        -- O is kept as 0 and I as 1: what was meant is compared with the plate itself.
        CREATE TABLE plate_keys (
            key TEXT NOT NULL,
            customer INTEGER NOT NULL,
            PRIMARY KEY (key, customer)
        ) STRICT, WITHOUT ROWID;

        -- Folded whole names.
        CREATE TABLE name_keys (
            key TEXT NOT NULL,
            customer INTEGER NOT NULL,
            PRIMARY KEY (key, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE pinyin_keys (
            key TEXT NOT NULL,
            customer INTEGER NOT NULL,
            PRIMARY KEY (key, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE initials_keys (
            key TEXT NOT NULL,
            customer INTEGER NOT NULL,
            PRIMARY KEY (key, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE latin_keys (
            key TEXT NOT NULL,
            customer INTEGER NOT NULL,
            PRIMARY KEY (key, customer)
        ) STRICT, WITHOUT ROWID;

        CREATE VIRTUAL TABLE name_tokens USING fts5 (
            tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii');
        CREATE VIRTUAL TABLE plate_tokens USING fts5 (
            tokens, content = '', columnsize = 0, detail = none, tokenize = 'ascii');

        """
}
