"""What speaks for a passage: from the engine, the calendar and the texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import exp, fsum, log
from typing import NamedTuple, Self

from retrieval.engines.engine import Found
from retrieval.question.question import Period, Question
from retrieval.text.analyser import analyser
from retrieval.text.sentences import sentences
from retrieval.text.word_frequency import share_of_passages
from retrieval.vocabulary.outlets import named

PRIOR_PASSAGES = 10_000  # see `information`
FRESHNESS_DAYS = 30.0  # after so many days a news item is worth 1/e of a new one
SPAN_DAYS = 3650  # of an archive; see `information_of_time`
SENTENCE_ENDS = frozenset(".!?…:;")
ELSEWHEN = 0.7  # what today's news is worth to a question about another time


class Features(NamedTuple):
    """What speaks for a passage. BM25 sums are divided by the information of the question.

    passage, title: BM25 of the passage and of its headline, 0 to about 2; article: of the
        article's lead and of the whole of it, added.
    coverage: share, 0 to 1, of the question's information in the passage and its headline; the
        kind of answer asked for counts as one more term.
    sentence: the same share in the best single sentence, without the headline.
    verbatim: the same in words that are written in the passage just as in the question.
    proximity: different question terms per term of the stretch that holds them all, 0 to 1.
    adjacency: share of the question's neighbouring terms that are neighbours here, 0 to 1.
    timeliness: 1 for the time asked for, which is today where none is named; see `timeliness`.
    early: 1 for an article's first paragraph, 1/2 for its second, and so on.
    is_question: 1 for a passage that asks something itself.
    is_fragment: 1 for one that does not end as a sentence does: a headline, a caption, a dateline.
    """

    passage: float = 0.0
    title: float = 0.0
    article: float = 0.0
    coverage: float = 0.0
    sentence: float = 0.0
    verbatim: float = 0.0
    proximity: float = 0.0
    adjacency: float = 0.0
    timeliness: float = 0.0
    early: float = 0.0
    is_question: float = 0.0
    is_fragment: float = 0.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A candidate's words: its own, its headline's, and who says them: outlet and agency."""

    text: str
    title: str
    sources: tuple[str, ...] = ()


def information(found: Found, question: Question) -> dict[str, float]:
    """What each term of the question tells: its idf, highest for a term that no passage has.

    Beside the archive's own passages `PRIOR_PASSAGES` more are counted, which have each word as
    often as the language does: in a small archive common words would tell too much (Dirichlet
    prior: Zhai and Lafferty, A study of smoothing methods for language models, 2001).
    """
    common = {
        span.term: share_of_passages(question.text[span.start : span.end], question.language)
        for span in analyser(question.language).spans(question.text)
    }
    passages = found.passages + PRIOR_PASSAGES
    return {
        term: _idf(passages, df + PRIOR_PASSAGES * common.get(term, 0.0))
        for term, df in found.frequencies.items()
    }


def needed(weights: Mapping[str, float], question: Question) -> float:
    """The information that an answer must hold; words that name a time come on top of it."""
    inner = sum(weight for term, weight in weights.items() if term in question.essential)
    return inner or sum(weights.values()) or 1.0


def information_of_time(question: Question) -> float:
    """What a time asked for tells, in nats, of an archive of `SPAN_DAYS` as of any other term."""
    period = question.period
    if period is None or not question.essential:
        return 0.0
    since = period.since or question.asked_on - timedelta(SPAN_DAYS)
    until = min(period.until or question.asked_on, question.asked_on)
    return max(0.0, log(SPAN_DAYS / max(1, (until - since).days + 1)))


def _idf(total: float, holding: float) -> float:
    return log(1 + (total - holding + 0.5) / (holding + 0.5))


def timeliness(day: date, question: Question) -> float:
    """1 for today and for a period asked for, falling to 0 with distance; 0 for what is to come.

    Where a period is asked for, today counts for `ELSEWHEN` only. Tomorrow is today: zones differ.
    """
    age = (question.asked_on - day).days
    fresh = exp(-max(age, 0) / FRESHNESS_DAYS) if age >= -1 else 0.0
    if question.period is None:
        return fresh
    return max(ELSEWHEN * fresh, exp(-days_outside(day, question.period) / FRESHNESS_DAYS))


def is_in_period(features: Features, question: Question) -> bool:
    """Whether a passage was published in the period that the question names."""
    return question.period is not None and features.timeliness >= 1


