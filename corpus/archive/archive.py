"""The archive on disk: one SQLite file in a folder, which also holds the derived indexes.

Any number of processes and threads may read while one writes (write-ahead log).
"""

import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from corpus.archive.connections import Connections
from corpus.archive.lock import hold
from corpus.archive.rows import erase, moment, put_back, read_versions, store
from corpus.archive.schema import is_current, migrate
from corpus.article import Article
from corpus.errors import ArchiveMissingError, ArchiveUnusableError

FILE_NAME = "archive.sqlite3"
FEED_BATCH = 500  # articles read at a time by the change feed
WRITER_PATIENCE = 10.0  # seconds that a second writer waits before it gives up


@dataclass(frozen=True, slots=True)
class Change:
    """One article's newest state: `article` is None where it was removed.

    `first` says that the article never had another state.
    """

    seq: int
    id: str
    article: Article | None
    first: bool


class Heading(NamedTuple):
    """Of one version; `agency` is None where none is named, `language` as it was given."""

    title: str
    source: str
    agency: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a batch of articles."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(
            self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged
        )


@dataclass(frozen=True, slots=True)
class Holdings:
    """What an archive holds, counted.

    `first` and `last` are dates of publication; a plain date counts as the start of its day in UTC.
    """

    articles: int
    paragraphs: int
    sources: dict[str, int]
    first: datetime | date | None
    last: datetime | date | None
    bytes: int


