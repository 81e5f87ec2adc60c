"""JSON Lines: one article a line.

`title`, `text` (paragraphs separated by newlines) or `paragraphs` (list), `published`, and
optionally `id url updated source agency authors section language`; other names where the keeper
says which. A date may be a number: seconds or milliseconds from 1970. An `id` that is a number
names no article, as in tables. A line of an archive's export has a `digest` too, and is taken as
it is.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedIOBase
from itertools import chain

import msgspec

from corpus.errors import UnreadableError
from corpus.lines.characters import LINE_END
from corpus.lines.line import Line, as_lines
from corpus.lines.markup import text_lines, without_tags
from corpus.readers.reading import Draft, Origin, Rejected, cut_off
from corpus.readers.records.encoding import BOM, check_encoding
from corpus.readers.records.field_names import FieldNames, missing, renamed
from corpus.readers.text.wrapping import WIDEST, join_broken, join_lines, page_width

MAX_LINE_BYTES = 5_000_000
TOGETHER = 1 << 16  # bytes of lines that are read together
NEEDED = {"published", "text", "paragraphs"}
INDENTED = re.compile(r"\n(?:\t| {2,})(?=\S)|\n\s*\n")  # or blank lines
ARRAY = re.compile(rb"\s*\[\s*(?:\{|$)")
ALONE = 0  # in place of its number, that of the only article of a file
AN_ARRAY = "one JSON array, not an article a line; such a file's name ends in .json"


class Record(msgspec.Struct):
    """One article as it is written."""

    published: str | int | float | None = None
    title: str | None = None
    text: str | None = None
    paragraphs: list[str] | None = None
    id: str | int | None = None
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


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that stand together, each with its number; in place of one too long, the reason."""

    lines: tuple[tuple[int, bytes | str], ...]
    size: int
    is_light = True

    def __str__(self) -> str:
        return f"lines {self.lines[0][0]:,} to {self.lines[-1][0]:,}"

    def drafts(self, origin: Origin) -> Iterator[Draft | Rejected]:
        """Every line as a draft, or as `Rejected`."""
        for number, line in self.lines:
            yield _read(line, number, origin)


def read_jsonl(stream: BufferedIOBase, origin: Origin) -> Iterator[Rejected | Lines]:
    """All lines; see `read_records`.

    Raises UnreadableError where the file is one array, or in another encoding than UTF-8.
    """
    return read_records(numbered(stream), origin)


def read_records(
    lines: Iterable[tuple[int, bytes | str]], origin: Origin
) -> Iterator[Rejected | Lines]:
    """All of these together; and what the keeper named that none has."""
    unmet = {field: _written(names) for field, names in origin.fields.items()}
    waiting: list[tuple[int, bytes | str]] = []
    size = number = 0
    try:
        for number, line in lines:
            waiting.append((number, line))
            size += len(line)
            unmet = {field: names for field, names in unmet.items() if not _has(line, names)}
            if size >= TOGETHER:
                yield Lines(tuple(waiting), size)
                waiting, size = [], 0
    except EOFError:
        yield from [Lines(tuple(waiting), size)] if waiting else []
        yield Rejected(origin.name, None, cut_off(number))
        return
    yield from [Lines(tuple(waiting), size)] if waiting else []
    for field in sorted(unmet.keys() - NEEDED if number else ()):
        names = " or ".join(origin.fields[field])
        yield Rejected(origin.name, None, f'no line has "{names}", which is to be its {field}')


def _written(names: Iterable[str]) -> tuple[bytes, ...]:
    """The last parts of names, as they can stand in a line."""
    ends = [name.rpartition(".")[2] for name in names]
    return tuple(write(end) for end in ends for write in (msgspec.json.encode, _escaped))


def _escaped(name: str) -> bytes:
    return json.dumps(name).encode()


def _has(line: bytes | str, names: tuple[bytes, ...]) -> bool:
    return isinstance(line, bytes) and any(name in line for name in names)


def _read(line: bytes | str, number: int, origin: Origin) -> Draft | Rejected:
    try:
        if isinstance(line, str):
            raise UnreadableError(line)
        record = _decoded(line, origin.fields)
        if lacking := _lacking(record):
            reason, advice = missing(_decode_any(line), origin.fields, lacking)
            return Rejected(origin.name, number or None, reason, advice)
        return _draft(record, number)
    except UnreadableError as error:
        return Rejected(origin.name, number or None, str(error))
    except UnicodeDecodeError:  # in a field that is not ours
        return Rejected(origin.name, number or None, "not UTF-8")


def numbered(lines: BufferedIOBase, first: int = 1) -> Iterator[tuple[int, bytes | str]]:
    """Lines that are not blank, from `first`; in place of one that is too long, the reason."""
    number = first - 1
    while line := lines.readline(MAX_LINE_BYTES + 1):
        number += 1
        if number == 1:
            check_encoding(line)
            line = line.removeprefix(BOM)
            if ARRAY.match(line):
                raise UnreadableError(AN_ARRAY)
        if len(line) > MAX_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = lines.readline(MAX_LINE_BYTES)
            yield number, f"the line is longer than {MAX_LINE_BYTES:,} bytes"
            continue
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
    lines = as_lines(texts if is_exported else chain.from_iterable(map(text_lines, texts)))
    if record.text and not (is_exported or record.paragraphs):
        lines = _unbroken(lines, record.text)
    authors = [record.authors] if isinstance(record.authors, str) else record.authors or ()
    return Draft(
        published=_printed(record.published) or "",
        lines=lines,
        title=bare(record.title or ""),
        id=record.id if isinstance(record.id, str) else None,  # others count from 1, too
        url=record.url,
        updated=_printed(record.updated),
        source=record.source,
        agency=record.agency,
        authors=list(map(bare, authors)),
        section=bare(record.section or ""),
        language=record.language,
        line=number or None,
        digest=record.digest,
    )


def _unbroken(lines: list[Line], text: str) -> list[Line]:
    """Paragraphs of lines that were broken to a width, as on a teleprinter or in mail.

    Where lines are set in, each of them begins a paragraph, if most others go on in small letters.
    """
    if len(lines) == 1 or any(len(line.text) > WIDEST for line in lines):
        return lines
    blocks = [
        [line for line in as_lines(LINE_END.split(block)) if line.text]
        for block in INDENTED.split(text)
    ]
    further = [line.text[0].islower() for block in blocks for line in block[1:]]
    if len(blocks) > 1 and any(further) and 2 * sum(further) >= len(further):
        return [join_broken(block) for block in blocks if block]
    return list(join_lines(lines, page_width(lines)))


def _printed(moment: str | int | float | None) -> str | None:
    return moment if moment is None or isinstance(moment, str) else repr(moment)
