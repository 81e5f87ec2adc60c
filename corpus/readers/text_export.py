"""The text export: one article a file, as it is copied from a news site.

A date line `2021.01.27 17:30`, a byline glued to a second date (`RFE/RL2021.01.27 17:30`) and a
headline, in any order; then paragraphs, `Read more:` lines and a closing attribution.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from corpus.article import MAX_PARAGRAPHS, Article, article_id
from corpus.bylines import Byline, parse_byline
from corpus.dates import is_date_shaped, parse_date
from corpus.errors import UnreadableError
from corpus.readers.reading import UNKNOWN_OUTLET, Defaults, Read, Rejected
from corpus.tidy import tidy_paragraphs, without_controls

MAX_BYTES = 20_000_000
LONGEST_TITLE = 250  # characters; a longer first line is a paragraph
WRAPPED = 100  # characters: lines broken by hand or by a mail program are no longer

AROUND = "\ufeff\u200b \u00a0"  # a line
LINE_END = re.compile(r"\r\n|[\n\r\u2028\u2029]")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
ENDS_WITH_DATE = re.compile(
    r"(?P<names>.{1,120}?)(?P<space>\s*)"
    r"(?P<date>\d{4}([./-])\d{1,2}\4\d{1,2}\.?(?:[, T]+\d{1,2}:\d\d(?::\d\d)?)?)$"
)


@dataclass(slots=True)
class _Header:
    """What stands above the text, as far as it was found."""

    title: str = ""
    published: datetime | date | None = None
    updated: datetime | date | None = None
    byline: Byline | None = None

    def take_date(self, text: str) -> None:
        """The first date is that of publication; a later one that of a new version."""
        if self.published is None:
            self.published = parse_date(text)
            return
        try:
            again = parse_date(text)
        except UnreadableError:
            return  # there is a good one
        if not isinstance(self.published, datetime) and _day(again) == self.published:
            self.published = again  # now with its time
        elif _local(again) > _local(self.published):
            self.updated = again


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _local(moment: datetime | date) -> tuple[date, int]:
    """The day and the minute as printed; a plain date before every minute of its day."""
    minute = moment.hour * 60 + moment.minute if isinstance(moment, datetime) else -1
    return _day(moment), minute


def read_text_export(
    path: Path, defaults: Defaults, advance: Callable[[int], None]
) -> Iterator[Read | Rejected]:
    """The file's one article, or why it is none."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableError(f"larger than {MAX_BYTES:,} bytes")
        text = _decoded(path.read_bytes())
        advance(size)
        yield _article(text, defaults)
    except UnreadableError as error:
        yield Rejected(path, None, str(error))
    except OSError as error:
        yield Rejected(path, None, f"cannot be read: {error.strerror or error}")


def _decoded(data: bytes) -> str:
    if b"\x00" in data:
        raise UnreadableError("not a text in UTF-8 (holds zero bytes)")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("not a text in UTF-8") from error
    if not text.strip():
        raise UnreadableError("empty")
    return text


def _article(text: str, defaults: Defaults) -> Read:
    lines = [without_controls(line).strip(AROUND) for line in LINE_END.split(text)]
    source = " ".join((defaults.source or UNKNOWN_OUTLET).split())
    header, start = _read_header(lines, source)
    if header.published is None:
        raise UnreadableError("no date line such as 2021.01.27 17:30 at the top")
    tidied = tidy_paragraphs(_paragraphs(lines[start:]))
    if not tidied.paragraphs:
        raise UnreadableError("no text below the headline")
    if len(tidied.paragraphs) > MAX_PARAGRAPHS:
        raise UnreadableError(f"more than {MAX_PARAGRAPHS:,} paragraphs")
    published, no_zone = defaults.in_zone(header.published)
    updated = defaults.in_zone(header.updated)[0] if header.updated else None
    byline = header.byline or Byline((), None, is_certain=False)
    article = Article(
        id=article_id(None, source, published, header.title),
        title=header.title,
        published=published,
        source=source,
        paragraphs=tidied.paragraphs,
        updated=updated,
        agency=byline.agency or _other_than(source, tidied.attribution),
        authors=byline.authors,
    )
    return Read(article, no_source=defaults.source is None, no_zone=no_zone)


def _other_than(source: str, name: str | None) -> str | None:
    return name if name and name.casefold() != source.casefold() else None


def _read_header(lines: Sequence[str], source: str) -> tuple[_Header, int]:
    """The header and the number of the line at which the text begins."""
    header = _Header()
    number = 0
    while number < len(lines):
        line = lines[number]
        if line and not _is_header_line(header, line, source):
            if header.title or len(line) > LONGEST_TITLE:
                break
            more = _wrapped_title(lines, number)
            header.title = " ".join(" ".join(lines[number : number + more]).split())
            number += more - 1
        number += 1
    return header, number


def _is_header_line(header: _Header, line: str, source: str) -> bool:
    """Take a date line or a byline in; False for any other line."""
    if is_date_shaped(line):
        header.take_date(line)
        return True
    dated = ENDS_WITH_DATE.fullmatch(line)
    byline = parse_byline(dated["names"] if dated else line, source)
    if header.byline is not None or len(line) > LONGEST_TITLE:
        return False
    if dated and (byline is not None or not dated["space"]):
        header.byline = byline
        header.take_date(dated["date"])
        return True
    if byline is not None and (byline.is_certain or header.title):
        header.byline = byline
        return True
    return False


def _wrapped_title(lines: Sequence[str], number: int) -> int:
    """How many lines the headline has: more than one where it is broken and then set apart."""
    end = number
    while end < len(lines) and lines[end]:
        end += 1
    block = lines[number:end]
    rest_is_apart = any(not line for line in lines[end : end + 1]) and end - number <= 3
    is_broken = rest_is_apart and not any(
        SENTENCE_END.search(line) or is_date_shaped(line) or ENDS_WITH_DATE.fullmatch(line)
        for line in block
    )
    return len(block) if is_broken and max(map(len, block)) <= WRAPPED else 1


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Lines are paragraphs, except where a paragraph set apart is broken into short lines."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
            continue
        yield from [" ".join(block)] if _is_wrapped(block) else block
        block.clear()


def _is_wrapped(block: Sequence[str]) -> bool:
    if len(block) < 2 or max(map(len, block)) > WRAPPED:
        return False
    unfinished = sum(not SENTENCE_END.search(line) for line in block[:-1])
    return 2 * unfinished >= len(block) - 1
