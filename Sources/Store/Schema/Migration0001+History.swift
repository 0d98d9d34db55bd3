/// The second half of the first schema: what happened, what it is worth, and the trail.
extension Migration {
    static let firstHistory = """
        CREATE TABLE purchases (
            customer INTEGER NOT NULL REFERENCES customers (id),
            at INTEGER NOT NULL,
            id INTEGER NOT NULL,
            invoice TEXT,
            product TEXT,
            product_class TEXT,
            quantity INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            currency TEXT NOT NULL,
            is_return INTEGER NOT NULL,
            margin_basis_points INTEGER,
            source INTEGER NOT NULL REFERENCES sources (id),
            reference TEXT NOT NULL,
            PRIMARY KEY (customer, at, id)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX purchases_by_reference ON purchases (source, reference);

        -- Lines that name no customer: many people, not one.
        CREATE TABLE unattributed_purchases (
            source INTEGER NOT NULL REFERENCES sources (id),
            reference TEXT NOT NULL,
            at INTEGER NOT NULL,
            invoice TEXT,
            product TEXT,
            product_class TEXT,
            quantity INTEGER NOT NULL,
            amount INTEGER NOT NULL,
            currency TEXT NOT NULL,
            is_return INTEGER NOT NULL,
            margin_basis_points INTEGER,
            PRIMARY KEY (source, reference)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE interactions (
            customer INTEGER NOT NULL REFERENCES customers (id),
            at INTEGER NOT NULL,
            id INTEGER NOT NULL,
            kind TEXT NOT NULL,
            is_inbound INTEGER NOT NULL,
            text TEXT NOT NULL,
            wrap_up TEXT,
            made_by TEXT,
            case_number INTEGER,
            source INTEGER REFERENCES sources (id),
            reference TEXT,
            PRIMARY KEY (customer, at, id)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX interactions_by_reference ON interactions (source, reference) WHERE reference IS NOT NULL;

        CREATE TABLE holdings (
            customer INTEGER NOT NULL REFERENCES customers (id),
            id INTEGER NOT NULL,
            product TEXT NOT NULL,
            number TEXT,
            since INTEGER,
            until INTEGER,
            source INTEGER REFERENCES sources (id),
            reference TEXT,
            PRIMARY KEY (customer, id)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX holdings_by_reference ON holdings (source, reference) WHERE reference IS NOT NULL;

        CREATE TABLE follow_ups (
            id INTEGER NOT NULL PRIMARY KEY,
            customer INTEGER NOT NULL REFERENCES customers (id),
            due INTEGER NOT NULL,
            text TEXT NOT NULL,
            owner TEXT NOT NULL,
            case_number INTEGER,
            made_at INTEGER NOT NULL,
            done_at INTEGER
        ) STRICT;
        CREATE INDEX follow_ups_of_customer ON follow_ups (customer) WHERE done_at IS NULL;
        CREATE INDEX follow_ups_due ON follow_ups (due) WHERE done_at IS NULL;

        """

    static let firstValue = """
        CREATE TABLE value_summaries (
            customer INTEGER NOT NULL PRIMARY KEY REFERENCES customers (id),
            currency TEXT,
            contribution INTEGER,
            is_estimated INTEGER NOT NULL CHECK (is_estimated IN (0, 1)),
            orders INTEGER NOT NULL,
            purchase_days INTEGER NOT NULL,
            last_purchase INTEGER,
            abc TEXT,
            held_back TEXT,
            rank INTEGER,
            tier TEXT NOT NULL CHECK (tier IN ('green', 'yellow', 'red', 'unrated')),
            rule TEXT NOT NULL,
            since INTEGER NOT NULL
        ) STRICT;

        -- What divides the classes of each currency since the last ranking.
        CREATE TABLE value_cuts (
            currency TEXT NOT NULL PRIMARY KEY,
            cut_a INTEGER,
            cut_b INTEGER,
            customers_a INTEGER NOT NULL,
            customers_b INTEGER NOT NULL,
            customers_c INTEGER NOT NULL,
            customers_loss INTEGER NOT NULL,
            ranked_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE tier_overrides (
            customer INTEGER NOT NULL PRIMARY KEY REFERENCES customers (id),
            tier TEXT NOT NULL CHECK (tier IN ('green', 'yellow', 'red', 'unrated')),
            reason TEXT NOT NULL CHECK (reason <> ''),
            until INTEGER NOT NULL,
            made_by TEXT NOT NULL,
            made_at INTEGER NOT NULL
        ) STRICT;

        """

