"""The text export: one article a file, as it is copied from a news site.

A date line `2021.01.27 17:30`, a byline glued to a second date (`RFE/RL2021.01.27 17:30`) and a
headline, in any order; then paragraphs, `Read more:` lines and a closing attribution.
"""

import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from corpus.article import MAX_PARAGRAPHS, Article, article_id
from corpus.bylines import Byline, parse_byline, same_name
from corpus.dates import ending_date, is_date_shaped, parse_date
from corpus.errors import UnreadableError
from corpus.readers.reading import UNKNOWN_OUTLET, Defaults, Read, Rejected
from corpus.tidy import is_link_line, tidy_paragraphs, without_controls

MAX_BYTES = 20_000_000
LONGEST_TITLE = 250  # characters; a longer first line is a paragraph
LONGEST_NAMES = 120  # characters, before the date of a byline
LOOK_AHEAD = 3  # lines between a headline and its byline: a standfirst
WRAPPED = 200  # characters: lines broken by hand or by a mail program are no longer
FULL = 0.8  # of the widest line: a line is broken where the next word no longer fits

AROUND = "\ufeff\u200b \u00a0"  # a line
LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
BULLET = re.compile(r"(?:[-–—•*►]|\d{1,3}[.)])\s")
LABEL = re.compile(
    r"(?:(?:first |last )?(?P<verb>published|posted|updated|modified)|date)(?: on| at)?\b[\s:–-]*",
    re.I,
)


@dataclass(slots=True)
class _Header:
    """What stands above the text, as far as it was found."""

    title: str = ""
    published: datetime | date | None = None
    updated: datetime | date | None = None
    byline: Byline | None = None

    dates: int = 0

    def take_date(self, text: str, *, is_update: bool = False) -> None:
        """The first date is that of publication; a later one that of a new version."""
        if self.published is None and not is_update:
            self.published = parse_date(text)
            return
        try:
            again = parse_date(text)
        except UnreadableError:
            return  # there is a good one
        is_day = self.published is not None and not isinstance(self.published, datetime)
        if is_day and not is_update and _day(again) == self.published:
            self.published = again  # now with its time
        elif self.updated is None or _local(again) > _local(self.updated):
            self.updated = again

    def new_version(self) -> datetime | date | None:
        """The date of the update, if it is one: later than the publication."""
        if self.published and self.updated and _local(self.updated) > _local(self.published):
            return self.updated
        return None


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
        found = path.stat()
        advance(found.st_size)
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableError("not a file")
        if found.st_size > MAX_BYTES:
            raise UnreadableError(f"larger than {MAX_BYTES:,} bytes")
        yield _article(_decoded(path.read_bytes()), defaults)
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
    if not text.strip().strip(AROUND):
        raise UnreadableError("empty")
    return text


def _article(text: str, defaults: Defaults) -> Read:
    lines = [without_controls(line).strip(AROUND) for line in LINE_END.split(text)]
    source = " ".join((defaults.source or UNKNOWN_OUTLET).split())
    header, text_lines = _read_header(lines, source)
    if header.published is None:
        raise UnreadableError("no date line such as 2021.01.27 17:30 at the top")
    tidied = tidy_paragraphs(_paragraphs(text_lines))
    if not tidied.paragraphs:
        raise UnreadableError("no text below the headline")
    if len(tidied.paragraphs) > MAX_PARAGRAPHS:
        raise UnreadableError(f"more than {MAX_PARAGRAPHS:,} paragraphs")
    published, no_zone = defaults.in_zone(header.published)
    again = header.new_version()
    updated = defaults.in_zone(again)[0] if again else None
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
    return name if name and not same_name(name, source) else None


def _read_header(lines: Sequence[str], source: str) -> tuple[_Header, Sequence[str]]:
    """The header, and the lines of the text below it."""
    header = _Header()
    number = 0
    while number < len(lines):
        line = lines[number]
        is_other = line and not is_link_line(line)
        if is_other and not _is_header_line(header, lines, number, source=source):
            if header.title or len(line) > LONGEST_TITLE:
                break
            more = _wrapped_title(lines, number)
            header.title = " ".join(" ".join(lines[number : number + more]).split())
            number += more - 1
        number += 1
    return header, _without_late_byline(header, lines[number:], source)


def _without_late_byline(header: _Header, lines: Sequence[str], source: str) -> Sequence[str]:
    """The lines, and the byline that stands below a standfirst taken out of them."""
    if header.byline is not None:
        return lines
    filled = [number for number, line in enumerate(lines) if line]
    for number in filled[1 : LOOK_AHEAD + 1]:
        if _take_dated_byline(header, lines[number], source):
            return [*lines[:number], *lines[number + 1 :]]
    return lines


def _is_header_line(header: _Header, lines: Sequence[str], number: int, *, source: str) -> bool:
    """Take a date line or a byline in; False for any other line."""
    line = lines[number]
    label = LABEL.match(line)
    unlabelled = line[label.end() :] if label else line
    if is_date_shaped(unlabelled) and (label or header.dates < 2):
        header.dates += 1
        is_update = label is not None and (label["verb"] or "").lower() in {"updated", "modified"}
        header.take_date(unlabelled, is_update=is_update)
        return True
    if header.byline is not None or len(line) > LONGEST_TITLE:
        return False
    if _take_dated_byline(header, line, source):
        return True
    byline = parse_byline(line, source)
    if byline is None:
        return False
    if header.title or (byline.is_certain and _is_headline_next(lines, number)):
        header.byline = byline
        return True
    return False


def _take_dated_byline(header: _Header, line: str, source: str) -> bool:
    """Take `RFE/RL2021.01.27 17:30` in; with a space before the date only what names somebody."""
    line = " ".join(line.split())
    start = ending_date(line) if len(line) <= LONGEST_TITLE else None
    if not start or start > LONGEST_NAMES:
        return False
    names = line[:start]
    is_sentence = SENTENCE_END.search(names) and len(names.split()) > 2
    is_glued = not names[-1].isspace() and not is_sentence
    byline = parse_byline(names, source, is_dated=is_glued)
    if byline is None and not is_glued:
        return False
    header.byline = byline or Byline((), None, is_certain=False)
    header.dates += 1
    header.take_date(line[start:])
    return True


def _is_headline_next(lines: Sequence[str], number: int) -> bool:
    """Whether a headline follows, so that the line itself need not be one."""
    below = (line for line in lines[number + 1 :] if line and not is_date_shaped(line))
    line = next(below, "")
    return 0 < len(line) <= LONGEST_TITLE and not line.endswith(".")


def _wrapped_title(lines: Sequence[str], number: int) -> int:
    """How many lines the headline has: more than one where it is broken and then set apart."""
    end = number
    while end < len(lines) and lines[end]:
        end += 1
    block = lines[number:end]
    rest_is_apart = any(not line for line in lines[end : end + 1]) and end - number <= 3
    is_broken = rest_is_apart and not any(
        SENTENCE_END.search(line) or is_date_shaped(line) or ending_date(line) is not None
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
    """Whether lines break where the next word no longer fits, and inside of sentences."""
    width = max(map(len, block), default=0)
    if len(block) < 2 or width > WRAPPED:
        return False
    for line, following in pairwise(block):
        fits = len(line) + 1 + len(following.split()[0]) <= FULL * width
        if fits or BULLET.match(following):
            return False
    unfinished = sum(not SENTENCE_END.search(line) for line in block[:-1])
    return 2 * unfinished >= len(block) - 1
