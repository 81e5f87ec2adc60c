"""What kind of answer a question asks for, and how such an answer looks in news English.

Answer types as in Li and Roth, Learning question classifiers (2002), the few that a pattern finds.
"""

import re
from dataclasses import dataclass

from corpus.languages.english import calendar

_DAY = "|".join((*calendar.MONTHS, *calendar.WEEKDAYS))
_NUMBER_WORD = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|"
    "millions?|billions?"
)


@dataclass(frozen=True, slots=True)
class AnswerType:
    """`question` finds the words that ask for it, which are not searched for themselves.

    `answer` finds it in a text; `share` of the paragraphs of news have it, whatever they are about
    (counted in 50,000). `is_in_text`: without it a text is no answer; of a time it may be,
    as every article has a date.
    """

    name: str
    question: re.Pattern[str]
    answer: re.Pattern[str]
    share: float
    is_in_text: bool = True


AGE = AnswerType(
    "age",
    re.compile(
        r"\bhow old\b|\bwhat age\b|\bwhat (?:is|was) the age of\b|\bage(?=\s*\??$)"
        r"|\b(?:is|was) \d{1,3} years old\b",  # a claim
        re.I,
    ),
    re.compile(
        r",\s\d{1,3},|\b(?:is|was) \d{1,3}[.;,]|\b\d{1,3}[- ]years?[- ]old\b"
        r"|\bage[d]?(?: of)? \d{1,3}\b|\b\d{1,3} years of age\b|\bturn(?:s|ed|ing) \d{1,3}\b"
    ),
    share=0.023,
)
PERCENTAGE = AnswerType(
    "percentage",
    re.compile(r"\b(?:what|which) (?:percentage|per ?cent|share|proportion) of\b", re.I),
    re.compile(r"\d ?%|\bper ?cent\b|\b(?:half|thirds?|quarters?) of\b"),
    share=0.033,
)
MONEY = AnswerType(
    "money",
    re.compile(
        r"\bhow much(?= (?:money|(?:\S+ ){1,8}?(?:cost|costs|pay|paid|spend|spent|worth|fined|price"
        r"|sell|sold|raise|raised|earn|earned|owe|owed|invest|invested|donate|donated)\b))",
        re.I,
    ),
    re.compile(r"[$€£] ?\d|\d[\d.,]*(?: [mb]illion| thousand)? (?:dollars|euros|pounds|litas)\b"),
    share=0.043,
)
NUMBER = AnswerType(
    "number",
    re.compile(
        r"\bhow (?:many|much|often)\b|\bwhat number of\b"
        r"|\bhow(?= (?:tall|high|deep|wide|big|large|heavy|far|fast)\b)",
        re.I,
    ),
    # Digits, but not those of a year by itself.
    re.compile(
        rf"(?<![\d.,])(?!(?:1[89]|20(?!00))\d\d(?![\d%]|[.,]\d))\d|[€$£]\d|\b(?:{_NUMBER_WORD})\b"
    ),
    share=0.38,
)
TIME = AnswerType(
    "time",
    re.compile(r"\bwhen\b|\b(?:what|which) (?:year|month|day|date)\b|\bhow long\b", re.I),
    re.compile(
        rf"\b(?:1[5-9]|20)\d\d\b|\b(?:{_DAY})\b"
        r"|\b(?:yesterday|today|tomorrow|tonight)\b|\b\w+ (?:years|months|weeks|days|hours)\b"
    ),
    share=0.29,
    is_in_text=False,
)
ANSWER_TYPES = (AGE, PERCENTAGE, MONEY, NUMBER, TIME)


def answer_type_of(question: str) -> AnswerType | None:
    """The first type that the question's words ask for."""
    return next((kind for kind in ANSWER_TYPES if kind.question.search(question)), None)
