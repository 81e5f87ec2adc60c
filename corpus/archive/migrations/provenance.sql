CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    given TEXT NOT NULL DEFAULT '[]',
    began TEXT NOT NULL,
    ended TEXT,
    undone TEXT,
    new INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    kept_out INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE name (
    name BLOB NOT NULL,
    article TEXT NOT NULL,
    run INTEGER,
    PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE INDEX name_article ON name (article);
CREATE TABLE removed (name BLOB PRIMARY KEY) WITHOUT ROWID;
ALTER TABLE version ADD COLUMN run INTEGER;
ALTER TABLE version ADD COLUMN origin TEXT;
ALTER TABLE version ADD COLUMN seen TEXT;
ALTER TABLE version ADD COLUMN faults TEXT;
CREATE INDEX version_run ON version (run);
CREATE INDEX version_faults ON version (faults) WHERE faults IS NOT NULL;
DROP INDEX version_title;
