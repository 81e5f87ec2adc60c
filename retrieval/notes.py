"""What a person should know of how a question was understood and searched: values, no words.

Each kind of note is a class; `bot.render` puts it in words.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with an operator such as `since:`."""

    UNKNOWN = "unknown"  # what other search programs call it
    NEGATED = "negated"
    EMPTY = "empty"
    NO_DATE = "no date"


@dataclass(frozen=True, slots=True)
class WrongOperator:
    """`written` is the operator as typed, cut short; `operator` the one that was meant."""

    fault: Fault
    written: str
    operator: str


@dataclass(frozen=True, slots=True)
class EmptySpan:
    """`until:` lies before `since:`; both were left out."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class UnknownOutlet:
    """No outlet or agency has the name `asked`, so all were searched; `known` are those there."""

    asked: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that the archive does not have, and the one that was searched for instead."""

    written: str
    instead: str


@dataclass(frozen=True, slots=True)
class PhraseNotFound:
    """No passage has these exact words; they were searched for one by one."""

    phrase: str


@dataclass(frozen=True, slots=True)
class OtherTimes:
    """Nothing from the time that the question names in `words` fits better than the quotes."""

    words: str


@dataclass(frozen=True, slots=True)
class NothingSoNew:
    """Nothing is as new as `words` hint; the newest quote is of the day `newest`."""

    words: str
    newest: date


@dataclass(frozen=True, slots=True)
class OnlySearched:
    """Nothing was found where the search was kept to: days, outlets, words of the headline."""

    since: date | None
    until: date | None
    sources: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The quotes are those nearest to a claim, newest first, from the day `first` to `last`."""

    first: date
    last: date


Note = (
    WrongOperator
    | EmptySpan
    | UnknownOutlet
    | Correction
    | PhraseNotFound
    | OtherTimes
    | NothingSoNew
    | OnlySearched
    | Nearest
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The question may have meant `instead` where it says `written`."""

    written: str
    instead: str
