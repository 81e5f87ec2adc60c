"""A few words behind an answer put into the question that was answered: "and in 2021?".

What is neither such a change nor shorter than a question is left to whoever asks: None.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain

from corpus.languages.english import calendar
from retrieval.conversation.asked_for import AskedFor, asked_for, shifted
from retrieval.conversation.changes import Before, Change, FollowUp, What
from retrieval.conversation.language import is_country, speaks_to_somebody
from retrieval.conversation.languages.turns import Turns
from retrieval.conversation.naming import Run, in_english, put_in, run_of
from retrieval.conversation.outlets import outlets_named
from retrieval.conversation.short_question import another_one, short_question
from retrieval.conversation.taken_apart import Parts, taken_apart
from retrieval.conversation.times import YEAR
from retrieval.question.kinds import Kind
from retrieval.question.kinds.english import ENGLISH as SPEECH
from retrieval.question.times.expressions import find_time
from retrieval.question.understand import understand
from retrieval.verbatim.chronology import Order
from retrieval.vocabulary.outlets import matching_outlets

MOST_NAMED = 4  # words that are put in the place of others
MONTH = re.compile(rf"(?i:{'|'.join(calendar.MONTHS)})")


def follow_up(
    before: Before, text: str, asked_at: datetime, outlets: Sequence[str] = ()
) -> FollowUp | None:
    """The old question with what the new words change, or a short one about the same; None where
    they are neither.

    `outlets` are names that the archive knows. Of a claim, and of what is asked for a yes or no, no
    words but operators name a time, as those in it may be what is wrong.
    """
    wanted = asked_for(text, asked_at, outlets)
    if wanted is None:
        return None
    if another := another_one(before, wanted, text, asked_at):
        return another
    if wanted.is_elsewhere:
        wanted = replace(wanted, unwanted=(*wanted.unwanted, *before.outlets))
    is_change = not wanted.is_talk and (not wanted.said or _is_change(wanted, text))
    changed = _changed(before, wanted, asked_at, outlets) if is_change else None
    return changed or short_question(before, wanted, text, asked_at)


def _changed(
    before: Before, wanted: AskedFor, asked_at: datetime, outlets: Sequence[str]
) -> FollowUp | None:
    parts, turns = taken_apart(before), wanted.turns
    order, side_time = _order_or_time(wanted, parts)
    time = side_time or _new_time(wanted, parts)
    changes: list[Change] = []
    is_time_kept = time is None and parts.time is not None
    if time is not None or wanted.operators.since or wanted.operators.until:
        parts = parts.without_time()
        changes += [Change(What.TIME, time)] if time else []
    operators, named = _operators(wanted)
    changes += named
    unwanted = (*wanted.operators.without, *wanted.unwanted)
    if wanted.sources and (place := next(outlets_named(parts.about, outlets, parts.turns), None)):
        parts = parts.with_words(*place, " ".join(wanted.sources))
        operators = [one for one in operators if not one.startswith("source:")]
    elif any(one.what is What.OUTLET for one in named):
        parts = parts.without_sources()
    elif unwanted:
        parts = parts.without_source(_names_of(unwanted, outlets), outlets)
    if order is not None:
        changes.append(Change(What.ORDER, order))
    if wanted.said:
        run = run_of(wanted.rest, wanted.said, wanted.turns)
        parts = replace(parts, about=_named(run, parts, turns))
        changes.append(Change(What.NAME, run.words))
    if not changes:
        return None
    in_time, in_operators = _of_time(time, asked_at, is_checked=_is_checked(before, parts))
    mark = "?" if parts.asks else ""
    words = (f"{parts.about} {in_time}".strip() + mark, *parts.operators, *in_operators, *operators)
    first = replace(before, text=before.behind, behind="")
    behind = _changed(first, wanted, asked_at, outlets) if before.behind else None
    return FollowUp(
        text=" ".join(filter(None, words)),
        asked_at=before.asked_at if is_time_kept else asked_at,
        is_said=before.is_said,
        order=order or before.order,
        about=parts.about,
        changes=tuple(changes),
        is_joined=wanted.is_about or wanted.words[0] in turns.joining - turns.leading,
        behind=behind.text if behind else "",
    )


def _named(run: Run, parts: Parts, turns: Turns) -> str:
    """What the question is about with the name in it, which is written in the language of `turns`;
    a time that it has stands behind.
    """
    run = in_english(run, turns) if parts.turns.code == SPEECH.code else run
    about = put_in(run, parts.without_time().about, parts.turns)
    return f"{about} {parts.time.written}" if parts.time else about


def _is_change(wanted: AskedFor, text: str) -> bool:
    """Whether what is left of the words names something, and asks nothing of its own."""
    if len(wanted.said) > MOST_NAMED:
        return False
    asks = wanted.turns.code == SPEECH.code and SPEECH.asking.search(text.rstrip(" ?!."))
    if asks and not wanted.is_about:
        return False
    is_linked = wanted.is_about or wanted.words[0] in wanted.turns.joining
    if is_linked or speaks_to_somebody(text, wanted.turns):
        return is_linked
    names = [one for one in wanted.said if one.is_name or is_country(one.word, wanted.turns)]
    return len(names) == len(wanted.said) and len(wanted.words) <= MOST_NAMED


def _order_or_time(wanted: AskedFor, parts: Parts) -> tuple[Order | None, str | None]:
    """ "Earlier" is before the time that was asked for, or else the oldest first."""
    if not wanted.side:
        return wanted.order, None
    time = parts.time
    edge = (time.since if wanted.side < 0 else time.until) if time else None
    if edge is None:
        return Order.OLDEST if wanted.side < 0 else Order.NEWEST, None
    return wanted.order, f"{'before' if wanted.side < 0 else 'after'} {_day(edge, wanted.side)}"


def _day(edge: date, side: int) -> str:
    """`2020` where the year begins or ends there, else the day."""
    is_whole = (edge.month, edge.day) == ((1, 1) if side < 0 else (12, 31))
    return str(edge.year) if is_whole else f"{edge.day} {edge:%B %Y}"


def _new_time(wanted: AskedFor, parts: Parts) -> str | None:
    """A month without a year is one of the year that was asked for before."""
    if wanted.shift[1]:
        days = (parts.time.since, parts.time.until) if parts.time else (None, None)
        return shifted(days, *wanted.shift)
    if wanted.time is None:
        return None
    english = wanted.time.english
    old = YEAR.search(parts.time.written) if parts.time else None
    if old and MONTH.search(english) and not YEAR.search(english):
        return f"{english} {old.group()}"
    return english


def _operators(wanted: AskedFor) -> tuple[list[str], list[Change]]:
    """Operators that are typed, and those that words stand for."""
    read = wanted.operators
    sources = (*read.sources, *wanted.sources)
    unwanted = (*read.without, *wanted.unwanted)
    excluded = (*read.excluded, *wanted.excluded)
    written = [f"since:{read.since}"] if read.since else []
    written += [f"until:{read.until}"] if read.until else []
    changes = [Change(What.TIME, one) for one in written]
    written += map(_source, sources)
    changes += [Change(What.OUTLET, one) for one in sources]
    written += [f"-{_source(one)}" for one in unwanted]
    written += [f"-{one}" for one in excluded]
    left_out = ", ".join((*unwanted, *excluded))
    return written, changes + ([Change(What.EXCLUDED, left_out)] if left_out else [])


def _source(name: str) -> str:
    return f'source:"{name}"' if " " in name else f"source:{name}"


def _names_of(asked: Sequence[str], outlets: Sequence[str]) -> frozenset[str]:
    """The archive's own names."""
    return frozenset(chain.from_iterable(matching_outlets(one, outlets) for one in asked))


def _is_checked(before: Before, parts: Parts) -> bool:
    """Whether it is a claim, or asks whether something is so: a time in it may be what is wrong."""
    read = understand(parts.about + "?" * parts.asks, before.asked_at)
    return before.is_said or read.kind is Kind.CLAIM or read.is_yes_or_no


def _of_time(time: str | None, asked_at: datetime, *, is_checked: bool) -> tuple[str, list[str]]:
    """Words for it, or operators of what is checked."""
    if time is None:
        return "", []
    found = find_time(time, asked_at) if is_checked else None
    if found is None:
        return time, []
    since = [f"since:{found.since}"] if found.since else []
    return "", since + ([f"until:{found.until}"] if found.until else [])
