"""The headline of a text, and what stands above it: dates, a byline, a section."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.lines.byline import Byline, parse_byline
from corpus.lines.dated import SENTENCE_END, Stamp, is_unsure, read_stamp
from corpus.lines.paragraphs import is_link_line
from corpus.readers.text.header import (
    LONGEST_TITLE,
    LOOK_AHEAD,
    MOST_LINES,
    Header,
    day_of,
    is_of_page,
    is_paragraph,
)
from corpus.readers.text.wrapping import is_continued, join_broken

PATH = re.compile(r"\s*[/>»›→|]\s*")  # World / Baltics


def take_headline(
    lines: Sequence[str], source: str, *, page_width: int
) -> tuple[Header, Sequence[str]]:
    """The header down to the headline, and the lines below it.

    `page_width` is the width that all of the text is broken to, 0 where it is not.
    """
    header = Header()
    number = 0
    while number < len(lines) and not header.title:
        line = lines[number]
        if _filled([line]):
            below = _filled(lines[number + 1 : number + 1 + 4 * MOST_LINES])
            if _take_above(header, line, below, source):
                pass
            elif len(line) > LONGEST_TITLE:
                break
            elif header.byline is None and _is_section(line, below, source):
                header.section = line
            else:
                more = _title_lines(lines[number : number + MOST_LINES], page_width)
                header.title = " ".join(join_broken(lines[number : number + more]).split())
                number += more - 1
        number += 1
    return header, lines[number:]


def _filled(lines: Sequence[str]) -> list[str]:
    """The lines that hold something of this article."""
    return [line for line in lines if line and not is_link_line(line) and not is_of_page(line)]


def _take_above(header: Header, line: str, below: Sequence[str], source: str) -> bool:
    """Take in a line that stands above the headline and cannot be one."""
    stamp = read_stamp(line)
    if stamp is None:
        byline = parse_byline(line, source) if header.byline is None else None
        is_name = byline is not None and byline.is_certain
        if not (is_name or is_unsure(line)) or not _is_headline_next(below):
            return False
        if byline and (byline.authors or byline.agency):  # else it is the outlet
            header.byline = byline
        return True
    if not stamp.names:
        if not _is_date_line(header, stamp, below):
            return False
    elif not _take_byline_above(header, stamp, below, source):
        return False
    header.take_dates(stamp)
    return True


def _is_date_line(header: Header, stamp: Stamp, below: Sequence[str]) -> bool:
    """A day without a time can be the headline, where no other line is one."""
    if stamp.is_labelled or stamp.has_time or _is_headline_next(below):
        return True
    stamps = [found for found in map(read_stamp, below[:LOOK_AHEAD]) if found]
    days = [found.first for found in stamps] if header.published is None else [header.published]
    return all(day is None or stamp.first is None or day_of(day) == stamp.first for day in days)


def _take_byline_above(header: Header, stamp: Stamp, below: Sequence[str], source: str) -> bool:
    """A headline ends in a date as well: `Morning Brief, 27 January 2021`."""
    byline = parse_byline(stamp.names, source, is_dated=stamp.is_glued)
    is_sure = stamp.is_glued or (
        byline is not None
        and (
            byline.is_certain
            or (_is_headline_next(below) and (stamp.has_time or stamp.is_labelled))
        )
    )
    stamps = filter(None, map(read_stamp, below[: LOOK_AHEAD + 1]))
    if not is_sure or header.is_dated or (not stamp.is_glued and any(s.is_glued for s in stamps)):
        return False
    header.byline, header.is_dated = byline or Byline((), None, is_certain=False), True
    return True


def _is_headline_next(below: Sequence[str]) -> bool:
    """Whether a headline follows, so that the line above it need not be one."""
    line = next((line for line in below if read_stamp(line) is None), "")
    return 0 < len(line) <= LONGEST_TITLE and not line.endswith(".")


def _is_section(line: str, below: Sequence[str], source: str) -> bool:
    """Whether a line is one of a word or two, and the headline stands below: `World`.

    Or a path of such: `Nemunas Herald / News / World`.
    """
    parts = [re.findall(r"\w+", part) for part in PATH.split(line)]
    below = [each for each in below if (stamp := read_stamp(each)) is None or stamp.names]
    if not all(1 <= len(words) <= 2 for words in parts) or len(below) < 2:
        return False
    if not all(word[0].isupper() for words in parts for word in words):
        return False
    if line[-1] in ".?!:…”\"'" or read_stamp(below[0]) or len(below[0]) > LONGEST_TITLE:
        return False
    if _is_section(below[0], below[1:], source):
        return True
    is_signed = read_stamp(below[1]) is not None or parse_byline(below[1], source) is not None
    return (
        len(below[0].split()) >= (3 if is_signed else 4)
        and (is_signed or is_paragraph(below[1]))
        and not below[0].endswith(".")
        and parse_byline(below[0], source) is None
    )


def _title_lines(lines: Sequence[str], page_width: int) -> int:
    """How many lines the headline has: more than one where it is broken."""
    end = lines.index("") if "" in lines else len(lines)
    block = lines[:end]
    broken = 1
    width = page_width or max(map(len, block))
    for line, following in pairwise(block):
        if not is_continued(line, following, width) or read_stamp(following):
            break
        broken += 1
    is_apart = broken == len(block) < len(lines)
    is_title = not any(SENTENCE_END.search(line) for line in block[: broken - 1])
    return broken if broken <= 3 and is_title and (page_width or is_apart) else 1
