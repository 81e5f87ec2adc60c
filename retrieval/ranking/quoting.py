"""A passage → the sentences to quote: exact offsets and matched words."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from retrieval.question.answer_types import AnswerType
from retrieval.text.analyser import Span, analyser
from retrieval.text.phrase import phrase_spans
from retrieval.text.sentences import sentences

QUOTE_LENGTH = 350  # characters: three quotes fill a telephone's screen
LONGEST_QUOTE = 700  # one sentence may run this far; a longer one is cut between words
PHRASE_WEIGHT = 1000.0  # more than all words of a question have
ANSWER_TYPE_GAIN = 1.3  # a run with a number where "how many" was asked, beside one without


@dataclass(frozen=True, slots=True)
class Extract:
    """A run of whole sentences: `text[start:end]`; `highlights` are offsets into that."""

    start: int
    end: int
    highlights: tuple[tuple[int, int], ...]


def extract(
    text: str,
    weights: Mapping[str, float],
    *,
    language: str = "en",
    answer_type: AnswerType | None = None,
    phrases: Sequence[str] = (),
) -> Extract:
    """The part of a paragraph to quote: the first of `extracts`, with the phrases if any has."""
    spans, weights = with_phrases(list(analyser(language).spans(text)), weights, text, phrases)
    return extracts(text, spans, weights, language=language, answer_type=answer_type)[0]


def extracts(
    text: str,
    spans: Sequence[Span],
    weights: Mapping[str, float],
    *,
    language: str = "en",
    answer_type: AnswerType | None = None,
) -> list[Extract]:
    """The parts of a paragraph that may be quoted, best first; `spans` are all its terms.

    All runs of whole sentences within `QUOTE_LENGTH` that could not be longer. Best is the one
    whose matched terms weigh most (`weights` by term, each counted once); one that holds the kind
    of answer asked for before one that does not; then the earliest.
    """
    spans = [span for span in spans if span.term in weights]
    starts = [span.start for span in spans]

    def value(run: tuple[int, int]) -> tuple[float, int]:
        inside = spans[bisect_left(starts, run[0]) : bisect_left(starts, run[1])]
        weight = fsum(weights[term] for term in {span.term for span in inside})
        if answer_type is not None and answer_type.answer.search(text, *run):
            weight *= ANSWER_TYPE_GAIN
        return weight, -run[0]

    whole = len(text) <= QUOTE_LENGTH
    runs = _runs([(0, len(text))] if whole else sentences(text, language), text)
    if len(runs) > 1:
        runs.sort(key=value, reverse=True)
    return [_extract(text, run, spans) for run in runs]


def _extract(text: str, run: tuple[int, int], spans: Sequence[Span]) -> Extract:
    start, end = _trim(text, *_fit(text, run, spans))
    return Extract(
        start,
        end,
        tuple(
            (span.start - start, span.end - start)
            for span in spans
            if start <= span.start and span.end <= end
        ),
    )


def with_phrases(
    spans: Sequence[Span], weights: Mapping[str, float], text: str, phrases: Sequence[str]
) -> tuple[Sequence[Span], Mapping[str, float]]:
    """Terms and weights for `extracts`, with each phrase of a text in the place of its words.

    It weighs more than all else, so that the part with it is quoted, and is marked as a whole.
    """
    if not phrases:
        return spans, weights
    whole: list[Span] = []
    for phrase in phrases:
        for place in phrase_spans(text, phrase)[:1]:
            if not any(_overlap(Span(phrase, *place), other) for other in whole):
                whole.append(Span(phrase, *place))
    apart = [span for span in spans if not any(_overlap(span, one) for one in whole)]
    in_order = sorted([*apart, *whole], key=lambda span: span.start)
    return in_order, {**weights, **dict.fromkeys(phrases, PHRASE_WEIGHT)}


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _runs(sentences: Sequence[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Every longest run of neighbours within the length; a sentence over it stands alone."""
    runs: list[tuple[int, int]] = []
    for first, (start, _) in enumerate(sentences):
        end = sentences[first][1]
        for _, further in sentences[first + 1 :]:
            if len(text[start:further].rstrip()) > QUOTE_LENGTH:
                break
            end = further
        if not runs or end > runs[-1][1]:
            runs.append((start, end))
    return runs


def _fit(text: str, run: tuple[int, int], spans: Sequence[Span]) -> tuple[int, int]:
    """Cut a sentence that no reply could hold, between words, around its first matched word."""
    start, end = run
    if end - start <= LONGEST_QUOTE:
        return run
    first = next((span.start for span in spans if start <= span.start < end), start)
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
