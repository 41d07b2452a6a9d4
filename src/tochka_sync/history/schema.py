"""The tables of the history file, and how those of an older version become these."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE series (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    );
    CREATE TABLE content (
        id INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE,
        packed BLOB  -- NULL once it is forgotten
    );
    CREATE TABLE read (
        id INTEGER PRIMARY KEY,
        series INTEGER NOT NULL REFERENCES series,
        read_at TEXT NOT NULL,
        state_at TEXT NOT NULL,  -- nothing in it is younger
        accepted INTEGER NOT NULL,  -- 0: the guard did not believe it
        recognised INTEGER NOT NULL,
        reported INTEGER NOT NULL DEFAULT 0,
        origin TEXT NOT NULL,
        book INTEGER NOT NULL REFERENCES content,
        roster INTEGER REFERENCES content  -- which entry stood where
    );
    CREATE INDEX read_series ON read (series, id);
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        series INTEGER NOT NULL REFERENCES series,
        portrait TEXT NOT NULL,
        first_read INTEGER NOT NULL REFERENCES read,
        seen_after TEXT,  -- absent then; NULL where nothing was read before
        seen_before TEXT NOT NULL,  -- there by then
        complete_read INTEGER REFERENCES read,
        complete_after TEXT,
        complete_before TEXT,
        changed_read INTEGER NOT NULL REFERENCES read,
        last_read INTEGER NOT NULL REFERENCES read,  -- for one that is gone, the last that had it
        gone_read INTEGER REFERENCES read,
        dropped_read INTEGER REFERENCES read  -- since when nobody asks for it any more
    );
    CREATE INDEX entry_series ON entry (series, gone_read);
    CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        series INTEGER NOT NULL REFERENCES series,
        key TEXT NOT NULL,
        code TEXT NOT NULL,
        reason TEXT,
        field TEXT,
        school TEXT,
        entry INTEGER REFERENCES entry,
        opened_read INTEGER NOT NULL REFERENCES read,
        closed_read INTEGER REFERENCES read
    );
    CREATE INDEX finding_series ON finding (series, closed_read);
    CREATE INDEX finding_key ON finding (series, key);
    """,
    "ALTER TABLE series ADD COLUMN home BLOB;  -- where the configuration and this file were at the last read",
)
"""How a file of each version becomes one of the next; the number of them is the version."""
