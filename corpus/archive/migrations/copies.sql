CREATE TABLE fingerprint (
    hash INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (hash, seq)
) WITHOUT ROWID;
CREATE TABLE fresh_fingerprint (
    hash INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (hash, seq)
) WITHOUT ROWID;
INSERT OR IGNORE INTO fingerprint (hash, seq)
SELECT fingerprint(text), number / 65536 FROM paragraph
WHERE number / 65536 IN (SELECT seq FROM current) ORDER BY 1, 2;
