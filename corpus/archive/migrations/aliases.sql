CREATE TABLE alias (id TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX version_title ON version (title) WHERE url IS NULL;
