"""An engine's hits → passages in order. The second stage: features in, order out.

Engines and quoting know nothing of it, so another scorer can take the place of `SECOND_STAGE`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import exp, log
from operator import mul
from typing import NamedTuple, Self

from corpus.rows import place_of
from retrieval.answer_types import AnswerType
from retrieval.commonness import share_of_passages
from retrieval.engine import Found, Hit
from retrieval.question import Period, Question
from retrieval.sentences import sentences
from retrieval.text import analyser, fold

CANDIDATES = 150  # passages, headlines and articles asked of the engine
NEARER_CANDIDATES = 100  # the same, among what is of the time asked for, or of the last days
RECENT_DAYS = 14
READ = 60  # passages whose text is looked at
OF_ONE = 5  # of them of one article, so that one does not crowd out the others
PRIOR_PASSAGES = 10_000  # see `information`
FRESHNESS_DAYS = 30.0  # after so many days a news item is worth 1/e of a new one
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


# Both learned by tests/benchmarks/learn_weights.py; what a stage does not weigh is 0.
FIRST_STAGE = Features(passage=0.29, title=0.05, article=0.66, timeliness=0.54, early=0.20)
SECOND_STAGE = Features(
    title=0.08,
    article=0.49,
    coverage=0.28,
    sentence=0.19,
    verbatim=0.13,
    proximity=0.13,
    adjacency=0.15,
    timeliness=0.48,
    early=0.09,
    is_question=-0.46,
)


# Learned by tests/benchmarks/learn_confidence.py; the last one is constant.
CONFIDENCE = (2.63, 4.13, 3.46, 2.09, -7.81)


class Ranked(NamedTuple):
    """A passage in its place; `number` is `paragraph_number`."""

    number: int
    features: Features
    score: float


def ranked_by(number: int, features: Features, weights: Features) -> Ranked:
    """A passage with the score of its features."""
    return Ranked(number, features, float(sum(map(mul, weights, features))))


@dataclass(frozen=True, slots=True)
class Passage:
    """A candidate's words: its own and its headline's."""

    text: str
    title: str


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


def _idf(total: float, holding: float) -> float:
    return log(1 + (total - holding + 0.5) / (holding + 0.5))


def first_stage(
    found: Found, question: Question, weights: Mapping[str, float], limit: int
) -> list[Ranked]:
    """The best `limit` hits by what the engine tells of them and their day, best first.

    Of one article at most `OF_ONE`, as long as there are others.
    """
    total = needed(weights, question)
    taken: Counter[int] = Counter()
    best: list[Ranked] = []
    spare: list[Ranked] = []
    for hit in in_order([_from_engine(hit, found, total, question) for hit in found.hits]):
        seq, _ = place_of(hit.number)
        taken[seq] += 1
        (best if taken[seq] <= OF_ONE else spare).append(hit)
    return in_order((best + spare)[:limit])


def _from_engine(hit: Hit, found: Found, total: float, question: Question) -> Ranked:
    seq, position = place_of(hit.number)
    return ranked_by(
        hit.number,
        Features(
            passage=hit.score / total,
            title=found.titles.get(seq, 0.0) / total,
            article=found.articles.get(seq, 0.0) / total,
            timeliness=timeliness(hit.day, question),
            early=1 / (1 + position),
        ),
        FIRST_STAGE,
    )


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


def second_stage(
    ranked: Sequence[Ranked],
    passages: Mapping[int, Passage],
    question: Question,
    weights: Mapping[str, float],
) -> list[Ranked]:
    """The same with what their texts tell, best first; those without a text are left out."""
    asked = _Asked.of(question, weights)
    return in_order(
        [
            ranked_by(
                candidate.number,
                _with_text(
                    candidate.features,
                    passages[candidate.number],
                    asked,
                    asked.time if is_in_period(candidate.features, question) else frozenset(),
                ),
                SECOND_STAGE,
            )
            for candidate in ranked
            if candidate.number in passages
        ]
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the texts of candidates are held against.

    `shares`: the parts of the question's information that its terms are, and `of_type` the part
    of the kind of answer asked for; `words`: its words as written, folded; `pairs`: its
    neighbouring terms; `time`: terms that only name a time, which the day of publication says too.
    """

    shares: Mapping[str, float]
    of_type: float
    answer_type: AnswerType | None
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    time: frozenset[str]
    language: str

    @classmethod
    def of(cls, question: Question, weights: Mapping[str, float]) -> Self:
        text, kind = question.text, question.answer_type
        of_type = -log(kind.share) if kind else 0.0
        total = needed(weights, question) + of_type
        return cls(
            shares={term: weight / total for term, weight in weights.items()},
            of_type=of_type / total,
            answer_type=kind,
            words=frozenset(
                fold(text[span.start : span.end])
                for span in analyser(question.language).spans(text)
            ),
            pairs=frozenset(pairwise(question.terms)),
            time=frozenset(weights) - question.essential,
            language=question.language,
        )

    def type_in(self, text: str, start: int, end: int) -> float:
        """`of_type` where this part of a text has that kind of answer, else 0."""
        kind = self.answer_type
        return self.of_type if kind and kind.answer.search(text, start, end) else 0.0


