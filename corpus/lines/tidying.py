"""Which paragraphs are not the article's own words, and which characters are none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.errors import UnreadableError
from corpus.lines.attribution import OPENING, without_closing
from corpus.lines.boilerplate import is_between

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

LABEL = re.compile(
    r"[•●▪‣►▶→➜»›>*\[(\s]*(?:read\s(?:more|also|on)(?:\shere)?|also\sread|see\salso"
    r"|more\son\sthis|related(?:\s(?:articles?|stories|story))?)\s*(?P<mark>[:–—|]\s*|\W*$)",
    re.I,
)
READ_MORE = re.compile(r"\W*read\smore:", re.I)
# Like a sentence, not like `… of the U.S.`
FULL_STOP = re.compile(r"(?:\.{2,}|…|(?<!\b[A-Z])\.)[\"'”’»)\]*]*$")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")


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


def tidy_paragraphs(lines: Iterable[str], *, is_page: bool = False) -> Tidied:
    """Leave out empty paragraphs, link lines, and at the end attributions and rights.

    What stays is kept to the character, but for white space around it and control characters.
    `is_page`: the lines are copied from a page, with what stands around an article there; that
    is left out, too. Who gives articles in fields has done so himself.
    """
    filled = [line for line in map(cleaned, lines) if line and not (is_page and is_between(line))]
    own: list[str] = []
    is_led_to = False
    for line in filled:
        is_link = is_link_line(line) or (is_led_to and _is_headline(line))
        is_led_to = is_link and (label := LABEL.match(line)) is not None and _is_open(line, label)
        if not is_link:
            own.append(line)
    kept, closing = without_closing(own, is_page=is_page)
    return Tidied(tuple(kept), closing)


def cleaned(line: str) -> str:
    """A line without control characters, and without white space and joiners around it."""
    line = without_controls(line)
    before = None
    while line != before:
        before, line = line, line.strip().strip(INVISIBLE)
    return line


def is_link_line(line: str) -> bool:
    """Whether a line leads to another article: `Read more: Why the bridge is late`.

    A headline or an address follows the label, or nothing: no small letter, and no full stop
    but after `Read more:` itself, where papers do print one.
    """
    label = LABEL.match(line) if len(line) <= LONGEST_LINK_LINE else None
    if label is None:
        return False
    title = line[label.end() :]
    if not title:
        return ":" in label["mark"] or ("more" in line.casefold() and not FULL_STOP.search(line))
    if title[:2].islower():
        return bool(ADDRESS.match(title))
    return bool(READ_MORE.match(line) or ADDRESS.match(title)) or not FULL_STOP.search(title)


def begins_apart(line: str) -> bool:
    """Whether a line begins as link lines and attributions do, so that it continues no other."""
    return is_labelled(line) or OPENING.match(line) is not None


def is_labelled(line: str) -> bool:
    """Whether a line begins as link lines do, wherever it may end."""
    label = LABEL.match(line)
    return label is not None and not line[label.end() :][:2].islower()


def _is_open(line: str, label: re.Match[str]) -> bool:
    """`Read more:` alone, so that the headline stands in the next line."""
    return label.end() == len(line) and ":" in label["mark"]


def _is_headline(line: str) -> bool:
    """Four words at least, so that a subhead is none, and nothing of a sentence."""
    return (
        len(line) <= LONGEST_LINK_LINE
        and len(line.split()) >= 4
        and not line[0].islower()
        and not line.endswith(":")
        and not FULL_STOP.search(line)
    )
