"""The counts that an archive keeps of itself, held against what it holds."""

import sqlite3
from collections.abc import Iterator

from corpus.archive.keeping.faults import is_damage

COUNTED_ANEW = (
    "SELECT kind, name, day, sum(counted) AS counted FROM share_of_tally"
    " WHERE seq IN (SELECT seq FROM current) GROUP BY 1, 2, 3"
)


def wrong_counts(connection: sqlite3.Connection) -> Iterator[str]:
    """What is counted otherwise than it is; all is read for that."""
    anew, kept = (
        f"SELECT * FROM ({rows}) WHERE counted != 0"  # noqa: S608 (our own words)
        for rows in (COUNTED_ANEW, "SELECT * FROM tally")
    )
    rows = connection.execute(
        f"SELECT DISTINCT kind, name, day FROM (SELECT * FROM ({anew} EXCEPT {kept})"  # noqa: S608 (our own words)
        f" UNION ALL SELECT * FROM ({kept} EXCEPT {anew})) ORDER BY 1, 2, 3"
    )
    for parts in rows:
        yield " ".join(str(part) for part in parts if part != "")


def count_anew(connection: sqlite3.Connection) -> None:
    """Put all counts right, in a transaction; where not all can be read, they stay as they are."""
    connection.execute("SAVEPOINT counts")
    try:
        connection.execute("DELETE FROM tally")
        connection.execute(f"INSERT INTO tally {COUNTED_ANEW}")
    except sqlite3.Error as error:
        connection.execute("ROLLBACK TO counts")
        if not is_damage(error):
            raise
