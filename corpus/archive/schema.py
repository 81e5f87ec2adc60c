"""The archive's tables, and how an older archive becomes one of today.

`version` holds every version of every article; a row without a digest marks a removal.
`paragraph.number` is `version.seq * 65536 + position`, so a version's paragraphs lie together.
`current` points at each article's newest version, its removal included: it is the change feed.
`name` holds by what else an article is known, `told` what came in otherwise than it was stored,
`removed` what shall not come back: see `provenance`.
`tally` counts what newest versions have, by triggers on `current`: `holdings.py`.
`fingerprint` and `fresh_fingerprint` hold what paragraphs newest versions have: `corpus/copies`.
The tables themselves stand in `migrations`, a file of SQL a step.
"""

import sqlite3
from importlib import resources

from corpus.archive.provenance.naming import name_articles
from corpus.copies.fingerprints import fingerprint
from corpus.errors import ArchiveUnusableError

APPLICATION_ID = 0x4241434B  # "BACK", in the file's header

# The file at [n] turns an archive of version n into one of version n + 1.
MIGRATIONS = (
    "versions", "aliases", "copies", "provenance", "collecting", "newest", "tally", "clocks",
    "told",
)  # fmt: skip
# What of the new tables is computed from what an older archive holds.
FILLED = {"provenance": name_articles}


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


def version_of(connection: sqlite3.Connection) -> int:
    """The version of an archive; 0 for an empty file."""
    return _marks(connection)[1]


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an archive, or an empty file, to today's tables, each step in one transaction."""
    version = version_of(connection)
    connection.execute("PRAGMA secure_delete = ON")
    connection.create_function("fingerprint", 1, fingerprint, deterministic=True)
    for number, name in enumerate(MIGRATIONS[version:], version):
        tables = (
            resources.files(__package__).joinpath("migrations", f"{name}.sql").read_text("utf-8")
        )
        try:
            connection.executescript(
                f"BEGIN IMMEDIATE; {tables}"
                f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number + 1}"
            )
            if name in FILLED:
                FILLED[name](connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _marks(connection: sqlite3.Connection) -> tuple[int, int]:
    """Whose file it is, and of which version."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return application, version
