"""What is counted over a whole archive, as one value that can be kept where its file is not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Protocol

import msgspec

from corpus.archive.gaps import Gap
from corpus.archive.holdings import Holdings
from corpus.archive.reading import ReadableArchive
from corpus.archive.rows import stored_date
from corpus.archive.scans.outlets import Outlet, read_outlets
from corpus.article import instant


class Facts(msgspec.Struct, frozen=True):
    """`first` and `last` are dates of publication, as text: JSON knows no dates."""

    articles: int = 0
    paragraphs: int = 0
    sources: dict[str, int] = {}
    languages: dict[str, int] = {}
    agencies: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    bytes: int = 0
    outlets: tuple[Outlet, ...] = ()
    gaps: tuple[Gap, ...] = ()
    doubtful_days: dict[str, int] = {}

    @property
    def holdings(self) -> Holdings:
        return Holdings(
            articles=self.articles,
            paragraphs=self.paragraphs,
            sources=self.sources,
            first=stored_date(self.first),
            last=stored_date(self.last),
            bytes=self.bytes,
        )


class Counts(Protocol):
    """What is counted over all articles; each may take a while when it is first asked for.

    `doubtful_days`: how many articles each has whose dates something speaks against.
    """

    @property
    def holdings(self) -> Holdings: ...
    @property
    def outlets(self) -> Sequence[Outlet]: ...
    @property
    def gaps(self) -> Sequence[Gap]: ...
    @property
    def doubtful_days(self) -> Mapping[str, int]: ...


class Counted:
    """Of an archive as it is when each is asked for; counted once."""

    def __init__(self, archive: ReadableArchive) -> None:
        self._archive = archive

    @cached_property
    def holdings(self) -> Holdings:
        return self._archive.holdings()

    @cached_property
    def outlets(self) -> Sequence[Outlet]:
        with self._archive.connected() as connection:
            return tuple(read_outlets(connection))

    @cached_property
    def gaps(self) -> Sequence[Gap]:
        return tuple(self._archive.gaps())

    @cached_property
    def doubtful_days(self) -> dict[str, int]:
        return self._archive.origins.doubtful_days()


def facts_of(archive: ReadableArchive) -> Facts:
    """All of it, counted now."""
    counted = Counted(archive)
    held = counted.holdings
    return Facts(
        articles=held.articles,
        paragraphs=held.paragraphs,
        sources=held.sources,
        languages=archive.languages(),
        agencies=tuple(archive.agencies()),
        first=held.first.isoformat() if held.first else None,
        last=held.last.isoformat() if held.last else None,
        bytes=held.bytes,
        outlets=tuple(counted.outlets),
        gaps=tuple(counted.gaps),
        doubtful_days=counted.doubtful_days,
    )


def together(several: Sequence[Facts]) -> Facts:
    """Of several archives as of one. An outlet that two of them have is counted in both."""
    if len(several) == 1:
        return several[0]
    gaps = [gap for one in several for gap in one.gaps]
    outlets: dict[str, Outlet] = {}
    for outlet in (one for facts in several for one in facts.outlets):
        known = outlets.get(outlet.name)
        outlets[outlet.name] = _joined(known, outlet) if known else outlet
    return Facts(
        articles=sum(one.articles for one in several),
        paragraphs=sum(one.paragraphs for one in several),
        sources=_most_first([one.sources for one in several]),
        languages=_most_first([one.languages for one in several]),
        agencies=tuple(sorted({name for one in several for name in one.agencies})),
        first=_outermost([one.first for one in several], is_last=False),
        last=_outermost([one.last for one in several], is_last=True),
        bytes=sum(one.bytes for one in several),
        outlets=tuple(sorted(outlets.values(), key=lambda one: (-one.articles, one.name))),
        gaps=tuple(sorted(gaps, key=lambda gap: (gap.first, gap.source))),
        doubtful_days=dict(sum((Counter(one.doubtful_days) for one in several), Counter())),
    )


def _most_first(counts: Sequence[dict[str, int]]) -> dict[str, int]:
    whole = sum(map(Counter, counts), Counter[str]())
    return dict(sorted(whole.items(), key=lambda item: (-item[1], item[0])))


def _outermost(dates: Sequence[str | None], *, is_last: bool) -> str | None:
    known = [text for text in dates if text]
    return (max if is_last else min)(known, key=_moment) if known else None


def _moment(text: str) -> datetime:
    return instant(stored_date(text) or date.min)


def _joined(one: Outlet, other: Outlet) -> Outlet:
    """`days` are at least those of the one that has more: some may be the same."""
    firsts = [day for day in (one.first, other.first) if day]
    lasts = [day for day in (one.last, other.last) if day]
    return Outlet(
        one.name,
        one.articles + other.articles,
        max(one.days, other.days),
        min(firsts, default=None),
        max(lasts, default=None),
    )
