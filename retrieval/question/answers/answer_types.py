"""What kind of answer a question asks for, and where a text has such an answer.

Answer types as in Li and Roth, Learning question classifiers (2002), those that a pattern finds.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from retrieval.question.answers import english
from retrieval.text.analyser import analyser
from retrieval.text.lazy_pattern import LazyPattern
from retrieval.text.letters import in_small_letters

SENTENCE = re.compile(r"[^?!.]*(?:\.(?!\s|$)[^?!.]*)*[?!.]*")
ASKING = re.compile(english.ASKING)
COUNTED_NOUN = re.compile(english.COUNTED_NOUN, re.I)  # group 1
RELATIVE = re.compile(english.RELATIVE)
SPEAKER = LazyPattern(english.SPEAKER)
NEVER = LazyPattern(r"(?!)")
BEFORE_ASKING = re.compile(rf"{english.BEFORE_ASKING}$")


class Family(StrEnum):
    """What answers of a kind are made of."""

    FIGURE = "figure"
    TIME = "time"
    NAME = "name"
    REASON = "reason"
    SPEECH = "speech"


class AnswerType(Struct, frozen=True):
    """`question` finds the words that ask for it, which are not searched for themselves, nor are
    `key_words`, which name it where nothing asks: "ransom amount"; both in a text in small letters,
    as patterns that look at both take thrice as long to be compiled.

    `answer` finds it in a text; `share` of the paragraphs of news have it, whatever they are about
    (counted in 8,000). `is_in_text`: without it a text is no answer; of a time it may be, as every
    article has a date, and names and reasons have more forms than a pattern knows. Of speech the
    groups are the words around the verb.
    """

    name: str
    family: Family
    question: LazyPattern
    answer: LazyPattern
    share: float
    key_words: LazyPattern = NEVER

    @property
    def is_in_text(self) -> bool:
        return self.family in {Family.FIGURE, Family.SPEECH}


def _type(name: str, family: Family, patterns: tuple[str, str, str], share: float) -> AnswerType:
    asked, named, printed = patterns
    key_words = LazyPattern(named) if named else NEVER
    return AnswerType(name, family, LazyPattern(asked), LazyPattern(printed), share, key_words)


AGE = _type("age", Family.FIGURE, english.AGE, 0.033)
PERCENTAGE = _type("percentage", Family.FIGURE, english.PERCENTAGE, 0.043)
MONEY = _type("money", Family.FIGURE, english.MONEY, 0.039)
DURATION = _type("duration", Family.FIGURE, english.DURATION, 0.12)
NUMBER = _type("number", Family.FIGURE, english.NUMBER, 0.38)
TIME = _type("time", Family.TIME, english.TIME, 0.34)
REASON = _type("reason", Family.REASON, english.REASON, 0.25)
DEATH = _type("death", Family.REASON, english.DEATH, 0.028)
COUNTRY = _type("country", Family.NAME, english.COUNTRY, 0.33)
PLACE = _type("place", Family.NAME, english.PLACE, 0.58)
PERSON = _type("person", Family.NAME, english.PERSON, 0.64)
NAME = _type("name", Family.NAME, english.NAME, 0.91)
SPEECH = _type("speech", Family.SPEECH, english.SPEECH, 0.40)
# In the order in which they are tried.
ANSWER_TYPES = (
    AGE, PERCENTAGE, MONEY, DURATION, NUMBER, TIME, DEATH, REASON, COUNTRY, PLACE, NAME, PERSON,
    SPEECH,
)  # fmt: skip


def answer_type_of(question: str) -> AnswerType | None:
    """The type that the question's words ask for; of its last sentence that asks for any.

    There the first one that no other question governs counts: `Who reigned when the war began?`
    asks for a person. Where nothing asks, the first that key words name.
    """
    question = in_small_letters(question)
    for sentence in reversed(SENTENCE.findall(question)):
        asked = (kind.question.search(sentence) for kind in ANSWER_TYPES)
        found = _first(None if match and _is_relative(match) else match for match in asked)
        if found:
            return found
    return _first(kind.key_words.search(question) for kind in ANSWER_TYPES)


def _first(found: Iterable[re.Match[str] | None]) -> AnswerType | None:
    """The type whose words begin first, of several there the one whose end first; `found` has
    those of each type in turn.
    """
    places = [
        (match.start(), match.end(match.lastindex or 0), place)
        for place, match in enumerate(found)
        if match
    ]
    return ANSWER_TYPES[min(places)[-1]] if places else None


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
) -> Iterator[tuple[int, int, list[str]]]:
    """Where a text has answers of a kind: (start, end, their new terms), in order.

    `known` are the question's terms: what has no other is no answer, except to why, nor is the name
    of a person whose last word is among them, nor what somebody says who is not.
    """
    terms = analyser(language).terms
    for match in kind.answer.finditer(text):
        new = _new_terms(kind, match, known, terms)
        if new is not None:
            yield match.start(), match.end(), new


def _new_terms(
    kind: AnswerType,
    match: re.Match[str],
    known: frozenset[str],
    terms: Callable[[str], list[str]],
) -> list[str] | None:
    """None where it is no answer."""
    if kind is SPEECH:
        beside = " ".join(match.groups(""))
        is_theirs = SPEAKER.search(beside) or not known.isdisjoint(terms(beside))
        return [] if is_theirs else None
    found = terms(match.group())
    if kind is PERSON and found and found[-1] in known:
        return None  # a title, a place or a first name before the name that was asked about
    new = [term for term in found if term not in known]
    return new if new or kind.family is Family.REASON else None
