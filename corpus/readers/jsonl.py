"""JSON Lines: one article a line.

`title`, `text` (paragraphs separated by newlines) or `paragraphs` (list), `published`, and
optionally `id url updated source agency authors section language`. A line of an archive's export
has a `digest` too.
"""

import re
from collections.abc import Iterator
from io import BufferedIOBase
from itertools import chain

import msgspec

from corpus.errors import UnreadableError
from corpus.lines.line import as_lines
from corpus.readers.reading import Draft, Origin, Rejected

MAX_LINE_BYTES = 5_000_000
BOM = b"\xef\xbb\xbf"

MISSING = re.compile(r"missing required field `(?P<field>\w+)`")
LINE_END = re.compile(r"[\r\n\u2028\u2029]+")


class Record(msgspec.Struct):
    """One article as it is written."""

    published: str
    title: str | None = None
    text: str | None = None
    paragraphs: list[str] | None = None
    id: str | None = None
    url: str | None = None
    updated: str | None = None
    source: str | None = None
    agency: str | None = None
    authors: list[str] | str | None = None
    section: str | None = None
    language: str | None = None
    digest: str | None = None


_decode = msgspec.json.Decoder(Record).decode


def read_jsonl(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected]:
    """Every line as a draft, or as `Rejected`."""
    for number, line in _numbered(stream):
        if isinstance(line, str):
            yield Rejected(origin.name, number, line)
            continue
        try:
            yield _draft(_decoded(line), number)
        except UnreadableError as error:
            yield Rejected(origin.name, number, str(error))


def _numbered(lines: BufferedIOBase) -> Iterator[tuple[int, bytes | str]]:
    """Lines that are not blank, from 1; in place of one that is too long, the reason."""
    number = 0
    while line := lines.readline(MAX_LINE_BYTES + 1):
        number += 1
        if len(line) > MAX_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = lines.readline(MAX_LINE_BYTES)
            yield number, f"the line is longer than {MAX_LINE_BYTES:,} bytes"
            continue
        line = line.removeprefix(BOM) if number == 1 else line
        if line.strip():
            yield number, line


def _decoded(line: bytes) -> Record:
    try:
        return _decode(line)
    except msgspec.ValidationError as error:
        raise UnreadableError(_plain(str(error))) from error
    except UnicodeDecodeError as error:
        raise UnreadableError("not UTF-8") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableError(f"not JSON: {error}") from error


def _plain(message: str) -> str:
    """`Expected str, got int - at $.title` → `title: expected str, got int`."""
    missing = MISSING.search(message)
    if missing:
        return f"{missing['field']}: missing"
    said, _, where = message.replace("`", "").partition(" - at ")
    field = where.removeprefix("$").strip(".")
    return (f"{field}: " if field else "") + said[:1].lower() + said[1:]


def _draft(record: Record, number: int) -> Draft:
    texts = record.paragraphs or [record.text or ""]
    return Draft(
        published=record.published,
        lines=as_lines(chain.from_iterable(map(LINE_END.split, texts))),
        title=record.title,
        id=record.id,
        url=record.url,
        updated=record.updated,
        source=record.source,
        agency=record.agency,
        authors=[record.authors] if isinstance(record.authors, str) else record.authors or (),
        section=record.section,
        language=record.language,
        line=number,
        digest=record.digest,
    )
