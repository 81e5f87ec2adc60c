"""What is said beside the quotes of an answer: notes, suggestions, and how far it answers."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from bot.render.english.dates import and_more, quoted, when
from bot.render.languages.speaking import Counted, Wording, say
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

AND, OR = Wording("and"), Wording("or")
NOTHING = Wording("Nothing in this archive answers that.")
CHATTER = Wording(
    "I look things up in the news: ask me about a name, a place or a year. Words in quotation marks"
    " I look for whatever they say."
)
MOST_OUTLETS = 8  # named where one is not known
MOST_WORDS = 5  # the same of words
MOST_DAMAGED = 3  # of damaged articles

DATE = Wording(
    "{operator}: takes a date such as {operator}:2021, {operator}:2021-03 or {operator}:2021-03-14"
)
FORMS = {
    "since": DATE,
    "until": DATE,
    "source": Wording(
        'source: takes a name such as source:BBC or source:"LRT English"; '
        "-source:BBC leaves that one out"
    ),
    "words": Wording(
        "all words are searched for; -word leaves one out, "
        'and words in "quotation marks" stand together'
    ),
    "title": Wording(
        'title: takes a word of the headline such as title:bridge or title:"new bridge"'
    ),
}
FAULTS = {
    Fault.UNKNOWN: Wording("{written} is not known"),
    Fault.FOREIGN: Wording("{written} (no operator here)"),
    Fault.NEGATED: Wording("{written} cannot be left out"),
    Fault.EMPTY: Wording("{written} has nothing behind it"),
    Fault.NO_DATE: Wording("{written} is no date"),
}
NOT_AS_WRITTEN = {  # by whether all was read, and whether its words were searched for
    (True, True): Wording(
        "No passage that fits has “{phrase}” as written; its words were searched for."
    ),
    (True, False): Wording("No passage that fits has “{phrase}” as written."),
    (False, True): Wording(
        "Too much may have it to read it all: so far as I read, no passage that fits has "
        "“{phrase}” as written; its words were searched for."
    ),
    (False, False): Wording(
        "Too much may have it to read it all: so far as I read, no passage that fits has "
        "“{phrase}” as written."
    ),
}
DAMAGED = Counted(
    "{count} article that fits is damaged in this archive and not quoted: {named}",
    "{count} articles that fit are damaged in this archive and not quoted: {named}",
)
ALL_READ = Counted(
    "too many operators: only the first {count} was read",
    "too many operators: only the first {count} were read",
)
PHRASES_READ = Counted(
    "only the first {count} phrase was looked for as written; "
    "of the others the words were searched for",
    "only the first {count} phrases were looked for as written; "
    "of the others the words were searched for",
)
NOT_ALL_TAKEN_IN = Wording(
    "Articles are still being taken in, and can only be found later: ask again then."
)


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
            return NOT_ALL_TAKEN_IN()
        case OnlySearched():
            return say("Only what is {conditions} was searched.", conditions=_narrowed_to(note))
        case _:
            assert_never(note)


def difference_line(difference: Difference) -> str:
    """What is printed in the place of what was said."""
    said, printed = difference.said, difference.printed
    if not printed:
        return say("“{said}” was said, and is not printed here.", said=said)
    if not said:
        return say("“{printed}” is printed here, and was not said.", printed=printed)
    return say("Said: “{said}”. Printed here: “{printed}”.", said=said, printed=printed)


def correction_line(note: str) -> str:
    """What the paper itself says to have printed wrong or changed, in its words."""
    return say("The paper notes: “{note}”", note=note)


def _time_line(note: OtherTimes | NothingSoNew | Nearest) -> str:
    match note:
        case OtherTimes(words):
            return say(
                "Nothing from “{words}” fits better than these from other times.", words=words
            )
        case NothingSoNew(words, newest):
            return say(
                "Nothing so new as “{words}”: the newest of these is of {day}.",
                words=words,
                day=when(newest),
            )
        case Nearest(first, last) if first == last:
            return say(
                "Not judged, only held against this archive: the nearest passages, of {day}.",
                day=when(first),
            )
        case Nearest(first, last):
            return say(
                "Not judged, only held against this archive: "
                "the nearest passages, from {first} to {last}.",
                first=when(first),
                last=when(last),
            )


def _missing_line(
    note: PhraseNotFound | ReadTo | PhrasesApart | PartUnanswered | Damaged,
) -> str:
    match note:
        case PhraseNotFound(phrase, is_searched, is_all_read):
            return NOT_AS_WRITTEN[is_all_read, is_searched](phrase=phrase)
        case ReadTo(day):
            return say(
                "So much may have these words that I could read it only up to {day}.",
                day=when(day),
            )
        case PhrasesApart(phrases):
            return say(
                "{phrases} stand in different passages, never all together.",
                phrases=_some(phrases),
            )
        case PartUnanswered(part):
            return say("Nothing in this archive answers “{part}”.", part=part)
        case Damaged(articles):
            return damaged_line(articles)
        case _:
            assert_never(note)


def damaged_line(articles: Sequence[str]) -> str:
    """Of articles that would be read for an answer, and are not quoted."""
    named = ", ".join(map(shown, articles[:MOST_DAMAGED]))
    named += ", …" if len(articles) > MOST_DAMAGED else ""
    return DAMAGED(len(articles), named=named)


def shown(name: str) -> str:
    """A name that may be damaged itself, with U+FFFD for what would steer a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name)


