"""Letting what is damaged be replaced by what comes in again."""

from collections.abc import Iterable

from corpus.archive.archive import Archive
from corpus.archive.keeping.checking import DamagedVersion
from corpus.archive.keeping.counts import count_anew
from corpus.archive.keeping.faults import translated


def let_in_again(archive: Archive, damaged: Iterable[DamagedVersion]) -> None:
    """When these articles are imported or collected again, what comes is their newest version.

    An import knows by its digest what it has, and reads no text for that; so a damaged version
    loses its digest. What the archive counts is counted anew. Call inside `writing`.

    Raises ArchiveUnusableError.
    """
    with translated(archive.path), archive.connections.transaction() as connection:
        connection.executemany(
            "UPDATE version SET digest = zeroblob(16) WHERE seq = ?",
            [(version.seq,) for version in damaged],
        )
        count_anew(connection)
