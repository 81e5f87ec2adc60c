"""What an open archive's fingerprints tell: an article's copies, and which texts are boilerplate.

It is found out when it is asked, from what is stored then: so it is the same in whatever order
articles came, and right again as soon as one is replaced or taken down. Nothing is linked that the
articles' own texts do not bear out.
"""

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager

from corpus.archive.keeping.faults import is_damage
from corpus.archive.rows import read_versions, stored_date
from corpus.article import Article
from corpus.copies.agreement import (
    LEAST_ARTICLES,
    Holder,
    are_copies,
    are_near,
    frequent_in_one_outlet,
    hardly_agree,
)
from corpus.copies.fingerprints import fingerprint, fingerprints
from corpus.copies.table import holders

NO_STORY = 500  # articles: a paragraph that more have is boilerplate, whatever else they say
LOOKED_AT = 100  # articles that share most with one

Connected = Callable[[], AbstractContextManager[sqlite3.Connection]]


class NearCopies:
    """Asks an archive; safe to use from several threads."""

    def __init__(self, connected: Connected) -> None:
        self._connected = connected
        self._judged: tuple[int, dict[int, bool]] = (-1, {})

    def of(self, seq: int) -> dict[int, Article]:
        """The copies of a newest version (`seq`), by theirs, the ones that share most first."""
        with self._whole() as connection:
            return dict(self._copies(connection, seq))
        return {}

    def boilerplate(self, texts: Mapping[int, str]) -> set[int]:
        """Which of some texts, by number, are boilerplate in this archive."""
        found: set[int] = set()
        with self._whole() as connection:
            known = self._verdicts(connection)
            for number, text in texts.items():
                hash_ = fingerprint(text)
                if hash_ is not None and _is_boilerplate(connection, hash_, known):
                    found.add(number)
        return found

    @contextlib.contextmanager
    def _whole(self) -> Iterator[sqlite3.Connection]:
        """The archive; where the table is damaged, what was found up to there must do."""
        with self._connected() as connection:
            try:
                yield connection
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise

    def _verdicts(self, connection: sqlite3.Connection) -> dict[int, bool]:
        """Which paragraphs were found to be boilerplate, or not, since the last change."""
        (seq,) = connection.execute("SELECT max(seq) FROM current").fetchone()
        if self._judged[0] != seq:
            self._judged = (seq, {})
        return self._judged[1]

    def _copies(self, connection: sqlite3.Connection, seq: int) -> Iterator[tuple[int, Article]]:
        article = read_versions(connection, "seq = ?", seq).get(seq)
        if article is None:
            return
        known = self._verdicts(connection)
        told = _told(connection, article, known)
        shared: Counter[int] = Counter()
        for one in told:
            shared.update(holders(connection, one, most=NO_STORY))
        del shared[seq]
        others = _read_holders(connection, shared)
        near = [one for one in others if are_near(article.published, others[one].published)]
        near.sort(key=lambda one: (-shared[one], others[one].id))
        for one in near[:LOOKED_AT]:
            other = read_versions(connection, "seq = ?", one).get(one)
            if other and are_copies(article, other, told, _told(connection, other, known)):
                yield one, other


def _told(
    connection: sqlite3.Connection, article: Article, known: dict[int, bool]
) -> frozenset[int]:
    """An article's fingerprints without boilerplate."""
    return frozenset(
        one
        for one in fingerprints(article.paragraphs)
        if not _is_boilerplate(connection, one, known)
    )


def _is_boilerplate(connection: sqlite3.Connection, hash_: int, known: dict[int, bool]) -> bool:
    if hash_ not in known:
        known[hash_] = _judge(connection, hash_)
    return known[hash_]


def _judge(connection: sqlite3.Connection, hash_: int) -> bool:
    seqs = holders(connection, hash_, most=NO_STORY + 1)
    if not LEAST_ARTICLES <= len(seqs) <= NO_STORY:
        return len(seqs) > NO_STORY
    again = frequent_in_one_outlet(_read_holders(connection, seqs))
    if not again:
        return False
    others = [fingerprints(texts) - {hash_} for texts in _read_texts(connection, again)]
    counts = Counter(one for other in others for one in other)
    rare = {
        one
        for one, count in counts.items()
        if 1 < count < LEAST_ARTICLES
        and len(holders(connection, one, most=LEAST_ARTICLES)) < LEAST_ARTICLES
    }
    return hardly_agree(others, rare)


def _read_holders(connection: sqlite3.Connection, seqs: Iterable[int]) -> dict[int, Holder]:
    """Articles by newest version; what is damaged is left out."""
    found = {}
    for seq in seqs:
        row = connection.execute(
            "SELECT version.article, source, published FROM current JOIN version USING (seq)"
            " WHERE seq = ? AND digest IS NOT NULL",
            (seq,),
        ).fetchone()
        with contextlib.suppress(ValueError, TypeError):
            published = stored_date(row[2]) if row else None
            if published is not None:
                found[seq] = Holder(row[0], row[1], published)
    return found


def _read_texts(connection: sqlite3.Connection, seqs: Iterable[int]) -> Iterator[tuple[str, ...]]:
    for seq in seqs:
        for article in read_versions(connection, "seq = ?", seq).values():
            yield article.paragraphs
