"""A mistyped word that asks → the one that is meant: `wich country won`, `hwo many people died`."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from retrieval.question.answers import english
from retrieval.text.word_frequency import share_of_passages

ENGLISH = "en"
FIRST = re.compile(english.FIRST_WORD, re.I)
BEHIND = re.compile(english.BEHIND_ASKING, re.I)
KNOWN = 0.0002  # of passages of news; a word that more have is meant as it is


def mended(text: str) -> str:
    """The text with its first word as it is meant, if that is one slip from one that asks.

    It must be no word; or a rare one, in small letters, before one that goes with those that ask:
    `wen did`.
    """
    match = FIRST.match(text)
    word = match.group(1) if match else ""
    small = word.lower()
    meant = english.ASKING_SHORT.get(small) or _slips().get(small)
    if match is None or meant is None:
        return text
    share = share_of_passages(small, ENGLISH)
    is_short = small in english.ASKING_SHORT
    is_before = word == small and BEHIND.match(text, match.end(1)) is not None
    if (share == 0 and not is_short) or (is_before and (is_short or share < KNOWN)):
        return text[: match.start(1)] + meant + text[match.end(1) :]
    return text


@cache
def _slips() -> Mapping[str, str]:
    """What one slip makes of a word that asks; what may be of two such words is neither."""
    found: dict[str, set[str]] = {}
    for word in english.ASKING_WORDS.split():
        for slip in _one_slip(word):
            found.setdefault(slip, set()).add(word)
    return {slip: min(words) for slip, words in found.items() if len(words) == 1}


def _one_slip(word: str) -> Iterator[str]:
    """A letter dropped, doubled, or swapped with the next; any other would make many words."""
    for place, letter in enumerate(word):
        before, behind = word[:place], word[place + 1 :]
        yield before + behind
        yield before + letter + letter + behind
        if behind:
            yield before + behind[0] + letter + behind[1:]
