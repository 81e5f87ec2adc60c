CREATE TABLE tally (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    counted INTEGER NOT NULL,
    PRIMARY KEY (kind, name, day)
) WITHOUT ROWID;
CREATE VIEW share_of_tally (seq, kind, name, day, counted) AS
SELECT seq, 'source', CAST(source AS TEXT), '', 1 FROM version WHERE digest IS NOT NULL
UNION ALL
SELECT seq, 'language', CAST(language AS TEXT), '', 1 FROM version WHERE digest IS NOT NULL
UNION ALL
SELECT seq, 'agency', CAST(agency AS TEXT), '', 1 FROM version
WHERE digest IS NOT NULL AND agency IS NOT NULL
UNION ALL
SELECT seq, 'paragraphs', '', '', CAST(paragraphs AS INTEGER) FROM version
WHERE digest IS NOT NULL
UNION ALL
SELECT seq, iif(faults IS NULL, 'day', 'doubtful day'), CAST(source AS TEXT),
    substr(CAST(published AS TEXT), 1, 10), 1 FROM version
WHERE digest IS NOT NULL
UNION ALL
SELECT seq, 'faults', CAST(faults AS TEXT), '', 1 FROM version
WHERE digest IS NOT NULL AND faults IS NOT NULL;
CREATE TRIGGER tally_new AFTER INSERT ON current BEGIN
    INSERT INTO tally SELECT kind, name, day, counted FROM share_of_tally WHERE seq = NEW.seq
    ON CONFLICT DO UPDATE SET counted = counted + excluded.counted;
END;
CREATE TRIGGER tally_changed AFTER UPDATE OF seq ON current BEGIN
    INSERT INTO tally SELECT kind, name, day, counted FROM share_of_tally WHERE seq = NEW.seq
    ON CONFLICT DO UPDATE SET counted = counted + excluded.counted;
    INSERT INTO tally SELECT kind, name, day, -counted FROM share_of_tally WHERE seq = OLD.seq
    ON CONFLICT DO UPDATE SET counted = counted + excluded.counted;
    DELETE FROM tally WHERE counted <= 0 AND (kind, name, day) IN
        (SELECT kind, name, day FROM share_of_tally WHERE seq = OLD.seq);
END;
CREATE TRIGGER tally_gone AFTER DELETE ON current BEGIN
    INSERT INTO tally SELECT kind, name, day, -counted FROM share_of_tally WHERE seq = OLD.seq
    ON CONFLICT DO UPDATE SET counted = counted + excluded.counted;
    DELETE FROM tally WHERE counted <= 0 AND (kind, name, day) IN
        (SELECT kind, name, day FROM share_of_tally WHERE seq = OLD.seq);
END;
INSERT INTO tally
SELECT kind, name, day, sum(counted) FROM share_of_tally
WHERE seq IN (SELECT seq FROM current) GROUP BY 1, 2, 3;
