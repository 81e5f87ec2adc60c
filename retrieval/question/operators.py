"""Operators in a question: `since:2021-01 source:"LRT English" title:word -word "phrase"`.

A name is an operator at the start of a word only, without a space before the colon, in any case.
Other words with a colon (`https://…`, `17:30`, `Re: question`) are left as they are.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from retrieval.notes import EmptySpan, Fault, Note, WrongOperator
from retrieval.question.days import first_day, last_day

PHRASE = re.compile(r"[\"“”„«]([^\"“”„«»]+)[\"“”»]")
EXCLUDED = re.compile(r"(?<!\S)-(?=[^\W\d_])(\S+)")
NAMES = ("since", "until", "source", "title")
# What other search programs call it → what it is called here.
NEAR = {
    **dict.fromkeys(("after", "date", "year"), "since"),
    **dict.fromkeys(("before", "till"), "until"),
    **dict.fromkeys(("from", "site", "sources", "outlet", "agency", "author"), "source"),
    **dict.fromkeys(("intitle", "headline", "titles"), "title"),
}
# An operator, or a phrase, in which nothing is one.
OPERATOR = re.compile(
    rf"(?<!\S)(?P<minus>-?)(?P<name>{'|'.join((*NAMES, *NEAR))}):(?!//)"
    r"(?:[\"“”„«](?P<quoted>[^\"“”„«»]*)[\"“”»]|(?P<plain>\S*))"
    rf"|{PHRASE.pattern}",
    re.IGNORECASE,
)
# What is left without operators: in a phrase a minus excludes nothing.
IN_REST = re.compile(
    r"[\"“”„«](?P<phrase>[^\"“”„«»]+)[\"“”»]|(?<!\S)-(?=[^\W\d_])(?P<excluded>\S+)"
)
QUOTATION_MARK = re.compile('["“”„«»]')
SHOWN = 40  # characters of a wrong operator that are repeated to whoever wrote it


@dataclass(frozen=True, slots=True)
class Operators:
    """A question taken apart.

    `text` is the question without operators; the words of phrases stay in it. `phrases`,
    `excluded`, `titles` and `sources` are as written. `since` and `until` are the first and the
    last day, both included. `notes` say what was wrong; a wrong operator counts for nothing else.
    """

    text: str
    phrases: tuple[str, ...]
    excluded: tuple[str, ...]
    titles: tuple[str, ...]
    sources: tuple[str, ...]
    since: date | None
    until: date | None
    notes: tuple[Note, ...]


def read_operators(text: str) -> Operators:
    """Take a question apart. Never fails. Of two `since:` (`until:`) the last one counts."""
    values: dict[str, list[str]] = {name: [] for name in NAMES}
    notes: list[Note] = []
    for match in OPERATOR.finditer(text):
        if _is_text(match):
            continue
        name, value = match["name"].lower(), _value(match)
        if name in NEAR:
            notes.append(WrongOperator(Fault.UNKNOWN, _shown(match), NEAR[name]))
        elif match["minus"]:
            notes.append(WrongOperator(Fault.NEGATED, _shown(match), name))
        elif not any(map(str.isalnum, value)):
            notes.append(WrongOperator(Fault.EMPTY, _shown(match), name))
        else:
            values[name].append(value)
    since = _day("since", values["since"], first_day, notes)
    until = _day("until", values["until"], last_day, notes)
    if since and until and since > until:
        notes.append(EmptySpan(since, until))
        since = until = None
    rest = OPERATOR.sub(_kept, text)
    excluded = [match["excluded"] for match in IN_REST.finditer(rest) if match["excluded"]]
    phrases = [match["phrase"] for match in IN_REST.finditer(rest) if match["phrase"]]
    return Operators(
        text=" ".join(IN_REST.sub(_phrase_only, rest).split()),
        phrases=tuple(phrase for phrase in phrases if any(map(str.isalnum, phrase))),
        excluded=tuple(excluded),
        titles=tuple(values["title"]),
        sources=tuple(values["source"]),
        since=since,
        until=until,
        notes=tuple(notes),
    )


def _phrase_only(match: re.Match[str]) -> str:
    return match.group() if match["phrase"] else " "


def without_operators(text: str) -> str:
    """The same words, none of them read as an operator, a phrase or an exclusion.

    For what somebody else wrote: "Source: my neighbour", or a dash that is no minus.
    """
    unquoted = QUOTATION_MARK.sub(" ", text)
    return EXCLUDED.sub(r"- \1", OPERATOR.sub(_apart, unquoted))


def _apart(match: re.Match[str]) -> str:
    name, colon, value = match.group().partition(":")
    return f"{name} {colon}{value}"


def _day(
    name: str, values: list[str], read: Callable[[str], date], notes: list[Note]
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
    return match.group() if _is_text(match) else " "


def _value(match: re.Match[str]) -> str:
    value = match["plain"] if match["quoted"] is None else match["quoted"]
    return " ".join(value.strip(' "“”„«»').split())


def _shown(match: re.Match[str]) -> str:
    shown = " ".join(match.group().split())
    return shown if len(shown) <= SHOWN else shown[:SHOWN] + "…"
