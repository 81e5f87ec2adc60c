"""An archive of an older program gets today's tables; a copy of it as it was stays beside it.

No older program can read the archive afterwards: it says that it is of a newer one. The copy is a
whole archive of that older form, for whoever has to go back.
"""

from collections.abc import Callable
from pathlib import Path

from corpus.archive.connections import Connections
from corpus.archive.schema import migrate, version_of

Copied = Callable[[int, int], None]  # pages left, pages in all
Upgrading = Callable[[Path], Copied]  # is told where the copy will lie

COPIES = "archive-version-{}.sqlite3"


def silently(copy: Path) -> Copied:
    """What is called where nobody is to be told."""
    return lambda left, total: None


def upgrade(connections: Connections, upgrading: Upgrading) -> None:
    """Bring an archive up, or fill an empty file. For the archive's only writer.

    Raises DiskFullError where there is no room for the copy: the archive is as it was then.
    """
    connection = connections.for_writing()
    version = version_of(connection)
    if version:
        from corpus.archive.keeping.copying import copy_pages  # noqa: PLC0415 (seldom needed)
        from corpus.archive.keeping.new_files import in_place_of  # noqa: PLC0415 (likewise)

        copy = connections.path.with_name(COPIES.format(version))
        copied = upgrading(copy)
        with in_place_of(copy) as new:
            copy_pages(connection, new, copied)
    migrate(connection)


def copies_in(directory: Path) -> list[Path]:
    """The copies that upgrades have left, in the order of their names."""
    return sorted(directory.glob(COPIES.format("*")))
