"""Whether words that sound like talk among people are talk, by what the archive has of them.

"The teachers are striking again" and "the kids are asleep again" are said alike; of the one the
archive has headlines, and its words more often than people have them who write of anything.
"""

from collections.abc import Iterator, Sequence
from math import log
from operator import mul
from typing import NamedTuple

from retrieval.candidates import Candidates
from retrieval.question.kinds.english import ENGLISH
from retrieval.question.question import Question
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.features import Features
from retrieval.ranking.stages import Ranked
from retrieval.strength.relevance import relevance
from retrieval.text.word_frequency import share_of_passages

MOST_NEWS = 1.5  # nats either way; a name may be in the news a thousand times as often
RAREST = 2e-6  # share of passages, of a word that the language's counts do not know
SHORTEST_STEM = 3  # letters


class Signs(NamedTuple):
    """What tells talk from what is looked up.

    told: the odds of talk by the words alone, in nats.
    held, title: of the passage that is most about them; see `Features`.
    news: by how many nats a word tells less in the archive than in all that people write, on
        average over what the question needs.
    """

    told: float
    held: float
    title: float
    news: float


# Learned by tests/benchmarks/learn_looked_up.py; `CONSTANT` is what they start from.
TALK = Signs(told=1.31, held=-2.44, title=-1.30, news=-1.49)
CONSTANT = 4.81
SURE = 1.5  # nats: of the odds of talk that leave it unanswered; a silenced question is dear


def is_talk(best: Candidates) -> bool:
    """Whether what an answer would be chosen from is no answer, as nothing was asked for."""
    question = best.question
    if best.is_exact or not question.talk:
        return False
    told = signs(question, best.ranked, best.evidences.main)
    return bool(CONSTANT + sum(map(mul, TALK, told)) > SURE)


def signs(question: Question, ranked: Sequence[Ranked], evidence: Evidence) -> Signs:
    """Of a question whose `talk` is above 0."""
    best = max((one.features for one in ranked), key=relevance, default=Features())
    return Signs(
        told=log(question.talk / (1 - question.talk)),
        held=best.held,
        title=best.title,
        news=_news(evidence),
    )


def _news(evidence: Evidence) -> float:
    analysis, shares = evidence.analysis, evidence.shares
    told = sum(
        share * _more(analysis.written.get(term, ""), analysis.language, evidence.weights[term])
        for term, share in shares.items()
    )
    return told / (sum(shares.values()) or 1.0)


def _more(word: str, language: str, nats: float) -> float:
    """`nats`: what it tells in the archive."""
    common = sum(share_of_passages(form, language) for form in set(_forms(word.lower())))
    return max(-MOST_NEWS, min(MOST_NEWS, -log(max(common, RAREST)) - nats))


def _forms(word: str) -> Iterator[str]:
    """Of an English word: a term is all of them."""
    for stem in (word, *(word.removesuffix(end) for end in ENGLISH.endings if word.endswith(end))):
        if len(stem) >= SHORTEST_STEM or stem == word:
            yield stem
            yield f"{stem}e"
            yield from (stem + end for end in ENGLISH.endings)
