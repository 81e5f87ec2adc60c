"""A few words behind an answer: which times, outlets, orders and names they ask for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from msgspec.structs import replace

from retrieval.conversation.language import (
    WORD,
    Said,
    is_country,
    is_talk,
    language_of,
    telling,
)
from retrieval.conversation.languages.turns import Turns
from retrieval.conversation.outlets import besides, negation_before, outlets_in, time_beside
from retrieval.conversation.times import TimeNamed
from retrieval.question.operators import Operators, read_operators
from retrieval.text.lazy_pattern import LazyPattern
from retrieval.text.letters import one_apostrophe
from retrieval.verbatim.chronology import Order

MOST_WORDS = 12
LONGEST = 200  # characters
SHIFTED = re.compile(
    r"(?<!\w)(?:(?:the |a |one )?(?P<unit>day|week|month|year) (?P<side>before|earlier|after|later)"
    r"|(?:the )?(?P<side2>previous|next|following) (?P<unit2>day|week|month|year))(?!\w)",
    re.I,
)
BACK = ("before", "earlier", "previous")


@dataclass(frozen=True, slots=True)
class AskedFor:
    """`shift`: so many of a unit away from the old time; (0, "") is none. `side`: -1 asks for what
    is before that, 1 for what is behind. `rest`: the words left, of which `said` tell something;
    `words` are all. `is_about`: they begin with "what about"; `is_talk`: some are small talk;
    `is_elsewhere`: they ask for other outlets than those that were shown.
    """

    turns: Turns
    operators: Operators
    order: Order | None
    time: TimeNamed | None
    shift: tuple[int, str]
    side: int
    sources: tuple[str, ...]
    unwanted: tuple[str, ...]
    excluded: tuple[str, ...]
    rest: str
    said: Sequence[Said]
    words: Sequence[str]
    is_about: bool
    is_talk: bool
    is_elsewhere: bool


def may_be_change(text: str) -> bool:
    """Whether the words are few enough to change what was asked before."""
    return (
        len(text) <= LONGEST
        and not text.startswith("/")
        and 0 < len(WORD.findall(text)) <= MOST_WORDS
    )


def asked_for(text: str, asked_at: datetime, outlets: Sequence[str]) -> AskedFor | None:
    """None where the words are too many for a change of what was asked before."""
    plain = " ".join(one_apostrophe(text).split())
    if not may_be_change(plain):
        return None
    words = [match.group().lower() for match in WORD.finditer(plain)]
    operators = read_operators(plain)
    turns = language_of(besides(operators.text or plain, outlets))
    operators = replace(operators, text=turns.reworded(operators.text))
    rest = _Rest(operators.text)
    is_about = bool(rest.take(turns.about))
    shift = _shift(rest)
    is_elsewhere = bool(rest.take(turns.elsewhere))
    order = _order(rest, turns)
    time = None if shift[1] else _time(rest, asked_at, turns, outlets)
    side = 0 if time else _side(rest, turns)
    unwanted = _unwanted(rest, outlets, turns)
    excluded = tuple(match["word"].split()[-1] for match in rest.take(turns.without))
    sources = tuple(rest.take_all(outlets_in(rest.text, outlets)))
    if time and (order or sources or unwanted) and time.english.lower() == "now":
        time = None  # "now only BNS"
    said = [
        one
        for one in telling(operators.text, turns)
        if rest.text[one.start] != " "
        and (is_country(one.word, turns) or not _is_joint(one.word, turns))
    ]
    if not (sources or unwanted) and (outlet := _only_name(said, words, turns)):
        sources, said = (outlet,), []
    return AskedFor(
        turns,
        operators,
        order,
        time,
        shift,
        side,
        sources,
        unwanted,
        excluded,
        rest.text,
        said,
        words,
        is_about,
        is_talk(rest.text, turns),
        is_elsewhere,
    )


def _is_joint(word: str, turns: Turns) -> bool:
    return word.lower() in turns.linking or word.lower() in turns.asking


class _Rest:
    """Words from which what is understood is taken out."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: re.Pattern[str] | LazyPattern) -> list[re.Match[str]]:
        found = list(pattern.finditer(self.text))
        for match in reversed(found):
            self.cut(match.start(), match.end())
        return found

    def take_all(self, places: Iterable[tuple[int, int]]) -> list[str]:
        taken = [(self.text[start:end], start, end) for start, end in places]
        for _, start, end in taken:
            self.cut(start, end)
        return [words for words, _, _ in taken]

    def cut(self, start: int, end: int) -> None:
        """Blanks in their place, so that nothing else moves."""
        self.text = self.text[:start] + " " * (end - start) + self.text[end:]


def _shift(rest: _Rest) -> tuple[int, str]:
    found = rest.take(SHIFTED)
    if not found:
        return 0, ""
    side = (found[0]["side"] or found[0]["side2"]).lower()
    return (-1 if side in BACK else 1), (found[0]["unit"] or found[0]["unit2"]).lower()


def _time(
    rest: _Rest, asked_at: datetime, turns: Turns, outlets: Sequence[str]
) -> TimeNamed | None:
    time = time_beside(rest.text, asked_at, turns, outlets)
    if time:
        rest.cut(time.start, time.end)
    return time


def _order(rest: _Rest, turns: Turns) -> Order | None:
    for order, pattern in (
        (Order.NEWEST, turns.newest),
        (Order.OLDEST, turns.oldest),
        (Order.BEST, turns.best),
    ):
        if rest.take(pattern):
            return order
    return None


def _side(rest: _Rest, turns: Turns) -> int:
    return -1 if rest.take(turns.earlier) else 1 if rest.take(turns.later) else 0


def _unwanted(rest: _Rest, outlets: Sequence[str], turns: Turns) -> tuple[str, ...]:
    """Outlets that are not to be searched, as they are named: "not CNN"."""
    unwanted: list[str] = []
    for start, end in list(outlets_in(rest.text, outlets)):
        negation = negation_before(rest.text, start, turns)
        if negation is not None:
            unwanted.append(rest.text[start:end])
            rest.cut(negation, end)
    return tuple(dict.fromkeys(unwanted))


def _only_name(said: Sequence[Said], words: Sequence[str], turns: Turns) -> str | None:
    """An outlet that the archive does not have: "only Gazette"; not who did something: "what did
    Mark say".
    """
    is_named = len(said) == 1 and said[0].is_name and not said[0].word.isdecimal()
    is_named = is_named and not is_country(said[0].word, turns)
    is_narrowed = not turns.narrowing.isdisjoint(words) and "did" not in words
    return said[0].word if is_named and is_narrowed else None


def shifted(days: tuple[date | None, date | None], count: int, unit: str) -> str | None:
    """The time so many units away, in English; None where the old one has no beginning."""
    since, until = days
    if since is None or until is None:
        return None
    if unit == "year":
        return f"in {since.year + count}"
    if unit == "month":
        month = since.year * 12 + since.month - 1 + count
        return f"in {date(month // 12, month % 12 + 1, 1):%B %Y}"
    try:
        day = (since if count < 0 else until) + timedelta(count * (7 if unit == "week" else 1))
    except OverflowError:
        return None
    return f"on {day.day} {day:%B %Y}" if unit == "day" else None
