"""The lines below an article's text: who first published it, rights, tags, buttons."""

import re
from collections.abc import Sequence

from corpus.lines.attribution import names_source
from corpus.lines.line import Line

MOST_LINES = 20  # of end matter
TEXT_END = re.compile(r"[.!?…][\"'”’»)\]*]*$")


def without_end_matter(lines: Sequence[Line], *, is_page: bool) -> tuple[list[Line], str | None]:
    """The lines without the end matter, of which one is always left; who first published them.

    Where they come from a page, its buttons and signatures are end matter, too.
    """
    kept, publisher = list(lines), None
    while len(kept) > 1:
        line = kept[-1]
        name = line.attribution or (_signed(kept) if is_page else None)
        is_dated = _is_date(line) and (kept[-2].attribution or kept[-2].is_rights)
        is_label = _is_label(line) or (is_page and line.is_network and _is_below_text(kept))
        if not (name or line.is_rights or is_label or is_dated):
            break
        publisher = name or publisher
        kept.pop()
    return kept, publisher


def _signed(lines: Sequence[Line]) -> str | None:
    """Who lent it or signed it, by the last line."""
    last = lines[-1]
    is_apart = names_source(last.text) or _is_below_text(lines)
    return last.lender or (last.signature if is_apart else None)


def _is_below_text(lines: Sequence[Line]) -> bool:
    """Whether a sentence stands above the last lines of its kind, so that they are no list."""
    for line in reversed(lines[-MOST_LINES:-1]):
        names = line.attribution or line.lender or line.signature
        if not (names or line.is_network or _is_label(line)):
            return TEXT_END.search(line.text) is not None
    return False


def _is_date(line: Line) -> bool:
    return line.dated is not None and not line.dated.names


def _is_label(line: Line) -> bool:
    return line.is_button or line.is_tags
