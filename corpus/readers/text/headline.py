"""The headline of a text, and what stands above it: dates, a byline, a section."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.lines.byline import Byline
from corpus.lines.dated import SENTENCE_END, DatedLine
from corpus.lines.line import Kind, Line
from corpus.readers.text.header import (
    LONGEST_TITLE,
    LOOK_AHEAD,
    MOST_LINES,
    Header,
    day_of,
    is_paragraph,
)
from corpus.readers.text.wrapping import is_continued, join_broken

PATH = re.compile(r"\s*[/>»›→|]\s*")  # World / Baltics


def take_headline(lines: Sequence[Line], *, page_width: int) -> tuple[Header, Sequence[Line]]:
    """The header down to the headline, and the lines below it.

    `page_width` is the width that all of the text is broken to, 0 where it is not.
    """
    header = Header()
    number = 0
    while number < len(lines) and not header.title:
        line = lines[number]
        if line.is_of_article:
            near = lines[number + 1 : number + 1 + 4 * MOST_LINES]
            below = [each for each in near if each.is_of_article]
            if _take_above(header, line, below):
                pass
            elif len(line.text) > LONGEST_TITLE:
                break
            elif header.byline is None and _is_section(line, below):
                header.section = line.text
            else:
                more = _title_lines(lines[number : number + MOST_LINES], page_width)
                title = join_broken(lines[number : number + more])
                header.title = title.single_spaced.text
                number += more - 1
        number += 1
    return header, lines[number:]


def _take_above(header: Header, line: Line, below: Sequence[Line]) -> bool:
    """Take in a line that stands above the headline and cannot be one."""
    if line.dated is None:
        byline = line.byline if header.byline is None else None
        is_name = byline is not None and byline.is_certain
        if not (is_name or line.is_unsure) or not _is_headline_next(below):
            return False
        if byline and (byline.authors or byline.agency):  # else it is the outlet
            header.byline = byline
        return True
    if not line.dated.names:
        if not _is_date_line(header, line.dated, below):
            return False
    elif not _take_byline_above(header, line, line.dated, below):
        return False
    header.take_dates(line.dated)
    return True


def _is_date_line(header: Header, dated: DatedLine, below: Sequence[Line]) -> bool:
    """A day without a time can be the headline, where no other line is one."""
    if dated.is_labelled or dated.has_time or _is_headline_next(below):
        return True
    days = [line.dated.first for line in below[:LOOK_AHEAD] if line.dated]
    known = days if header.moment is None else [header.moment]
    return all(day is None or dated.first is None or day_of(day) == dated.first for day in known)


def _take_byline_above(header: Header, line: Line, dated: DatedLine, below: Sequence[Line]) -> bool:
    """A headline ends in a date as well: `Morning Brief, 27 January 2021`."""
    byline = line.dated_byline
    is_sure = dated.is_glued or (
        byline is not None
        and (
            byline.is_certain
            or (_is_headline_next(below) and (dated.has_time or dated.is_labelled))
        )
    )
    near = [each.dated for each in below[: LOOK_AHEAD + 1] if each.dated]
    is_other = not dated.is_glued and any(other.is_glued for other in near)
    if not is_sure or header.is_dated or is_other:
        return False
    header.byline, header.is_dated = byline or Byline((), None, is_certain=False), True
    return True


def _is_headline_next(below: Sequence[Line]) -> bool:
    """Whether a headline follows, so that the line above it need not be one."""
    line = next((line.text for line in below if line.dated is None), "")
    return 0 < len(line) <= LONGEST_TITLE and not line.endswith(".")


def _is_section(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is one of a word or two, and the headline stands below: `World`.

    Or a path of such: `Nemunas Herald / News / World`.
    """
    parts = [re.findall(r"\w+", part) for part in PATH.split(line.text)]
    below = [each for each in below if each.dated is None or each.dated.names]
    if not all(1 <= len(words) <= 2 for words in parts) or len(below) < 2:
        return False
    if not all(word[0].isupper() for words in parts for word in words):
        return False
    headline, following = below[0], below[1]
    if line.text[-1] in ".?!:…”\"'" or headline.dated or len(headline.text) > LONGEST_TITLE:
        return False
    if _is_section(headline, below[1:]):
        return True
    is_signed = following.dated is not None or following.byline is not None
    return (
        len(headline.text.split()) >= (3 if is_signed else 4)
        and (is_signed or is_paragraph(following.text))
        and not headline.text.endswith(".")
        and headline.byline is None
    )


def _title_lines(lines: Sequence[Line], page_width: int) -> int:
    """How many lines the headline has: more than one where it is broken."""
    ends = (number for number, line in enumerate(lines) if line.kind is Kind.BLANK)
    block = lines[: next(ends, len(lines))]
    broken = 1
    width = page_width or max(len(line.text) for line in block)
    for line, following in pairwise(block):
        if not is_continued(line, following, width) or following.dated:
            break
        broken += 1
    is_apart = broken == len(block) < len(lines)
    is_title = not any(SENTENCE_END.search(line.text) for line in block[: broken - 1])
    return broken if broken <= 3 and is_title and (page_width or is_apart) else 1
