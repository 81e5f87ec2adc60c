"""JSON Lines: one article a line.

`title`, `text` (paragraphs separated by newlines) or `paragraphs` (list), `published`, and
optionally `id url updated source agency authors section language`; other names where the keeper
says which. A date may be a number: seconds or milliseconds from 1970. A line of an
archive's export has a `digest` too, and is taken as it is.
"""

from collections.abc import Iterator
from io import BufferedIOBase
from itertools import chain

import msgspec

from corpus.errors import UnreadableError
from corpus.lines.line import as_lines
from corpus.lines.markup import text_lines, without_tags
from corpus.readers.reading import Draft, Origin, Rejected
from corpus.readers.records.field_names import FieldNames, missing, renamed

MAX_LINE_BYTES = 5_000_000
NEEDED = {"published", "text", "paragraphs"}
BOM = b"\xef\xbb\xbf"


class Record(msgspec.Struct):
    """One article as it is written."""

    published: str | int | float | None = None
    title: str | None = None
    text: str | None = None
    paragraphs: list[str] | None = None
    id: str | None = None
    url: str | None = None
    updated: str | int | float | None = None
    source: str | None = None
    agency: str | None = None
    authors: list[str] | str | None = None
    section: str | None = None
    language: str | None = None
    digest: str | None = None


_decode = msgspec.json.Decoder(Record).decode
_decode_any = msgspec.json.Decoder(dict[str, object]).decode


def read_jsonl(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected]:
    """Every line as a draft, or as `Rejected`; and what the keeper named that no line has."""
    unmet, number = set(origin.fields), 0
    for number, line in _numbered(stream):
        if isinstance(line, str):
            yield Rejected(origin.name, number, line)
            continue
        try:
            record = _decoded(line, origin.fields)
            unmet = {field for field in unmet if not getattr(record, field)}
            if lacking := _lacking(record):
                reason, advice = missing(_decode_any(line), origin.fields, lacking)
                yield Rejected(origin.name, number, reason, advice)
            else:
                yield _draft(record, number)
        except UnreadableError as error:
            yield Rejected(origin.name, number, str(error))
    for field in sorted(unmet - NEEDED if number else ()):
        names = " or ".join(origin.fields[field])
        yield Rejected(origin.name, None, f'no line has "{names}", which is to be its {field}')


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


def _decoded(line: bytes, names: FieldNames) -> Record:
    try:
        return (
            msgspec.convert(renamed(_decode_any(line), names), Record) if names else _decode(line)
        )
    except msgspec.ValidationError as error:
        raise UnreadableError(_plain(str(error))) from error
    except UnicodeDecodeError as error:
        raise UnreadableError("not UTF-8") from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableError(f"not JSON: {error}") from error


def _plain(message: str) -> str:
    """`Expected str, got int - at $.title` → `title: expected str, got int`."""
    said, _, where = message.replace("`", "").partition(" - at ")
    field = where.removeprefix("$").strip(".")
    return (f"{field}: " if field else "") + said[:1].lower() + said[1:]


def _lacking(record: Record) -> list[str]:
    """The fields that no article can do without."""
    return [
        field
        for field, value in (
            ("published", record.published),
            ("text", record.text if record.paragraphs is None else ""),
        )
        if value is None
    ]


def _draft(record: Record, number: int) -> Draft:
    texts = record.paragraphs or [record.text or ""]
    is_exported = len(record.digest or "") == 32  # else it is somebody else's
    bare = str if is_exported else without_tags
    lines = texts if is_exported else chain.from_iterable(map(text_lines, texts))
    authors = [record.authors] if isinstance(record.authors, str) else record.authors or ()
    return Draft(
        published=_printed(record.published) or "",
        lines=as_lines(lines),
        title=bare(record.title or ""),
        id=record.id,
        url=record.url,
        updated=_printed(record.updated),
        source=record.source,
        agency=record.agency,
        authors=list(map(bare, authors)),
        section=bare(record.section or ""),
        language=record.language,
        line=number,
        digest=record.digest,
    )


def _printed(moment: str | int | float | None) -> str | None:
    return moment if moment is None or isinstance(moment, str) else repr(moment)
