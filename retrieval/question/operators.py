"""Operators in a question: `since:2021-01 source:"LRT English" -source:BNS title:a -word "phrase"`.

A name is an operator at the start of a word only, without a space before the colon, in any case.
Other words with a colon (`https://…`, `17:30`, `Re: question`) are left as they are.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from retrieval.notes import EmptySpan, Fault, Note, TooManyOperators, TooManyPhrases, WrongOperator
from retrieval.question.days import first_day, last_day
from retrieval.question.other_operators import (
    as_words,
    has_other_operators,
    without_other_operators,
)
from retrieval.question.phrases import DOUBLE, MARKS, PHRASE, inside, is_prose, without_marks
from retrieval.text.lazy_pattern import LazyPattern

EXCLUDED = re.compile(r"(?<!\S)-(?=[^\W\d_])(\S+)")
NAMES = ("since", "until", "source", "title")
WITHOUT = "-source"  # the only name that may have a minus
# What other search programs call it → what it is called here.
NEAR = {
    **dict.fromkeys(("after", "date", "year"), "since"),
    **dict.fromkeys(("before", "till"), "until"),
    **dict.fromkeys(("from", "site", "sources", "outlet", "agency", "author"), "source"),
    **dict.fromkeys(("intitle", "allintitle", "headline", "titles"), "title"),
    **dict.fromkeys(("inurl", "intext", "allintext", "filetype", "lang"), "words"),
}
# Of these what stands behind is looked for all the same.
OF_WORDS = frozenset(("intitle", "allintitle", "headline", "titles", "intext", "allintext"))
# An operator, or a phrase, in which nothing is one.
OPERATOR = LazyPattern(
    rf"(?<!\S)(?P<minus>-?)(?P<name>{'|'.join((*NAMES, *NEAR))}):(?!//)"
    rf"(?:[{DOUBLE}](?P<quoted>[^{DOUBLE}]*)[{DOUBLE}]|(?P<plain>\S*))"
    rf"|{PHRASE}",
    re.IGNORECASE | re.DOTALL,
)
# What is left without operators: in a phrase a minus excludes nothing.
IN_REST = LazyPattern(rf"{PHRASE}|(?<!\S)-(?=[^\W\d_])(?P<excluded>\S+)", re.DOTALL)
HOLE = "\ud800"  # stands for an operator that was taken out; no text can have it
# A quotation mark as a page's source has it.
ENTITY = re.compile(r"&(?:quot|apos|[lr][sd]quo|[lr]aquo|#3[49]);", re.I)
SIGNS = MARKS | frozenset(f":-&{HOLE}")  # without one of them a text has none of all this
SHOWN = 40  # characters of a wrong operator that are repeated to whoever wrote it
MOST_OPERATORS = 16  # of one text, and as many exclusions
MOST_PHRASES = 4  # each is looked for by itself where they do not stand together


class Operators(Struct, frozen=True):
    """A question taken apart.

    `text` is the question without operators; the words of phrases stay in it. `phrases`,
    `excluded`, `titles`, `sources` and `without`, the outlets that are not wanted, are as written.
    `since` and `until` are the first and the last day, both included. `notes` say what was wrong; a
    wrong operator counts for nothing else.
    """

    text: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    notes: tuple[Note, ...] = ()


def read_operators(text: str) -> Operators:
    """Take a question apart. Never fails. Of two `since:` (`until:`) the last one counts.

    In a pasted text quotation marks make no phrases; operators are no part of such a text.
    """
    if SIGNS.isdisjoint(text) and not has_other_operators(text):
        return Operators(" ".join(text.split()))
    text = ENTITY.sub(_unescaped, text)
    if is_prose(OPERATOR.sub(_kept, text)):
        text = without_marks(text)
    operators = [match for match in OPERATOR.finditer(text) if not _is_text(match)]
    notes: list[Note] = []
    values = _values(operators[:MOST_OPERATORS], notes)
    since = _day("since", values["since"], first_day, notes)
    until = _day("until", values["until"], last_day, notes)
    if since and until and since > until:
        notes.append(EmptySpan(since, until))
        since = until = None
    rest, others = without_other_operators(OPERATOR.sub(_kept, text))
    rest = rest.replace(HOLE, " ")
    if others:
        notes.append(WrongOperator(Fault.FOREIGN, _shown(", ".join(others)), "words"))
    excluded = [match["excluded"] for match in IN_REST.finditer(rest) if match["excluded"]]
    quoted = [inside(match) for match in IN_REST.finditer(rest)]
    phrases = [*dict.fromkeys(phrase for phrase in quoted if any(map(str.isalnum, phrase)))]
    if max(len(operators), len(excluded)) > MOST_OPERATORS:
        notes.append(TooManyOperators(MOST_OPERATORS))
    if len(phrases) > MOST_PHRASES:
        notes.append(TooManyPhrases(MOST_PHRASES))
    return Operators(
        text=" ".join(IN_REST.sub(_phrase_only, rest).split()),
        phrases=tuple(phrases[:MOST_PHRASES]),
        excluded=tuple(excluded[:MOST_OPERATORS]),
        titles=tuple(values["title"]),
        sources=tuple(values["source"]),
        without=tuple(values["-source"]),
        since=since,
        until=until,
        notes=tuple(dict.fromkeys(notes))[: MOST_OPERATORS + 2],
    )


def _unescaped(match: re.Match[str]) -> str:
    from html import unescape  # noqa: PLC0415 (start-up time: hardly a question has one)

    return unescape(match.group())


def _values(operators: Sequence[re.Match[str]], notes: list[Note]) -> Mapping[str, Sequence[str]]:
    """What stands behind each name, in order; `notes` gets those that are wrong."""
    values: dict[str, list[str]] = {name: [] for name in (*NAMES, WITHOUT)}
    for match in operators:
        name, value = match["name"].lower(), _value(match)
        key = match["minus"] + name
        if name in NEAR:
            notes.append(WrongOperator(Fault.UNKNOWN, _shown(match.group()), NEAR[name]))
        elif key not in values:
            notes.append(WrongOperator(Fault.NEGATED, _shown(match.group()), name))
        elif not any(map(str.isalnum, value)):
            notes.append(WrongOperator(Fault.EMPTY, _shown(match.group()), name))
        else:
            values[key].append(value)
    return values


def _phrase_only(match: re.Match[str]) -> str:
    return match.group() if inside(match) else " "


def without_operators(text: str) -> str:
    """The same words, none of them read as an operator, a phrase or an exclusion.

    For what somebody else wrote: "Source: my neighbour", or a dash that is no minus.
    """
    unquoted = as_words(without_marks(ENTITY.sub(_unescaped, text)))
    return EXCLUDED.sub(r"- \1", OPERATOR.sub(_apart, unquoted))


def _apart(match: re.Match[str]) -> str:
    name, colon, value = match.group().partition(":")
    return f"{name} {colon}{value}"


def _day(
    name: str, values: Sequence[str], read: Callable[[str], date], notes: list[Note]
) -> date | None:
    """The day of the last value that is one."""
    day = None
    for value in values:
        try:
            day = read(value)
        except ValueError:
            notes.append(WrongOperator(Fault.NO_DATE, f"{name}:{value[:SHOWN]}", name))
    return day


def _is_text(match: re.Match[str]) -> bool:
    """A phrase, or a foreign name with nothing behind it, as in "From: the editor"."""
    return not match["name"] or (match["name"].lower() in NEAR and not _value(match))


def _kept(match: re.Match[str]) -> str:
    """A phrase as it is; marks behind a foreign name open none: what follows was read already."""
    if not match["name"]:
        return match.group()
    if _is_text(match):
        return without_marks(match.group())
    is_searched = match["name"].lower() in OF_WORDS and not match["minus"]
    return f" {without_marks(_value(match))} " if is_searched else f" {HOLE} "


def _value(match: re.Match[str]) -> str:
    value = match["plain"] if match["quoted"] is None else match["quoted"]
    return " ".join(value.strip(f" {DOUBLE}").split())


def _shown(written: str) -> str:
    shown = " ".join(written.split())
    return shown if len(shown) <= SHOWN else shown[:SHOWN] + "…"
