extension Migration {
    /// What a promised call needs beside its due time, and notes that were taken back.
    static let promises = Migration(
        number: 9,
        sql: """
            ALTER TABLE follow_ups ADD COLUMN phone TEXT;
            -- Anybody of this team may make the call; nil for the owner alone.
            ALTER TABLE follow_ups ADD COLUMN team TEXT REFERENCES teams (name);
            ALTER TABLE follow_ups ADD COLUMN made_by TEXT NOT NULL DEFAULT '';
            ALTER TABLE follow_ups ADD COLUMN tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0);
            ALTER TABLE follow_ups ADD COLUMN tried_at INTEGER;
            ALTER TABLE follow_ups ADD COLUMN outcome TEXT CHECK (outcome IN ('reached', 'given_up', 'withdrawn'));
            ALTER TABLE follow_ups ADD COLUMN done_by TEXT;
            CREATE INDEX follow_ups_of_owner ON follow_ups (owner, due) WHERE done_at IS NULL;
            CREATE INDEX follow_ups_of_team ON follow_ups (team, due) WHERE done_at IS NULL AND team IS NOT NULL;
            CREATE INDEX notices_of_topic ON notices (target, topic, made_at) WHERE topic IS NOT NULL;

            -- The note stays in the history: it says that it was taken back.
            ALTER TABLE interactions ADD COLUMN withdrawn_at INTEGER;
            ALTER TABLE interactions ADD COLUMN withdrawn_by TEXT;
            """)
}
