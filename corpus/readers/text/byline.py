"""What stands between a headline and the text: a byline, dates, a photo's credit."""

import re
from collections.abc import Sequence

from corpus.languages.english.bylines import NO_NAME
from corpus.lines.byline import Byline
from corpus.lines.dated import DatedLine
from corpus.lines.line import Line
from corpus.names import same_name
from corpus.readers.text.header import LOOK_AHEAD, MOST_LINES, Header, is_paragraph


def take_byline(header: Header, lines: Sequence[Line]) -> Sequence[Line]:
    """Take in what belongs to the header below its headline; give the lines of the text."""
    for _ in range(MOST_LINES):
        window = _window(lines)
        first = lines[window[0]].single_spaced if window else None
        if first and (first.is_of_page or same_name(first.text, header.title)):
            taken = {window[0]}
        else:
            taken = _take_dated(header, lines, window) or _take_names(header, lines, window)
        if not taken:
            break
        lines = [line for number, line in enumerate(lines) if number not in taken]
    return lines


def _window(lines: Sequence[Line]) -> list[int]:
    """The numbers of the first lines that can belong to the header, and of the one below."""
    window = []
    for number, line in enumerate(lines):
        if line.text and not line.is_link:
            window.append(number)
        if len(window) > LOOK_AHEAD + 1:
            break
    return window


def _take_dated(header: Header, lines: Sequence[Line], window: Sequence[int]) -> set[int]:
    """Take in the first dated line, with the names above it; give the numbers of all those."""
    names: dict[int, Byline] = {}
    for position, number in enumerate(window[: LOOK_AHEAD + 1]):
        dated = lines[number].dated
        if dated is None:
            byline = _undated(lines, number)
            if byline:
                names[number] = byline
            continue
        is_below_names = position > 0 and len(names) == position
        if dated.names:
            is_first = position == 0 or is_below_names
            byline = _dated_byline(header, lines[number], dated, is_first=is_first)
            if byline is None:
                continue
            above = [header.byline] if header.is_dated and header.byline else list(names.values())
            header.byline, header.is_dated = _extended(byline, above), True
        elif not _is_date_below(header, dated, position, is_below_names=is_below_names):
            continue
        elif names and header.byline is None:
            header.byline = _merged(list(names.values()))
        header.take_dates(dated)
        return {number, *names}
    return set()


def _dated_byline(header: Header, line: Line, dated: DatedLine, *, is_first: bool) -> Byline | None:
    """The byline, if the header still lacks a dated one and the line is not of the text."""
    is_second = header.is_dated or (header.byline is not None and not dated.is_glued)
    if is_second and not (is_first and dated.is_glued and header.is_same_day(dated)):
        return None
    if not (is_first or header.is_same_day(dated)):  # of another article, below a short first one
        return None
    return line.dated_byline or (Byline((), None, is_certain=False) if dated.is_glued else None)


def _is_date_below(
    header: Header, dated: DatedLine, position: int, *, is_below_names: bool
) -> bool:
    """Whether a date on a line of its own is the article's, and not a subhead of a timeline."""
    if header.moment is None or (is_below_names and header.byline is None):
        return True
    is_again = dated.has_time and dated.first == header.moment
    return position == 0 and (dated.is_labelled or is_again)


def _extended(dated: Byline, above: Sequence[Byline]) -> Byline:
    """With the people named above it; an agency alone there is that of the photo."""
    people = [name for byline in above if byline.agency is None for name in byline.authors]
    return dated if dated.authors else Byline(tuple(people), dated.agency, is_certain=True)


def _merged(bylines: Sequence[Byline]) -> Byline:
    people = [name for byline in bylines for name in byline.authors]
    agency = next((byline.agency for byline in reversed(bylines) if byline.agency), None)
    return Byline(tuple(people), agency, is_certain=True)


def _take_names(header: Header, lines: Sequence[Line], window: Sequence[int]) -> set[int]:
    """Take in names without a date: people where a paragraph follows, known agencies anyhow."""
    if header.byline is not None:
        return set()
    names: dict[int, Byline] = {}
    for number in window[:LOOK_AHEAD]:
        byline = _undated(lines, number)
        if byline is None or (byline.agency and not byline.is_certain):
            break
        names[number] = byline
    below = window[len(names) : len(names) + 1]
    if not below or not is_paragraph(lines[below[0]].text):
        names = {number: byline for number, byline in list(names.items())[:1] if byline.is_certain}
    if names:
        header.byline = _merged(list(names.values()))
    return set(names)


def _undated(lines: Sequence[Line], number: int) -> Byline | None:
    """Names, unless the text goes on to speak of them: then they are its subject."""
    line = lines[number]
    byline = line.byline if not NO_NAME.match(line.text) else None
    if byline is None or byline.is_certain or not byline.authors:
        return byline
    text = [line.text for line in lines[number + 1 :] if line.text][:-1]
    told = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in byline.authors), re.I)
    return None if any(map(told.search, text)) else byline
