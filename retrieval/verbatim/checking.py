"""Was this printed? A quote → whether it stands in the archive, where first, or what is nearest."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

from corpus.archive.archive import Archive
from corpus.article import HEADLINE, Article, instant, place_of
from retrieval.answer import Difference
from retrieval.article_store import ArticleStore, store_of
from retrieval.deadline import Deadline
from retrieval.engines.engine import Search, View
from retrieval.errors import SearchTooLongError
from retrieval.index.snapshot import Served
from retrieval.question.words import ADDRESS
from retrieval.verbatim.finding import Finder, Reading, all_of
from retrieval.verbatim.printings import Match, nearest, verbatim
from retrieval.verbatim.quoted import LABELLED, Quoted
from retrieval.verbatim.words import keys_of

LOOKED_AT = 150  # passages that share terms with the quote, and headlines
ARTICLES = 60  # whose passages these are
HOLDING_ALL = 1_000  # of those that hold all its rare words
ALIGNED = 24  # of them, those that share most words are held against it
FAR = 0.3  # share of a quote's words that may differ; of three or more, one may always
COPIED = 1  # word that differs where what stands around a quotation is the paper's too
MOST_QUOTATIONS = 4  # of one text, that are looked for by themselves
SHOWN = 5  # articles that print something near
PATIENCE = 10.0  # seconds


class Verdict(StrEnum):
    """`verbatim`: it stands there; `differs`: nearly; `absent`: not in this archive."""

    VERBATIM = "verbatim"
    DIFFERS = "differs"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Said:
    """What the archive says of a quote.

    `matches`: of a verbatim quote all articles that print it, the earliest first, those of doubtful
    dates last; else the nearest, the best first. `first` is the earliest of those that differ
    least, and of no doubtful date, if there is one. `quote` is what was looked for, perhaps only
    what had quotation marks, where that is most of it; of less, what stands around it is told as a
    difference. `damaged`: ids of articles that may print it, but are no longer what was stored.
    `read_to`: those that print it were read up to that day; None where all of them were.
    """

    quote: str
    verdict: Verdict
    first: Match | None = None
    matches: tuple[Match, ...] = ()
    damaged: tuple[str, ...] = ()
    read_to: date | None = None

    @property
    def is_around(self) -> bool:
        """What is in quotation marks is printed so, and only what stands around them is not."""
        return self.verdict is Verdict.DIFFERS and self.first is not None and not self.first.cost

    @property
    def is_printed(self) -> bool:
        """All of it, or all that is in quotation marks."""
        return self.verdict is Verdict.VERBATIM or self.is_around


@dataclass(frozen=True, slots=True)
class _Looked:
    """`unread` gets the versions of which there was no article to read."""

    unread: set[int]
    deadline: Deadline
    most: int | None


class Checker:
    """Holds quotes against one archive, through one index."""

    def __init__(self, archive: Archive | ArticleStore, index: Served) -> None:
        self._store = store_of(archive)
        self._index = index
        self._finder = Finder(self._store)

    def check(self, quote: str, *, seconds: float = PATIENCE, most: int | None = None) -> Said:
        """Whether a quote was printed. One without a word is `absent`.

        Of what many print those are given that can be read in so many `seconds`, `most` articles at
        most: the earliest. Raises SearchTooLongError where that time is too short to find any, or
        that there is none.
        """
        self._index.refresh()
        unread: set[int] = set()
        looked = _Looked(unread, Deadline.after(seconds), most)
        said = self._held(quote, self._index.snapshot().view, looked)
        return replace(said, damaged=tuple(self._store.damaged(sorted(unread))))

    def _held(self, quote: str, view: View, looked: _Looked) -> Said:
        for quoted in Quoted(quote).readings():
            matches, read_to = self._verbatim(quoted, view, looked)
            if matches:
                return Said(quote, Verdict.VERBATIM, matches[0], tuple(matches), read_to=read_to)
        whole = Quoted(ADDRESS.sub(" ", quote))
        matches = self._nearest(whole, view, looked.unread)
        if whole.in_marks is None:
            return _nearly(quote, matches)
        is_around = len(whole.words.keys) > 2 * len(whole.in_marks.words.keys)
        if matches and (is_around or _is_copied(whole, matches[0])):
            return _nearly(quote, matches)
        inside = self._held(whole.in_marks.text, view, looked)
        if is_around and inside.verdict is Verdict.VERBATIM:
            around = tuple(Difference(words, "") for words in whole.around_marks)
            return _nearly(quote, [replace(one, differences=around) for one in inside.matches])
        return self._each(whole, view, looked) if inside.verdict is Verdict.ABSENT else inside

    def _each(self, whole: Quoted, view: View, looked: _Looked) -> Said:
        """Of several quotations that no article has together, the first printing of each.

        In that article all that stands around one differs. As many as there is time for.
        """
        matches = []
        for quoted, around in whole.quotations[:MOST_QUOTATIONS]:
            try:
                printed, _ = self._verbatim(quoted, view, looked)
            except SearchTooLongError:
                break
            rest = tuple(Difference(words, "") for words in around)
            cost = sum(len(keys_of(words)) for words in around)
            matches += [replace(one, differences=rest, cost=cost) for one in printed[:1]]
        return _nearly(whole.text, matches)

    def _verbatim(
        self, quoted: Quoted, view: View, looked: _Looked
    ) -> tuple[list[Match], date | None]:
        """The earliest first, and up to which day, if not all were read."""
        matches: list[Match] = []
        sure = 0
        if not quoted.parts:
            return matches, None
        held = self._finder.holding(quoted, view, looked.deadline)
        with closing(self._finder.by_day(quoted, held, Reading(looked.deadline))) as articles:
            try:
                for seq, article in articles:
                    if article is None:
                        looked.unread.add(seq)
                    elif match := verbatim(quoted, article):
                        is_doubtful = bool(self._store.doubtful([seq]))
                        matches.append(replace(match, is_doubtful=is_doubtful))
                        sure += not is_doubtful
                        if sure == looked.most:
                            return _sure_first(matches), article.day
            except SearchTooLongError as error:
                if not matches:
                    raise
                return _sure_first(matches), error.reached or matches[-1].article.day
        return _sure_first(matches), None

    def _nearest(self, quoted: Quoted, view: View, unread: set[int]) -> list[Match]:
        """What differs least, the best first, of each article its nearest."""
        wanted = len(quoted.words.keys)
        most = max(FAR * wanted, 1 if wanted > 2 else 0)
        best: dict[str, Match] = {}
        for article, position, is_doubtful in self._near(quoted, view, unread):
            match = replace(nearest(quoted, article, position), is_doubtful=is_doubtful)
            if match.cost > most:
                continue
            known = best.get(article.id)
            if known is None or match.cost < known.cost:
                best[article.id] = match
        return self._stories(sorted(best.values(), key=_nearness))

    def _stories(self, matches: Iterable[Match]) -> list[Match]:
        """Of matches in copies of one story only the first, of the first stories."""
        stories: list[Match] = []
        told: set[str] = set()
        for match in matches:
            if match.article.id not in told:
                stories.append(match)
                seq = self._store.seq_of(match.article.id)
                copies = self._store.copies(seq, match.article) if seq is not None else {}
                told.update(copy.id for copy in copies.values())
            if len(stories) == SHOWN:
                break
        return stories

    def _near(
        self, quoted: Quoted, view: View, unread: set[int]
    ) -> Iterator[tuple[Article, int, bool]]:
        """Paragraphs and headlines that share most words with the quote, and whether the date of
        their article is doubtful.
        """
        hits: dict[int, None] = {}
        titles: dict[int, None] = {}
        for search, limit in self._searches(quoted.words.keys):
            found = view.search(search, limit)
            hits |= dict.fromkeys(hit.number for hit in found.hits)
            titles |= dict.fromkeys(list(found.titles)[:LOOKED_AT])
        passages, headings = self._store.passages(hits), self._store.titles(titles)
        places = [(place_of(number), one.text) for number, one in passages.items()]
        places += [((seq, HEADLINE), title) for seq, title in headings.items()]
        said = _runs_of_two(quoted.words.keys)
        places.sort(key=lambda place: -len(said & _runs_of_two(keys_of(place[1]))))
        doubtful = self._store.doubtful({seq for (seq, _), _ in places[:ALIGNED]})
        for (seq, position), _ in places[:ALIGNED]:
            article = self._store.versions([seq]).get(seq)
            if article is None:
                unread.add(seq)
            else:
                yield article, position, seq in doubtful

    def _searches(self, keys: Sequence[str]) -> Iterator[tuple[Search, int]]:
        """For what shares most; for what has all rare words; for what has all of them but one."""
        if terms := self._finder.terms(keys):
            yield Search(terms=terms, articles=ARTICLES), LOOKED_AT
        if groups := self._finder.groups(keys):
            yield all_of(groups), HOLDING_ALL
        for left_out in range(len(groups) if len(groups) > 1 else 0):
            yield all_of(groups[:left_out] + groups[left_out + 1 :]), LOOKED_AT


def _is_copied(whole: Quoted, match: Match) -> bool:
    """Whether what stands around a quotation is the paper's too. A label that the paper has not is
    of whoever quotes it.
    """
    is_own = whole.is_labelled and not any(LABELLED.search(one.text) for one in match.excerpts)
    return match.cost <= COPIED and not is_own


def _nearly(quote: str, matches: Sequence[Match]) -> Said:
    """What is said of a quote that is not printed so; `matches` are the nearest, the best first."""
    if not matches:
        return Said(quote, Verdict.ABSENT)
    best = [match for match in matches if match.cost == matches[0].cost]
    return Said(quote, Verdict.DIFFERS, min(best, key=_printed), tuple(matches))


def _runs_of_two(keys: Sequence[str]) -> set[tuple[str, ...]]:
    """Neighbouring words, and each by itself."""
    return {*pairwise(keys), *((key,) for key in keys)}


def _nearness(match: Match) -> tuple[int, int, bool, datetime]:
    """Of matches with as many other words, first those with one in the place of each."""
    unpaired = sum(not (one.said and one.printed) for one in match.differences)
    return match.cost, unpaired, *_printed(match)


def _printed(match: Match) -> tuple[bool, datetime]:
    return match.is_doubtful, instant(match.article.published)


def _sure_first(matches: list[Match]) -> list[Match]:
    """Those whose dates are doubtful behind the others: none of them is called the first."""
    return sorted(matches, key=lambda match: match.is_doubtful)
