"""Which paragraphs are not the article's own words, and which characters are none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.errors import UnreadableError

LONGEST_LINK_LINE = 250  # characters; what is longer is prose
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"

# Control characters other than tab and line ends: no text has them, and terminals obey them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Those from U+0080 to U+009F are characters of Windows-1252, read wrongly on their way.
# Source: WHATWG, HTML standard, numeric character reference end state.
REPAIRED = {
    **dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F), ""),
    **{code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)},
}

LINK_LINE = 250  # characters; what is longer is prose
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"

# Control characters other than tab and line ends: no text has them, and terminals obey them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Those from U+0080 to U+009F are characters of Windows-1252, read wrongly on their way.
# Source: WHATWG, HTML standard, numeric character reference end state.
REPAIRED = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)} | {
    code: "" for code in (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F)
}

LINK_LINE = re.compile(r"(?:read (?:more|also|on)|also read|see also|more on this)\s*[:–—]", re.I)
ATTRIBUTION = re.compile(
    r"(?:this|the) (?:story|article|report|text|piece|interview)(?: was)?"
    r" (?:originally |first )*(?:appeared|published|appears|produced)"
    r"(?: originally| first)? (?:on|in|by|at) (?P<name>[^,.;:]+(?:\.[a-z]{2,4}\b)?)",
    re.I,
)
RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b).{0,200}", re.I | re.S)


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
    paragraphs = [line for line in cleaned if line and not _is_link_line(line)]
    attribution = None
    while len(paragraphs) > 1:
        closing = ATTRIBUTION.match(paragraphs[-1])
        if closing and len(paragraphs[-1]) <= LONGEST_LINK_LINE:
            attribution = closing["name"].strip()
        elif not RIGHTS.fullmatch(paragraphs[-1]):
            break
        paragraphs.pop()
    return Tidied(tuple(paragraphs), attribution)


def _stripped(line: str) -> str:
    before = None
    while line != before:
        before, line = line, line.strip().strip(INVISIBLE)
    return line


def _is_link_line(line: str) -> bool:
    return len(line) <= LONGEST_LINK_LINE and LINK_LINE.match(line) is not None
