"""What kind of answer a question asks for, and where a text has such an answer.

Answer types as in Li and Roth, Learning question classifiers (2002), those that a pattern finds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.question import english_answers as english
from retrieval.text.analyser import analyser

SENTENCE = re.compile(r"[^?!.]*(?:\.(?!\s|$)[^?!.]*)*[?!.]*")
ASKING = re.compile(english.ASKING, re.I)
RELATIVE = re.compile(english.RELATIVE, re.I)
BEFORE_ASKING = re.compile(rf"{english.BEFORE_ASKING}$", re.I)


@dataclass(frozen=True, slots=True)
class AnswerType:
    """`question` finds the words that ask for it, which are not searched for themselves.

    `answer` finds it in a text; `share` of the paragraphs of news have it, whatever they are about
    (counted in 50,000). `is_in_text`: without it a text is no answer; of a time it may be,
    as every article has a date. `is_new`: what is found answers only where it says something that
    the question does not.
    """

    name: str
    question: re.Pattern[str]
    answer: re.Pattern[str]
    share: float
    is_in_text: bool = True
    is_new: bool = True


def _type(
    name: str,
    patterns: tuple[str, str],
    share: float,
    *,
    is_in_text: bool = True,
    is_new: bool = True,
) -> AnswerType:
    asked, printed = patterns
    return AnswerType(
        name, re.compile(asked, re.I), re.compile(printed), share, is_in_text, is_new
    )  # fmt: skip


AGE = _type("age", english.AGE, 0.033)
PERCENTAGE = _type("percentage", english.PERCENTAGE, 0.043)
MONEY = _type("money", english.MONEY, 0.039)
DURATION = _type("duration", english.DURATION, 0.12)
NUMBER = _type("number", english.NUMBER, 0.38)
TIME = _type("time", english.TIME, 0.34, is_in_text=False)
REASON = _type("reason", english.REASON, 0.25, is_in_text=False, is_new=False)
COUNTRY = _type("country", english.COUNTRY, 0.33)
PLACE = _type("place", english.PLACE, 0.58, is_in_text=False)
PERSON = _type("person", english.PERSON, 0.64, is_in_text=False)
NAME = _type("name", english.NAME, 0.91, is_in_text=False)
# In the order in which they are tried.
ANSWER_TYPES = (
    AGE, PERCENTAGE, MONEY, DURATION, NUMBER, TIME, REASON, COUNTRY, PLACE, PERSON, NAME,
)  # fmt: skip


def answer_type_of(question: str) -> AnswerType | None:
    """The type that the question's words ask for; of its last sentence that asks for any.

    There the first one that no other question governs counts: `Who reigned when the war began?`
    asks for a person.
    """
    for sentence in reversed(SENTENCE.findall(question)):
        found = [
            (match.start(), match.end(match.lastindex or 0), place)
            for place, kind in enumerate(ANSWER_TYPES)
            if (match := kind.question.search(sentence)) and not _is_relative(match)
        ]
        if found:
            return ANSWER_TYPES[min(found)[-1]]
    return None


def _is_relative(match: re.Match[str]) -> bool:
    """Whether it is a `who`, `where` or `when` behind another word that asks."""
    before = match.string[: match.start()]
    return (
        RELATIVE.fullmatch(match.group()) is not None
        and not BEFORE_ASKING.search(before)
        and (ASKING.search(before) is not None or before.rstrip().endswith(","))
    )


def answers_in(
    kind: AnswerType, text: str, known: frozenset[str], *, language: str = "en"
) -> Iterator[tuple[int, int]]:
    """Where a text has answers of a kind: (start, end), in order.

    `known` are the question's terms: what has no other is no answer, where it has to be new.
    """
    terms = analyser(language).terms
    for match in kind.answer.finditer(text):
        if not kind.is_new or not known.issuperset(terms(match.group())):
            yield match.span()
