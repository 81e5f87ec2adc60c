"""Characters that are no text: control characters, and joiners around a line."""

import re

from corpus.errors import UnreadableError

# What ends a line: a page's end and Word's soft line end, too.
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"

# Control characters but for the line feed, and those that turn the direction of what follows:
# no article has them, terminals obey them, and Telegram leaves them out of what it is sent.
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
# Those from U+0080 to U+009F are characters of Windows-1252, read wrongly on their way.
# Source: WHATWG, HTML standard, numeric character reference end state.
REPAIRED = {
    **dict.fromkeys((*range(0x20), 0x7F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), ""),
    **{code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)},
    **dict.fromkeys((0x09, *range(0x1C, 0x20)), " "),  # separators part words
    **dict.fromkeys((0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n"),
}


def without_controls(text: str) -> str:
    """Control characters left out, or turned back into what they were meant to be.

    Raises UnreadableError for a NUL: that is no text.
    """
    if not CONTROL.search(text):
        return text
    if "\0" in text:
        raise UnreadableError("holds NUL characters")
    return text.translate(REPAIRED)


def cleaned(line: str) -> str:
    """A line without control characters, and without white space and joiners around it."""
    if not line.isprintable():  # a faster test than that for control characters, and mostly enough
        line = without_controls(line).replace("\n", " ")
    line = line.strip()
    while (bare := line.strip(INVISIBLE)) != line:
        line = bare.strip()
    return line


def one_line(text: str | None) -> str:
    """A field that is a single line: single spaces, no control characters; empty for None."""
    return " ".join(without_controls(text).split()) if text else ""
