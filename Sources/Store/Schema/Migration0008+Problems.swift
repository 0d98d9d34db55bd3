extension Migration {
    /// What finds so many similar complaints that they are one problem.
    static let problems = Migration(
        number: 8,
        sql: """
            CREATE TABLE problems (
                id INTEGER NOT NULL PRIMARY KEY,
                -- PROBLEM- and the number of its earliest case.
                reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
                opened_at INTEGER NOT NULL
            ) STRICT;

            -- What an assessed complaint is like, and the problem it belongs to. A complaint assessed before this
            -- step is counted from its next reassessment on.
            CREATE TABLE similar_cases (
                complaint INTEGER NOT NULL PRIMARY KEY REFERENCES complaints (number),
                -- Category, product and jurisdiction.
                likeness TEXT NOT NULL CHECK (likeness <> ''),
                received_at INTEGER NOT NULL,
                problem INTEGER REFERENCES problems (id),
                -- 1 once the case itself says so.
                is_linked INTEGER NOT NULL CHECK (is_linked IN (0, 1))
            ) STRICT;
            CREATE INDEX similar_by_time ON similar_cases (likeness, received_at, complaint);
            CREATE INDEX similar_in_problems ON similar_cases (likeness, received_at, problem)
                WHERE problem IS NOT NULL;
            CREATE INDEX similar_unlinked ON similar_cases (complaint) WHERE problem IS NOT NULL AND is_linked = 0;
            """)
}
