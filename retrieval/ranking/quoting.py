"""A passage → the sentences to quote: exact offsets and matched words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple

from retrieval.question.answer_types import AnswerType
from retrieval.text.analyser import analyser
from retrieval.text.reading import Sentence, read

QUOTE_LENGTH = 350  # characters: three quotes fill a telephone's screen
LONGEST_QUOTE = 700  # one sentence may run this far; a longer one is cut between words
ANSWER_TYPE_GAIN = 1.3  # a run with a number where "how many" was asked, beside one without


@dataclass(frozen=True, slots=True)
class Extract:
    """A run of whole sentences: `text[start:end]`; `highlights` are offsets into that."""

    start: int
    end: int
    highlights: tuple[tuple[int, int], ...]


class Part(NamedTuple):
    """What of a paragraph to quote: `text[start:end]`, of sentences `first` up to `last`."""

    start: int
    end: int
    first: int
    last: int


def extract(
    text: str,
    weights: Mapping[str, float],
    *,
    language: str = "en",
    answer_type: AnswerType | None = None,
) -> Extract:
    """The part of a paragraph to quote: the first of `parts`."""
    told = read(text, language)
    part = parts(text, told, weights, language=language, answer_type=answer_type)[0]
    return highlighted(text, part, weights, language=language)


def highlighted(
    text: str, part: Part, weights: Mapping[str, float], *, language: str = "en"
) -> Extract:
    """A part of a paragraph with the words in it that the question has."""
    quote = text[part.start : part.end]
    return Extract(
        part.start,
        part.end,
        tuple(
            (span.start, span.end)
            for span in analyser(language).spans(quote)
            if span.term in weights
        ),
    )


def parts(
    text: str,
    told: Sequence[Sentence],
    weights: Mapping[str, float],
    *,
    language: str = "en",
    answer_type: AnswerType | None = None,
) -> list[Part]:
    """The parts of a paragraph that may be quoted, best first; `told` are its sentences.

    All runs of whole sentences within `QUOTE_LENGTH` that could not be longer. Best is the one
    whose matched terms weigh most (`weights` by term, each counted once); one that holds the kind
    of answer asked for before one that does not; then the earliest.
    """
    if len(text) <= QUOTE_LENGTH:
        return [Part(*_trim(text, 0, len(text)), 0, len(told))]
    matched = [weights.keys() & sentence.terms for sentence in told]

    def value(run: tuple[int, int]) -> tuple[float, int]:
        first, last = run
        weight = fsum(map(weights.__getitem__, set().union(*matched[first:last])))
        start, end = told[first].start, told[last - 1].end
        if answer_type is not None and answer_type.answer.search(text, start, end):
            weight *= ANSWER_TYPE_GAIN
        return weight, -first

    runs = sorted(_runs(told, text), key=value, reverse=True)
    found = []
    for first, last in runs:
        start, end = told[first].start, told[last - 1].end
        if end - start > LONGEST_QUOTE:
            start, end = _fit(text, (start, end), weights, language)
        found.append(Part(*_trim(text, start, end), first, last))
    return found


def _runs(told: Sequence[Sentence], text: str) -> list[tuple[int, int]]:
    """Every longest run of neighbours within the length; a sentence over it stands alone."""
    runs: list[tuple[int, int]] = []
    for first, sentence in enumerate(told):
        last = first + 1
        while last < len(told) and (
            len(text[sentence.start : told[last].end].rstrip()) <= QUOTE_LENGTH
        ):
            last += 1
        if not runs or last > runs[-1][1]:
            runs.append((first, last))
    return runs


def _fit(
    text: str, run: tuple[int, int], weights: Mapping[str, float], language: str
) -> tuple[int, int]:
    """Cut a sentence that no reply could hold, between words, around its first matched word."""
    start, end = run
    matched = (span.start for span in analyser(language).spans(text) if span.term in weights)
    first = next((place for place in matched if start <= place < end), start)
    start = max(start, min(first - QUOTE_LENGTH // 2, end - LONGEST_QUOTE))
    if start > run[0]:
        start = text.find(" ", start, first) + 1 or start
    cut = min(end, start + LONGEST_QUOTE)
    if cut < end:
        space = text.rfind(" ", start + 1, cut)
        cut = space if space > first else cut
    return start, cut


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
