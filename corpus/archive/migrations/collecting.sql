CREATE TABLE source (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    is_named INTEGER NOT NULL,
    address TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    sites TEXT NOT NULL,
    timezone TEXT,
    since TEXT,
    begun REAL,
    ended REAL,
    succeeded REAL,
    fault TEXT
);
CREATE TABLE address (
    key TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    host TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source (id),
    kind TEXT NOT NULL,
    published TEXT,
    changed REAL,
    etag TEXT,
    last_modified TEXT,
    digest BLOB,
    article TEXT,
    asked REAL,
    due REAL,
    tries INTEGER NOT NULL DEFAULT 0,
    idle INTEGER NOT NULL DEFAULT 0,
    fault TEXT
) WITHOUT ROWID;
CREATE INDEX address_due ON address (host, due) WHERE due IS NOT NULL;
CREATE INDEX address_source ON address (source);
CREATE TABLE host (
    name TEXT PRIMARY KEY,
    rests_until REAL NOT NULL,
    failures INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE robots (
    address TEXT PRIMARY KEY,
    body BLOB NOT NULL,
    etag TEXT,
    last_modified TEXT,
    fetched REAL NOT NULL
) WITHOUT ROWID;
