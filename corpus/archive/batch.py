"""Articles on their way into an archive: what is new, what changed, what was there already."""

import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime

from corpus.archive.identity import beside, filled, is_another, known_article
from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import Kind, Name, learn
from corpus.archive.provenance.preparing import Prepared, prepared
from corpus.archive.provenance.removals import is_half_removed, is_kept_out, let_in
from corpus.archive.provenance.runs import Added, count
from corpus.archive.provenance.texts import names_of_paragraphs, names_of_text
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
        self._older: dict[str, int] = {}  # articles that came last in the text of an older version
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
                        self._store(connection, prepared(article)) for article in articles
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
            for name, seq in self._older.items():
                versions = read_versions(connection, "article = ?", name)
                told = read_provenance(connection, "seq = ?", seq)
                if seq in versions:  # else removed meanwhile
                    article = filled(versions[seq], versions[max(versions)])
                    insert(connection, article, self._seen(told[seq].origin, told[seq].faults))
            added = Added(changed=len(self._older), unchanged=-len(self._older))
            if self.run is not None:
                count(connection, self.run, added, is_over=True)
        self._older.clear()
        self.added += added

    def _store(self, connection: sqlite3.Connection, given: Prepared) -> str:
        """Add one version, unless it says nothing new. Returns a field's name of `Added`."""
        arrival, names = given.arrival, given.names
        article = arrival.article
        digests = read_digests(connection, article.id)
        known = article.id
        if not digests:
            found = known_article(connection, arrival, names, run=self.run)
            if found is None:
                return self._store_new(connection, given)
            known, digests = found.id, read_digests(connection, found.id)
        latest = max(digests)
        is_same = digests[latest] == given.digest  # by far the most frequent: no text need be read
        versions = {} if is_same else read_versions(connection, "article = ?", known)
        same = [seq for seq in versions if digest(filled(article, versions[seq])) == digests[seq]]
        is_old = is_same or bool(same)
        if not is_old and is_another(connection, arrival, versions, run=self.run):
            return self._store(connection, prepared(beside(arrival)))
        if known != article.id:
            learn(connection, known, names, self.run)
        self._older.pop(known, None)
        if not is_old:
            last = versions.get(latest)  # None: it is damaged
            article = filled(article, last) if last else replace(article, id=known)
            insert(connection, article, self._seen(arrival.origin, arrival.faults))
            learn(connection, known, _but_id(names), self.run)
            return "changed"
        if same and same[-1] != latest:
            self._older[known] = same[-1]
        return "unchanged"

    def _store_new(self, connection: sqlite3.Connection, given: Prepared) -> str:
        arrival = given.arrival
        names = [*given.names, *names_of_text(arrival.article)]
        if self._again:
            let_in(connection, [*names, *names_of_paragraphs(arrival.article)])
        elif is_kept_out(connection, names) or is_half_removed(connection, arrival.article):
            return "kept_out"
        seen = self._seen(arrival.origin, arrival.faults)
        insert(connection, arrival.article, seen, given.digest, given.fingerprints)
        learn(connection, arrival.article.id, _but_id(given.names), self.run)
        return "new"

    def _seen(self, origin: str | None, faults: tuple[str, ...]) -> Provenance:
        return Provenance(self.run, origin, datetime.now(UTC), faults)


def _but_id(names: Sequence[Name]) -> list[Name]:
    """Without the id, by which an article is found anyway."""
    return [name for name in names if name.kind is not Kind.ID]