def _unknown_line(note: UnknownOutlet | Correction | UnknownWords) -> str:
    match note:
        case UnknownOutlet(asked, known):
            some = ", ".join(known[:MOST_OUTLETS]) + (", …" if len(known) > MOST_OUTLETS else "")
            return say(
                "no outlet or agency is called {asked}; there are {some}. All were searched.",
                asked=repr(asked),
                some=some,
            )
        case Correction(written, instead):
            return say(
                "No “{written}” in this archive; searched for “{instead}”.",
                written=written,
                instead=instead,
            )
        case UnknownWords(words):
            return say(
                "No {words} in this archive; searched for the other words.", words=_some(words)
            )
        case _:
            assert_never(note)


def _some(words: Sequence[str]) -> str:
    """The first words in quotation marks, and how many more there are."""
    named = [quoted(word) for word in words[:MOST_WORDS]]
    return and_more(", ".join(named), len(words) - len(named))


def _operator_line(
    note: WrongOperator | TooManyOperators | TooManyPhrases | EmptySpan | UnclearDay,
) -> str:
    if isinstance(note, UnclearDay):
        if not note.readings:
            return say(
                "{written} is no day; it was left out, write it as 2021-03-14",
                written=note.written,
            )
        return say(
            "{written} may be {days}; it was left out, write it as 2021-03-14",
            written=note.written,
            days=either(map(when, note.readings)),
        )
    if isinstance(note, TooManyOperators):
        return ALL_READ(note.read)
    if isinstance(note, TooManyPhrases):
        return PHRASES_READ(note.read)
    if isinstance(note, EmptySpan):
        return say(
            "until:{until} is before since:{since}; swap them", until=note.until, since=note.since
        )
    fault = FAULTS[note.fault](written=note.written)
    return f"{fault}; {FORMS[note.operator](operator=note.operator)}"


def suggested(question: Question, suggestion: Suggestion) -> str:
    """The whole question as it may have been meant."""
    text = question.text
    for correction in question.corrections:
        text = text.replace(correction.written, correction.instead)
    return text.replace(suggestion.written, suggestion.instead)


def _narrowed_to(note: OnlySearched) -> str:
    conditions = (
        say("since {day}", day=when(note.since)) if note.since else "",
        say("until {day}", day=when(note.until)) if note.until else "",
        say("from {outlets}", outlets=either(note.sources)) if note.sources else "",
        say("not from {outlets}", outlets=either(note.without)) if note.without else "",
        say("under a headline with “{words}”", words=" ".join(note.titles)) if note.titles else "",
    )
    return f" {AND()} ".join(filter(None, conditions))


def either(words: Iterable[str]) -> str:
    """`one or another`."""
    return f" {OR()} ".join(words)
