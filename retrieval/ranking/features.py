"""What speaks for a passage: from the engine, the calendar and the texts."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import exp
from typing import NamedTuple

from retrieval.article_store import Passage
from retrieval.question.question import Period, Question
from retrieval.question.times.told import tells_of
from retrieval.ranking.evidence import Evidence
from retrieval.text.analyser import analyser
from retrieval.text.reading import Sentence

FRESHNESS_DAYS = 30.0  # after so many days a news item is worth 1/e of a new one
SENTENCE_ENDS = frozenset(".!?…:;")
ELSEWHEN = 0.7  # what today's news is worth to a question about another time
TOLD_OF_ANOTHER = 0.37  # at most, what tells of another month than the one asked for
HELD_IN = 10  # nats; the measure of `held`


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
    held: the information, in tens of nats, that passage and headline hold of the question.
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
    held: float = 0.0


def timeliness(day: date, question: Question, texts: Sequence[str] = ()) -> float:
    """1 for today and for a period asked for, falling to 0 with distance; 0 for what is to come.

    Where a period is asked for, today counts for `ELSEWHEN` only. Tomorrow is today: zones differ.
    The first of the `texts` that names a month, a quarter or a year, where one is asked for, tells
    whether they are of it.
    """
    age = (question.asked_on - day).days
    fresh = exp(-max(age, 0) / FRESHNESS_DAYS) if age >= -1 else 0.0
    if question.period is None:
        return fresh
    by_day = max(ELSEWHEN * fresh, exp(-days_outside(day, question.period) / FRESHNESS_DAYS))
    told = tells_of_period(texts, day, question.period) if texts else None
    return by_day if told is None else 1.0 if told else min(by_day, TOLD_OF_ANOTHER)


def tells_of_period(texts: Sequence[str], day: date, period: Period) -> bool | None:
    """By the first text that names a month, quarter or year, where one is asked for."""
    if not period.is_unit:
        return None
    told = (tells_of(text, day, period.days, "en") for text in texts)
    return next((one for one in told if one is not None), None)


def is_in_period(features: Features, question: Question) -> bool:
    """Whether a passage was published in the period that the question names."""
    return question.period is not None and features.timeliness >= 1


def days_outside(day: date, period: Period) -> int:
    """How many days a day lies before or after a period; what is printed a day later is in it."""
    if period.since is not None and day < period.since:
        return (period.since - day).days
    if period.until is not None and day > period.until:
        return (day - period.until).days - 1
    return 0


def with_text(
    features: Features, passage: Passage, evidence: Evidence, told: Sequence[Sentence]
) -> Features:
    """The features that the engine and the calendar gave, and those of the text.

    `told` are the text's sentences.
    """
    text, analysis = passage.text, evidence.analysis
    spelling = analyser(analysis.language).spelling
    given = given_terms(features, passage, evidence)
    terms: list[str] = []
    matched: set[str] = set()
    written = set(given)
    sentence = 0.0
    for start, end, words, their_terms in told:
        terms += filter(None, their_terms)
        if inside := evidence.held_by(words, their_terms):
            matched |= inside
            written.update(
                [
                    term
                    for word, term in zip(words, their_terms, strict=True)
                    if term in inside and spelling(word) in analysis.spellings
                ]
            )
            held = evidence.share_of(inside | given) + evidence.type_in(text, start, end)
            sentence = max(sentence, held)
    places = [place for place, term in enumerate(terms) if term in matched]
    coverage = evidence.share_of(matched.union(evidence.in_title(passage.title), given))
    time = features.timeliness  # the day says it, or the text
    if evidence.time:
        time = max(time, len(evidence.time.intersection(terms)) / len(evidence.time))
    covered = evidence.with_time(coverage + evidence.type_in(text, 0, len(text)), time)
    last = text.rstrip("\"'”’»)] ")[-1:]
    return Features(  # many are made, for which `_replace` is slow
        passage=features.passage,
        title=features.title,
        article=features.article,
        coverage=covered,
        sentence=evidence.with_time(sentence, time),
        verbatim=evidence.with_time(evidence.share_of(written), time),
        proximity=len(matched) / (places[-1] - places[0] + 1) if len(places) > 1 else 0.0,
        adjacency=len(evidence.pairs.intersection(pairwise(terms))) / (len(evidence.pairs) or 1),
        timeliness=features.timeliness,
        early=features.early,
        is_question=float(last == "?"),
        is_fragment=float(last not in SENTENCE_ENDS),
        held=covered * evidence.needed / HELD_IN,
    )


def given_terms(features: Features, passage: Passage, evidence: Evidence) -> frozenset[str]:
    """Terms that a text need not have: its day says them, or its outlet or agency."""
    named = evidence.named_in(passage.source, passage.agency)
    if not is_in_period(features, evidence.question):
        return named
    return named | evidence.time.intersection(evidence.shares)
