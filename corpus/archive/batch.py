"""Articles on their way into an archive: what is new, what changed, what was there already."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from corpus.archive.identity import filled, is_named_by_hash, may_be_one
from corpus.archive.rows import digest, insert, read_digests, read_versions
from corpus.article import Article

Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of articles, counted."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(
            self.new + other.new, self.changed + other.changed, self.unchanged + other.unchanged
        )


class Batch:
    """One input, stored in as many transactions as `add` is called: see `Archive.batch`.

    `added` counts what was stored so far.
    """

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._older: dict[str, int] = {}  # articles that came last in the text of an older version
        self.added = Added()

    def add(self, articles: Sequence[Article]) -> Added:
        """Store all of these in one transaction, or none."""
        before = dict(self._older)
        try:
            with self._transaction() as connection:
                outcomes = Counter(self._store(connection, article) for article in articles)
        except BaseException:
            self._older = before
            raise
        added = Added(**outcomes)
        self.added += added
        return added

    def finish(self) -> None:
        """Let articles go back to the older version that they came in last, all or none.

        Only the end of an input shows which text was the last. They were counted as unchanged.
        """
        with self._transaction() as connection:
            for name, seq in self._older.items():
                versions = read_versions(connection, "article = ?", name)
                insert(connection, filled(versions[seq], versions[max(versions)]))
        self.added += Added(changed=len(self._older), unchanged=-len(self._older))

    def _store(self, connection: sqlite3.Connection, article: Article) -> str:
        """Add one version, unless it says nothing new. Returns a field's name of `Added`."""
        digests = read_digests(connection, article.id)
        if not digests and is_named_by_hash(article):
            article = replace(article, id=_known_id(connection, article) or article.id)
            digests = read_digests(connection, article.id)
        self._older.pop(article.id, None)
        if not digests:
            insert(connection, article)
            return "new"
        newest = max(digests)
        if digests[newest] == digest(article):  # by far the most frequent: no text need be read
            return "unchanged"
        versions = read_versions(connection, "article = ?", article.id)
        same = [seq for seq in versions if digest(filled(article, versions[seq])) == digests[seq]]
        if not same:
            known = versions.get(newest)  # None: it is damaged
            insert(connection, filled(article, known) if known else article)
            return "changed"
        if same[-1] != newest:
            self._older[article.id] = same[-1]
        return "unchanged"


def _known_id(connection: sqlite3.Connection, article: Article) -> str | None:
    """The id under which the archive has the article already; found once, it is kept."""
    alias = connection.execute("SELECT article FROM alias WHERE id = ?", (article.id,)).fetchone()
    if alias:
        return str(alias[0])
    rows = connection.execute(
        "SELECT DISTINCT article FROM version WHERE title = ? AND url IS NULL"
        " AND digest IS NOT NULL AND published >= ? AND published < ?",
        (article.title, f"{article.day}", f"{article.day}U"),  # with or without a "T" and a time
    ).fetchall()
    known = [str(name) for (name,) in rows if _is_one(connection, article, name)]
    if len(known) != 1:
        return None
    connection.execute("INSERT INTO alias (id, article) VALUES (?, ?)", (article.id, known[0]))
    return known[0]


def _is_one(connection: sqlite3.Connection, article: Article, name: str) -> bool:
    versions = list(read_versions(connection, "article = ?", name).values())
    return any(map(is_named_by_hash, versions)) and may_be_one(article, versions[-1])
