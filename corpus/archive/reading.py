"""What is read from an open archive."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from corpus.archive.connections import Connections
from corpus.archive.gaps import Gap, find_gaps
from corpus.archive.holdings import (
    CURRENT,
    Holdings,
    count_by,
    count_by_version,
    count_paragraphs,
    published_between,
    read_agencies,
)
from corpus.archive.keeping.damage import names_of, readable
from corpus.archive.keeping.faults import translated
from corpus.archive.provenance.names import names_for, resolve
from corpus.archive.provenance.origins import Origins
from corpus.archive.provenance.removals import is_kept_out
from corpus.archive.rows import read_damaged, read_provenance, read_versions
from corpus.archive.scans.all_texts import Text, scan_headlines
from corpus.archive.scans.side_by_side import Printed, Selection, printed
from corpus.article import Article
from corpus.copies.near_copies import NearCopies
from corpus.versions.version import Version, distinct

FEED_BATCH = 500  # articles read at a time by the change feed


class Change(Struct, frozen=True):
    """One article's newest state: `article` is None where it was removed.

    `first` says that the article never had another state, `is_damaged` that this one is no longer
    what was stored: it may be found, but not shown.
    """

    seq: int
    id: str
    article: Article | None
    first: bool
    is_damaged: bool = False


class Heading(NamedTuple):
    """Of one version; `agency` is None where none is named, `language` as it was given."""

    title: str
    source: str
    agency: str | None
    language: str


class ReadableArchive:
    """The reading half of an `Archive`: every method may be called from any thread."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self._path = path
        self._connections = Connections(path, create=create)
        self.origins = Origins(self._connected)
        self.near_copies = NearCopies(self._connected)

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def connections(self) -> Connections:
        """For what reads the file as such: checks and copies of it."""
        return self._connections

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection; what SQLite cannot do inside is an ArchiveUnusableError."""
        with translated(self._path):
            yield self._connections.here()

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """To read what else lies in the archive's file."""
        with self._connected() as connection:
            yield connection

    def last_seq(self) -> int:
        """The number of the last change; 0 for an archive that never had one."""
        with self._connected() as connection:
            (seq,) = connection.execute("SELECT max(seq) FROM current").fetchone()
        return seq or 0

    def is_empty(self) -> bool:
        """Whether there is no article, be it that all were removed."""
        with self._connected() as connection:
            row = connection.execute(f"SELECT 1 FROM {CURRENT} LIMIT 1").fetchone()  # noqa: S608 (our own words)
        return row is None

    def article(self, article_id: str) -> Article | None:
        """The newest version of one article, by any of its names; None also where it is damaged."""
        newest = "seq = (SELECT seq FROM current WHERE article = ?)"
        with self._connected() as connection:
            name = resolve(connection, article_id)
            versions = read_versions(connection, newest, name) if name else {}
        return next(iter(versions.values()), None)

    def versions(self, article_id: str) -> list[Version]:
        """All versions of one article, the newest last; damaged ones are left out."""
        with self._connected() as connection:
            name = resolve(connection, article_id) or article_id
            told = read_provenance(connection, "article = ?", name)
            found = read_versions(connection, "article = ?", name)
        return distinct(Version(seq, one, told[seq].seen) for seq, one in found.items())

    def known_id(self, name: str) -> str | None:
        """The id of the article that has this id, or had it or an address before it was one."""
        with self._connected() as connection:
            return resolve(connection, name)

    def holds(self, name: str) -> bool:
        """Whether there is an article of that id, or known by that name."""
        return self.known_id(name) is not None

    def is_removed(self, name: str) -> bool:
        """Whether the keeper took down what has this id or address, so that it stays out."""
        with self._connected() as connection:
            return is_kept_out(connection, names_for(name))

    def seq_at(self, name: str) -> int | None:
        """The newest version of the article that has this id or address."""
        with self._connected() as connection:
            row = connection.execute(
                "SELECT seq FROM current WHERE article = ?", (resolve(connection, name) or name,)
            ).fetchone()
        return int(row[0]) if row else None

    def version(self, seq: int) -> Article | None:
        """The version that change `seq` brought; None where it was removed since, or is damaged."""
        with self._connected() as connection:
            found = readable([seq], lambda seqs: read_versions(connection, "seq = ?", *seqs))
        return found.get(seq)

    def damaged(self, seqs: Iterable[int]) -> dict[int, str]:
        """Of newest versions (`seq`) those that are no longer what was stored, with their ids."""
        unread = [seq for seq in seqs if self.version(seq) is None]
        with self._connected() as connection:
            return dict(names_of(connection, unread))

    def is_damaged(self, article_id: str) -> bool:
        """Whether there is an article of that id that is no longer what was stored."""
        seq = self.seq_at(article_id)
        return seq is not None and bool(self.damaged([seq]))

    def mark(self, seq: int) -> str | None:
        """What change `seq` was, as a digest, to tell two archives apart.

        None for none, and for a version of what was removed since.
        """
        with self._connected() as connection:
            row = connection.execute(
                "SELECT digest, article FROM version WHERE seq = ?", (seq,)
            ).fetchone()
        if row is None:
            return None
        digest, article = row
        return digest.hex() if digest else f"removal {sha256(str(article).encode()).hexdigest()}"

    def paragraphs(self, numbers: Iterable[int]) -> dict[int, str]:
        """Texts by paragraph number (see `paragraph_number`).

        Removed ones are left out, and those that cannot be read. They are for ranking: what is
        shown comes from `version`, which holds it against its digest.
        """
        with self._connected() as connection:
            return readable(
                sorted(numbers),
                lambda wanted: dict(
                    connection.execute(
                        "SELECT number, text FROM paragraph WHERE typeof(text) = 'text'"  # noqa: S608 (marks)
                        f" AND number IN ({_marks(wanted)})",
                        wanted,
                    )
                ),
            )

    def printed(self, words: Sequence[str], selection: Selection) -> Iterator[Printed]:
        """Paragraphs that may have these words side by side, newest change first; see `printed`."""
        with self._connected() as connection:
            yield from printed(connection, words, selection)

    def headings(self, seqs: Iterable[int]) -> dict[int, Heading]:
        """What stands over the text of each version (`seq`), as far as `paragraphs` are given."""
        with self._connected() as connection:
            return readable(
                sorted(seqs),
                lambda wanted: {
                    seq: Heading(*row)
                    for seq, *row in connection.execute(
                        "SELECT seq, title, source, CAST(agency AS TEXT), language FROM version"  # noqa: S608 (marks)
                        " WHERE digest IS NOT NULL AND seq IN"
                        f" ({_marks(wanted)}) AND (typeof(title), typeof(source), typeof(language))"
                        " = ('text', 'text', 'text')",
                        wanted,
                    )
                },
            )

    def scan_headlines(self, words: Sequence[str]) -> list[Text]:
        """Every headline that may hold all these words, perhaps others."""
        with self._connected() as connection:
            return list(scan_headlines(connection, words))

    def changes_since(self, seq: int) -> Iterator[Change]:
        """Each article changed after change `seq`, once, in its newest state, oldest change first.

        What other processes write while this runs may come too.
        """
        while changes := self._next_changes(seq):
            yield from changes
            seq = changes[-1].seq

    def _next_changes(self, seq: int) -> list[Change]:
        """The first changes after `seq`, at most FEED_BATCH."""
        with self._connected() as connection:
            rows = connection.execute(
                "SELECT seq, article, (SELECT count(*) FROM version"
                " WHERE version.article = current.article) FROM current"
                " WHERE seq > ? ORDER BY seq LIMIT ?",
                (seq, FEED_BATCH),
            ).fetchall()
            versions = readable(
                [number for number, *_ in rows],
                lambda seqs: read_versions(connection, f"seq IN ({_marks(seqs)})", *seqs),
            )
            missing = self.damaged(number for number, *_ in rows if number not in versions)
            altered = readable(
                list(missing), lambda seqs: {seq: read_damaged(connection, seq) for seq in seqs}
            )
        return [
            Change(number, name, article, article is not None and states == 1, number in missing)
            for number, name, states in rows
            for article in [versions.get(number, altered.get(number))]
        ]

    def sources(self) -> dict[str, int]:
        """Outlets and how many articles each has, most first."""
        with self._connected() as connection:
            return count_by(connection, "source")

    def languages(self) -> dict[str, int]:
        """Languages as they were given and how many articles each has, most first."""
        with self._connected() as connection:
            return count_by(connection, "language")

    def agencies(self) -> list[str]:
        """Agencies named by at least one article, in alphabetical order."""
        with self._connected() as connection:
            return read_agencies(connection)

    def paragraph_counts(self) -> dict[int, int]:
        """How many paragraphs each newest version (`seq`) has; removals are left out."""
        with self._connected() as connection:
            return count_by_version(connection)

    def paragraph_count(self) -> int:
        """Paragraphs of all newest versions."""
        with self._connected() as connection:
            return count_paragraphs(connection)

    def gaps(self) -> list[Gap]:
        """Days without an article where an outlet usually has some, the earliest first."""
        with self._connected() as connection:
            return find_gaps(connection)

    def holdings(self) -> Holdings:
        """Count what is there."""
        with self._connected() as connection:
            sources = count_by(connection, "source")
            first, last = published_between(connection)
            return Holdings(
                articles=sum(sources.values()),
                paragraphs=count_paragraphs(connection),
                sources=sources,
                first=first,
                last=last,
                bytes=sum(
                    file.stat().st_size for file in self._path.parent.glob(f"{self._path.name}*")
                ),
                date_faults=self.origins.faults(),
            )


def _marks(values: Sequence[object]) -> str:
    """A place for each value; SQLite takes some 32,000."""
    return ",".join("?" * len(values))
