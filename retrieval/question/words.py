"""Which words of a question are searched for: not those that only ask, or only name a time."""

import re
from collections.abc import Sequence

from msgspec import Struct

from retrieval.question import titles
from retrieval.question.answers.answer_types import AnswerType
from retrieval.question.operators import Operators
from retrieval.question.times.expressions import Time
from retrieval.question.times.numeric import DAY, MONTH_ALONE, has_numbers
from retrieval.question.times.told import printed

ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.I)  # stands beside a claim, is no part of it
ASKED_IN = "en"  # the language in which times and kinds of answers are named
FIGURE = re.compile(r"(?<![\w.-])[$€£]?\d[\d.,]*(?:[-–]\d+)?%?(?![\w-])")


class Words(Struct, frozen=True):
    """The parts of a question, as written.

    `all`: the whole question; `searched`: what is looked for; `timeless`: the same without the
    words that only name a time, which are `time`.
    """

    all: str
    searched: str
    timeless: str
    time: str = ""
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def asked_for(
    text: str, read: Operators, time: Time | None, answer_type: AnswerType | None
) -> Words:
    """The words that ask for a kind of answer are not searched for.

    Nor are those for a time: of "two years ago" nothing is printed, of "in May 2021" perhaps the
    month, of "last month" its name.
    """
    asked = read.text
    named = asked[time.start : time.end] if time else ""
    for pattern in (answer_type.question, answer_type.key_words) if answer_type else ():
        asked = titles.without(pattern, asked)
    searched = asked.replace(named, f" {printed(named, time.days, ASKED_IN)} ") if time else asked
    timeless = asked.replace(named, " ") if named else asked
    return Words(
        all=text,
        searched=_without_numeric_days(searched, read.phrases),
        timeless=_without_numeric_days(timeless, read.phrases),
        time=named,
        phrases=read.phrases,
        excluded=read.excluded,
        titles=read.titles,
    )


def claimed(text: str, read: Operators, time: Time | None) -> Words:
    """Of what may be so or not, figures and times may be what is wrong: none is needed."""
    named = read.text[time.start : time.end] if time else ""
    told = f" {printed(named, time.days, ASKED_IN)} " if time else ""
    timeless = read.text.replace(named, " ") if named else read.text
    printed_too = read.text.replace(named, told) if named else read.text
    return Words(
        all=text,
        searched=printed_too,
        timeless=FIGURE.sub(" ", timeless),
        phrases=read.phrases,
        excluded=read.excluded,
        titles=read.titles,
    )


def _without_numeric_days(text: str, phrases: Sequence[str]) -> str:
    """No article prints such a day so, be it another than the one asked for, or one to come."""
    if not has_numbers(text):
        return text

    def left(match: re.Match[str]) -> str:
        return match.group() if any(match.group() in phrase for phrase in phrases) else " "

    return MONTH_ALONE.sub(left, DAY.sub(left, text))
