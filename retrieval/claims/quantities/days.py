"""Days, months and years: of the same event."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.languages.english import calendar
from retrieval.answer import Difference
from retrieval.claims.english import ENDS, MODALS, MONTHS, ON_A_DAY, SAME
from retrieval.claims.tokens import Token, like, may_be_verb, names_of, terms_of, verb_of
from retrieval.question.kinds.english import ENGLISH

YEAR = re.compile(r"(?<![\w$€£.,-])(?:1[5-9]|20)\d\d(?![\w%-]|[.,]\d)")
_DAY = rf"(?P<{{}}>\d{{{{1,2}}}})(?:{calendar.ORDINAL})?(?![\w%–-]|[.,:]\d)"
_YEAR = r"(?:,? (?P<{}>(?:1[5-9]|20)\d\d)\b)?"
_THAT_YEAR = r"(?P<behind>(?:1[5-9]|20)\d\d)\b"
_MONTH = rf"\b(?P<{{}}>{MONTHS})"
# "July 8, 2022", "8 July 2022", "July 2022", "July 8"; or a year alone, behind "in".
WHEN = re.compile(
    rf"{_MONTH.format('month')} (?:{_DAY.format('day')}{_YEAR.format('year')}|{_THAT_YEAR})"
    rf"|\b{_DAY.format('first')}(?: of)? {_MONTH.format('then')}{_YEAR.format('last')}"
    r"|\bin (?:(?:early|late) )?(?P<alone>(?:1[5-9]|20)\d\d)(?![\w%-]|[.,]\d)",
    re.I,
)
NEAR = 90  # characters between a verb and its day
LEAST = 2  # terms of a claim before its day: of whom, and what
PLANNED = 2  # words before a verb among which a modal makes it a plan
AFTER = ENDS - {"early", "late", "last", "this", "next", "yesterday", "today", "tomorrow"}


class When(NamedTuple):
    """A day, a month or a year as written, with its parts in lower case, "" where not told."""

    year: str
    month: str
    day: str
    text: str
    start: int
    end: int


def whens(text: str) -> list[When]:
    return [_read(match) for match in WHEN.finditer(text)]


def _read(match: re.Match[str]) -> When:
    parts = match.groupdict("")
    month = (parts["month"] or parts["then"])[:3].lower()
    day = (parts["day"] or parts["first"]).lstrip("0")
    year = parts["year"] or parts["last"] or parts["behind"] or parts["alone"]
    text = match.group() if month else year
    return When(year, month, day, text, match.end() - len(text), match.end())


def days_differing(
    claim: str, sentence: str, said: Sequence[Token], printed: Sequence[Token]
) -> Iterator[Difference]:
    """The only time of a claim, and the only one behind the same verb of the same subject."""
    stated, found = whens(claim), whens(sentence)
    if len(stated) != 1 or len(found) != 1 or len(YEAR.findall(sentence)) > bool(found[0].year):
        return
    told = _differing(stated[0], found[0])
    if told and _is_of_it(said, printed, stated[0].start, found[0].start):
        yield told


def are_at_other_times(claim: str, sentence: str) -> bool:
    """Whether both name one time, and not the same."""
    said, printed = whens(claim), whens(sentence)
    return len(said) == len(printed) == 1 and _differing(said[0], printed[0]) is not None


def _differing(said: When, printed: When) -> Difference | None:
    """The years, where only they differ, or else all that is written of both."""
    pairs = list(zip(said[:3], printed[:3], strict=True))
    year, month, day = (bool(one and other and one != other) for one, other in pairs)
    if year and not (month or day):
        return Difference(said.year, printed.year)
    is_other = month or (day and said.month == printed.month)
    return Difference(said.text, printed.text) if is_other else None


def _is_of_it(said: Sequence[Token], printed: Sequence[Token], at: int, day: int) -> bool:
    """Whether the claim's event stands before the day, as a fact, and all who are named there."""
    before = [token for token in said if token.end <= at and token.term]
    if len(before) < LEAST:
        return False
    verb = verb_of(said)
    anchor = verb or like(before[-1].term)
    names = [name[-1:] for name in names_of(before)] or [tuple(terms_of(before[:-1]))]
    if any(terms_of(printed).isdisjoint(name) for name in names):
        return False
    places = [
        place
        for place, token in enumerate(printed)
        if like(token.term) == anchor and token.end <= day and _is_fact(printed, place, verb)
    ]
    if not places or day - printed[places[-1]].end > NEAR:
        return False
    between = [token.lower for token in printed[places[-1] + 1 :] if token.start < day]
    if between and between[-1] not in ON_A_DAY:  # "invaded: a soldier February 27"
        return False
    is_other = any(word in ENGLISH.finite or word in AFTER for word in between)
    subjects = terms_of(before) - {before[-1].term}
    others = {token.term for token in before if not (token.is_name or token.word[0].isdigit())}
    is_about = bool(subjects & terms_of(printed[: places[-1]])) and others <= terms_of(printed) | {
        anchor,
        verb,
    }
    return not is_other and is_about


def _is_fact(printed: Sequence[Token], place: int, verb: str | None) -> bool:
    planned = {token.lower for token in printed[max(0, place - PLANNED) : place]}
    is_verb = verb is None or may_be_verb(printed, place) or printed[place].lower in SAME
    return is_verb and MODALS.isdisjoint(planned)
