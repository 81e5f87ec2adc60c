"""All that is stored, held against the digests with which it was stored.

SQLite looks after the pages of its file and after its own indexes, not after what stands in a
paragraph; that is what the digests are for. A byte in which neither finds a fault is one that
nobody reads: free pages, the space between rows, fields of the file's header that SQLite ignores.
Names by which an article came before (`alias`) carry no digest; they decide what an import takes
for one article, never what is quoted.
"""

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from corpus.archive.connections import Connections
from corpus.archive.keeping.counts import wrong_counts
from corpus.archive.keeping.faults import code_of, is_damage, translated
from corpus.archive.rows import COLUMNS, as_stored
from corpus.article import paragraph_number, place_of
from corpus.errors import DamagedError

AT_ONCE = 200  # versions read at a time
MOST_FAULTS = 100  # of the file itself that SQLite lists

Advance = Callable[[int], None]
Row = tuple[Any, ...]


class FaultKind(StrEnum):
    """What is wrong with the archive beside articles that were altered."""

    FILE = "file"  # `detail` is SQLite's own word
    STRAY = "stray paragraphs"  # of no version; `detail` is the version they name
    COUNTS = "counts"  # what is counted otherwise than it is
    POINTER = "newest version"  # an article's newest version is not the one that is read


@dataclass(frozen=True, slots=True)
class Fault:
    kind: FaultKind
    detail: str


