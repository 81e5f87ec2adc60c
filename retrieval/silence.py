"""What a silence rests on: what was searched when nothing was found."""

from collections.abc import Sequence
from datetime import date, datetime

from corpus.archive.archive import Archive
from corpus.archive.gaps import Gap
from corpus.collect.state.sources import last_success
from corpus.names import label
from retrieval.answer import Searched
from retrieval.engines.engine import Search, View
from retrieval.question.question import Question

MOST_TOGETHER = 10_000  # passages with all terms that are counted


class Silence:
    """Tells what one archive was searched for; what needs a count of all is kept until a change."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._counted: tuple[int, Searched] = (-1, Searched())
        self._gaps: tuple[int, Sequence[Gap]] = (-1, ())

    def of(self, question: Question, view: View) -> Searched:
        """What was searched, for what terms, and which holes lie in the time asked for."""
        whole = self._whole()
        analysis = question.analyses[0]
        terms = analysis.terms
        frequencies = view.search(Search(terms=terms), 1).frequencies
        counts = tuple(
            (analysis.written.get(term, term), frequencies.get(term, 0)) for term in terms
        )
        return Searched(
            articles=whole.articles,
            outlets=whole.outlets,
            first=whole.first,
            last=whole.last,
            collected=self._collected(),
            passages=counts,
            together=_together(terms, [count for _, count in counts], view),
            gaps=self._holes(question),
        )

    def _whole(self) -> Searched:
        seq = self._archive.last_seq()
        if self._counted[0] != seq:
            held = self._archive.holdings()
            whole = Searched(held.articles, len(held.sources), held.first, held.last)
            self._counted = (seq, whole)
        return self._counted[1]

    def _collected(self) -> datetime | None:
        with self._archive.connected() as connection:
            return last_success(connection)

    def _holes(self, question: Question) -> tuple[Gap, ...]:
        """Those of the outlets asked, within the days asked for; none where no day is."""
        scope, time = question.scope, question.time
        since = scope.since or (time and time.since)
        until = scope.until or (time and time.until)
        if not (since or until):
            return ()
        names = {label(source) for source in scope.sources}
        return tuple(
            gap
            for gap in self._all_gaps()
            if gap.last >= (since or date.min)
            and gap.first <= (until or date.max)
            and (not names or label(gap.source) in names)
        )

    def _all_gaps(self) -> Sequence[Gap]:
        seq = self._archive.last_seq()
        if self._gaps[0] != seq:
            self._gaps = (seq, self._archive.gaps())
        return self._gaps[1]


def _together(terms: tuple[str, ...], counts: Sequence[int], view: View) -> int:
    """How many passages have all terms, counted up to `MOST_TOGETHER`."""
    if len(terms) < 2 or not all(counts):
        return min(counts, default=0)
    most = min(*counts, MOST_TOGETHER)
    search = Search(terms=terms[:1], phrases=tuple(((term,),) for term in terms))
    return len(view.search(search, most).hits)
