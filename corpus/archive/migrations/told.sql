CREATE TABLE told (
    digest BLOB PRIMARY KEY,
    article TEXT NOT NULL,
    stored BLOB NOT NULL,
    run INTEGER
) WITHOUT ROWID;
CREATE INDEX told_article ON told (article);
CREATE TRIGGER told_gone AFTER DELETE ON current BEGIN
    DELETE FROM told WHERE article = OLD.article;
END;
