CREATE TABLE version (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    digest BLOB,
    title TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    updated TEXT,
    source TEXT NOT NULL DEFAULT '',
    agency TEXT,
    authors TEXT NOT NULL DEFAULT '[]',
    url TEXT,
    section TEXT,
    language TEXT NOT NULL DEFAULT '',
    paragraphs INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX version_article ON version (article);
CREATE TABLE paragraph (number INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE current (
    article TEXT PRIMARY KEY,
    seq INTEGER NOT NULL UNIQUE REFERENCES version (seq)
) WITHOUT ROWID;
CREATE TABLE identity (id TEXT NOT NULL);
INSERT INTO identity VALUES (lower(hex(randomblob(8))));
