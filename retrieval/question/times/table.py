"""What a language's table of times holds."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from retrieval.text.lazy_pattern import LazyPattern


class Rule(NamedTuple):
    """How a kind of time is named; `needs_figures`: without one there is none."""

    kind: str
    pattern: LazyPattern
    needs_figures: bool


class TimeTable(Struct, frozen=True):
    """One language's way to name times.

    `starts` finds where any of the patterns may begin. `bare` are times wherever they stand,
    `years` and `lone` (months, weekdays, days without a year) only behind a word of `governors`,
    which gives that word's pattern, its meaning (`times.GOVERNED`) and what it governs.
    """

    starts: LazyPattern
    bare: Sequence[Rule]
    years: Sequence[Rule]
    lone: Sequence[Rule]
    governors: Sequence[tuple[str, LazyPattern, frozenset[str]]]
    between: LazyPattern  # joins the two ends of a range
    onwards: LazyPattern  # makes an end open
    present: LazyPattern  # as the second end of a range: the day of the question
    event: LazyPattern  # "since the election in": groups `how`, `event` and `joint`
    events: frozenset[str]  # nouns that a year or a month names: "the 2020 election"
    counted: LazyPattern  # what follows a number that is no year: " metres"
    possessive: LazyPattern
    surname: LazyPattern
    clause_end: LazyPattern
    weekday_names: LazyPattern  # what makes a weekday a name: " Times"
    months: Mapping[str, int]
    given_names: frozenset[str]  # months that are people's names too
    families: LazyPattern  # before the month: whose family name it is
    weekdays: Mapping[str, int]  # Monday is 0
    seasons: Mapping[str, int]  # their first month
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]  # of days
    parts: Mapping[str, tuple[int, int]]  # first and last month of that part of a year
    days_ago: Mapping[str, tuple[int, int]]  # first and last day, counted back
    hints: Sequence[tuple[LazyPattern, int]]  # and how many days they reach back
    told: Sequence[Rule]  # how a text names months, quarters and years that it tells of
    beside: LazyPattern  # what makes the time behind it one that is only compared with
    compared: LazyPattern  # what stands before a time that something is compared with
    future: LazyPattern  # of what is to come