@dataclass(frozen=True, slots=True)
class DamagedVersion:
    """A version that is no longer what was stored. `is_newest`: the one that would be quoted."""

    article: str
    seq: int
    is_newest: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read, damaged versions included, and what is wrong with it.

    `articles` are those of today, `versions` all of theirs, `last_seq` the last change.
    """

    articles: int
    versions: int
    paragraphs: int
    last_seq: int
    damaged: tuple[DamagedVersion, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.damaged and not self.faults

    @property
    def can_be_mended(self) -> bool:
        """Whether there is something that `let_in_again` is for."""
        kinds = {fault.kind for fault in self.faults}
        return bool(self.damaged) or FaultKind.COUNTS in kinds


def check(connections: Connections, advance: Advance = lambda versions: None) -> Checked:
    """Read everything, as of one moment; `advance` is called with the versions read.

    Raises ArchiveUnusableError where not even the list of versions can be read.
    """
    with translated(connections.path), ThreadPoolExecutor(1) as pool:
        of_file = pool.submit(lambda: list(_file_faults(connections.here())))
        connection = connections.here()
        decode = connection.text_factory
        connection.execute("BEGIN")
        try:
            reading = _Pass(connection)
            connection.text_factory = str  # much faster
            found = reading.run(advance)
            if not found.damaged:  # else the counts may well be right
                found.faults += found.wrong_counts()
        finally:
            connection.text_factory = decode
            connection.execute("ROLLBACK")
        return Checked(
            articles=found.articles,
            versions=found.versions,
            paragraphs=found.paragraphs,
            last_seq=found.last_seq,
            damaged=tuple(found.damaged),
            faults=(*of_file.result(), *found.faults),
        )


def _file_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    for pragma in (f"integrity_check({MOST_FAULTS})", "foreign_key_check"):
        try:
            rows = connection.execute(f"PRAGMA {pragma}").fetchall()
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            rows = [(str(error),)]
        for row in rows:
            if row != ("ok",):
                yield Fault(FaultKind.FILE, " ".join(map(str, row)))


class _Pass:
    """One reading of all versions in their order, with all paragraphs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        pointers = connection.execute("SELECT seq, article FROM current").fetchall()
        self._names: dict[int, str] = {seq: str(name) for seq, name in pointers}
        (last,) = connection.execute("SELECT max(seq) FROM version").fetchone()
        self.last_seq: int = max([last or 0, *self._names])
        self.articles = self.versions = self.paragraphs = 0
        self.damaged: list[DamagedVersion] = []
        self.faults = [Fault(FaultKind.POINTER, name) for name in self._wrong_pointers()]

    def run(self, advance: Advance) -> "_Pass":
        newest = sorted(self._names)
        before = 0
        while before < self.last_seq:
            rows = self._next_rows(before)
            reached = max(rows, default=min(before + AT_ONCE, self.last_seq))
            texts = self._texts(before + 1, reached + 1)
            pointed = newest[bisect_right(newest, before) : bisect_right(newest, reached)]
            for seq in sorted({*rows, *pointed}):
                self._hold(seq, rows.get(seq), texts)
            advance(len(rows))
            before = reached
            self.faults += texts.strays()
        self.faults += self._texts(self.last_seq + 1, 1 << 40).strays()
        return self

    def _hold(self, seq: int, row: Row | None, texts: "_Texts") -> None:
        """One version against its digest; a removal has nothing but the article's name."""
        paragraphs = texts.take(seq)
        if row is not None and row[-1] is None and not row[3] and not paragraphs:
            return
        is_newest = seq in self._names
        self.articles += is_newest
        self.versions += 1
        try:
            if row is None or paragraphs is None:
                raise DamagedError
            self.paragraphs += len(paragraphs)
            as_stored(row, paragraphs)
        except DamagedError:
            name = self._names.get(seq) or (str(row[1]) if row else str(seq))
            self.damaged.append(DamagedVersion(name, seq, is_newest))

    def _next_rows(self, before: int) -> dict[int, Row]:
        """The rows of versions behind one; where the file is damaged there, perhaps none."""
        query = f"SELECT {COLUMNS} FROM version WHERE seq"  # noqa: S608 (our own words)
        try:
            rows = self._connection.execute(f"{query} > ? ORDER BY seq LIMIT {AT_ONCE}", (before,))
            return {row[0]: row for row in rows}
        except sqlite3.Error as error:
            _reraise_unless_damage(error)
        found: dict[int, Row] = {}
        for seq in range(before + 1, before + AT_ONCE + 1):
            try:
                found |= {row[0]: row for row in self._connection.execute(f"{query} = ?", (seq,))}
            except sqlite3.Error as error:
                _reraise_unless_damage(error)
        return found

    def _texts(self, first: int, end: int) -> "_Texts":
        """All paragraphs from version `first` to before `end`, as far as they can be read."""
        query = "SELECT number, text FROM paragraph WHERE number >= ? AND number < ?"
        bounds = (paragraph_number(first, 0), paragraph_number(end, 0))
        try:
            return _Texts(self._connection.execute(f"{query} ORDER BY number", bounds).fetchall())
        except sqlite3.Error as error:
            _reraise_unless_damage(error)
        rows = []
        if first + 1 < end <= self.last_seq + 1:
            for seq in range(first, end):
                rows += self._texts(seq, seq + 1).rows
        return _Texts(rows)

    def wrong_counts(self) -> list[Fault]:
        try:
            return [Fault(FaultKind.COUNTS, one) for one in wrong_counts(self._connection)]
        except sqlite3.Error as error:
            _reraise_unless_damage(error)
        return []  # the file's own faults tell of it

    def _wrong_pointers(self) -> Iterator[str]:
        """Articles of which the version that is read is not the newest, or not theirs."""
        queries = (
            "SELECT current.article FROM current LEFT JOIN version USING (seq)"
            " WHERE version.article IS NOT current.article",
            "SELECT article FROM version GROUP BY article HAVING max(seq) NOT IN"
            " (SELECT seq FROM current WHERE current.article = version.article)",
        )
        for query in queries:
            try:
                yield from (str(name) for (name,) in self._connection.execute(query))
            except sqlite3.Error as error:
                _reraise_unless_damage(error)


class _Texts:
    """Paragraphs in the order of their numbers, taken version by version."""

    def __init__(self, rows: list[tuple[int, str]]) -> None:
        self.rows = rows
        self._numbers: tuple[int, ...] = ()
        self._texts: tuple[str, ...] = ()
        if rows:
            self._numbers, self._texts = zip(*rows, strict=True)
        self._taken: dict[int, int] = {}  # how many by version

    def take(self, seq: int) -> tuple[str, ...] | None:
        """A version's paragraphs; None where one of them is missing before the last."""
        first = bisect_left(self._numbers, paragraph_number(seq, 0))
        end = bisect_left(self._numbers, paragraph_number(seq + 1, 0))
        self._taken[seq] = end - first
        if first < end and self._numbers[end - 1] != paragraph_number(seq, end - first - 1):
            return None
        return self._texts[first:end]

    def strays(self) -> list[Fault]:
        """Those of no version that was taken."""
        if sum(self._taken.values()) == len(self.rows):
            return []
        named = dict.fromkeys(place_of(number)[0] for number in self._numbers)
        return [Fault(FaultKind.STRAY, str(seq)) for seq in named if seq not in self._taken]


def _reraise_unless_damage(error: sqlite3.Error) -> None:
    """Text that is no UTF-8 is damage too: Python itself raises that."""
    if not is_damage(error) and code_of(error):
        raise error
