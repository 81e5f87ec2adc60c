"""What came for each judged question: values, and the files that hold them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from retrieval.answer import Strength
from retrieval.errors import JudgedQuestionsError
from retrieval.evaluation.judged import Judged, lines_of

FIRST = 3  # quotes that a reader is shown; what is not among them was missed


class Outcome(msgspec.Struct, frozen=True):
    """One judged question and what came, without the articles themselves.

    `name` is the question's id, else its number from 1. `found`: ids of the articles found, best
    first, each card's copies right behind it, with strictly falling scores. Places count from 1
    and are None where there is none: of the first card with an article judged right, the first of
    the same story, the first quote that holds an answer, that holds it with numbers in one form,
    that holds it or whose headline does, and the first that a pattern describes.
    `faithful`, `dated` and `sourced` count the quotes that stand in the archive just so, and those
    whose article has there the same date of publication and the same source. `first` is the first
    quote's text, kept where it is a miss. `graded`: measures by graded judgements, by name.
    """

    name: str
    judged: Judged
    strength: Strength
    confidence: float
    took_ms: float
    found: tuple[tuple[str, float], ...] = ()
    article_place: int | None = None
    story_place: int | None = None
    answer_place: int | None = None
    number_place: int | None = None
    headline_place: int | None = None
    pattern_place: int | None = None
    quotes: int = 0
    faithful: int = 0
    dated: int = 0
    sourced: int = 0
    first: str = ""
    graded: dict[str, float] = {}

    @property
    def is_strong(self) -> bool:
        return self.strength is Strength.STRONG

    @property
    def is_missed(self) -> bool:
        """What is judged right is not among the first `FIRST`; or `strong`, and wrong."""
        judged = self.judged
        if not judged.answerable:
            return self.is_strong
        return (
            (judged.is_located and not is_within(self.article_place, FIRST))
            or (judged.is_worded and not is_within(self.answer_place, FIRST))
            or (judged.is_described and not self._is_described())
        )

    def _is_described(self) -> bool:
        return is_within(self.pattern_place, 1 if self.is_strong else FIRST)


def is_within(place: int | None, k: int) -> bool:
    """The place is one of the first k."""
    return place is not None and place <= k


def read_outcomes(path: Path) -> list[Outcome]:
    """What `saved_lines` wrote. Raises JudgedQuestionsError naming the line."""
    outcomes = []
    for place, line in lines_of(path):
        try:
            outcomes.append(msgspec.json.decode(line, type=Outcome))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise JudgedQuestionsError(f"{place}: no saved outcome: {error}") from error
    return outcomes


def saved_lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """JSON, one outcome a line."""
    return (msgspec.json.encode(outcome).decode() for outcome in outcomes)


def run_lines(outcomes: Iterable[Outcome], tag: str) -> Iterator[str]:
    """A TREC run: `question Q0 article rank score tag`, one line an article found.

    White space within an id becomes `_`. Source: trec_eval, results file format.
    """
    for outcome in outcomes:
        name = "_".join(outcome.name.split())
        for rank, (found, score) in enumerate(outcome.found, 1):
            yield f"{name} Q0 {'_'.join(found.split())} {rank} {score:.6f} {tag}"
