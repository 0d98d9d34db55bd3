extension Migration {
    /// Who stands in for whom, field units, the roster, passwords, and whom the audit trail names beside the actor.
    static let staff = Migration(number: 4, sql: staffUnits + staffDuty + staffTrail)

    private static let staffUnits = """
        CREATE TABLE units (
            name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
            calendar TEXT NOT NULL,
            is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
        ) STRICT, WITHOUT ROWID;

        -- `position` 0 is the area the unit stands in; the others it serves from there.
        CREATE TABLE unit_areas (
            unit TEXT NOT NULL REFERENCES units (name),
            area TEXT NOT NULL CHECK (area <> ''),
            position INTEGER NOT NULL CHECK (position >= 0),
            distance_metres INTEGER CHECK (distance_metres >= 0),
            PRIMARY KEY (unit, area)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE unit_skills (
            unit TEXT NOT NULL REFERENCES units (name),
            skill TEXT NOT NULL CHECK (skill <> ''),
            PRIMARY KEY (unit, skill)
        ) STRICT, WITHOUT ROWID;

        -- Folded from the events like the case's own row: what a unit has on its hands.
        CREATE TABLE unit_tasks (
            complaint INTEGER NOT NULL REFERENCES complaints (number),
            number INTEGER NOT NULL CHECK (number > 0),
            unit TEXT NOT NULL,
            status TEXT NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
            PRIMARY KEY (complaint, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tasks_of_unit ON unit_tasks (unit) WHERE is_open = 1;

        """

    private static let staffDuty = """
        ALTER TABLE agents ADD COLUMN backup TEXT REFERENCES agents (login);
        ALTER TABLE agents ADD COLUMN unit TEXT REFERENCES units (name);

        -- Half-open times on duty; a role none of whose holders has an entry has all its active holders on duty.
        CREATE TABLE roster (
            id INTEGER NOT NULL PRIMARY KEY,
            login TEXT NOT NULL REFERENCES agents (login),
            begins INTEGER NOT NULL,
            ends INTEGER NOT NULL,
            CHECK (ends > begins)
        ) STRICT;
        CREATE INDEX roster_of_login ON roster (login, begins);

        -- Argon2id, with its salt and cost in the text.
        CREATE TABLE passwords (
            login TEXT NOT NULL PRIMARY KEY REFERENCES agents (login),
            hash TEXT NOT NULL,
            changed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE password_failures (
            id INTEGER NOT NULL PRIMARY KEY,
            login TEXT NOT NULL REFERENCES agents (login),
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX failures_of_login ON password_failures (login, at);

        """

    private static let staffTrail = """
        -- The operating system's user behind the actor; null in lines of before.
        ALTER TABLE audit_trail ADD COLUMN os_user TEXT;
        -- The day whose key the line is sealed with, and an unkeyed link that holds without any key.
        ALTER TABLE audit_trail ADD COLUMN key_day INTEGER;
        ALTER TABLE audit_trail ADD COLUMN link BLOB;
        CREATE INDEX audit_by_actor ON audit_trail (actor, at);
        """
}
