"""CSV: a table of articles under a row of names, as newspapers' systems export it.

The names may be many (see `columns`), the delimiter a comma, a semicolon, a tab or a bar, the text
plain or HTML. The file must be UTF-8: Windows-1252 cannot be told from Windows-1257, and a wrong
guess would change the words.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from io import BufferedIOBase
from itertools import chain, count

from corpus.errors import UnreadableError
from corpus.lines.line import as_lines
from corpus.lines.markup import text_lines, without_tags
from corpus.readers.reading import Draft, Origin, Rejected
from corpus.readers.records.columns import columns_of, places

DELIMITERS = ",;\t|"
LONGEST = 5_000_000  # bytes of a line; characters of a cell
BOM = "\ufeff"
BEHIND_RETURN = re.compile(r"(?<=\r)(?!\n|$)")  # old Macintoshes end lines so
DELIMITER_LINE = re.compile(r'"?sep=(.)"?\s*$', re.I)  # as Excel writes it above the names
LOCALE = re.compile(r"([a-z]{2,3})[-_][a-z\d]+", re.I)  # lt_LT
UNPUBLISHED = frozenset(
    "autodraft deleted draft future hidden inherit pending private trash unpublished".split()
)
NOT_UTF_8 = "not UTF-8; save the table as CSV UTF-8; nothing from here on was taken"
TOO_LONG = f"longer than {LONGEST:,} bytes; nothing from here on was taken"
CELL_TOO_LONG = f"a cell is {TOO_LONG}"
UNCLOSED = "not CSV: a quotation mark is never closed; nothing from here on was taken"
LOST = (NOT_UTF_8, CELL_TOO_LONG, UNCLOSED)
NOT_DOUBLED = "not CSV: a quotation mark inside a quoted cell is not doubled"

csv.field_size_limit(LONGEST)  # the library's own is 131,072, less than long articles have


def read_csv(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected]:
    """Every row as a draft, or as `Rejected`.

    Raises UnreadableError for a table without the needed columns. Where rows can no longer be
    told apart, the rest is one `Rejected`.
    """
    rows = _rows(stream)
    _, header = next(rows, (0, "empty"))
    if isinstance(header, str) or "\0" in "".join(header):  # UTF-16 has zero bytes
        raise UnreadableError(header if isinstance(header, str) else NOT_UTF_8)
    columns = columns_of(header, origin.fields)
    for line, row in rows:
        try:
            if isinstance(row, str):
                raise UnreadableError(row)
            yield _draft(columns.cells(row), line)
        except UnreadableError as error:
            yield Rejected(origin.name, line, str(error))


def _rows(stream: BufferedIOBase) -> Iterator[tuple[int, list[str] | str]]:
    """The rows, each with the line where it begins; in place of a broken row, the reason.

    The first row is that of the names. After a reason of LOST there are no more.
    """
    lines, above, delimiter = _lines(stream), 0, None
    for first in lines:
        if told := DELIMITER_LINE.match(first):
            delimiter = told[1]
        elif first.strip():
            break
        above += 1
    else:
        return
    table = csv.reader(chain([first], lines), delimiter=delimiter or _delimiter(first), strict=True)
    line, row = above + 1, _next_row(table)
    while row is not None:
        if row:
            yield line, row
        if row in LOST:
            return
        line, row = above + table.line_num + 1, _next_row(table)


def _lines(stream: BufferedIOBase) -> Iterator[str]:
    """Lines with their ends; what is not UTF-8 in them becomes surrogates."""
    for number in count(1):
        data = stream.readline(LONGEST + 1)
        if len(data) > LONGEST:
            raise UnreadableError(f"line {number} is {TOO_LONG}")
        if not data:
            return
        text = data.decode("utf-8", errors="surrogateescape")
        yield from BEHIND_RETURN.split(text.removeprefix(BOM) if number == 1 else text)


def _next_row(table: Iterator[list[str]]) -> list[str] | str | None:
    """The next row, empty for a blank one; a reason in place of a broken one; None at the end."""
    try:
        row = next(table, None)
    except csv.Error as error:
        if "limit" in str(error):
            return CELL_TOO_LONG
        return UNCLOSED if "end of data" in str(error) else NOT_DOUBLED
    if row and not _is_utf_8(row):
        return NOT_UTF_8
    return row if row is None or any(row) else []


def _delimiter(header: str) -> str:
    """The one by which most names are known; then the one that makes most columns."""

    def known(delimiter: str) -> tuple[int, int]:
        (row,) = csv.reader([header], delimiter=delimiter)
        return len(places(row)), len(row)

    return max(DELIMITERS, key=known)


def _is_utf_8(row: list[str]) -> bool:
    try:
        "".join(row).encode()
    except UnicodeEncodeError:
        return False
    return True


def _draft(cells: Mapping[str, str], line: int) -> Draft:
    status = cells.get("status", "")
    if "".join(filter(str.isalpha, status.casefold())) in UNPUBLISHED:
        raise UnreadableError(f"not published: its status is {status}")
    name, url, language = cells.get("id"), cells.get("url"), cells.get("language", "")
    locale = LOCALE.fullmatch(language.strip())
    byline = cells.get("byline", "")
    return Draft(
        published=_published(cells),
        lines=as_lines(text_lines(cells.get("text", ""))),
        title=without_tags(cells.get("title", "")),
        # A number names a row, and is another article's in another table.
        id=name.strip() if name and not name.strip().isdigit() else None,
        url=url.strip() if url and "://" in url else None,
        updated=cells.get("updated"),
        source=cells.get("source"),
        agency=cells.get("agency"),
        byline=without_tags(byline) if not byline.strip().isdigit() else None,
        section=without_tags(cells.get("section", "")),
        language=locale[1].lower() if locale else language,
        line=line,
    )


def _published(cells: Mapping[str, str]) -> str:
    """With its time, where that stands in a column of its own."""
    day, time = cells.get("published", ""), cells.get("time", "")
    return f"{day} {time}" if time and ":" not in day else day
