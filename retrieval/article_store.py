"""What an answer needs of the articles themselves: one small Protocol, and the archive behind it.

Passages are for ranking. What is shown comes from `versions`, where each article is held against
the digest with which it was stored.

What a cluster keeps can stand here as well: see `retrieval/cluster`.
"""

import re
from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Set,
)
from datetime import date, datetime
from typing import Protocol

from msgspec import Struct

from corpus.addresses import MARKS_BEHIND
from corpus.archive.archive import Archive
from corpus.archive.elsewhere.facts import Counted, Counts
from corpus.archive.newest import newest
from corpus.archive.scans.all_texts import Text, scan
from corpus.archive.scans.by_day import Read, by_day, in_order_of_day
from corpus.archive.scans.side_by_side import Printed, Selection
from corpus.article import Article, place_of
from corpus.collect.state.sources import last_success
from retrieval.text.languages.table import code_of
from retrieval.text.phrase import has_phrase, with_apostrophes


class Passage(Struct, frozen=True):
    """A paragraph with what stands over it: headline, outlet, agency, language (a code)."""

    text: str
    title: str
    source: str = ""
    agency: str | None = None
    language: str = "en"


class ArticleStore(Protocol):
    """The newest articles; what was removed since a search is left out of what is given.

    So is what is damaged, but for the texts of passages.
    """

    def passages(self, numbers: Iterable[int]) -> Mapping[int, Passage]:
        """Passages by paragraph number."""

    def titles(self, seqs: Iterable[int]) -> Mapping[int, str]:
        """Headlines by version (`seq`)."""

    def versions(self, seqs: Iterable[int]) -> Mapping[int, Article]:
        """Whole articles by version (`seq`)."""

    def damaged(self, seqs: Iterable[int]) -> Sequence[str]:
        """Ids of those versions that are there, but no longer as they were stored."""

    def copies(self, seq: int, article: Article) -> Mapping[int, Article]:
        """Articles that tell the same story as one, by version; `seq` is its own."""

    def boilerplate(self, texts: Mapping[int, str]) -> Set[int]:
        """Which of some texts stand again and again in an outlet's pages, and are not quoted."""

    def printed(self, phrase: str, selection: Selection) -> Iterator[Printed]:
        """Passages that have a phrase as written, newest change first, read when asked for."""

    def by_day(
        self, run: Sequence[str], selection: Selection, *, is_newest: bool
    ) -> Iterator[Read]:
        """Every paragraph and headline that may have a run of words (`words.py`), perhaps others,
        in the order of their articles' days.

        None is missed; it may take seconds for a million paragraphs.
        """

    def in_order_of_day(self, seqs: Collection[int], *, is_newest: bool) -> Sequence[int]:
        """Versions in the same order; those of one day perhaps in that of the archive."""

    def headlines(self, run: Sequence[str]) -> Iterable[Text]:
        """Every headline that may have a run of words, perhaps others."""

    def having(self, run: Sequence[str]) -> Iterator[Sequence[Text]]:
        """Every headline and paragraph that may have a run of words, perhaps others, in no order.

        Some at a time, so that whoever waits can stop; it takes seconds for a million paragraphs.
        """

    def seq_of(self, name: str) -> int | None:
        """The version of the article that has this id, or an address, or had it before."""

    def newest(self, count: int, *, until: date, sources: Sequence[str] = ()) -> Sequence[Article]:
        """See `corpus/archive/newest.py`."""

    def doubtful(self, seqs: Iterable[int]) -> Collection[int]:
        """Which of these versions have a date that something speaks against."""

    def outlets(self) -> Sequence[str]:
        """The names of all outlets, those with most articles first, then of all agencies."""

    def languages(self) -> Sequence[str]:
        """Codes of the languages of all articles, that of most articles first; perhaps none."""

    def counts(self) -> Counts:
        """What is counted over all articles, as they are now."""

    def collected(self) -> datetime | None:
        """When a collection last came to a good end; None where nobody here knows."""

    def state(self) -> Hashable:
        """Another value whenever anything changed."""


