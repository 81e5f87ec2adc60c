"""One version of an article, and which of them was there at a moment."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from corpus.article import Article, instant


class Version(Struct, frozen=True):
    """`seq` is the change that brought it; `seen` when it came into the archive, where known."""

    seq: int
    article: Article
    seen: datetime | None = None


def distinct(versions: Iterable[Version]) -> list[Version]:
    """Without those that say what the one before says, as one does that an undone run left: of
    these the last stands, seen when the first was.
    """
    told: list[Version] = []
    for version in versions:
        if told and told[-1].article == version.article:
            told[-1] = replace(version, seen=told[-1].seen)
        else:
            told.append(version)
    return told


def as_of(versions: Sequence[Version], moment: datetime) -> Version | None:
    """The version that stood at a moment, of an article's versions in their order.

    The first is there from its publication. A later one is there from the update that it tells,
    where that is news beside the version before; else from when it was first seen. None before
    publication.
    """
    standing = None
    before: Version | None = None
    for version in versions:
        if (start := _start(version, before)) is not None and start <= moment:
            standing = version
        before = version
    return standing


def _start(version: Version, before: Version | None) -> datetime | None:
    article = version.article
    if before is None:
        return instant(article.published)
    if article.updated is not None and article.updated != before.article.updated:
        told = instant(article.updated)
        return told if version.seen is None else min(told, version.seen)
    return version.seen
