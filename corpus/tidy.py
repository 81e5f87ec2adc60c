"""Which paragraphs are not the article's own words, and which characters are none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.errors import UnreadableError

LONGEST_LINK_LINE = 250  # characters; what is longer is prose
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"

# Control characters but for the line feed, and those that turn the direction of what follows:
# no article has them, terminals obey them, and Telegram leaves them out of what it is sent.
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
# Those from U+0080 to U+009F are characters of Windows-1252, read wrongly on their way.
# Source: WHATWG, HTML standard, numeric character reference end state.
REPAIRED = {
    **dict.fromkeys((*range(0x20), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), ""),
    **{code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)},
    0x09: " ",
    0x0A: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
}

LINK_LINE = re.compile(
    r"[•►▶>*\[(\s]*(?:read\s(?:more|also|on)|also\sread|see\salso|more\son\sthis)\s*[:–—|]"
    r"|read more$",
    re.I,
)
# The name is one of an outlet, and nothing of a sentence follows: `This story was published in
# 1921, when …` and `… in The Post, she said` are the article's own.
ATTRIBUTION = re.compile(
    r"(?i:this (?:story|article|text|piece|interview|item)(?: was)?"
    r" (?:originally |first )*(?:appeared|published|appears|produced)"
    r"(?: originally| first)? (?:on|in|by|at) (?:partnership with )?(?P<the>the )?)"
    r"(?P<name>[A-Z][^,.;:]*|[\w-]+(?=\.[a-z]))(?P<end>(?:\.[a-z]{2,10})*)"
    r"(?:\.|$|,? (?:(?:a|an|our|and|under|with|as) |(?:media )?partners?\b))"
)
RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|by\b|:)).{0,200}|all rights reserved\.?", re.I | re.S
)


@dataclass(frozen=True, slots=True)
class Tidied:
    """`attribution` is who first published it, by the closing line that was left out."""

    paragraphs: tuple[str, ...]
    attribution: str | None = None


def without_controls(text: str) -> str:
    """Control characters left out, or turned back into what they were meant to be.

    Raises UnreadableError for a NUL: that is no text.
    """
    if not CONTROL.search(text):
        return text
    if "\0" in text:
        raise UnreadableError("holds NUL characters")
    return text.translate(REPAIRED)


def tidy_paragraphs(lines: Iterable[str]) -> Tidied:
    """Leave out empty paragraphs, link lines, and at the end attributions and rights.

    What stays is kept to the character, but for white space around it and control characters.
    """
    cleaned = (_stripped(without_controls(line)) for line in lines)
    paragraphs = [line for line in cleaned if line and not is_link_line(line)]
    attribution = None
    while len(paragraphs) > 1:
        closing = ATTRIBUTION.match(paragraphs[-1])
        if closing and len(paragraphs[-1]) <= LONGEST_LINK_LINE:
            attribution = f"{closing['the'] or ''}{closing['name']}{closing['end']}".strip()
        elif not RIGHTS.fullmatch(paragraphs[-1]):
            break
        paragraphs.pop()
    return Tidied(tuple(paragraphs), attribution)


def _stripped(line: str) -> str:
    before = None
    while line != before:
        before, line = line, line.strip().strip(INVISIBLE)
    return line


def is_link_line(line: str) -> bool:
    """Whether a line leads to another article: `Read more: Why the bridge is late`."""
    return len(line) <= LONGEST_LINK_LINE and LINK_LINE.match(line) is not None
