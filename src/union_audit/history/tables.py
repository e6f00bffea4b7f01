"""The tables of the history, and the steps from each version of them to the next."""

APPLICATION = 0x75_61_68_31
"""What marks a SQLite file as a history of this program ("uah1")."""

STEPS = (
    """
    CREATE TABLE edition (
        id INTEGER PRIMARY KEY,
        period TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        fingerprint TEXT NOT NULL,
        made_at TEXT NOT NULL,
        as_of TEXT NOT NULL,
        version TEXT NOT NULL,
        folder TEXT NOT NULL,
        roster INTEGER NOT NULL REFERENCES roster (id),
        UNIQUE (period, number)
    );

    -- The units of a roster, in its order: the axis of the arrays below. JSON, deflated; most editions share one.
    CREATE TABLE roster (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        units BLOB NOT NULL
    );

    CREATE TABLE input (
        edition INTEGER NOT NULL REFERENCES edition (id),
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (edition, file)
    ) WITHOUT ROWID;

    -- A target over a branch of the roster (its top unit's code), or over everything (the empty code).
    CREATE TABLE total (
        edition INTEGER NOT NULL REFERENCES edition (id),
        unit TEXT NOT NULL,
        target TEXT NOT NULL,
        status INTEGER NOT NULL,
        numerator INTEGER NOT NULL,
        denominator INTEGER NOT NULL,
        value REAL,
        expected INTEGER NOT NULL,
        reported INTEGER NOT NULL,
        met INTEGER NOT NULL,
        gap INTEGER NOT NULL,
        PRIMARY KEY (edition, unit, target)
    ) WITHOUT ROWID;

    -- The score of a branch, or of everything (the empty code).
    CREATE TABLE score (
        edition INTEGER NOT NULL REFERENCES edition (id),
        unit TEXT NOT NULL,
        score REAL,
        coverage REAL,
        PRIMARY KEY (edition, unit)
    ) WITHOUT ROWID;

    -- Figures of every unit, an array a row: 63 million rows in three years of a nation are 20,000 here. `kind` and `of` say what they
    -- are of (target or field, its id), `part` what they are; deflated, little-endian, in the order of the edition's roster. A target's
    -- values are there only where they are not what its numerators and denominators make: percentages that were given without counts.
    CREATE TABLE figures (
        edition INTEGER NOT NULL REFERENCES edition (id),
        kind TEXT NOT NULL,
        of TEXT NOT NULL,
        part TEXT NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (edition, kind, of, part)
    ) WITHOUT ROWID;

    -- The sheets that figures of fields stand in, by the number that their part "table" gives.
    CREATE TABLE sheet (
        edition INTEGER NOT NULL REFERENCES edition (id),
        number INTEGER NOT NULL,
        file TEXT NOT NULL,
        sheet TEXT NOT NULL,
        PRIMARY KEY (edition, number)
    ) WITHOUT ROWID;
    """,
)
"""Step n makes version n + 1 of version n. Never change one that was released: add another."""
