"""What a page shows now, held against the article that was taken from it before."""

import sqlite3

from corpus.archive.provenance.names import resolve
from corpus.archive.rows import Newest, newest, read_provenance
from corpus.article import Article, instant
from corpus.collect.reading.taking import Taken
from corpus.versions.corrections import corrections

NOTICE = 600  # characters; so few in the place of more than twice as many are no update


def known_as(connection: sqlite3.Connection, name: str | None) -> Newest | None:
    """The article that an address is noted to lead to."""
    return newest(connection, resolve(connection, name) or "") if name else None


def hides(read: Taken, known: Newest) -> bool:
    """Whether a page no longer shows the text that it had: that is to be paid for, or a notice
    stands in its place, be it of consent or of a login. A correction is the paper's own word.
    """
    article, before = read.finished.article, known.article
    has_half = 2 * _size(article) >= _size(before)
    if read.is_paywalled:
        return not has_half or set(article.paragraphs) < set(before.paragraphs)
    return not has_half and _size(article) < NOTICE and not corrections(article)


def is_redated(connection: sqlite3.Connection, read: Taken, known: Newest, place: str) -> bool:
    """Whether the paper put another date over the same text, where that came from this `place`.

    One later than the moment when it was first seen is none of its publication.
    """
    article = read.finished.article
    if not read.is_dated or known.origin != place:
        return False
    told = read_provenance(connection, "article = ?", known.article.id).values()
    first = min((one.seen for one in told if one.seen), default=None)
    moment = instant(article.published)
    return first is not None and moment <= first and moment != instant(known.article.published)


def _size(article: Article) -> int:
    return sum(map(len, article.paragraphs))