def days_outside(day: date, period: Period) -> int:
    """How many days a day lies before or after a period; what is reported a day later is in it."""
    if period.since is not None and day < period.since:
        return (period.since - day).days
    if period.until is not None and day > period.until:
        return (day - period.until).days - 1
    return 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What the texts of candidates are held against.

    `shares`: the parts of the question's information that its `terms` are, and `of_type` the part
    of the kind of answer asked for; `words`: its words as written; `pairs`: its
    neighbouring terms; `time`: terms that only name a time, asked for by themselves where there
    are no others. Else `of_time` is the information of the time asked for, in the same measure.
    """

    question: Question
    shares: Mapping[str, float]
    terms: frozenset[str]
    of_type: float
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    time: frozenset[str]
    of_time: float

    @classmethod
    def of(cls, question: Question, weights: Mapping[str, float]) -> Self:
        text, kind = question.text, question.answer_type
        analyse = analyser(question.language)
        of_type = -log(kind.share) if kind else 0.0
        total = needed(weights, question) + of_type
        terms = question.essential.intersection(weights) or frozenset(weights)
        return cls(
            question=question,
            shares={term: weights[term] / total for term in terms},
            terms=terms,
            of_type=of_type / total,
            words=frozenset(
                analyse.spelling(text[span.start : span.end]) for span in analyse.spans(text)
            ),
            pairs=frozenset(pairwise(question.terms)),
            time=frozenset(weights) - question.essential
            | frozenset(analyse.terms(question.period.words if question.period else "")),
            of_time=information_of_time(question) / total,
        )

    def type_in(self, text: str, start: int, end: int) -> float:
        """`of_type` where this part of a text has that kind of answer, else 0."""
        kind = self.question.answer_type
        return self.of_type if kind and kind.answer.search(text, start, end) else 0.0

    def given(self, features: Features, passage: Passage) -> frozenset[str]:
        """Terms that a text need not have: its day says them, or its outlet or agency."""
        time = self.time if is_in_period(features, self.question) else frozenset()
        terms = analyser(self.question.language).terms
        names = (name for source in passage.sources for name in named(source, self.question.text))
        return time.union(*map(terms, names)).intersection(self.shares)

    def with_time(self, share: float, held: float) -> float:
        """A share of the question's other information, with the time asked for as one more term."""
        return (share + self.of_time * held) / (1 + self.of_time)


def with_text(features: Features, passage: Passage, asked: Asked) -> Features:
    """The features that the engine and the calendar gave, and those of the text."""
    text, shares, language = passage.text, asked.shares, asked.question.language
    given = asked.given(features, passage)
    analyse = analyser(language)
    terms: list[str] = []
    matched: set[str] = set()
    written = set(given)
    sentence = 0.0
    for start, end in sentences(text, language):
        words, their_terms = analyse.words(text[start:end])
        terms += filter(None, their_terms)
        if inside := asked.terms.intersection(their_terms):
            matched |= inside
            written.update(
                term
                for word, term in zip(words, their_terms, strict=True)
                if term in inside and analyse.spelling(word) in asked.words
            )
            held = _sum(shares, inside | given) + asked.type_in(text, start, end)
            sentence = max(sentence, held)
    places = [place for place, term in enumerate(terms) if term in matched]
    title = asked.terms.intersection(analyse.terms(passage.title))
    coverage = _sum(shares, matched.union(title, given)) + asked.type_in(text, 0, len(text))
    printed = len(asked.time.intersection(terms)) / (len(asked.time) or 1)
    time = max(features.timeliness, printed)  # the day says it, or the text
    last = text.rstrip("\"'”’»)] ")[-1:]
    return features._replace(
        adjacency=len(asked.pairs.intersection(pairwise(terms))) / (len(asked.pairs) or 1),
        coverage=asked.with_time(coverage, time),
        sentence=asked.with_time(sentence, time),
        verbatim=asked.with_time(_sum(shares, written), time),
        proximity=len(matched) / (places[-1] - places[0] + 1) if len(places) > 1 else 0.0,
        is_question=float(last == "?"),
        is_fragment=float(last not in SENTENCE_ENDS),
    )


def _sum(shares: Mapping[str, float], terms: Iterable[str]) -> float:
    """Exact, so that the order of a set does not matter."""
    return fsum(map(shares.__getitem__, terms))
