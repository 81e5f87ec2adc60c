"""What a silence rests on: what was searched when nothing was found."""

from collections.abc import Sequence
from datetime import date

from corpus.archive.elsewhere.facts import Counts
from corpus.archive.gaps import Gap
from retrieval.answer import Searched
from retrieval.article_store import ArticleStore
from retrieval.engines.engine import Search, View
from retrieval.question.question import Question

MOST_TOGETHER = 10_000  # passages with all terms that are counted


class Silence:
    """Tells what was searched."""

    def __init__(self, store: ArticleStore) -> None:
        self._store = store

    def of(self, question: Question, view: View) -> Searched:
        """What was searched, for what terms, and which holes lie in the time asked for."""
        counts = self._store.counts()
        whole = counts.holdings
        analysis = question.analyses[0]
        terms = analysis.terms
        frequencies = view.search(Search(terms=terms), 1).frequencies
        passages = tuple(
            (analysis.written.get(term, term), frequencies.get(term, 0)) for term in terms
        )
        return Searched(
            articles=whole.articles,
            outlets=len(whole.sources),
            first=whole.first,
            last=whole.last,
            collected=self._store.collected(),
            passages=passages,
            together=_together(terms, [count for _, count in passages], view),
            gaps=_holes(question, counts),
        )


def _holes(question: Question, counts: Counts) -> tuple[Gap, ...]:
    """Those of the outlets asked, within the days asked for; none where no day is."""
    scope, time = question.scope, question.time
    since = scope.since or (time and time.since)
    until = scope.until or (time and time.until)
    if not (since or until):
        return ()
    return tuple(
        gap
        for gap in counts.gaps
        if gap.last >= (since or date.min)
        and gap.first <= (until or date.max)
        and scope.admits(gap.source)
    )


def _together(terms: tuple[str, ...], counts: Sequence[int], view: View) -> int:
    """How many passages have all terms, counted up to `MOST_TOGETHER`."""
    if len(terms) < 2 or not all(counts):
        return min(counts, default=0)
    most = min(*counts, MOST_TOGETHER)
    search = Search(terms=terms[:1], phrases=tuple(((term,),) for term in terms))
    return len(view.search(search, most).hits)
