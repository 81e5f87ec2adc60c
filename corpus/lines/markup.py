"""HTML inside of a field → the lines of its text."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from corpus.errors import UnreadableError

BLOCKS = frozenset(
    """
    address article aside blockquote br center dd div dl dt figcaption figure footer form h1 h2 h3
    h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul
    """.split()
)
CELLS = frozenset({"td", "th"})
# What is shown, if at all, beside the words.
APART = frozenset(
    "audio button figure iframe noscript object script select style svg template video".split()
)
INLINE = (
    "a abbr audio b big button cite code del em font i iframe img ins mark noscript object q s"
    " script select small span strike strong style sub sup svg td template th u video"
).split()
TAG = re.compile(rf"</?(?:{'|'.join((*sorted(BLOCKS), *INLINE))})\b[^<>]*>|<!--", re.I)
PARAGRAPH = re.compile(r"<(?:p|br|div)\b", re.I)  # who writes these does not mean his line ends
MOST_TAGS = 20_000  # of one article; html.parser takes long for more, where they are not closed
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
SPACE = re.compile(r"[ \t\r\n\f]+")
ANY_TAG = re.compile(r"<[^<>]*>")
BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")
LINE_END = re.compile(r"[\r\n\u2028\u2029]+")


def text_lines(field: str) -> list[str]:
    """The lines of a text that may hold HTML; without any it is taken as it is.

    Blank lines always part paragraphs; single line ends do where no tag does.
    """
    if not TAG.search(field):
        return LINE_END.split(without_entities(field))
    field = _without_comments(field)
    if field.count("<") > MOST_TAGS:
        raise UnreadableError(f"text: more than {MOST_TAGS:,} tags")
    ends = BLANK_LINE if PARAGRAPH.search(field) else LINE_END
    lines = _Lines()
    try:
        lines.feed(ends.sub("<br>", ANY_TAG.sub(_on_one_line, field)))
        lines.close()
    except AssertionError as error:  # html.parser's way to say so
        raise UnreadableError("text: HTML that cannot be read") from error
    return list(lines)


def _on_one_line(tag: re.Match[str]) -> str:
    return SPACE.sub(" ", tag[0])


def _without_comments(field: str) -> str:
    parts = field.split("<!--")
    return parts[0] + "".join(part.partition("-->")[2] for part in parts[1:])


def without_entities(text: str) -> str:
    """`Q&amp;A` → `Q&A`; only what ends in a semicolon is an entity."""
    return ENTITY.sub(lambda entity: unescape(entity[0]), text)


def without_tags(field: str) -> str:
    """A field of one line that may hold HTML: `<i>Vilka</i> &amp; I` → `Vilka & I`."""
    return " ".join(text_lines(field))


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._lines = [""]
        self._apart = 0  # elements around this place whose text is left out

    def __iter__(self) -> Iterator[str]:
        return (SPACE.sub(" ", line) for line in self._lines)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._apart = 0 if tag == "p" else self._apart + (tag in APART)  # a video may not be closed
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._apart = max(0, self._apart - (tag in APART))
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._apart:
            self._lines[-1] += data

    def _part(self, tag: str) -> None:
        if tag in BLOCKS:
            self._lines.append("")
        elif tag in CELLS:
            self._lines[-1] += " "