    static let firstComplaints = """
        -- One row a case, folded from its events; `number` is year x 10^9 + sequence.
        CREATE TABLE complaints (
            number INTEGER NOT NULL PRIMARY KEY,
            customer INTEGER REFERENCES customers (id),
            state TEXT NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
            severity TEXT NOT NULL,
            category TEXT,
            product TEXT,
            summary TEXT NOT NULL,
            channel TEXT NOT NULL,
            level INTEGER NOT NULL,
            owner TEXT NOT NULL,
            handler TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version > 0),
            policy TEXT NOT NULL,
            received_at INTEGER NOT NULL,
            -- The earliest due time of a running clock; nil when none runs.
            next_due INTEGER
        ) STRICT;
        CREATE INDEX complaints_of_customer ON complaints (customer);
        CREATE INDEX complaints_open ON complaints (next_due) WHERE is_open = 1;
        CREATE INDEX complaints_of_owner ON complaints (owner, next_due) WHERE is_open = 1;

        CREATE TABLE complaint_events (
            complaint INTEGER NOT NULL REFERENCES complaints (number),
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            event_id TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL,
            occurred_at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            role TEXT NOT NULL,
            -- Canonical text: sorted keys, one tagged value each.
            fields TEXT NOT NULL,
            -- The line of the trail that vouches for it.
            trail INTEGER NOT NULL,
            PRIMARY KEY (complaint, sequence)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE complaint_clocks (
            complaint INTEGER NOT NULL REFERENCES complaints (number),
            name TEXT NOT NULL,
            generation INTEGER NOT NULL,
            -- The task or escalation it belongs to; 0 for the case itself.
            subject INTEGER NOT NULL,
            start INTEGER NOT NULL,
            budget TEXT NOT NULL,
            due INTEGER,
            state TEXT NOT NULL,
            is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0, 1)),
            met_at INTEGER,
            -- 0 for a generation that a change has replaced: its due time stays in the history.
            is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
            PRIMARY KEY (complaint, name, generation, subject)
        ) STRICT, WITHOUT ROWID;

        -- Everything that changed or must be told because of an event, in the event's own transaction.
        CREATE TABLE complaint_effects (
            id INTEGER NOT NULL PRIMARY KEY,
            complaint INTEGER NOT NULL REFERENCES complaints (number),
            sequence INTEGER NOT NULL,
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            clock TEXT,
            generation INTEGER,
            stage TEXT,
            target TEXT,
            due INTEGER,
            late_minutes INTEGER,
            before TEXT,
            after TEXT
        ) STRICT;
        CREATE INDEX effects_of_complaint ON complaint_effects (complaint, sequence);
        -- When something must next happen to a case by itself; the engine asks the case what.
        CREATE TABLE complaint_timers (
            complaint INTEGER NOT NULL PRIMARY KEY REFERENCES complaints (number),
            due INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX timers_due ON complaint_timers (due, complaint);

        """

    static let firstTrail = """
        -- The audit trail: each line's hash is keyed and covers the line before.
        CREATE TABLE audit_trail (
            number INTEGER NOT NULL PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            act TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE INDEX audit_by_subject ON audit_trail (subject);

        """

    static let firstImports = """
        CREATE TABLE import_runs (
            id INTEGER NOT NULL PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES sources (id),
            file TEXT NOT NULL,
            file_hash TEXT,
            started_at INTEGER NOT NULL,
            finished_at INTEGER,
            through_line INTEGER NOT NULL,
            inserted INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            unchanged INTEGER NOT NULL,
            rejected INTEGER NOT NULL,
            made_by TEXT NOT NULL
        ) STRICT;
        """
}
