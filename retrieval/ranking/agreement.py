"""What a quote says that its question does not, and how many of the best articles say it too.

News that several papers print of one event agrees in names and figures; a look-alike does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from retrieval.question.answer_types import AnswerType, answers_in
from retrieval.text.analyser import Span, analyser
from retrieval.text.word_frequency import share_of_passages

COMMON = 0.45  # a first word of a sentence that tells less is no name, for all its capital
TELLS = 0.4  # what a word tells above this counts where it is no name
NATS = 9.0  # what a word tells that hardly any passage has; see `telling`


@cache
def telling(word: str, language: str) -> float:
    """What a word in lower case tells, 0 to 1, by how few passages of the language have it."""
    return min(1.0, -log(share_of_passages(word, language) + 1e-4) / NATS)


@dataclass(frozen=True, slots=True)
class Said:
    """A quote's words beside its question's.

    `spans` are its terms, places counted from its start; `new` what each term tells that the
    question has not; `names` those of them that are names or figures; `answers` the places of
    answers of the kind asked for, and `answering` their new terms.
    """

    text: str
    spans: Sequence[Span]
    new: dict[str, float]
    names: frozenset[str]
    answers: Sequence[tuple[int, int]]
    answering: frozenset[str]


def said(
    text: str,
    spans: Sequence[Span],
    known: frozenset[str],
    kind: AnswerType | None,
    language: str = "en",
) -> Said:
    """`spans` are the text's; `known` are the question's terms."""
    new: dict[str, float] = {}
    names = set()
    for span in spans:
        if span.term in known:
            continue
        word = text[span.start : span.end]
        tells = new[span.term] = telling(word.lower(), language)
        if word[0].isdigit() or (
            word[0].isupper() and (tells >= COMMON or not _is_first(text, span.start))
        ):
            names.add(span.term)
    answers = list(answers_in(kind, text, known, language=language)) if kind else []
    return Said(
        text=text,
        spans=spans,
        new=new,
        names=frozenset(names),
        answers=answers,
        answering=frozenset(
            span.term
            for span in spans
            if span.term in new and any(start <= span.start < end for start, end in answers)
        ),
    )


def _is_first(text: str, start: int) -> bool:
    """Whether a word is the first of a sentence."""
    before = text[:start].rstrip(" \n“\"‘'(")
    return not before or before[-1] in ".!?:"


class Agreement:
    """In how many of the best articles each new term stands."""

    def __init__(self, sayings: Iterable[tuple[int, Said]], titles: Mapping[int, str]) -> None:
        """Each with its article; headlines by article: of them what quotes have counts too."""
        self._articles: defaultdict[str, set[int]] = defaultdict(set)
        everyone = set()
        for article, one in sayings:
            everyone.add(article)
            for term in one.new:
                self._articles[term].add(article)
        for article, title in titles.items():
            for term in analyser("en").terms(title):
                if term in self._articles:
                    self._articles[term].add(article)
        self._others = max(len(everyone) - 1, 1)

    def of(self, term: str) -> float:
        """The share of the other articles, 0 to 1, that have a term of one."""
        return (len(self._articles.get(term, ())) - 1) / self._others

    def of_names(self, one: Said) -> list[float]:
        """Of each new name or figure: the share of the others that have it, by what it tells."""
        return sorted((self.of(term) * one.new[term] for term in one.names), reverse=True)

    def of_answers(self, one: Said) -> list[float]:
        """The same of the answers of the kind asked for."""
        return sorted((self.of(term) * one.new[term] for term in one.answering), reverse=True)

    def of_words(self, one: Said) -> list[float]:
        """The same of all new words that tell something."""
        told = ((term, tells - TELLS) for term, tells in one.new.items() if tells > TELLS)
        return sorted((self.of(term) * tells for term, tells in told), reverse=True)
