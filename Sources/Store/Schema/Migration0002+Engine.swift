extension Migration {
    /// What the engine needs: its epoch and clock, timers that say what they are, unique effects, and the outbox.
    static let engine = Migration(number: 2, sql: engineState + engineTimers + engineEffects + outbox)

    private static let engineState = """
        -- One row: whose effects count, and the clock as the engine last saw and believed it.
        CREATE TABLE engine_state (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            -- Raised by whoever takes the role; effects of an earlier epoch are refused.
            epoch INTEGER NOT NULL CHECK (epoch >= 0),
            holder TEXT,
            taken_at INTEGER,
            last_tick INTEGER,
            -- Microseconds since that start of the machine, sleep included.
            last_since_boot INTEGER,
            boot TEXT,
            -- Why nothing fires; nil when it may.
            hold TEXT CHECK (hold IN ('clock_backward', 'clock_jumped')),
            held_at INTEGER,
            held_since_boot INTEGER,
            held_boot TEXT
        ) STRICT;
        INSERT INTO engine_state (id, epoch) VALUES (1, 0);

        -- How far a walk over the open cases has come.
        CREATE TABLE case_sweeps (
            name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
            -- The last case looked at.
            through INTEGER NOT NULL,
            seen INTEGER NOT NULL CHECK (seen >= 0),
            changed INTEGER NOT NULL CHECK (changed >= 0),
            started_at INTEGER NOT NULL,
            finished_at INTEGER
        ) STRICT, WITHOUT ROWID;

        """

    private static let engineTimers = """
        DROP TABLE complaint_timers;
        -- What must next happen to a case by itself, and when it may fire; kept with the case, void when it is gone.
        CREATE TABLE complaint_timers (
            complaint INTEGER NOT NULL PRIMARY KEY REFERENCES complaints (number),
            fire_at INTEGER NOT NULL,
            -- When it counts from; nil: not known yet, the engine must look.
            due INTEGER,
            clock TEXT,
            generation INTEGER,
            stage TEXT
        ) STRICT;
        CREATE INDEX timers_due ON complaint_timers (fire_at, complaint);
        INSERT INTO complaint_timers (complaint, fire_at) SELECT number, 0 FROM complaints;

        """

    private static let engineEffects = """
        -- What a notice is about, and when its target may be told at the earliest.
        ALTER TABLE complaint_effects ADD COLUMN topic TEXT;
        ALTER TABLE complaint_effects ADD COLUMN deliver_from INTEGER;
        -- The effect key: each stage of each generation of a clock is told to each target once.
        CREATE UNIQUE INDEX effect_keys ON complaint_effects
            (complaint, clock, generation, stage, (COALESCE(target, ''))) WHERE stage IS NOT NULL;

        """

    private static let outbox = """
        -- What people must be told: written with the effect, delivered at least once, dropped by its key when repeated.
        CREATE TABLE notices (
            id INTEGER NOT NULL PRIMARY KEY,
            key TEXT NOT NULL UNIQUE CHECK (key <> ''),
            target TEXT NOT NULL,
            -- The effect's kind, or `summary`.
            kind TEXT NOT NULL,
            -- The case, of a summary the first.
            complaint INTEGER NOT NULL REFERENCES complaints (number),
            clock TEXT,
            stage TEXT,
            due INTEGER,
            topic TEXT,
            -- Effects it stands for.
            count INTEGER NOT NULL CHECK (count > 0),
            made_at INTEGER NOT NULL,
            -- Not before.
            deliver_from INTEGER NOT NULL,
            -- 1 for a summary that still grows: not to be delivered yet.
            is_gathering INTEGER NOT NULL CHECK (is_gathering IN (0, 1)),
            attempts INTEGER NOT NULL CHECK (attempts >= 0),
            -- Somebody tries to deliver it until then.
            claimed_until INTEGER,
            delivered_at INTEGER
        ) STRICT;
        CREATE INDEX notices_of_target ON notices (target, id) WHERE delivered_at IS NULL;
        CREATE INDEX notices_waiting ON notices (deliver_from, id) WHERE delivered_at IS NULL;
        CREATE UNIQUE INDEX summaries_gathering ON notices (target) WHERE is_gathering = 1;

        -- The effects a summary stands for.
        CREATE TABLE summary_effects (
            notice INTEGER NOT NULL REFERENCES notices (id),
            effect INTEGER NOT NULL,
            PRIMARY KEY (notice, effect)
        ) STRICT, WITHOUT ROWID;
        """
}