def _with_text(
    features: Features, passage: Passage, asked: _Asked, given: frozenset[str]
) -> Features:
    """`given`: terms that count as held, whatever the text says."""
    text, shares = passage.text, asked.shares
    analyse = analyser(asked.language)
    parts = sentences(text, asked.language)
    words = [analyse.words(text[start:end]) for start, end in parts]
    terms = [term for part in words for _, term in part]
    places = [place for place, term in enumerate(terms) if term in shares]
    matched = {terms[place] for place in places}
    written = {
        term for part in words for word, term in part if term in shares and fold(word) in asked.words
    }
    title = analyse.terms(passage.title)
    held = matched.union(title, given).intersection(shares)
    return features._replace(
        adjacency=len(asked.pairs.intersection(pairwise(terms))) / (len(asked.pairs) or 1),
        coverage=_sum(shares, held) + asked.type_in(text, 0, len(text)),
        sentence=max(
            (
                _sum(shares, inside.union(given)) + asked.type_in(text, start, end)
                for (start, end), part in zip(parts, words, strict=True)
                if (inside := {term for _, term in part}.intersection(shares))
            ),
            default=0.0,
        ),
        verbatim=_sum(shares, written | given),
        proximity=len(matched) / (places[-1] - places[0] + 1) if len(places) > 1 else 0.0,
        is_question=float(text.rstrip("\"'”’»)] ")[-1:] == "?"),
    )


def _sum(shares: Mapping[str, float], terms: Iterable[str]) -> float:
    return sum(map(shares.__getitem__, terms))


def confidence(features: Features, needed: float) -> float:
    """How probable it is, 0 to 1, that the archive answers, judged by its best passage.

    `needed`: the information of the question, in nats; see `needed`. A logistic regression on
    questions of which the archive lacks half; see tests/benchmarks/learn_confidence.py.
    """
    evidence = (*features_of_confidence(features, needed), 1.0)
    return 1 / (1 + exp(-sum(map(mul, CONFIDENCE, evidence))))


def features_of_confidence(features: Features, needed: float) -> tuple[float, ...]:
    """What tells an answer from a chance match, in the order of `CONFIDENCE`.

    The shares of the question's information in the passage, in one sentence, and word for word;
    and how much information that is: of a single common word all may match and tell little.
    """
    held = features.coverage * needed / 10
    return features.coverage, features.sentence, features.verbatim, held


def one_an_article(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The first passage of each article."""
    first: dict[int, Ranked] = {}
    for passage in ranked:
        first.setdefault(place_of(passage.number)[0], passage)
    return list(first.values())


def in_order(ranked: Sequence[Ranked]) -> list[Ranked]:
    """Best first, equal scores in archive order."""
    return sorted(ranked, key=lambda passage: (-passage.score, passage.number))


def union(found: Found, more: Found) -> Found:
    """Both searches' hits and scores; the statistics, of the whole archive, are the same."""
    held = {hit.number for hit in found.hits}
    return Found(
        hits=found.hits + tuple(hit for hit in more.hits if hit.number not in held),
        titles={**more.titles, **found.titles},
        articles={**more.articles, **found.articles},
        frequencies=found.frequencies,
        passages=found.passages,
    )
