"""When what comes in is an article that is there, however it was told, and what is kept of that.

A name is a hint, and how sure it is depends on its kind. An address names a page, unless the
archive that the articles come from gives them ids of their own. A file may hold another article
than before, a headline may come again. And two outlets print one text.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple
from urllib.parse import urlsplit

from msgspec import Struct, field

from corpus.addresses import address_key
from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import (
    Kind,
    candidates,
    has_own_id,
    id_by_text,
    is_named_by_hash,
    is_named_by_headline,
)
from corpus.archive.provenance.preparing import Prepared, prepared
from corpus.archive.provenance.texts import (
    LEAST_WORDS,
    beginnings,
    having_text,
    speaks_of_headline,
)
from corpus.archive.rows import Newest, digest, newest, read_digests, read_versions
from corpus.article import UNKNOWN_OUTLET, Article, instant
from corpus.names import same_name

ALIKE = 0.4  # of the words of the shorter text


class ThisRun(Struct, frozen=True):
    """The import or collection at work: its number, and the versions (`seq`) it met again."""

    number: int | None = None
    met: set[int] = field(default_factory=set)

    def has(self, version: Newest) -> bool:
        """Whether the version was among what this run was given."""
        return version.run == self.number or version.seq in self.met


class Identity(NamedTuple):
    """What comes in under the id that it has here, and all versions by `seq` of what it is.

    `known` is the id of those; None for a new article. A damaged version is not among them.
    """

    given: Prepared
    known: str | None
    versions: Mapping[int, Article]


def identify(connection: sqlite3.Connection, given: Prepared, run: ThisRun) -> Identity:
    """Which article comes in. An id that is another's already, as the texts show, is not taken."""
    for each in chain([given], _beside(given.arrival)):
        identity = _by_id_or_name(connection, each, run)
        if identity.known is None or not _is_another(connection, identity, run):
            break
    return identity


def _by_id_or_name(connection: sqlite3.Connection, given: Prepared, run: ThisRun) -> Identity:
    known: str | None = given.arrival.article.id
    if not read_digests(connection, given.arrival.article.id):
        found = known_article(connection, given, run)
        known = found.id if found else None
    versions = read_versions(connection, "article = ?", known) if known else {}
    return Identity(given, known, versions)


def known_article(connection: sqlite3.Connection, given: Prepared, run: ThisRun) -> Article | None:
    """The article that comes in once more, in its newest version; None for a new one."""
    arrival = given.arrival
    for kind, name in candidates(connection, given.names):
        found = newest(connection, name)
        if found is not None and _is_one(kind, arrival, found, run):
            return found.article
    return _under_another_headline(connection, arrival, run)


def _under_another_headline(
    connection: sqlite3.Connection, arrival: Arrival, run: ThisRun
) -> Article | None:
    """The one article of this text, day and outlet, for one that nothing else could name.

    Two headlines over one text within one run are two articles there, and so are they over a
    text that says nothing of the new one: a notice may stand for many.
    """
    article = arrival.article
    is_told = is_named_by_hash(article) and speaks_of_headline(article)
    held = having_text(connection, article) if is_told else None
    if not held or len(held) > 1:
        return None
    (known,) = held.values()
    told = newest(connection, known.id)
    is_line = arrival.origin is not None and told is not None and told.origin == arrival.origin
    is_outlet = is_line or not _is_outlet_untold(article)
    is_one = is_outlet and _may_be_outlet(article, known) and _is_same_day(article, known)
    return known if is_one and told is not None and not run.has(told) else None


def _is_one(kind: Kind, arrival: Arrival, found: Newest, run: ThisRun) -> bool:
    article, known = arrival.article, found.article
    match kind:
        case Kind.ID | Kind.GIVEN:
            return not _is_another_page(arrival, found)
        case Kind.ADDRESS:
            is_told_apart = has_own_id(article) and has_own_id(known)
            is_alike = article.title == known.title or _is_alike(article, known)
            return is_alike or not (is_told_apart or _is_another_page(arrival, found))
        case Kind.FILE:
            return _is_alike(article, known)
        case Kind.TEXT:
            is_told_apart = has_own_id(article) and has_own_id(known)
            is_same_file = found.origin is not None and arrival.origin == found.origin
            return (
                not is_told_apart
                and _says_as_much(article, known)
                and (
                    (is_same_file and not run.has(found))  # within one they are two lines
                    or (_is_same_day(article, known) and _may_be_outlet(article, known))
                )
            )
        case Kind.HEADLINE:
            return is_named_by_hash(known) and _may_be_one(article, known)
        case Kind.BODY | Kind.PART:
            return False  # they lead to no article: see `texts`


