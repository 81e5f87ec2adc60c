"""What an engine is: terms in, scored passages out.

A writer adds and removes articles; a reader takes one view and asks that for everything, so that
what another thread or process commits meanwhile changes nothing under it. Engines know no language
and no ranking. Every one scores with BM25 (Robertson and Zaragoza, The Probabilistic Relevance
Framework, 2009), the same k1, b and non-negative idf, ln(1 + (N - df + 0.5) / (df + 0.5)), so that
they differ in speed and place only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import NamedTuple, Protocol

from msgspec import Struct

from corpus.archive.elsewhere.whole import Whole

K1 = 1.2  # the values that tantivy and Lucene have built in
B = 0.75
LEAD_TERMS = 200  # news is told in full in its first paragraphs: those that hold so many terms
BEST_ARTICLES = 30  # articles whose passages are looked at
CANDIDATES = 100  # passages that are asked for


class Entry(Struct, frozen=True):
    """One version of an article as an engine takes it: terms only.

    `paragraphs[i]` are the terms of paragraph i, perhaps none. `labels` are the folded names of
    outlet and agency, for filters. `day` is the day of publication as printed. `printed` is for
    an engine that keeps the articles themselves too, beside their terms.
    """

    seq: int
    article: str
    day: date
    labels: tuple[str, ...]
    title: Sequence[str]
    paragraphs: Sequence[Sequence[str]]
    printed: Whole | None = None

    def lead(self) -> list[str]:
        """The headline and the first paragraphs, until there are `LEAD_TERMS` of theirs."""
        terms = list(self.title)
        for paragraph in self.paragraphs:
            if len(terms) >= LEAD_TERMS + len(self.title):
                break
            terms += paragraph
        return terms

    def whole(self) -> list[str]:
        """The headline and all paragraphs."""
        return [*self.title, *chain.from_iterable(self.paragraphs)]


class Timely(Struct, frozen=True):
    """Days, both included, that are searched by themselves too, for their best `limit`."""

    since: date
    until: date
    limit: int


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for: passages with any of `terms`, every phrase and none of `excluded`.

    A phrase is given as its alternatives, one a language, each a run of neighbouring terms.
    `since` and `until` are included; `labels` are alternatives, what has one of `without` is shut
    out. `timely` are days that must not be crowded out by others: their best articles are looked
    into too. `articles`: how many are looked into; where there are phrases,
    0 says that only the hits are wanted: an engine may leave out the scores of articles.
    """

    terms: tuple[str, ...]
    phrases: tuple[tuple[tuple[str, ...], ...], ...] = ()
    excluded: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    labels: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    timely: Timely | None = None
    articles: int = BEST_ARTICLES

    def among_timely(self, timely: Timely) -> "Search":
        """The same search among what is timely, and no wider."""
        return replace(
            self,
            since=max(timely.since, self.since or timely.since),
            until=min(timely.until, self.until or timely.until),
            timely=None,
        )


class Hit(NamedTuple):
    """A passage, its BM25 sum for the question's terms, and its article's day.

    `number` is `paragraph_number`.
    """

    number: int
    score: float
    day: date


@dataclass(frozen=True, slots=True)
class Found:
    """What one search brought.

    `hits`: passages, best first, equal scores in archive order, of the articles that match best
    (`Search.articles`) and of as many timely ones; where there are phrases or exclusions, of any
    article. `titles`: BM25 of the headline by article version (`seq`); `articles`: BM25 of the lead
    and of the whole article, added; both of these articles, where they are above zero.
    `frequencies`: in how many passages each term stands; `passages`: how many there are.
    """

    hits: tuple[Hit, ...] = ()
    titles: Mapping[int, float] = field(default_factory=dict)
    articles: Mapping[int, float] = field(default_factory=dict)
    frequencies: Mapping[str, int] = field(default_factory=dict)
    passages: int = 0


def in_order(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Best first, equal scores in archive order."""
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.number)))


class Share(Struct, frozen=True):
    """What one term of the question gave a quote in one field, or one feature in its score."""

    term: str
    field: str
    score: float


class Held(Struct, frozen=True):
    """All that an engine holds, in no order: passages (`paragraph_number`), articles (`seq`)."""

    passages: Sequence[int]
    articles: Sequence[int]


class Wording(NamedTuple):
    """Terms that an article's lead must all have, and terms that its headline must."""

    lead: tuple[str, ...]
    title: tuple[str, ...] = ()


class View(Protocol):
    """An engine as it stood at one moment.

    All methods raise IndexUnusableError when the engine's files fail, EngineUnreachableError when
    its server does not answer in whole.
    """

    def search(self, search: Search, limit: int) -> Found:
        """What matches best (see `Found`), `limit` 1 or more; only what holds one of the terms."""

    def leads(self, search: Search, limit: int) -> Sequence[Hit]:
        """The first passages of articles that are wanted for their headlines or their day.

        Of articles that pass the filters and whose headline has one of the terms, if any is given,
        and every phrase: by the headline's score, without terms the newest first. Exclusions do not
        matter, and the hits' scores are 0.
        """

    def days(self, search: Search, wordings: Sequence[Wording]) -> Mapping[date, int]:
        """How many articles each day has that pass the filters and have all of one of `wordings`.

        With no wording all that pass. Excluded terms shut out the articles that have one in their
        lead; the search's terms and phrases do not matter.
        """

    def passage_count(self) -> int:
        """How many passages are there to be found."""

    def held(self) -> Held:
        """What is there to be found, to be held against the archive."""

    def vocabulary(self, prefixes: Iterable[str], near: Iterable[str]) -> Mapping[str, int]:
        """The passages' terms that begin so, and in how many passages each stands.

        `near`: what they are wanted for. What is none of the prefixes and more than two edits from
        all of these may be left out.
        """

    def examples(self, terms: Iterable[str]) -> Mapping[str, int]:
        """The best passage for each term by itself; terms that stand nowhere are left out."""

    def explain(self, search: Search, numbers: Iterable[int]) -> Mapping[int, tuple[Share, ...]]:
        """What each term gives each passage, and its article's headline, lead and whole."""


class Engine(Protocol):
    """Passages of many articles, searched by terms.

    `add`, `remove` and `commit` are one writer's; a change is seen by the views taken after
    `commit` (in the same process at once, in others after `reload`). All methods raise
    IndexUnusableError when the engine's files fail, EngineUnreachableError when its server does not
    answer in whole.
    """

    name: str

    def last_seq(self, at_least: int = 0) -> int:
        """The highest `seq` among the articles committed; `at_least` where none is higher."""

    def article_count(self) -> int:
        """How many articles, with passages or without."""

    def add(self, entry: Entry) -> None:
        """Take a version in. Versions come in ascending `seq`; one already held is passed over."""

    def remove(self, article: str, before: int) -> None:
        """Forget an article's versions below `seq` `before`; nothing happens for none."""

    def commit(self) -> None:
        """Make all changes since the last commit stand, all or none."""

    def roll_back(self) -> None:
        """Forget what was added and removed since the last commit."""

    def reload(self) -> None:
        """See what another process committed."""

    def view(self) -> View:
        """All that is committed, to be asked; it stays usable after `close`."""

    def close(self) -> None:
        """Let go of files and connections."""
