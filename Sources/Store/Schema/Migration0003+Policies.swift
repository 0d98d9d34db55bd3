extension Migration {
    /// Published policies and calendars, and those that wait for a second person.
    static let policies = Migration(
        number: 3,
        sql: """
            -- The files themselves: what a case was decided by can be read again, byte for byte.
            CREATE TABLE policies (
                id TEXT NOT NULL CHECK (id <> ''),
                version TEXT NOT NULL CHECK (version <> ''),
                text TEXT NOT NULL,
                sha256 TEXT NOT NULL CHECK (LENGTH(sha256) = 64),
                effective_from INTEGER NOT NULL,
                proposed_by TEXT NOT NULL REFERENCES agents (login),
                proposed_at INTEGER NOT NULL,
                approved_by TEXT REFERENCES agents (login),
                approved_at INTEGER,
                PRIMARY KEY (id, version),
                CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
                CHECK (approved_by IS NULL OR approved_by <> proposed_by)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE calendars (
                name TEXT NOT NULL CHECK (name <> ''),
                version TEXT NOT NULL CHECK (version <> ''),
                text TEXT NOT NULL,
                sha256 TEXT NOT NULL CHECK (LENGTH(sha256) = 64),
                proposed_by TEXT NOT NULL REFERENCES agents (login),
                proposed_at INTEGER NOT NULL,
                approved_by TEXT REFERENCES agents (login),
                approved_at INTEGER,
                PRIMARY KEY (name, version),
                CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
                CHECK (approved_by IS NULL OR approved_by <> proposed_by)
            ) STRICT, WITHOUT ROWID;

            -- Two people's decision that open cases move to another policy.
            CREATE TABLE policy_migrations (
                policy TEXT NOT NULL,
                version TEXT NOT NULL,
                change TEXT NOT NULL CHECK (change <> ''),
                proposed_by TEXT NOT NULL REFERENCES agents (login),
                proposed_at INTEGER NOT NULL,
                approved_by TEXT REFERENCES agents (login),
                approved_at INTEGER,
                PRIMARY KEY (policy, version, change),
                CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
                CHECK (approved_by IS NULL OR approved_by <> proposed_by)
            ) STRICT, WITHOUT ROWID;

            -- Whom the built-in policy's duty list names: whoever made the store.
            INSERT INTO settings (name, value)
            SELECT 'duty_manager', login FROM agent_roles WHERE role = 'administrator' ORDER BY login LIMIT 1;

            """)
}
