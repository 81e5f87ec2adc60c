"""JSON as pages hold it: in several blocks, escaped, in comments, with commas too many."""

import json
import re
from collections.abc import Iterator
from html import unescape

LONGEST, LONGEST_BROKEN = 500_000, 20_000  # characters of one block
WRAPPED = re.compile(
    r"^\s*(?:/[/*]\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?"
    r"|(?:/[/*]\s*)?(?:\]\]>|-->)\s*(?:\*/)?\s*$"
)
COMMA_TOO_MANY = re.compile(r",(?=\s*[}\]])")
NO_VALUE = re.compile(r"(\"\s*:)(?=\s*[,}])")
BACKSLASH = re.compile(r"\\(?![\"\\/bfnrtu])")
# One field of a broken object: its text ends where a line, another field or the object does.
FIELD = re.compile(
    r"\"(headline|datePublished|dateModified|articleSection|inLanguage|url)\"\s*:\s*"
    r"\"([^\n]{0,2000}?)\"\s*(?=,\s*\"[\w@]+\"\s*:|,?\s*[}\n]|,?$)"
)
AUTHOR = re.compile(r"\"author\"\s*:\s*[\[{][^\]]{0,300}?\"name\"\s*:\s*\"([^\"\n]{1,200})\"")
_DECODER = json.JSONDecoder(strict=False)


def values(text: str) -> list[object]:
    """The JSON values of one block, one after the other; of broken ones what can be told.

    Empty where there is nothing of use.
    """
    text = WRAPPED.sub("", text[:LONGEST]).strip().rstrip(";")
    for attempt in _attempts(text):
        try:
            return list(_decoded(attempt))
        except (ValueError, RecursionError):
            continue
    text = text[:LONGEST_BROKEN]
    fields: dict[str, object] = dict(reversed(FIELD.findall(text)))
    if author := AUTHOR.search(text):
        fields["author"] = {"name": author[1]}
    return [{"@type": "Article", **fields}] if fields else []


def _attempts(text: str) -> Iterator[str]:
    yield text
    if "&quot;" in text or "&#34;" in text:
        yield unescape(text)
    yield BACKSLASH.sub(r"\\\\", NO_VALUE.sub(r"\1 null", COMMA_TOO_MANY.sub("", text)))


def _decoded(text: str) -> Iterator[object]:
    place = 0
    while place < len(text):
        value, place = _DECODER.raw_decode(text, place)
        yield value
        while place < len(text) and text[place] in " \t\r\n,;":
            place += 1
