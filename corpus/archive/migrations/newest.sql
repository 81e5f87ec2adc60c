CREATE INDEX version_moment ON version (
    coalesce(julianday(published), julianday(substr(published, 1, 10)))
) WHERE digest IS NOT NULL AND faults IS NULL;
CREATE INDEX version_source_moment ON version (
    source, coalesce(julianday(published), julianday(substr(published, 1, 10)))
) WHERE digest IS NOT NULL AND faults IS NULL;
CREATE INDEX version_agency_moment ON version (
    agency, coalesce(julianday(published), julianday(substr(published, 1, 10)))
) WHERE digest IS NOT NULL AND faults IS NULL AND agency IS NOT NULL;
