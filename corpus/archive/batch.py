"""Articles on their way into an archive: what is new, what changed, what was there already."""

import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from corpus.archive.identity import ThisRun, filled, identify, said_already
from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import Kind, Name, learn, names_for
from corpus.archive.provenance.preparing import Prepared, prepared
from corpus.archive.provenance.removals import is_half_removed, is_kept_out, let_in
from corpus.archive.provenance.runs import Added, count
from corpus.archive.provenance.texts import names_of_paragraphs, names_of_text
from corpus.archive.provenance.told import Stored, remember_stored, stored_as
from corpus.archive.rows import (
    Provenance,
    digest,
    insert,
    read_digests,
    read_provenance,
    read_versions,
)
from corpus.article import Article

Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]
Beside = Callable[[sqlite3.Connection], object]


class Outcome(NamedTuple):
    """A field's name of `Added`, and the version that it is now; None for what is kept out."""

    kind: str
    stored: Stored | None


class Older(NamedTuple):
    """A version (`seq`), and the digest of what was told when the article came as that."""

    seq: int
    told: bytes


class Batch:
    """One input, stored in as many transactions as `add` is called: see `Archive.batch`.

    `added` counts what was stored so far. Several threads may add to it.
    """

    def __init__(
        self, transaction: Transaction, run: int | None = None, again: bool = False
    ) -> None:
        self._transaction = transaction
        self.run = run
        self._again = again
        self._older: dict[str, Older] = {}  # articles that came last in an older version
        self._this_run = ThisRun(run)
        self._guard = threading.Lock()
        self.added = Added()

    def add(
        self, articles: Sequence[Prepared | Arrival | Article], *, beside: Beside | None = None
    ) -> Added:
        """Store all of these in one transaction, and what `beside` writes, or nothing of it."""
        with self._guard:
            before = dict(self._older)
            try:
                with self._transaction() as connection:
                    outcomes = Counter(
                        self._store(connection, prepared(article)).kind for article in articles
                    )
                    added = Added(**outcomes)
                    if self.run is not None:
                        count(connection, self.run, added, is_over=False)
                    if beside is not None:
                        beside(connection)
            except BaseException:
                self._older = before
                raise
            self.added += added
            return added

    def finish(self) -> None:
        """Let articles go back to the older version that they came in last, all or none.

        Only the end of an input shows which text was the last. They were counted as unchanged.
        """
        with self._transaction() as connection:
            for name, older in self._older.items():
                versions = read_versions(connection, "article = ?", name)
                told = read_provenance(connection, "seq = ?", older.seq)
                if older.seq in versions:  # else removed meanwhile
                    article = filled(versions[older.seq], versions[max(versions)])
                    origin, faults = told[older.seq].origin, told[older.seq].faults
                    insert(connection, article, self._seen(origin, faults))
                    stored = Stored(name, digest(article))
                    remember_stored(connection, older.told, stored, self.run)
            added = Added(changed=len(self._older), unchanged=-len(self._older))
            if self.run is not None:
                count(connection, self.run, added, is_over=True)
        self._older.clear()
        self.added += added

    def _store(self, connection: sqlite3.Connection, given: Prepared) -> Outcome:
        """Add one version, unless it says nothing new. What was told before is what it was then."""
        stored = stored_as(connection, given)
        if stored is not None:
            return self._note(connection, given, Outcome("unchanged", stored))
        outcome = self._store_untold(connection, given)
        if outcome.stored is not None:
            remember_stored(connection, given.digest, outcome.stored, self.run)
        return self._note(connection, given, outcome)

    def _note(self, connection: sqlite3.Connection, given: Prepared, outcome: Outcome) -> Outcome:
        """Keep in mind whether it is an older version that the article came in last."""
        if outcome.stored is None:
            return outcome
        name, stored = outcome.stored
        self._older.pop(name, None)
        if outcome.kind == "unchanged":
            learn(connection, name, _of_file(given.names), self.run)
            digests = read_digests(connection, name)
            seq = max(seq for seq, each in digests.items() if each == stored)
            self._this_run.met.add(seq)
            if digests[max(digests)] != stored:
                self._older[name] = Older(seq, given.digest)
        return outcome

    def _store_untold(self, connection: sqlite3.Connection, given: Prepared) -> Outcome:
        """Add what never came just so: a new article, or a version of one that is there."""
        given, known, versions = identify(connection, given, self._this_run)
        arrival = given.arrival
        if known is None:
            return self._store_new(connection, given)
        if known != arrival.article.id:
            if not self._again and is_kept_out(connection, names_for(arrival.article.id)):
                return Outcome("kept_out", None)  # whatever else it is known by
            learn(connection, known, given.names, self.run)
        same = said_already(arrival.article, versions)
        if same:
            return Outcome("unchanged", Stored(known, digest(versions[same[-1]])))
        last = versions.get(max(read_digests(connection, known)))  # None: it is damaged
        article = filled(arrival.article, last) if last else replace(arrival.article, id=known)
        insert(connection, article, self._seen(arrival.origin, arrival.faults))
        learn(connection, known, _but_id(given.names), self.run)
        return Outcome("changed", Stored(known, digest(article)))

    def _store_new(self, connection: sqlite3.Connection, given: Prepared) -> Outcome:
        arrival = given.arrival
        names = [*given.names, *names_of_text(arrival.article)]
        if self._again:
            let_in(connection, [*names, *names_of_paragraphs(arrival.article)])
        elif is_kept_out(connection, names) or is_half_removed(connection, arrival.article):
            return Outcome("kept_out", None)
        seen = self._seen(arrival.origin, arrival.faults)
        insert(connection, arrival.article, seen, given.digest, given.fingerprints)
        learn(connection, arrival.article.id, _but_id(given.names), self.run)
        return Outcome("new", Stored(arrival.article.id, given.digest))

    def _seen(self, origin: str | None, faults: tuple[str, ...]) -> Provenance:
        return Provenance(self.run, origin, datetime.now(UTC), faults)


def _of_file(names: Sequence[Name]) -> list[Name]:
    """The name that leads to the last article that it was given for."""
    return [name for name in names if name.kind is Kind.FILE]


def _but_id(names: Sequence[Name]) -> list[Name]:
    """Without the id, by which an article is found anyway."""
    return [name for name in names if name.kind is not Kind.ID]
