"""What a person should know of how a question was understood and searched: values, no words.

Each kind of note is a class; `bot.render` puts it in words.
"""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Fault(StrEnum):
    """What is wrong with an operator such as `since:`."""

    UNKNOWN = "unknown"  # what other search programs call it
    FOREIGN = "foreign"  # what there is in other search programs only
    NEGATED = "negated"
    EMPTY = "empty"
    NO_DATE = "no date"


class WrongOperator(Struct, frozen=True):
    """`written` is the operator as typed, cut short; `operator` the one that was meant."""

    fault: Fault
    written: str
    operator: str


class TooManyOperators(Struct, frozen=True):
    """More than `read` operators or exclusions in one text; the rest were left out."""

    read: int


class TooManyPhrases(Struct, frozen=True):
    """More than `read` phrases in one text; of the others only the words were searched for."""

    read: int


class EmptySpan(Struct, frozen=True):
    """`until:` lies before `since:`; both were left out."""

    since: date
    until: date


class UnclearDay(Struct, frozen=True):
    """A day in numbers that may be either of two, or none at all: it was left out."""

    written: str
    readings: tuple[date, ...]


class UnknownOutlet(Struct, frozen=True):
    """No outlet or agency has the name `asked`, so all were searched; `known` are those there."""

    asked: str
    known: tuple[str, ...]


class Correction(Struct, frozen=True):
    """A word that the archive does not have, and the one that was searched for instead."""

    written: str
    instead: str


class UnknownWords(Struct, frozen=True):
    """Words that the archive does not have, nor anything clearly meant by them; the others were
    searched for.
    """

    written: tuple[str, ...]


class PhraseNotFound(Struct, frozen=True):
    """No passage has these exact words; they were searched for one by one, or are all too small.

    Unless `is_all_read`, what may have them was too much to be read: none of what was has them.
    """

    phrase: str
    is_searched: bool = True
    is_all_read: bool = True


class ReadTo(Struct, frozen=True):
    """Time was up while articles were read by their days for exact words: up to that day they were.

    Behind it there may be more of them.
    """

    day: date


class PhrasesApart(Struct, frozen=True):
    """Each of these phrases stands somewhere, but no passage has all that were asked for."""

    phrases: tuple[str, ...]


class PartUnanswered(Struct, frozen=True):
    """Of several questions in one message, one that nothing was found for, as written."""

    part: str


class OtherTimes(Struct, frozen=True):
    """Nothing from the time that the question names in `words` fits better than the quotes."""

    words: str


class NothingSoNew(Struct, frozen=True):
    """Nothing is as new as `words` hint; the newest quote is of the day `newest`."""

    words: str
    newest: date


class OnlySearched(Struct, frozen=True):
    """Nothing was found where the search was kept to: days, outlets, words of the headline.

    `without`: outlets that were left out.
    """

    since: date | None
    until: date | None
    sources: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Nearest(Struct, frozen=True):
    """The quotes are those nearest to a claim, newest first, from the day `first` to `last`."""

    first: date
    last: date


class Damaged(Struct, frozen=True):
    """Articles (ids) that may answer and are no longer what was stored: they are not quoted."""

    articles: tuple[str, ...]


class NotAllTakenIn(Struct, frozen=True):
    """Articles of the archive are not in the index yet: they may answer too."""


Note = (
    WrongOperator
    | TooManyOperators
    | TooManyPhrases
    | EmptySpan
    | UnclearDay
    | UnknownOutlet
    | Correction
    | UnknownWords
    | PhraseNotFound
    | ReadTo
    | PhrasesApart
    | PartUnanswered
    | OtherTimes
    | NothingSoNew
    | OnlySearched
    | Nearest
    | Damaged
    | NotAllTakenIn
)


class Suggestion(Struct, frozen=True):
    """The question may have meant `instead` where it says `written`."""

    written: str
    instead: str
