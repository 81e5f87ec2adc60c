"""Lines of a text → its paragraphs, where a mail program or a hand broke the lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.languages.english.pages import SUSPENDED
from corpus.lines.dated import SENTENCE_END
from corpus.lines.line import Line

NARROWEST, WIDEST = 50, 200  # characters: what is narrower is a list or a table
FULL = 0.8  # of the width: a line is broken where the next word no longer fits
ENOUGH = 5  # broken lines that show a whole page to be broken

BULLET = re.compile(r"(?:[-–—•*►●▪‣◦■·→»]|\d{1,3}[.)])\s")
INSERTION = re.compile(r"[–—-] (?=[^\W\d_])(?![A-Z])")
DASH = re.compile(r"\w[-–—]$")


def page_width(lines: Sequence[Line]) -> int:
    """The width that a whole page is broken to; 0 where its lines are paragraphs."""
    blocks = _blocks(lines)
    width = max((len(line.text) for block in blocks if len(block) > 1 for line in block), default=0)
    pairs = [pair for block in blocks for pair in pairwise(block)]
    return width if _is_broken(pairs, width, at_least=ENOUGH) else 0


def join_lines(lines: Sequence[Line], page: int) -> Iterator[Line]:
    """The paragraphs; `page` is the page's width where all of it is broken, else 0.

    Lines that are not broken are paragraphs, be they set apart or not.
    """
    for block in _blocks(lines):
        width = page or max(len(line.text) for line in block)
        if page or _is_broken(list(pairwise(block)), width) or _begins_apart(block, width):
            yield from map(join_broken, _broken_paragraphs(block, width))
        else:
            yield from block


def _broken_paragraphs(block: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """The lines of each paragraph.

    Where a block holds several, a full line that ends a sentence ends a paragraph, too: that is
    likelier in a paper, and where it is wrong no sentence is torn.
    """
    pairs = list(pairwise(block))
    ends = [not is_continued(*pair, width) for pair in pairs]
    if any(ends):
        ends = [
            end or (ends_sentence(line) and not following.text[0].islower())
            for end, (line, following) in zip(ends, pairs, strict=True)
        ]
    starts = [0, *(number for number, end in enumerate(ends, 1) if end), len(block)]
    for start, end in pairwise(starts):
        yield from _without_link(block[start:end])


def _without_link(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """A paragraph, apart from a link line above it whose last line is full by chance."""
    is_both = lines[0].has_link_label and lines[-1].text.endswith(".")
    capitals = (number for number in range(1, len(lines)) if not lines[number].text[0].islower())
    split = next(capitals, 0) if is_both else 0
    yield from filter(None, (list(lines[:split]), list(lines[split:])))


def is_continued(line: Line, following: Line, width: int) -> bool:
    """Whether a line of a broken text goes on in the next.

    It does not where the next word would have fitted; a sentence's end may leave no room for it,
    anything else must leave hardly any.
    """
    is_dated = following.dated is not None and following.dated.is_line_of_its_own
    if _is_item(line.text, following.text) or following.begins_apart or is_dated:
        return False
    needed = len(line.text) + 1 + len(following.text.split(maxsplit=1)[0])
    return needed > (width if ends_sentence(line) else FULL * width)


def ends_sentence(line: Line) -> bool:
    return SENTENCE_END.search(line.text) is not None


def _is_item(line: str, following: str) -> bool:
    """Whether a list goes on; a dash with a small letter can be inside of a sentence – as here."""
    if INSERTION.match(following) and not SENTENCE_END.search(line):
        return BULLET.match(line) is not None
    return BULLET.match(following) is not None


def join_broken(lines: Sequence[Line]) -> Line:
    """The lines of one paragraph or headline in one."""
    if len(lines) == 1:
        return lines[0]
    joined = lines[0].text
    for line, following in pairwise(lines):
        joined += _gap(line.text, following.text) + following.text
    return replace(lines[0], text=joined, number=0)


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = [[]]
    for line in lines:
        if line.text:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _is_broken(pairs: Sequence[tuple[Line, Line]], width: int, *, at_least: int = 1) -> bool:
    """Whether lines are broken inside of sentences, and only where they are full.

    Most of the lines that go on must do so in small letters: paragraphs and lists do not.
    """
    if not NARROWEST <= width <= WIDEST:
        return False
    joined = [pair for pair in pairs if is_continued(*pair, width)]
    inside = sum(_is_inside(*pair) for pair in joined)
    torn = sum(_is_inside(*pair) for pair in pairs if not is_continued(*pair, width))
    return inside >= at_least and 2 * inside >= len(joined) and 10 * torn <= len(joined)


def _is_inside(line: Line, following: Line) -> bool:
    """Whether a sentence, by its letters, goes on from one line to the next."""
    is_small = (
        following.text[0].islower()
        or INSERTION.match(following.text) is not None
        or DASH.search(line.text) is not None
    )
    return is_small and not ends_sentence(line)


def _begins_apart(block: Sequence[Line], width: int) -> bool:
    """A link line or an attribution can go on with a name, so in a capital letter."""
    is_full = all(is_continued(*pair, width) for pair in pairwise(block))
    return block[0].begins_apart and is_full and width <= WIDEST


def _gap(line: str, following: str) -> str:
    """What stood between two lines: nothing after `anti-`, else a space."""
    is_one_word = DASH.search(line) and following[0].isalnum()
    return "" if is_one_word and following.split(maxsplit=1)[0] not in SUSPENDED else " "
