"""A question → its timeline."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from time import perf_counter

from corpus.archive.archive import Archive
from corpus.archive.rows import stored_day
from corpus.article import Article
from corpus.names import label
from retrieval.article_store import ArticleStore, store_of
from retrieval.candidates import find
from retrieval.engines.engine import Search, View
from retrieval.index.snapshot import Served
from retrieval.index.source import entry_of
from retrieval.question.question import Question, Scope, union
from retrieval.question.understand import understand
from retrieval.silence import Silence
from retrieval.timeline.bars import Days, bars, busiest, span
from retrieval.timeline.holes import holes_of
from retrieval.timeline.peaks import peaks
from retrieval.timeline.periods import step_for
from retrieval.timeline.phrased import printing
from retrieval.timeline.timeline import Bar, Peak, Timeline
from retrieval.timeline.wording import Worded, counted
from retrieval.vocabulary.correction import corrected
from retrieval.vocabulary.outlets import with_known_outlets

LOOKED_AT = 12  # articles of a peak among which the best is


@dataclass(frozen=True, slots=True)
class _Found:
    """What is counted, and by what the best of it is found.

    `printings`: the articles themselves (`seq`), the best first, where they have exact words.
    """

    worded: Worded
    search: Search
    printings: Mapping[int, date] | None = None


class Timelines:
    """Of one archive, through one index; safe to use from several threads."""

    def __init__(self, archive: Archive | ArticleStore, index: Served) -> None:
        self._index = index
        self._store = store_of(archive)
        self._silence = Silence(self._store)

    def of(self, text: str, *, asked_at: datetime, scope: Scope | None = None) -> Timeline:
        """How much was printed about it, over the time that it names, else over all there is.

        Raises IndexUnusableError.
        """
        started = perf_counter()
        self._index.refresh()
        taken = self._index.snapshot()
        question = understand(text, asked_at, scope=scope, languages=self._store.languages())
        made = self._made(with_known_outlets(question, self._store), taken.view)
        took_ms = (perf_counter() - started) * 1000
        return replace(made, engine=taken.engine, took_ms=took_ms)

    def _made(self, question: Question, view: View) -> Timeline:
        question, suggestions = corrected(question, find(question, view), view, self._store)
        question = replace(question, scope=_time_asked_for(question))
        found = self._find(question, view)
        made = Timeline(
            question=question,
            words=found.worded.words,
            is_exact=found.printings is not None,
            left_out=found.worded.left_out,
            notes=question.notes,
            suggestions=suggestions,
        )
        if not found.worded.articles:
            return replace(made, searched=self._silence.of(question, view))
        printed = view.days(replace(found.search, excluded=()), ())
        shown = span(printed, found.worded.days, self._doubtful())
        if shown is None:  # removed meanwhile
            return made
        step, holes = (
            step_for(*shown, sum(printed.values())),
            holes_of(self._store.counts(), question.scope),
        )
        cut = bars(shown, step, found.worded.days, printed, holes)
        return replace(
            made,
            step=step,
            bars=cut,
            peaks=tuple(self._peaks(cut, found, view)),
            gaps=holes.between(*shown),
        )

    def _find(self, question: Question, view: View) -> _Found:
        scope = question.scope
        search = Search(
            terms=(),
            excluded=union([analysis.excluded for analysis in question.analyses]),
            since=scope.since,
            until=scope.until,
            labels=tuple(map(label, scope.sources)),
            without=tuple(map(label, scope.without)),
        )
        printings = printing(question, view, self._store) if question.phrases else None
        if printings is not None:
            worded = Worded(question.phrases, (), (), Counter(printings.values()))
        else:
            worded = counted(question, search, view)
            search = replace(
                search, terms=union([one.lead or one.title for one in worded.wordings])
            )
        return _Found(worded, search, printings)

    def _doubtful(self) -> Days:
        told = self._store.counts().doubtful_days
        days = {stored_day(text): count for text, count in told.items()}
        return {day: count for day, count in days.items() if day is not None}

    def _peaks(self, cut: Sequence[Bar], found: _Found, view: View) -> Iterator[Peak]:
        for place in peaks(cut):
            since, until = cut[place].first, cut[place].last
            if found.printings is None:
                since, until = busiest(found.worded.days, cut[place])
                search = replace(found.search, since=since, until=until)
                yield Peak(place, self._best(search, found.worded, view))
            else:
                seqs = [seq for seq, day in found.printings.items() if since <= day <= until]
                yield Peak(place, self._first_readable(seqs[:LOOKED_AT]))

    def _best(self, search: Search, worded: Worded, view: View) -> Article | None:
        """The article that its headline, its beginning and the whole of it speak for most."""
        found = view.search(search, LOOKED_AT)
        scores = {seq: found.titles.get(seq, 0.0) + score for seq, score in found.articles.items()}
        best = sorted(scores, key=lambda seq: (-scores[seq], seq))[:LOOKED_AT]
        return self._first_readable(best, worded)

    def _first_readable(self, seqs: Sequence[int], worded: Worded | None = None) -> Article | None:
        """Whose date nothing speaks against; where `worded` is given, one that is counted by it."""
        doubtful = self._store.doubtful(seqs)
        for seq in seqs:
            article = self._store.versions([seq]).get(seq)
            if article is None or seq in doubtful:
                continue
            if worded is None or _is_counted(seq, article, worded):
                return article
        return None


def _time_asked_for(question: Question) -> Scope:
    """The days of the scope, else those of the words for a time."""
    scope, time = question.scope, question.time
    if time is None or scope.since or scope.until:
        return scope
    return replace(scope, since=time.since, until=time.until)


def _is_counted(seq: int, article: Article, worded: Worded) -> bool:
    entry = entry_of(seq, article)
    lead, title = set(entry.lead()), set(entry.title)
    return any(lead.issuperset(one.lead) and title.issuperset(one.title) for one in worded.wordings)
