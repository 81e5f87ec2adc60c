"""All that an archive tells of one article, for a place where its file is not at hand.

An article travels as the JSON that its digest was made of, so that whoever reads it there can hold
it against the digest, as is done here.
"""

from dataclasses import dataclass

import msgspec

from corpus.archive.provenance.names import names_for
from corpus.archive.reading import Change, ReadableArchive
from corpus.archive.rows import as_bytes, digest, stored_date
from corpus.article import Article
from corpus.errors import DamagedError


@dataclass(frozen=True, slots=True)
class Whole:
    """The newest version of an article and what hangs on it.

    `digest` is "" where the article is no longer what was stored. `names` are hashes by which it is
    known (see `names_for`); `older` versions are encoded, the oldest first. `copies` are versions
    (`seq`) that tell the same story, `boilerplate` positions of paragraphs that are not quoted.
    """

    article: Article
    text: str
    digest: str
    names: tuple[str, ...]
    is_doubtful: bool
    older: tuple[str, ...]
    copies: tuple[int, ...]
    boilerplate: tuple[int, ...]


def whole_of(archive: ReadableArchive, change: Change) -> Whole | None:
    """Of the version that a change brought; None for a removal."""
    article = change.article
    if article is None:
        return None
    copies = archive.near_copies
    versions = () if change.first else archive.versions(change.id)
    with archive.connected() as connection:
        names = connection.execute("SELECT name FROM name WHERE article = ?", (change.id,))
        known = {bytes(name).hex() for (name,) in names}
    return Whole(
        article=article,
        text=encoded(article),
        digest="" if change.is_damaged else digest(article).hex(),
        names=tuple(sorted(known)),
        is_doubtful=bool(archive.origins.with_faults([change.seq])),
        older=tuple(encoded(one.article) for one in versions if one.seq < change.seq),
        copies=tuple(copies.of(change.seq, article)),
        boilerplate=tuple(copies.boilerplate(dict(enumerate(article.paragraphs)))),
    )


def hashes_for(given: str) -> list[str]:
    """By what `Whole.names` may know an article that somebody names."""
    return [name.hash.hex() for name in names_for(given)]


def encoded(article: Article) -> str:
    return as_bytes(article).decode("utf-8")


class _Encoded(msgspec.Struct):
    """An article whose dates are still text."""

    id: str
    title: str
    published: str
    source: str
    paragraphs: tuple[str, ...]
    url: str | None = None
    updated: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    language: str = "en"


def decoded(text: str, stored: str | None = None) -> Article:
    """The article that was encoded. Raises DamagedError where it is not that of the digest."""
    try:
        one = msgspec.json.decode(text, type=_Encoded)
        published = stored_date(one.published)
        if published is None:
            raise ValueError("published")
        article = Article(
            id=one.id,
            title=one.title,
            published=published,
            source=one.source,
            paragraphs=one.paragraphs,
            url=one.url,
            updated=stored_date(one.updated),
            agency=one.agency,
            authors=one.authors,
            section=one.section,
            language=one.language,
        )
    except ValueError as error:  # msgspec's own are such
        raise DamagedError("what is stored is no article") from error
    if stored is not None and digest(article).hex() != stored:
        raise DamagedError(article.id)
    return article
