"""Where outlets are named in a reply, and which time it names beside them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from retrieval.conversation.language import WORD, is_small_anywhere
from retrieval.conversation.languages.turns import Turns
from retrieval.conversation.times import TimeNamed, time_in
from retrieval.vocabulary.outlets import is_whole_name, matching_outlets

LONGEST_NAME = 4  # words of an outlet's name
FARTHEST = 2  # words that "not" stands before one


def outlets_in(text: str, outlets: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where names of outlets stand, the longest that fits; one word of a longer name must itself be
    a name.
    """
    words = list(WORD.finditer(text))
    place = 0
    while place < len(words):
        for count in range(min(LONGEST_NAME, len(words) - place), 0, -1):
            start, end = words[place].start(), words[place + count - 1].end()
            if _names_outlet(text[start:end], outlets):
                yield start, end
                place += count - 1
                break
        place += 1


def besides(text: str, outlets: Sequence[str]) -> str:
    """The text without names of outlets, which are of no language."""
    for start, end in outlets_in(text, outlets):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def outlets_named(text: str, outlets: Sequence[str], turns: Turns) -> Iterator[tuple[int, int]]:
    """Of these those that are meant: in small letters ("the week") one stands alone or beside a
    word such as "says", or is not wanted.
    """
    is_narrowed = not turns.narrowing.isdisjoint(WORD.findall(text.lower()))
    for start, end in outlets_in(text, outlets):
        is_alone = not text[:start].strip() and not text[end:].strip(" ?!.")
        is_meant = is_narrowed or is_alone or not text[start:end].islower()
        if is_meant or negation_before(text, start, turns) is not None:
            yield start, end


def negation_before(text: str, start: int, turns: Turns) -> int | None:
    """Where a word stands by which an outlet is not wanted: "not CNN", "other than the BBC"."""
    before = list(WORD.finditer(text[:start]))[-FARTHEST:]
    return next((one.start() for one in before if one.group().lower() in turns.negating), None)


def time_beside(
    text: str, asked_at: datetime, turns: Turns, outlets: Sequence[str]
) -> TimeNamed | None:
    """The first time that is named outside of names of several words: not that of "USA Today"."""
    for start, end in outlets_in(text, outlets):
        if len(WORD.findall(text[start:end])) > 1:
            text = text[:start] + " " * (end - start) + text[end:]
    return time_in(text, asked_at, turns)


def _names_outlet(name: str, outlets: Sequence[str]) -> bool:
    matching = matching_outlets(name, outlets)
    if not matching or is_small_anywhere(name.lower()):
        return False
    return name[0].isupper() or any(is_whole_name(name, one) for one in matching)
