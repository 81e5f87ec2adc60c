"""What an archive can tell of where its articles came from."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date, datetime

from msgspec import Struct

from corpus.archive.holdings import count_by
from corpus.archive.provenance.runs import Run, read_runs
from corpus.archive.rows import Provenance, stored_date
from corpus.names import fold, label

FEW = 100  # articles with such dates, which are looked through faster than others are looked up

Connected = Callable[[], AbstractContextManager[sqlite3.Connection]]


class Criteria(Struct, frozen=True):
    """Which articles are meant: those for which all of this holds that is not None.

    `title` is a part of the headline, `source` an outlet or agency; case and diacritics make no
    difference. `since` and `until` are days of publication, both included. `run`: an article has
    a version that came with it. `fault`: its newest version's date has it.
    """

    source: str | None = None
    since: date | None = None
    until: date | None = None
    title: str | None = None
    run: int | None = None
    fault: str | None = None


class Listed(Struct, frozen=True):
    """An article in its newest version; `versions` counts all it has had."""

    id: str
    title: str
    published: datetime | date
    source: str
    url: str | None
    versions: int
    provenance: Provenance


class Origins:
    """Of one archive; every method may be called from any thread."""

    def __init__(self, connected: Connected) -> None:
        self._connected = connected

    def runs(self, run: int | None = None) -> list[Run]:
        """All imports and collections, or the one of that number, the last first."""
        with self._connected() as connection:
            return read_runs(connection, run)

    def count(self, criteria: Criteria) -> int:
        """How many articles these are."""
        condition, values = _condition(criteria)
        with self._connected() as connection:
            _teach(connection)
            (count,) = connection.execute(f"SELECT count(*) {condition}", values).fetchone()
        return int(count)

    def ids(self, criteria: Criteria) -> list[str]:
        """The ids of these articles, in the order in which they were stored."""
        condition, values = _condition(criteria)
        with self._connected() as connection:
            _teach(connection)
            query = f"SELECT current.article {condition} ORDER BY seq"
            return [name for (name,) in connection.execute(query, values)]

    def articles(self, criteria: Criteria, limit: int = -1) -> Iterator[Listed]:
        """These articles, the one that changed last first; at most `limit` unless it is -1."""
        condition, values = _condition(criteria)
        columns = (
            "current.article, title, published, source, url, (SELECT count(*) FROM version AS each"
            " WHERE each.article = current.article AND each.digest IS NOT NULL),"
            " run, origin, seen, faults"
        )
        query = f"SELECT {columns} {condition} ORDER BY seq DESC LIMIT ?"
        with self._connected() as connection:
            _teach(connection)
            for name, title, published, source, url, versions, *told in connection.execute(
                query, (*values, limit)
            ):
                run, origin, seen, faults = told
                seen_at = datetime.fromisoformat(seen) if seen else None
                provenance = Provenance(run, origin, seen_at, tuple((faults or "").split()))
                day = stored_date(published) or date.min
                yield Listed(name, title, day, source, url, versions, provenance)

    def with_faults(self, seqs: Iterable[int]) -> frozenset[int]:
        """Which of these versions have a date that something speaks against."""
        wanted = list(seqs)
        marks = ",".join("?" * len(wanted))
        with self._connected() as connection:
            few = connection.execute(
                "SELECT seq FROM version WHERE faults IS NOT NULL LIMIT ?", (FEW + 1,)
            ).fetchall()
            if len(few) <= FEW:  # all there are, as an index tells at once
                return frozenset(seq for (seq,) in few).intersection(wanted)
            rows = connection.execute(
                f"SELECT seq FROM version WHERE faults IS NOT NULL AND seq IN ({marks})",  # noqa: S608 (marks)
                wanted,
            )
            return frozenset(seq for (seq,) in rows)

    def doubtful_days(self) -> dict[str, int]:
        """How many articles with such dates each day has, as `YYYY-MM-DD`."""
        with self._connected() as connection:
            rows = connection.execute(
                "SELECT day, sum(counted) FROM tally WHERE kind = 'doubtful day' GROUP BY 1"
            )
            return dict(rows.fetchall())

    def faults(self) -> dict[str, int]:
        """How many articles have each fault of dates, most first."""
        with self._connected() as connection:
            together = count_by(connection, "faults")
        counts: dict[str, int] = {}
        for faults, articles in together.items():
            for fault in faults.split():
                counts[fault] = counts.get(fault, 0) + articles
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _teach(connection: sqlite3.Connection) -> None:
    """Let SQLite compare names and headlines as the rest of the house does."""
    connection.create_function("label", 1, label, deterministic=True)
    connection.create_function("fold", 1, fold, deterministic=True)


def _condition(criteria: Criteria) -> tuple[str, list[str | int]]:
    parts: list[tuple[str, list[str | int]]] = []
    if criteria.source is not None:
        name = label(criteria.source)
        parts.append(("(label(source) = ? OR label(coalesce(agency, '')) = ?)", [name, name]))
    if criteria.since is not None:
        parts.append(("substr(published, 1, 10) >= ?", [criteria.since.isoformat()]))
    if criteria.until is not None:
        parts.append(("substr(published, 1, 10) <= ?", [criteria.until.isoformat()]))
    if criteria.title is not None:
        parts.append(("instr(fold(title), ?) > 0", [fold(criteria.title)]))
    if criteria.run is not None:
        of_run = "SELECT article FROM version WHERE run = ? AND digest IS NOT NULL"
        parts.append((f"current.article IN ({of_run})", [criteria.run]))
    if criteria.fault is not None:
        parts.append(("instr(' ' || faults || ' ', ?) > 0", [f" {criteria.fault} "]))
    wanted = "".join(f" AND {condition}" for condition, _ in parts)
    values = [value for _, some in parts for value in some]
    return f"FROM current JOIN version USING (seq) WHERE digest IS NOT NULL{wanted}", values
