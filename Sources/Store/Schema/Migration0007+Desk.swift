extension Migration {
    /// What the supervisors' queue is read from, and what the desk keeps between two days.
    static let desk = Migration(
        number: 7,
        sql: """
            -- One small row an open case: what orders, filters and counts the queue. Folded from the case with each event.
            CREATE TABLE queue_cases (
                complaint INTEGER NOT NULL PRIMARY KEY REFERENCES complaints (number),
                -- Place in the list of states.
                state INTEGER NOT NULL CHECK (state >= 0),
                severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4),
                owner TEXT NOT NULL,
                handler TEXT NOT NULL,
                -- The earliest due time that runs; nil while none does.
                due INTEGER,
                -- Seconds left of the clock that stands still; nil when none does.
                paused_seconds INTEGER,
                is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0, 1)),
                -- Three quarters of the budget are used: the tier no longer counts.
                tier_until INTEGER,
                -- From here on law or safety puts it first; nil for never.
                risk_from INTEGER,
                is_vulnerable INTEGER NOT NULL CHECK (is_vulnerable IN (0, 1)),
                tier_rank INTEGER NOT NULL CHECK (tier_rank BETWEEN 0 AND 2),
                -- Number of the undecided escalation; 0 for none.
                escalation INTEGER NOT NULL CHECK (escalation >= 0),
                is_claimed INTEGER NOT NULL CHECK (is_claimed IN (0, 1)),
                -- Hand-overs, returns by units and reopens.
                bounces INTEGER NOT NULL CHECK (bounces >= 0),
                -- When a person last moved it.
                moved_at INTEGER NOT NULL,
                -- The trail's last line at its last change.
                change INTEGER NOT NULL
            ) STRICT;
            INSERT INTO queue_cases (complaint, state, severity, owner, handler, due, is_provisional, is_vulnerable,
                tier_rank, escalation, is_claimed, bounces, moved_at, change)
            SELECT number,
                CASE state WHEN 'RECEIVED' THEN 0 WHEN 'ACKNOWLEDGED' THEN 1 WHEN 'IN_PROGRESS' THEN 2
                    WHEN 'WAITING' THEN 3 WHEN 'REMEDY_OFFERED' THEN 4 WHEN 'DEFERRED' THEN 5 ELSE 6 END,
                CASE severity WHEN 'S1' THEN 1 WHEN 'S2' THEN 2 WHEN 'S3' THEN 3 ELSE 4 END,
                owner, handler, next_due, 0, 0, 2, 0, 0, 0, received_at, 0
            FROM complaints WHERE is_open = 1;

            -- Cases ended on a day since the epoch (UTC): the pace at which the queue is cleared.
            CREATE TABLE queue_days (
                day INTEGER NOT NULL PRIMARY KEY,
                ended INTEGER NOT NULL CHECK (ended >= 0)
            ) STRICT;

            -- Filters of the queue that somebody gave a name to.
            CREATE TABLE saved_views (
                login TEXT NOT NULL REFERENCES agents (login),
                name TEXT NOT NULL CHECK (name <> ''),
                filter TEXT NOT NULL,
                PRIMARY KEY (login, name)
            ) STRICT, WITHOUT ROWID;
            """)
}