class Archive:
    """An open archive. Use it as a context manager, or call `close`."""

    def __init__(self, directory: Path, *, create: bool = False) -> None:
        """Open the archive in `directory`.

        Raises ArchiveMissingError where there is none and `create` is not set, and
        ArchiveUnusableError where the file is damaged, foreign or newer than this program.
        """
        self.directory = directory
        self._path = directory / FILE_NAME
        self._connections = Connections(self._path, create=create)
        self._local = threading.local()
        if create:
            self._create()
        elif not self._path.is_file():
            raise ArchiveMissingError(
                f"there is no archive in {directory}; make one with: backissue import PATH"
            )
        with self._translated():
            if not self._is_current(create):
                with self.writing():
                    migrate(self._connections.here())
            (self.id,) = self._connections.here().execute("SELECT id FROM identity").fetchone()

    def _is_current(self, create: bool) -> bool:
        try:
            return is_current(self._connections.here(), create=create)
        except ArchiveUnusableError as error:
            raise ArchiveUnusableError(f"{self._path}: {error}") from error

    def _create(self) -> None:
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ArchiveUnusableError(
                f"{self.directory} cannot be made a folder: {error.strerror}"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every thread's connection. The archive cannot be used afterwards."""
        self._connections.close()

    # Reading

    def last_seq(self) -> int:
        """The number of the last change; 0 for an archive that never had one."""
        with self._translated():
            row = self._connections.here().execute("SELECT max(seq) FROM current").fetchone()
        return row[0] or 0

    def article(self, article_id: str) -> Article | None:
        """The newest version of one article."""
        with self._translated():
            found = read_versions(
                self._connections.here(),
                "seq = (SELECT seq FROM current WHERE article = ?)",
                article_id,
            )
        return next(iter(found.values()), None)

    def holds(self, article_id: str) -> bool:
        """Whether there is an article of that id."""
        with self._translated():
            row = (
                self._connections.here()
                .execute(
                    "SELECT 1 FROM version JOIN current USING (seq)"
                    " WHERE current.article = ? AND digest IS NOT NULL",
                    (article_id,),
                )
                .fetchone()
            )
        return row is not None

    def version(self, seq: int) -> Article | None:
        """The version that change `seq` brought; None where it was removed since."""
        with self._translated():
            return read_versions(self._connections.here(), "seq = ?", seq).get(seq)

    def mark(self, seq: int) -> str | None:
        """What change `seq` was, as a digest, to tell two archives apart; None for a removal."""
        with self._translated():
            row = (
                self._connections.here()
                .execute("SELECT digest FROM version WHERE seq = ?", (seq,))
                .fetchone()
            )
        return row[0].hex() if row and row[0] else None

    def paragraphs(self, numbers: Iterable[int]) -> dict[int, str]:
        """Texts by paragraph number (see `paragraph_number`); removed ones are left out."""
        wanted = sorted(numbers)
        with self._translated():
            rows = self._connections.here().execute(
                f"SELECT number, text FROM paragraph WHERE number IN ({_marks(wanted)})",  # noqa: S608 (marks)
                wanted,
            )
            return dict(rows)

    def headings(self, seqs: Iterable[int]) -> dict[int, Heading]:
        """What stands over the text of each version (`seq`); removed ones are left out."""
        wanted = sorted(seqs)
        with self._translated():
            rows = self._connections.here().execute(
                f"SELECT seq, title, source, agency, language FROM version WHERE digest IS NOT NULL"  # noqa: S608 (marks)
                f" AND seq IN ({_marks(wanted)})",
                wanted,
            )
            return {seq: Heading(*row) for seq, *row in rows}

    def changes_since(self, seq: int) -> Iterator[Change]:
        """Each article changed after change `seq`, once, in its newest state, oldest change first.

        What other processes write while this runs may come too.
        """
        while True:
            with self._translated():
                rows = (
                    self._connections.here()
                    .execute(
                        "SELECT seq, article, (SELECT count(*) FROM version"
                        " WHERE version.article = current.article) FROM current"
                        " WHERE seq > ? ORDER BY seq LIMIT ?",
                        (seq, FEED_BATCH),
                    )
                    .fetchall()
                )
                if not rows:
                    return
                found = read_versions(
                    self._connections.here(),
                    "seq IN (SELECT seq FROM current WHERE seq > ? AND seq <= ?)",
                    seq,
                    rows[-1][0],
                )
            for number, article_id, versions in rows:
                article = found.get(number)
                yield Change(number, article_id, article, article is not None and versions == 1)
            seq = rows[-1][0]

    def sources(self) -> dict[str, int]:
        """Outlets and how many articles each has, most first."""
        with self._translated():
            return dict(
                self._connections.here()
                .execute(
                    "SELECT source, count(*) FROM version JOIN current USING (seq)"
                    " WHERE digest IS NOT NULL GROUP BY source ORDER BY 2 DESC, 1"
                )
                .fetchall()
            )

    def languages(self) -> dict[str, int]:
        """Languages as they were given and how many articles each has, most first."""
        with self._translated():
            return dict(
                self._connections.here()
                .execute(
                    "SELECT language, count(*) FROM version JOIN current USING (seq)"
                    " WHERE digest IS NOT NULL GROUP BY language ORDER BY 2 DESC, 1"
                )
                .fetchall()
            )

    def agencies(self) -> list[str]:
        """Agencies named by at least one article, in alphabetical order."""
        with self._translated():
            rows = self._connections.here().execute(
                "SELECT DISTINCT agency FROM version JOIN current USING (seq)"
                " WHERE agency IS NOT NULL ORDER BY 1"
            )
            return [row[0] for row in rows]

    def paragraph_count(self) -> int:
        """Paragraphs of all newest versions."""
        with self._translated():
            row = (
                self._connections.here()
                .execute("SELECT total(paragraphs) FROM version JOIN current USING (seq)")
                .fetchone()
            )
        return int(row[0])

    def holdings(self) -> Holdings:
        """Count what is there."""
        sources = self.sources()
        with self._translated():
            first, last = (
                self._connections.here()
                .execute(
                    f"SELECT published, {best}(coalesce(julianday(published),"  # noqa: S608 (our own)
                    " julianday(substr(published, 1, 10)))) FROM version JOIN current USING (seq)"
                    " WHERE digest IS NOT NULL"
                )
                .fetchone()[0]
                for best in ("min", "max")
            )
        return Holdings(
            articles=sum(sources.values()),
            paragraphs=self.paragraph_count(),
            sources=sources,
            first=moment(first),
            last=moment(last),
            bytes=sum(path.stat().st_size for path in self.directory.glob("archive.sqlite3*")),
        )

    # Writing

    @contextmanager
    def writing(self, *, wait: float = WRITER_PATIENCE) -> Iterator[None]:
        """Be the archive's only writer, its indexes included.

        A thread that already is may say so again. Raises ArchiveBusyError, ArchiveReadOnlyError.
        """
        if getattr(self._local, "is_writing", False):
            yield
            return
        with hold(self.directory, wait=wait):
            self._local.is_writing = True
            try:
                with self._translated():
                    self._connections.here().execute(
                        "PRAGMA journal_mode = WAL"
                    )  # stays so in the file
                yield
            finally:
                self._local.is_writing = False

    def add(self, articles: Sequence[Article], back: dict[str, int] | None = None) -> Added:
        """Store a batch in one transaction, all of it or nothing; call inside `writing`.

        An article that comes in the text of an older version goes back to it, as a change; of
        several texts of one article the last is its newest. So whatever is added again as it was
        changes nothing. An input of several batches gives each the same `back`, empty at first,
        and then `put_back`, because only its end shows which text was the last.
        """
        noted = {} if back is None else back
        with self._translated(), self._connections.transaction() as connection:
            outcomes = Counter(store(connection, article, noted) for article in articles)
        added = Added(**outcomes)
        return added + self.put_back(noted) if back is None else added

    def put_back(self, back: Mapping[str, int]) -> Added:
        """Let articles go back to older versions, all or none; they were counted as unchanged."""
        with self._translated(), self._connections.transaction() as connection:
            for article_id, seq in back.items():
                put_back(connection, article_id, seq)
        return Added(changed=len(back), unchanged=-len(back))

    def remove(self, article_id: str) -> bool:
        """Erase all versions of one article; call inside `writing`. False where there is none."""
        with self._translated(), self._connections.transaction() as connection:
            return erase(connection, article_id)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise ArchiveUnusableError(f"{self._path} cannot be used: {error}") from error


def _marks(values: Sequence[int]) -> str:
    """A place for each value; SQLite takes some 32,000."""
    return ",".join("?" * len(values))
