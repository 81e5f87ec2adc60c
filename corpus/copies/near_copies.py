"""What an open archive's fingerprints tell: an article's copies, and which texts are boilerplate.

It is found out when it is asked, from what is stored then: so it is the same in whatever order
articles came, and right again as soon as one is replaced or taken down. Nothing is linked that the
articles' own texts do not bear out.
"""

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import chain

from msgspec import Struct, field

from corpus.archive.keeping.faults import is_damage
from corpus.archive.rows import read_versions, stored_date
from corpus.article import Article, paragraph_number
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
STORY_WORDS = 8  # of a paragraph: lists have the same short lines in many stories
LOOKED_AT = 100  # articles that share most with one
KEPT = 10_000  # articles whose copies are known, a few numbers each

Connected = Callable[[], AbstractContextManager[sqlite3.Connection]]


class _Known(Struct, frozen=True):
    """What was found out since change `seq`: which paragraphs are boilerplate, or not, and the
    copies of versions, by theirs.
    """

    seq: int
    is_boilerplate: dict[int, bool] = field(default_factory=dict)
    copies: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def keep(self, seq: int, copies: Iterable[int]) -> None:
        if len(self.copies) >= KEPT:
            self.copies.clear()
        self.copies[seq] = tuple(copies)


class NearCopies:
    """Asks an archive, once after each change of it; safe to use from several threads."""

    def __init__(self, connected: Connected) -> None:
        self._connected = connected
        self._found = _Known(-1)

    def of(self, seq: int, article: Article) -> dict[int, Article]:
        """The copies of a newest version (`seq`), by theirs, the ones that share most first.

        Their texts are read, and held against their digests, whenever they are asked for.
        """
        with self._whole() as connection:
            known = self._known(connection)
            if seq in known.copies:
                return dict(_read(connection, known.copies[seq]))
            copies = dict(_copies(connection, seq, article, known.is_boilerplate))
            known.keep(seq, copies)
            return copies
        return {}

    def boilerplate(self, texts: Mapping[int, str]) -> set[int]:
        """Which of some texts, by number, are boilerplate in this archive."""
        told = {number: fingerprint(text) for number, text in texts.items()}
        with self._whole() as connection:
            wanted = {one for one in told.values() if one is not None}
            known = self._known(connection).is_boilerplate
            rest = wanted - _stories(connection, wanted, known).keys()
            return {number for number, one in told.items() if one in rest}
        return set()

    @contextlib.contextmanager
    def _whole(self) -> Iterator[sqlite3.Connection]:
        """The archive; where the table is damaged, what was found up to there must do."""
        with self._connected() as connection:
            try:
                yield connection
            except sqlite3.Error as error:
                if not is_damage(error):
                    raise

    def _known(self, connection: sqlite3.Connection) -> _Known:
        (seq,) = connection.execute("SELECT max(seq) FROM current").fetchone()
        known = self._found
        if known.seq != seq:
            known = self._found = _Known(seq or 0)
        return known


def _copies(
    connection: sqlite3.Connection, seq: int, article: Article, known: dict[int, bool]
) -> Iterator[tuple[int, Article]]:
    told = _told(connection, article, known)
    shared = Counter(chain.from_iterable(told.values()))
    del shared[seq]
    others = _read_holders(connection, shared)
    near = [one for one in others if are_near(article.published, others[one].published)]
    near.sort(key=lambda one: (-shared[one], others[one].id))
    for one, other in _read(connection, near[:LOOKED_AT]):
        also_told = _told(connection, other, known)
        if are_copies(article, other, told.keys(), also_told.keys()):
            yield one, other


def _read(connection: sqlite3.Connection, seqs: Iterable[int]) -> Iterator[tuple[int, Article]]:
    """Whole versions; what is damaged is left out."""
    for seq in seqs:
        yield from read_versions(connection, "seq = ?", seq).items()


def _told(
    connection: sqlite3.Connection, article: Article, known: dict[int, bool]
) -> dict[int, list[int]]:
    """What tells an article's story, and for each paragraph of it the versions that have it."""
    return _stories(connection, fingerprints(article.paragraphs, words=STORY_WORDS), known)


def _stories(
    connection: sqlite3.Connection, paragraphs: Iterable[int], known: dict[int, bool]
) -> dict[int, list[int]]:
    """Those paragraphs that are no boilerplate, each with the versions that have it.

    `known`: what was found of frequent ones before, and is found now.
    """
    wanted = [one for one in paragraphs if not known.get(one)]
    found = holders(connection, wanted, NO_STORY + 1)
    for one, seqs in found.items():
        if len(seqs) >= LEAST_ARTICLES and one not in known:
            known[one] = len(seqs) > NO_STORY or _is_boilerplate(connection, one, seqs)
    return {one: seqs for one, seqs in found.items() if not known.get(one)}


def _is_boilerplate(connection: sqlite3.Connection, paragraph: int, seqs: Sequence[int]) -> bool:
    again = frequent_in_one_outlet(_read_holders(connection, seqs))
    if not again:
        return False
    others = [fingerprints(texts) - {paragraph} for texts in _read_texts(connection, again)]
    counts = Counter(chain.from_iterable(others))
    shared = holders(
        connection, [one for one, count in counts.items() if count > 1], LEAST_ARTICLES
    )
    rare = {one for one, seqs in shared.items() if len(seqs) < LEAST_ARTICLES}
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


def _read_texts(connection: sqlite3.Connection, seqs: Iterable[int]) -> Iterator[list[str]]:
    """Paragraphs as they stand: what is only compared need not be held against its digest."""
    for seq in seqs:
        rows = connection.execute(
            "SELECT text FROM paragraph WHERE number >= ? AND number < ?",
            (paragraph_number(seq, 0), paragraph_number(seq + 1, 0)),
        )
        yield [text for (text,) in rows]
