CREATE TABLE clock (
    source INTEGER NOT NULL,
    said TEXT NOT NULL,
    fetched REAL NOT NULL,
    minutes INTEGER NOT NULL
);
CREATE INDEX clock_source ON clock (source, said, fetched);
