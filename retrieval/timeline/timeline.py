"""A timeline's values. `timelines.py` makes them, renderers read them."""

from dataclasses import dataclass
from datetime import date

from corpus.archive.gaps import Gap
from corpus.article import Article
from retrieval.answer import Searched
from retrieval.notes import Note, Suggestion
from retrieval.question.question import Question
from retrieval.timeline.periods import Step

HOLE = 0.5  # of what is usually printed


@dataclass(frozen=True, slots=True)
class Bar:
    """A period, both days included: how many articles have the words, of how many printed.

    `missing`, 0 to 1: about which share of what its outlets usually print is not there.
    `is_thin`: so little was printed, for this archive, that the share says nothing.
    """

    first: date
    last: date
    articles: int
    printed: int
    missing: float = 0.0
    is_thin: bool = False

    @property
    def share(self) -> float:
        """Of what was printed, 0 to 1."""
        return self.articles / self.printed if self.printed else 0.0

    @property
    def is_hole(self) -> bool:
        return not self.printed or self.missing >= HOLE


@dataclass(frozen=True, slots=True)
class Peak:
    """A bar (its place among them) higher than those around it, and its best article, if shown.

    `article` is None where what was found is no longer what was stored.
    """

    place: int
    article: Article | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """How much was printed about a question, in the order of time.

    `words` of the question, as written, all stand in the headline or the beginning of each article
    that is counted. `is_exact`: they are its phrases, and stand as they are anywhere in it; phrases
    that very many passages have are counted by their words. `left_out` are words that would have
    left too few. Copies of one story count each.
    `step`: what a bar is. `peaks`: the highest, in the order of time. `gaps`: of single outlets, in
    the time shown. `searched` is there where no article has the words.
    """

    question: Question
    engine: str = ""
    step: Step = Step.MONTH
    words: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    is_exact: bool = False
    bars: tuple[Bar, ...] = ()
    peaks: tuple[Peak, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notes: tuple[Note, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    searched: Searched | None = None
    took_ms: float = 0.0

    @property
    def articles(self) -> int:
        return sum(bar.articles for bar in self.bars)

    @property
    def printed(self) -> int:
        return sum(bar.printed for bar in self.bars)

    @property
    def share(self) -> float:
        """Over the whole time, 0 to 1."""
        return self.articles / self.printed if self.printed else 0.0
