"""What comes back: an `Answer` of `Quote`s. Renderers read it, nothing else makes it up."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from corpus.archive.gaps import Gap
from corpus.article import Article, Paragraph
from retrieval.engines.engine import Share
from retrieval.notes import Note, Suggestion
from retrieval.question.kinds import Kind
from retrieval.question.question import Question


class Strength(StrEnum):
    """How far the archive answers: an answer, the nearest there is, or nothing."""

    STRONG = "strong"
    WEAK = "weak"
    NONE = "none"


class Copy(Struct, frozen=True):
    """The same story, or the same words, in another article, `article` its id."""

    article: str
    source: str
    published: datetime | date
    url: str | None
    agency: str | None = None


class Difference(Struct, frozen=True):
    """Words that somebody said, and those that stand printed in their place; either may be ""."""

    said: str
    printed: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of one paragraph, or of a headline (position `HEADLINE`).

    `highlights` are (start, end) pairs of code points within `text`, as in `Quote`.
    """

    paragraph: Paragraph
    start: int
    end: int
    highlights: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quote:
    """One extract: whole sentences of one paragraph.

    `text` is `paragraph.text[start:end]`; `highlights` are (start, end) pairs of code points
    within `text`, in order, not overlapping. `rank` counts from 1; scores are comparable within
    one answer only. `shares` (BM25 by term and field) and `features` (the score's parts) are
    filled when an explanation was asked for. `differences`: how it differs from a claim.
    `confidence`, 0 to 1, is that this quote answers. `more`: further extracts of the same article
    that may answer too, the best first. `is_doubtful`: something speaks against the article's date.
    """

    rank: int
    score: float
    article: Article
    paragraph: Paragraph
    start: int
    end: int
    highlights: tuple[tuple[int, int], ...]
    copies: tuple[Copy, ...] = ()
    differences: tuple[Difference, ...] = ()
    confidence: float = 0.0
    more: tuple[Excerpt, ...] = ()
    shares: tuple[Share, ...] = ()
    features: tuple[Share, ...] = ()
    is_doubtful: bool = False

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched where nothing answers.

    The whole archive's `articles`, `outlets`, first and last date of publication, and when it was
    last `collected` from the net, if ever. `passages`: the question's words and in how many each
    stands; `together`: in how many all of them do. `gaps`: holes in the time asked for.
    """

    articles: int = 0
    outlets: int = 0
    first: datetime | date | None = None
    last: datetime | date | None = None
    collected: datetime | None = None
    passages: tuple[tuple[str, int], ...] = ()
    together: int = 0
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question, best quote first, at most one quote an article.

    `total` counts the articles among which the quotes were chosen, those shown included.
    `confidence`, 0 to 1, is the number behind `strength`. `notes` and `suggestions` are values:
    `bot.render` puts them in words.
    `took_ms` is wall-clock time of the whole answer. `searched` is there where nothing answers.
    """

    question: Question
    engine: str
    strength: Strength
    quotes: tuple[Quote, ...]
    total: int
    suggestions: tuple[Suggestion, ...]
    took_ms: float = 0.0
    confidence: float = 0.0
    notes: tuple[Note, ...] = ()
    searched: Searched | None = None


def unasked(question: Question, engine: str) -> Answer:
    """The reply to chatter, or to what turned out to be talk."""
    return Answer(replace(question, kind=Kind.CHATTER), engine, Strength.NONE, (), 0, ())