class ArchiveStore:
    """The store that an archive is. Safe to use from several threads."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: tuple[int, dict[str, tuple[str, ...]]] = (-1, {})
        self._counts: tuple[int, Counts] = (-1, Counted(archive))

    def passages(self, numbers: Iterable[int]) -> dict[int, Passage]:
        texts = self._archive.paragraphs(numbers)
        seqs = {number: place_of(number)[0] for number in texts}
        over = {
            seq: (one.title, one.source, one.agency, code_of(one.language))
            for seq, one in self._archive.headings(set(seqs.values())).items()
        }
        return {
            number: Passage(text, *over[seqs[number]])
            for number, text in texts.items()
            if seqs[number] in over
        }

    def titles(self, seqs: Iterable[int]) -> dict[int, str]:
        return {seq: heading.title for seq, heading in self._archive.headings(seqs).items()}

    def versions(self, seqs: Iterable[int]) -> dict[int, Article]:
        found = ((seq, self._archive.version(seq)) for seq in seqs)
        return {seq: article for seq, article in found if article is not None}

    def damaged(self, seqs: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._archive.damaged(seqs).values())

    def copies(self, seq: int, article: Article) -> dict[int, Article]:
        return self._archive.near_copies.of(seq, article)

    def boilerplate(self, texts: Mapping[int, str]) -> set[int]:
        return self._archive.near_copies.boilerplate(texts)

    def printed(self, phrase: str, selection: Selection) -> Iterator[Printed]:
        words = re.findall(r"[^\W_]+", with_apostrophes(phrase))
        found = self._archive.printed(words, selection)
        return (one for one in found if has_phrase(one.text, phrase))

    def by_day(
        self, run: Sequence[str], selection: Selection, *, is_newest: bool
    ) -> Iterator[Read]:
        with self._archive.connected() as connection:
            yield from by_day(connection, run, selection, is_newest=is_newest)

    def in_order_of_day(self, seqs: Collection[int], *, is_newest: bool) -> list[int]:
        with self._archive.connected() as connection:
            return in_order_of_day(connection, seqs, is_newest=is_newest)

    def headlines(self, run: Sequence[str]) -> Sequence[Text]:
        return self._archive.scan_headlines(run)

    def having(self, run: Sequence[str]) -> Iterator[Sequence[Text]]:
        with self._archive.connected() as connection:
            yield from scan(connection, run)

    def seq_of(self, name: str) -> int | None:
        return self._archive.seq_at(name)

    def newest(self, count: int, *, until: date, sources: Sequence[str] = ()) -> list[Article]:
        return newest(self._archive, count, until=until, sources=sources)

    def doubtful(self, seqs: Iterable[int]) -> frozenset[int]:
        return self._archive.origins.with_faults(seqs)

    def outlets(self) -> tuple[str, ...]:
        return self._counted(
            "outlets", lambda: (*self._archive.sources(), *self._archive.agencies())
        )

    def languages(self) -> tuple[str, ...]:
        return self._counted("languages", lambda: map(code_of, self._archive.languages()))

    def counts(self) -> Counts:
        seq, known = self._archive.last_seq(), self._counts
        if known[0] != seq:
            known = self._counts = (seq, Counted(self._archive))
        return known[1]

    def collected(self) -> datetime | None:
        with self._archive.connected() as connection:
            return last_success(connection)

    def state(self) -> int:
        return self._archive.last_seq()

    def _counted(self, what: str, names: Callable[[], Iterable[str]]) -> tuple[str, ...]:
        """Names, each once; counted over all articles, so once a change of the archive."""
        seq, known = self._archive.last_seq(), self._known
        if known[0] != seq:
            known = self._known = (seq, {})
        if what not in known[1]:
            known[1][what] = tuple(dict.fromkeys(names()))
        return known[1][what]


def store_of(archive: Archive | ArticleStore) -> ArticleStore:
    """The store that an archive is, or what was given as one."""
    return ArchiveStore(archive) if isinstance(archive, Archive) else archive


def at_address(store: ArticleStore, address: str) -> int | None:
    """The version (`seq`) of the article at a web address, however that is written."""
    whole = address.rstrip(MARKS_BEHIND)
    tried = (store.seq_of(each) for each in (whole, whole.partition("?")[0]))
    return next((seq for seq in tried if seq is not None), None)


def article_called(store: ArticleStore, name: str) -> Article | None:
    """The newest version of an article, by any of its names; None also where it is damaged."""
    seq = store.seq_of(name)
    return None if seq is None else store.versions([seq]).get(seq)
