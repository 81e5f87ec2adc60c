"""Timelines to be drawn, made by hand."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from corpus.article import Article
from retrieval.question.understand import understand
from retrieval.timeline.periods import Step, periods
from retrieval.timeline.timeline import Bar, Peak, Timeline
from tests.archives import article

FIRST, LAST = date(2010, 3, 1), date(2019, 12, 31)
HEADLINE = "Bridge of Šilagiris opens at last"


def timeline(  # noqa: PLR0913 (as many as there are things to vary)
    *,
    question: str = "bridge",
    title: str = HEADLINE,
    source: str = "Nemunas Herald",
    span: tuple[date, date] = (FIRST, LAST),
    step: Step = Step.MONTH,
    counts: Sequence[tuple[int, int]] = ((1, 40), (0, 40), (9, 40), (0, 40)),
    places: Sequence[int] = (2,),
) -> Timeline:
    """The counts come again and again; each place's article has the title."""
    cut = list(periods(*span, step))
    told: Article = article("a", "Text.", title=title, source=source, published=cut[0][0])
    return Timeline(
        question=understand(question, datetime(2022, 1, 1, tzinfo=UTC)),
        engine="tantivy",
        step=step,
        words=("bridge",),
        bars=tuple(Bar(*days, *counts[n % len(counts)]) for n, days in enumerate(cut)),
        peaks=tuple(Peak(place, told) for place in places),
    )
