"""HTML inside of a field → the lines of its text."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from html import unescape
from html.parser import HTMLParser

from corpus.errors import UnreadableError
from corpus.lines.characters import LINE_END

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
# What ends by itself.
VOID = frozenset("area br col embed hr img input link meta param source track wbr".split())
TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*)(?P<rest>(?:\s[^<>]*)?/?)>")
ATTRIBUTE = re.compile(r"\s[\w:@-]+\s*=")
MAY_BE = re.compile(r"[<&]")
PARAGRAPH = re.compile(r"<(?:p|br|div)\b", re.I)  # who writes these does not mean his line ends
UNCLOSED = re.compile(r"\A\s*<P\b|<p>")  # old pages do not close it; <P> may be a share's name
MOST_TAGS = 20_000  # of one article; html.parser takes long for more, where they are not closed
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
LONE_AND = re.compile(f"&(?!{ENTITY.pattern[1:]})")
WRITTEN_TAG = re.compile(r"&lt;(?:/p|br\s*/?|/div)&gt;", re.I)
CDATA = "<![CDATA["
SPACE = re.compile(r"[ \t\r\n\f]+")
BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")


def text_lines(field: str) -> list[str]:
    """The lines of a text that may hold HTML; without any it is taken as it is.

    Blank lines always part paragraphs; single line ends do where no tag does. `<` and `&` that
    belong to no tag and no entity are the text's own: `Ford <F>`, `a <b and c> d`, `AT&T`.
    """
    if not MAY_BE.search(field):
        return LINE_END.split(field)
    field = _without_comments(field)
    written = _written(field)
    if written is None and WRITTEN_TAG.search(field):  # HTML that was escaped as a whole
        field = without_entities(field)
        written = _written(field)
    if written is None:
        return LINE_END.split(without_entities(field))
    if written.count("<") > MOST_TAGS:
        raise UnreadableError(f"text: more than {MOST_TAGS:,} tags")
    ends = BLANK_LINE if PARAGRAPH.search(written) else LINE_END
    lines = _Lines()
    lines.feed(ends.sub("<br>", written))
    lines.close()
    return list(lines)


def _written(field: str) -> str | None:
    """The field with all escaped that is no markup; None where nothing is.

    A tag is what is closed, ends by itself, or has attributes.
    """
    paired = {match["name"].lower() for match in TAG.finditer(field) if match["end"]}
    if UNCLOSED.search(field):
        paired.add("p")
    parts: list[str] = []
    place = tags = 0
    for match in TAG.finditer(field):
        if _is_tag(match, paired):
            parts += (_escaped(field[place : match.start()]), SPACE.sub(" ", match[0]))
            place, tags = match.end(), tags + 1
    return "".join((*parts, _escaped(field[place:]))) if tags else None


def _is_tag(match: re.Match[str], paired: AbstractSet[str]) -> bool:
    name, rest = match["name"].lower(), match["rest"]
    return name in paired or name in VOID or rest.endswith("/") or bool(ATTRIBUTE.search(rest))


def _escaped(text: str) -> str:
    return LONE_AND.sub("&amp;", text).replace("<", "&lt;")


def _without_comments(field: str) -> str:
    if field.lstrip().startswith(CDATA):
        field = field.replace(CDATA, "").replace("]]>", "")
    first, *others = field.split("<!--")
    for part in others:
        _, is_closed, behind = part.partition("-->")
        first += behind if is_closed else f"<!--{part}"
    return first


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
