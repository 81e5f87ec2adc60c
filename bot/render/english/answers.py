"""What is said beside the quotes of an answer: notes, suggestions, and how far it answers."""

from collections.abc import Sequence
from typing import assert_never

from bot.render.english.dates import counted, when
from retrieval.answer import Difference
from retrieval.notes import (
    Correction,
    Damaged,
    EmptySpan,
    Fault,
    Nearest,
    NotAllTakenIn,
    Note,
    NothingSoNew,
    OnlySearched,
    OtherTimes,
    PartUnanswered,
    PhraseNotFound,
    PhrasesApart,
    ReadTo,
    Suggestion,
    TooManyOperators,
    TooManyPhrases,
    UnclearDay,
    UnknownOutlet,
    UnknownWords,
    WrongOperator,
)
from retrieval.question.question import Question

NOTHING = "Nothing in this archive answers that."
CHATTER = "I look things up in the news: ask me about a name, a place or a year."
MOST_OUTLETS = 8  # named where one is not known
MOST_WORDS = 5  # the same of words
MOST_DAMAGED = 3  # of damaged articles

DATE = "takes a date such as {0}:2021, {0}:2021-03 or {0}:2021-03-14"
FORMS = {
    "since": "since: " + DATE.format("since"),
    "until": "until: " + DATE.format("until"),
    "source": 'source: takes a name such as source:BBC or source:"LRT English"',
    "words": (
        "all words are searched for; -word leaves one out, "
        'and words in "quotation marks" stand together'
    ),
    "title": 'title: takes a word of the headline such as title:bridge or title:"new bridge"',
}
FAULTS = {
    Fault.UNKNOWN: "is not known",
    Fault.FOREIGN: "(no operator here)",
    Fault.NEGATED: "cannot be left out",
    Fault.EMPTY: "has nothing behind it",
    Fault.NO_DATE: "is no date",
}


NOT_ALL_TAKEN_IN = "Articles are still being taken in, and can only be found later: ask again then."


def note_line(note: Note) -> str:
    """One line for a person."""
    match note:
        case WrongOperator() | TooManyOperators() | TooManyPhrases() | EmptySpan() | UnclearDay():
            return _operator_line(note)
        case OtherTimes() | NothingSoNew() | Nearest():
            return _time_line(note)
        case UnknownOutlet() | Correction() | UnknownWords():
            return _unknown_line(note)
        case PhraseNotFound() | ReadTo() | PhrasesApart() | PartUnanswered() | Damaged():
            return _missing_line(note)
        case NotAllTakenIn():
            return NOT_ALL_TAKEN_IN
        case OnlySearched():
            return f"Only what is {_narrowed_to(note)} was searched."
        case _:
            assert_never(note)


def difference_line(difference: Difference) -> str:
    """What is printed in the place of what was said."""
    said, printed = difference.said, difference.printed
    if not printed:
        return f"“{said}” was said, and is not printed here."
    if not said:
        return f"“{printed}” is printed here, and was not said."
    return f"Said: “{said}”. Printed here: “{printed}”."


def correction_line(note: str) -> str:
    """What the paper itself says to have printed wrong or changed, in its words."""
    return f"The paper notes: “{note}”"


def _time_line(note: OtherTimes | NothingSoNew | Nearest) -> str:
    match note:
        case OtherTimes(words):
            return f"Nothing from “{words}” fits better than these from other times."
        case NothingSoNew(words, newest):
            return f"Nothing so new as “{words}”: the newest of these is of {when(newest)}."
        case Nearest(first, last):
            days = f"from {when(first)} to {when(last)}" if first != last else f"of {when(first)}"
            return f"Not judged, only held against this archive: the nearest passages, {days}."


def _missing_line(
    note: PhraseNotFound | ReadTo | PhrasesApart | PartUnanswered | Damaged,
) -> str:
    match note:
        case PhraseNotFound(phrase, is_searched, is_all_read):
            searched = "; its words were searched for" if is_searched else ""
            read = "" if is_all_read else "Too much may have it to read it all: so far as I read, "
            none = "No" if is_all_read else "no"
            return f"{read}{none} passage that fits has “{phrase}” as written{searched}."
        case ReadTo(day):
            return f"So much may have these words that I could read it only up to {when(day)}."
        case PhrasesApart(phrases):
            return f"{_some(phrases)} stand in different passages, never all together."
        case PartUnanswered(part):
            return f"Nothing in this archive answers “{part}”."
        case Damaged(articles):
            return damaged_line(articles)
        case _:
            assert_never(note)


def damaged_line(articles: Sequence[str]) -> str:
    """Of articles that would be read for an answer, and are not quoted."""
    fit, are = ("fits", "is") if len(articles) == 1 else ("fit", "are")
    named = ", ".join(map(shown, articles[:MOST_DAMAGED]))
    named += ", …" if len(articles) > MOST_DAMAGED else ""
    what = f"{counted(len(articles), 'article')} that {fit} {are} damaged in this archive"
    return f"{what} and not quoted: {named}"


def shown(name: str) -> str:
    """A name that may be damaged itself, with U+FFFD for what would steer a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def _unknown_line(note: UnknownOutlet | Correction | UnknownWords) -> str:
    match note:
        case UnknownOutlet(asked, known):
            some = ", ".join(known[:MOST_OUTLETS]) + (", …" if len(known) > MOST_OUTLETS else "")
            return f"no outlet or agency is called {asked!r}; there are {some}. All were searched."
        case Correction(written, instead):
            return f"No “{written}” in this archive; searched for “{instead}”."
        case UnknownWords(words):
            return f"No {_some(words)} in this archive; searched for the other words."
        case _:
            assert_never(note)


def _some(words: Sequence[str]) -> str:
    """The first words in quotation marks, and how many more there are."""
    named = [f"“{word}”" for word in words[:MOST_WORDS]]
    more = len(words) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _operator_line(
    note: WrongOperator | TooManyOperators | TooManyPhrases | EmptySpan | UnclearDay,
) -> str:
    if isinstance(note, UnclearDay):
        meant = " or ".join(map(when, note.readings))
        fault = f"may be {meant}" if meant else "is no day"
        return f"{note.written} {fault}; it was left out, write it as 2021-03-14"
    if isinstance(note, TooManyOperators):
        return f"too many operators: only the first {note.read} were read"
    if isinstance(note, TooManyPhrases):
        return (
            f"only the first {note.read} phrases were looked for as written; "
            "of the others the words were searched for"
        )
    if isinstance(note, EmptySpan):
        return f"until:{note.until} is before since:{note.since}; swap them"
    return f"{note.written} {FAULTS[note.fault]}; {FORMS[note.operator]}"


def suggested(question: Question, suggestion: Suggestion) -> str:
    """The whole question as it may have been meant."""
    text = question.text
    for correction in question.corrections:
        text = text.replace(correction.written, correction.instead)
    return text.replace(suggestion.written, suggestion.instead)


def _narrowed_to(note: OnlySearched) -> str:
    conditions = {
        f"since {note.since and when(note.since)}": note.since,
        f"until {note.until and when(note.until)}": note.until,
        f"from {' or '.join(note.sources)}": note.sources,
        f"under a headline with “{' '.join(note.titles)}”": note.titles,
    }
    return " and ".join(words for words, is_set in conditions.items() if is_set)
