"""The letters of a picture: how wide a text is, where its lines break, what can be drawn.

The fonts are parts of Noto Sans (SIL Open Font License 1.1, beside them); `advances.json` is made
with them. Widths leave kerning out, and the joining of Arabic letters, which make lines narrower.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

FOLDER = Path(__file__).with_name("fonts")
FILES = tuple(str(path) for path in sorted(FOLDER.glob("*.ttf")))
FAMILY = "Noto Sans"
REGULAR, BOLD = "regular", "bold"
ELLIPSIS = "…"
RIGHT_TO_LEFT = {"R", "AL"}  # bidirectional classes
BEGIN_RIGHT, END_RIGHT = "\u202b", "\u202c"  # embed what is read from the right


@cache
def _advances() -> dict[str, dict[str, int]]:
    """Widths by weight and character, in thousandths of the size."""
    text = (FOLDER / "advances.json").read_bytes()
    return msgspec.json.decode(text, type=dict[str, dict[str, int]])


def clean(text: str) -> str:
    """On one line, composed, without what no picture may hold."""
    kept = "".join(
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char
        for char in unicodedata.normalize("NFC", text)
        if unicodedata.category(char) not in {"Cs", "Cf", "Cn", "Co"}
    )
    return " ".join(kept.split())


def can_draw(text: str) -> bool:
    """Whether the fonts have all of its characters."""
    return all(char in _advances()[REGULAR] for char in clean(text))


def drawable(text: str) -> str:
    """Without the characters that the fonts lack."""
    return clean("".join(char for char in clean(text) if char in _advances()[REGULAR]))


def boldest(text: str) -> str:
    """The weight that has all of its characters: scripts read from the right have no bold one."""
    return BOLD if all(char in _advances()[BOLD] for char in clean(text)) else REGULAR


def width(text: str, size: float, weight: str = REGULAR) -> float:
    """Of a line; of a character that the fonts lack, that of the size."""
    advances = _advances()[weight]
    return sum(advances.get(char, 1000) for char in text) * size / 1000


def reads_from_right(text: str) -> bool:
    """Whether the first letter is of a script that does."""
    classes = (unicodedata.bidirectional(char) for char in text)
    return next((one in RIGHT_TO_LEFT for one in classes if one in {"L", "R", "AL"}), False)


def wrapped(text: str, size: float, room: float, most: int, *, weight: str = REGULAR) -> list[str]:
    """At most `most` lines of at most `room`, broken between words; an ellipsis for the rest.

    Only a word that is too long for a line of its own is broken.
    """
    lines: list[str] = []
    line = ""
    for word in _short_words(clean(text), size, room, weight):
        longer = f"{line} {word}".lstrip()
        if width(longer, size, weight) <= room:
            line = longer
            continue
        if len(lines) == most - 1:
            return [*lines, _with_ellipsis(line, size, room, weight)]
        lines.append(line)
        line = word
    return [*lines, line] if line else lines


def _short_words(text: str, size: float, room: float, weight: str) -> Iterator[str]:
    for word in text.split(" "):
        start = 0
        for end in range(1, len(word) + 1):
            if end - start > 1 and width(word[start:end], size, weight) > room:
                yield word[start : end - 1]
                start = end - 1
        yield word[start:]


def _with_ellipsis(line: str, size: float, room: float, weight: str) -> str:
    while " " in line and width(f"{line} {ELLIPSIS}", size, weight) > room:
        line = line.rpartition(" ")[0]
    while width(f"{line} {ELLIPSIS}", size, weight) > room:
        line = line[:-1]
    return f"{line} {ELLIPSIS}".lstrip()