def _is_another(connection: sqlite3.Connection, identity: Identity, run: ThisRun) -> bool:
    """Whether what has the id of an article is not that one, as the texts show.

    What came before as another stays that.
    """
    arrival, versions = identity.given.arrival, identity.versions
    if not versions or said_already(arrival.article, versions):  # or all of them are damaged
        return False
    last = newest(connection, versions[max(versions)].id)
    if last is None:  # it is damaged
        return False
    if not is_named_by_headline(arrival.article):
        return _is_another_page(arrival, last)
    if all(_is_unlike(arrival.article, each) for each in versions.values()):
        return True
    found = known_article(connection, next(_beside(arrival)), run)
    return found is not None and found.id != last.article.id


def _beside(arrival: Arrival) -> Iterator[Prepared]:
    """The same under ids that the article that it is not has not: its page's, its text's."""
    article, page = arrival.article, arrival.origin or ""
    is_free = address_key(page) not in {"", address_key(article.id)}
    for name in [page] * is_free + [id_by_text(article)]:
        yield prepared(replace(arrival, article=replace(article, id=name)))


def said_already(article: Article, versions: Mapping[int, Article]) -> list[int]:
    """The versions (`seq`) that say what comes in says, and no less."""
    return [seq for seq, each in versions.items() if digest(filled(article, each)) == digest(each)]


def _is_another_page(arrival: Arrival, known: Newest) -> bool:
    """Whether two pages of the web say that they are one, by mistake."""
    article, other = arrival.article, known.article
    one, two = address_key(arrival.origin or ""), address_key(known.origin or "")
    is_other = bool(one and two) and one != two and article.title != other.title
    return is_other and not _is_alike(article, other)


def _is_unlike(article: Article, known: Article) -> bool:
    """Whether two texts under one headline have nothing else in common.

    Letters and briefs of one day share a headline. Of 464 pairs of agency items that did, 2 were
    as unlike as two that have nothing to do with each other mostly are.
    """
    if set(article.paragraphs) & set(known.paragraphs):
        return False
    one, two = beginnings(*article.paragraphs), beginnings(*known.paragraphs)
    fewer = min(len(one), len(two))
    return fewer >= LEAST_WORDS and len(one & two) < ALIKE * fewer


def _says_as_much(article: Article, known: Article) -> bool:
    """Whether the known one's headline, or else its newest text, is the article's.

    In archives of before, articles without a headline were versions of one another.
    """
    return article.title != "" or article.paragraphs == known.paragraphs


def _may_be_one(article: Article, other: Article) -> bool:
    """Same headline and printed day, a paragraph in common, and no outlet or time against it."""
    return (
        article.title == other.title
        and article.day == other.day
        and _may_be_outlet(article, other)
        and (
            str(article.published) == str(other.published)
            or not isinstance(article.published, datetime)
            or not isinstance(other.published, datetime)
        )
        and not set(article.paragraphs).isdisjoint(other.paragraphs)
    )


def _is_alike(article: Article, other: Article) -> bool:
    """Whether half of the paragraphs of the shorter one stand in the other."""
    one, two = set(article.paragraphs), set(other.paragraphs)
    return 2 * len(one & two) >= min(len(one), len(two))


def _is_same_day(article: Article, other: Article) -> bool:
    return article.day == other.day or instant(article.published) == instant(other.published)


def _may_be_outlet(article: Article, other: Article) -> bool:
    is_untold = _is_outlet_untold(article) or _is_outlet_untold(other)
    return is_untold or same_name(article.source, other.source)


def _is_outlet_untold(article: Article) -> bool:
    """Whether nobody named the outlet, so that it is called by the host of its address, if any."""
    if article.source == UNKNOWN_OUTLET:
        return True
    host = (urlsplit(article.url).hostname or "") if article.url else ""
    return article.source == host.removeprefix("www.")


def filled(article: Article, known: Article) -> Article:
    """The article with what only an earlier import was told: the outlet, times of day and zones.

    What comes under another name than the known one takes that over, with its address, and what
    it does not tell at all.
    """
    if article.id != known.id:
        article = replace(
            article,
            id=known.id,
            url=known.url or article.url,
            updated=article.updated or known.updated,
            agency=article.agency or known.agency,
            authors=article.authors or known.authors,
            section=article.section or known.section,
        )
    source = article.source
    if _is_outlet_untold(article) and not _is_outlet_untold(known):
        source = known.source
    return replace(
        article,
        source=source,
        agency=None if same_name(article.agency or "", source) else article.agency,
        published=_timed(article.published, known.published) or article.published,
        updated=_timed(article.updated, known.updated),
    )


def _timed(day: datetime | date | None, known: datetime | date | None) -> datetime | date | None:
    """The known time, where it is one of just that day, or just that moment in UTC.

    A moment in UTC tells nothing of the clock that the paper prints.
    """
    if day is None or not isinstance(known, datetime):
        return day
    if not isinstance(day, datetime):
        return known if known.date() == day else day
    return known if day == known and not day.utcoffset() else day
