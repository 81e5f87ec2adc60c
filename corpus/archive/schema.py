"""The archive's tables, and how an older archive becomes one of today.

`version` holds every version of every article; a row without a digest marks a removal.
`paragraph.number` is `version.seq * 65536 + position`, so a version's paragraphs lie together.
`current` points at each article's newest version, its removal included: it is the change feed.
`alias` holds names that came for an article which had another already: see `identity.py`.
"""

import sqlite3

from corpus.errors import ArchiveUnusableError

APPLICATION_ID = 0x4241434B  # "BACK", in the file's header

# MIGRATIONS[n] turns an archive of version n into one of version n + 1.
MIGRATIONS = (
    """
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
    """,
    """
    CREATE TABLE alias (id TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
    CREATE INDEX version_title ON version (title) WHERE url IS NULL;
    """,
)


def is_current(connection: sqlite3.Connection, *, create: bool) -> bool:
    """Whether the file is an archive of just this version; False where it is to be migrated.

    Raises ArchiveUnusableError for another program's file and for an archive of a later version,
    and unless `create` is set for an empty file: only an import makes archives.
    """
    application, version = _marks(connection)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and (application or version or tables):
        raise ArchiveUnusableError("the file is a database of another program")
    if version > len(MIGRATIONS):
        raise ArchiveUnusableError("the archive is of a newer Backissue; update this one")
    if not (version or create):
        raise ArchiveUnusableError("the file is empty; make an archive with: backissue import PATH")
    return version == len(MIGRATIONS)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an archive, or an empty file, to today's tables, each step in one transaction."""
    _, version = _marks(connection)
    for number in range(version, len(MIGRATIONS)):
        connection.executescript(
            f"BEGIN IMMEDIATE; {MIGRATIONS[number]}"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number + 1}; COMMIT"
        )


def _marks(connection: sqlite3.Connection) -> tuple[int, int]:
    """Whose file it is, and of which version."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version
