"""JSON Lines: one article a line, plain or compressed.

`title`, `text` (paragraphs separated by newlines) or `paragraphs` (list), `published`, and
optionally `id url updated source agency authors section language`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BufferedIOBase
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from corpus.article import MAX_PARAGRAPHS, Article, article_id
from corpus.dates import parse_date
from corpus.errors import UnreadableError
from corpus.lines.byline import other_than
from corpus.lines.paragraphs import tidy_paragraphs, without_controls
from corpus.names import same_name
from corpus.readers.compressed import check, opened
from corpus.readers.reading import UNKNOWN_OUTLET, Defaults, Read, Rejected

MAX_LINE_BYTES = 5_000_000
MAX_ID, MAX_TITLE, MAX_NAME = 500, 2_000, 200  # characters
BOM = b"\xef\xbb\xbf"

MISSING = re.compile(r"missing required field `(?P<field>\w+)`")
LINE_END = re.compile(r"[\r\n\u2028\u2029]+")


class Line(msgspec.Struct):
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


_decode = msgspec.json.Decoder(Line).decode


def read_jsonl(
    path: Path, defaults: Defaults, advance: Callable[[int], None]
) -> Iterator[Read | Rejected]:
    """Every line as an article, or why it is none."""
    number = 0
    try:
        if path.exists() and not path.is_file():
            yield Rejected(path, None, "not a file")
            return
        check(path)
        with opened(path, advance) as lines:
            for number, line in _numbered(lines):
                if isinstance(line, str):
                    yield Rejected(path, number, line)
                    continue
                try:
                    yield _article(_decoded(line), defaults)
                except UnreadableError as error:
                    yield Rejected(path, number, str(error))
    except UnreadableError as error:
        yield Rejected(path, None, str(error))
    except EOFError:
        yield Rejected(path, None, f"cut off after line {number}; the lines up to it were taken")
    except OSError as error:
        yield Rejected(path, None, f"cannot be read: {error.strerror or error}")


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


def _decoded(line: bytes) -> Line:
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


def _article(line: Line, defaults: Defaults) -> Read:
    texts = line.paragraphs or [line.text or ""]
    tidied = tidy_paragraphs(chain.from_iterable(map(LINE_END.split, texts)))
    if not tidied.paragraphs:
        raise UnreadableError("no text")
    if len(tidied.paragraphs) > MAX_PARAGRAPHS:
        raise UnreadableError(f"more than {MAX_PARAGRAPHS:,} paragraphs")
    published, no_zone = defaults.in_zone(_date("published", line.published))
    updated = defaults.in_zone(_date("updated", line.updated))[0] if line.updated else None
    title = _line(line.title)
    named = _line(line.source) or defaults.source or _host(line.url)
    source = named or UNKNOWN_OUTLET
    authors = [line.authors] if isinstance(line.authors, str) else line.authors or []
    agency = _line(line.agency or other_than(source, tidied.attribution))
    url = _line(line.url) or None  # also where it is no address: a name stays as it was
    article = Article(
        id=line.id if line.id is not None else article_id(url, source, published, title),
        title=title,
        published=published,
        source=source,
        paragraphs=tidied.paragraphs,
        url=url if _is_web(url) else None,
        updated=None if updated and _is_before(updated, published) else updated,
        agency=None if same_name(agency, source) else agency or None,
        authors=tuple(filter(None, map(_line, authors))),
        section=_line(line.section) or None,
        language=_line(line.language) or "en",
    )
    _check(article)
    return Read(article, no_source=named is None, no_zone=no_zone)


def _line(text: str | None) -> str:
    """A field of one line: single spaces, no control characters."""
    return " ".join(without_controls(text or "").split())


def _date(field: str, text: str) -> datetime | date:
    try:
        return parse_date(text)
    except UnreadableError as error:
        raise UnreadableError(f"{field}: {error}") from error


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _is_web(url: str | None) -> bool:
    """Whether an address is one to link to: no `javascript:`."""
    try:
        parts = urlsplit(url or "")
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def _is_before(updated: datetime | date, published: datetime | date) -> bool:
    """By the day where one of them has no time."""
    if isinstance(updated, datetime) and isinstance(published, datetime):
        return updated < published
    return str(updated)[:10] < str(published)[:10]


def _check(article: Article) -> None:
    """Raises UnreadableError for what no archive should hold."""
    if fault := _id_fault(article.id):
        raise UnreadableError(f"id: {fault}")
    if len(article.title) > MAX_TITLE:
        raise UnreadableError(f"title: longer than {MAX_TITLE:,} characters")
    if max(len(article.source), len(article.agency or "")) > MAX_NAME:
        raise UnreadableError(f"source or agency: longer than {MAX_NAME} characters")


def _id_fault(name: str) -> str | None:
    """What is wrong with an id; nothing of it may be changed, as it is what names the article."""
    if not 1 <= len(name) <= MAX_ID:
        return f"must have 1 to {MAX_ID} characters"
    if name != name.strip():
        return "has white space at its beginning or end"
    if name != without_controls(name):
        return "holds characters that cannot be shown"
    return None if name == _line(name) else "holds white space other than single spaces"
