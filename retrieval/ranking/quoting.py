"""A passage → the sentences to quote: exact offsets and matched words."""

from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

from msgspec import Struct

from retrieval.question.answers.answer_types import AnswerType
from retrieval.text.analyser import analyser
from retrieval.text.phrase import phrase_spans
from retrieval.text.reading import Sentence, read

QUOTE_LENGTH = 350  # characters: three quotes fill a telephone's screen
LONGEST_QUOTE = 700  # one sentence may run this far; a longer one is cut between words
ANSWER_TYPE_GAIN = 1.3  # a run with a number where "how many" was asked, beside one without
PHRASE_WEIGHT = 1000.0  # more than all words of a question have


class Extract(Struct, frozen=True):
    """A run of whole sentences: `text[start:end]`; `highlights` are offsets into that."""

    start: int
    end: int
    highlights: tuple[tuple[int, int], ...]


class Sought(Struct, frozen=True):
    """What a part is chosen by: weights by term, a kind of answer, phrases as written."""

    weights: Mapping[str, float]
    language: str = "en"
    answer_type: AnswerType | None = None
    phrases: Sequence[str] = ()


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
    phrases: Sequence[str] = (),
) -> Extract:
    """The part of a paragraph to quote: the first of `parts`."""
    sought = Sought(weights, language, answer_type, phrases)
    return highlighted(text, parts(text, read(text, language), sought)[0], sought)


def highlighted(text: str, part: Part, sought: Sought) -> Extract:
    """A part of a paragraph with what it has of the question: words, and phrases as a whole."""
    quote = text[part.start : part.end]
    whole: list[tuple[int, int]] = []
    for phrase in sought.phrases:
        whole += [place for place in phrase_spans(quote, phrase)[:1] if not _touches(place, whole)]
    words = [
        (span.start, span.end)
        for span in analyser(sought.language).spans(quote)
        if span.term in sought.weights and not _touches((span.start, span.end), whole)
    ]
    return Extract(part.start, part.end, tuple(sorted(words + whole)))


def _touches(place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def parts(text: str, told: Sequence[Sentence], sought: Sought) -> list[Part]:
    """The parts of a paragraph that may be quoted, best first; `told` are its sentences.

    All runs of whole sentences within `QUOTE_LENGTH` that could not be longer. Best is the one
    with most phrases, then that whose matched terms weigh most, each counted once; one that holds
    the kind of answer asked for before one that does not; then the earliest.
    """
    if len(text) <= QUOTE_LENGTH:
        return [Part(*_trim(text, 0, len(text)), 0, len(told))]
    weights, kind = sought.weights, sought.answer_type
    matched = [weights.keys() & sentence.terms for sentence in told]
    phrases = [place for phrase in sought.phrases for place in phrase_spans(text, phrase)[:1]]

    def value(run: tuple[int, int]) -> tuple[float, int]:
        first, last = run
        weight = fsum(map(weights.__getitem__, set().union(*matched[first:last])))
        start, end = told[first].start, told[last - 1].end
        if kind is not None and kind.answer.search(text, start, end):
            weight *= ANSWER_TYPE_GAIN
        inside = sum(start <= place[0] and place[1] <= end for place in phrases)
        return weight + PHRASE_WEIGHT * inside, -first

    runs = sorted(_runs(told, text), key=value, reverse=True)
    found = []
    for first, last in runs:
        start, end = told[first].start, told[last - 1].end
        if end - start > LONGEST_QUOTE:
            cores = sorted(place for place, _ in phrases) or _matches(text, sought)
            start, end = _fit(text, (start, end), cores)
        found.append(Part(*_trim(text, start, end), first, last))
    return found


def _matches(text: str, sought: Sought) -> list[int]:
    """Where the matched words of a text begin."""
    spans = analyser(sought.language).spans(text)
    return [span.start for span in spans if span.term in sought.weights]


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


def _fit(text: str, run: tuple[int, int], places: Sequence[int]) -> tuple[int, int]:
    """Cut a sentence that no reply could hold, between words, around the first of some places."""
    start, end = run
    first = next((place for place in places if start <= place < end), start)
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
