"""What stands between a headline and the text: a byline, dates, a photo's credit."""

import re
from collections.abc import Sequence

from corpus.lines.byline import NO_NAME, Byline, parse_byline
from corpus.lines.dated import Stamp, read_stamp
from corpus.lines.paragraphs import is_link_line
from corpus.names import same_name
from corpus.readers.text.header import LOOK_AHEAD, MOST_LINES, Header, is_of_page, is_paragraph


def take_byline(header: Header, lines: Sequence[str], source: str) -> Sequence[str]:
    """Take in what belongs to the header below its headline; give the lines of the text."""
    for _ in range(MOST_LINES):
        window = _window(lines)
        first = " ".join(lines[window[0]].split()) if window else ""
        if window and (is_of_page(first) or same_name(first, header.title)):
            taken = {window[0]}
        else:
            taken = _take_stamp(header, lines, window, source) or _take_names(
                header, lines, window, source
            )
        if not taken:
            break
        lines = [line for number, line in enumerate(lines) if number not in taken]
    return lines


def _window(lines: Sequence[str]) -> list[int]:
    """The numbers of the first lines that can belong to the header, and of the one below."""
    found = []
    for number, line in enumerate(lines):
        if line and not is_link_line(line):
            found.append(number)
        if len(found) > LOOK_AHEAD + 1:
            break
    return found


def _take_stamp(
    header: Header, lines: Sequence[str], window: Sequence[int], source: str
) -> set[int]:
    """Take in the first dated line, with the names above it; give the numbers of all those."""
    names: dict[int, Byline] = {}
    for position, number in enumerate(window[: LOOK_AHEAD + 1]):
        stamp = read_stamp(lines[number])
        if stamp is None:
            byline = _undated(lines, number, source)
            if byline:
                names[number] = byline
            continue
        is_below_names = position > 0 and len(names) == position
        if stamp.names:
            is_first = position == 0 or is_below_names
            byline = _dated_byline(header, stamp, source, is_first=is_first)
            if byline is None:
                continue
            above = [header.byline] if header.is_dated and header.byline else list(names.values())
            header.byline, header.is_dated = _extended(byline, above), True
        elif not _is_date_below(header, stamp, position, is_below_names=is_below_names):
            continue
        elif names and header.byline is None:
            header.byline = _merged(list(names.values()))
        header.take_dates(stamp)
        return {number, *names}
    return set()


def _dated_byline(header: Header, stamp: Stamp, source: str, *, is_first: bool) -> Byline | None:
    """The byline, if the header still lacks a dated one and the line is none of the text."""
    is_second = header.is_dated or (header.byline is not None and not stamp.is_glued)
    if is_second and not (is_first and stamp.is_glued and header.is_same_day(stamp)):
        return None
    if not (is_first or header.is_same_day(stamp)):  # of another article, below a short first one
        return None
    byline = parse_byline(stamp.names, source, is_dated=stamp.is_glued)
    return byline or (Byline((), None, is_certain=False) if stamp.is_glued else None)


def _is_date_below(header: Header, stamp: Stamp, position: int, *, is_below_names: bool) -> bool:
    """Whether a date on a line of its own is the article's: a subhead of a timeline is none."""
    if header.published is None or (is_below_names and header.byline is None):
        return True
    is_again = stamp.has_time and stamp.first == header.published
    return position == 0 and (stamp.is_labelled or is_again)


def _extended(dated: Byline, above: Sequence[Byline]) -> Byline:
    """With the people named above it; an agency alone there is that of the photo."""
    people = [name for byline in above if byline.agency is None for name in byline.authors]
    return dated if dated.authors else Byline(tuple(people), dated.agency, is_certain=True)


def _merged(bylines: Sequence[Byline]) -> Byline:
    people = [name for byline in bylines for name in byline.authors]
    agency = next((byline.agency for byline in reversed(bylines) if byline.agency), None)
    return Byline(tuple(people), agency, is_certain=True)


def _take_names(
    header: Header, lines: Sequence[str], window: Sequence[int], source: str
) -> set[int]:
    """Take in names without a date: people where a paragraph follows, known agencies anyhow."""
    if header.byline is not None:
        return set()
    found: dict[int, Byline] = {}
    for number in window[:LOOK_AHEAD]:
        byline = _undated(lines, number, source)
        if byline is None or (byline.agency and not byline.is_certain):
            break
        found[number] = byline
    below = window[len(found) : len(found) + 1]
    if not below or not is_paragraph(lines[below[0]]):
        found = {number: byline for number, byline in list(found.items())[:1] if byline.is_certain}
    if found:
        header.byline = _merged(list(found.values()))
    return set(found)


def _undated(lines: Sequence[str], number: int, source: str) -> Byline | None:
    """Names, unless the text goes on to speak of them: then they are its subject."""
    line = lines[number]
    byline = parse_byline(line, source) if not NO_NAME.match(line) else None
    if byline is None or byline.is_certain or not byline.authors:
        return byline
    text = [line for line in lines[number + 1 :] if line][:-1]
    told = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in byline.authors), re.I)
    return None if any(map(told.search, text)) else byline
