"""The tree of a page → its blocks: what a browser prints as one paragraph, item, row or heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from corpus.lines.markup import BLOCKS, CELLS, SPACE

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
OUTSIDE = frozenset({"aside", "footer", "nav", "form", "head"})  # of an article's text
FIRST_MARK = 0xF0000  # private letters, one a block
MOST_BLOCKS = 0xFFFF
MARK = re.compile(f"[{chr(FIRST_MARK)}-{chr(FIRST_MARK + MOST_BLOCKS)}]")


@dataclass(frozen=True, slots=True)
class Place:
    """In what a text stands. `is_outside`: in what by its name holds no article's text."""

    element: HtmlElement  # the nearest that is a block
    is_link: bool = False
    is_quote: bool = False
    is_outside: bool = False


@dataclass(slots=True)
class Block:
    """One block; `linked` is how many of its characters are in links."""

    place: Place
    number: int
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    text: str = ""  # as a browser shows it: single spaces, all other characters as they are

    @property
    def is_heading(self) -> bool:
        return self.place.element.tag in HEADINGS

    @property
    def is_link(self) -> bool:
        """Whether it is made of links only."""
        return self.linked > 0 and self.linked >= sum(len(piece.strip()) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text in the tree: what an element begins with, or what stands behind it."""

    element: HtmlElement
    is_tail: bool = False
    size: int = 0

    def mark(self, letter: str) -> None:
        if self.is_tail:
            self.element.tail = f"{letter}{self.element.tail}"
        else:
            self.element.text = f"{letter}{self.element.text}"


class Blocks:
    """The blocks of a page in the order of reading, each marked in the tree by a letter.

    The letter stands before the first and the longest piece of a block's text; an extraction of the
    tree that holds it took the block.
    """

    def __init__(self, tree: HtmlElement) -> None:
        self.all: list[Block] = []
        self._places = [Place(tree)]
        self._block = Block(self._places[0], 0)
        self._first = self._longest = _Piece(tree)
        self._walk(tree)

    def marked_in(self, text: str) -> Iterator[Block]:
        """The blocks of which an extraction's text holds the letters, in the page's order."""
        for mark in sorted(set(MARK.findall(text))):
            if (number := ord(mark) - FIRST_MARK) < len(self.all):
                yield self.all[number]

    def _walk(self, tree: HtmlElement) -> None:
        for event, element in iterwalk(tree, events=("start", "end")):
            is_block = element.tag in BLOCKS
            if event == "start":
                self._enter(element, is_block=is_block)
            else:
                self._leave(element, is_block=is_block)
        self._begin()

    def _enter(self, element: HtmlElement, *, is_block: bool) -> None:
        tag = element.tag
        if is_block or tag == "a":
            self._places.append(_inside(element, self._places[-1]))
        if is_block:
            self._begin()
        elif tag in CELLS:
            self._block.pieces.append(" ")
        if text := element.text:
            self._add(element, text, is_tail=False)

    def _leave(self, element: HtmlElement, *, is_block: bool) -> None:
        if is_block or element.tag == "a":
            self._places.pop()
        if is_block:
            self._begin()
        if text := element.tail:
            self._add(element, text, is_tail=True)

    def _add(self, element: HtmlElement, text: str, *, is_tail: bool) -> None:
        self._block.pieces.append(text)
        size = len(text.strip())
        if self._places[-1].is_link:
            self._block.linked += size
        if size > self._longest.size:
            self._longest = _Piece(element, is_tail, size)
            self._first = self._first if self._first.size else self._longest

    def _begin(self) -> None:
        """Begin a block; the one before is kept where it holds words."""
        if self._longest.size and len(self.all) < MOST_BLOCKS:
            mark = chr(FIRST_MARK + len(self.all))
            self._first.mark(mark)
            if self._longest is not self._first:
                self._longest.mark(mark)
            block = self._block
            block.text = SPACE.sub(" ", "".join(block.pieces)).strip(" ")
            self.all.append(block)
            self._first = self._longest = _Piece(self._longest.element)
        self._block = Block(self._places[-1], len(self.all))


def _inside(element: HtmlElement, place: Place) -> Place:
    """The place inside of an element that stands in a place."""
    tag = element.tag
    if tag == "a":
        return Place(place.element, True, place.is_quote, place.is_outside)
    is_quote = place.is_quote or tag == "blockquote"
    return Place(element, place.is_link, is_quote, place.is_outside or tag in OUTSIDE)
