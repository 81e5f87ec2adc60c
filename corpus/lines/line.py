"""One line of a page, and what it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Generic, TypeVar

from corpus.lines import attribution, boilerplate, links
from corpus.lines.byline import Byline, parse_byline
from corpus.lines.characters import cleaned
from corpus.lines.dated import DatedLine, is_unsure, read_dated

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 (it is used as a decorator)
    """A property that is found when it is first asked for, and kept.

    `functools.cached_property` of Python 3.11 takes a lock for it, which an import would feel.
    """

    def __init__(self, find: "Callable[[Line], T]") -> None:
        self._find = find

    def __get__(self, line: "Line", kind: type) -> T:
        found = line.__dict__[self._find.__name__] = self._find(line)
        return found


class Kind(Enum):
    """What a line mainly is; where it may be several of these, the first."""

    BLANK = auto()
    LINK = auto()  # it leads to another article
    OF_PAGE = auto()  # a button, an advertisement, an address, `2 hours ago`
    DATED = auto()  # it ends in a date, with or without names before that
    NAMES = auto()  # of people and agencies
    WORDS = auto()  # a headline, a paragraph


@dataclass(eq=False)
class Line:
    """The text of one line, and all that can be told from it alone.

    Each property is found once, when it is first asked for, and kept. `outlet` is whose line it
    is, so that the outlet's own name is told from an agency's. `number` counts from 1 in the
    input; it is 0 for a paragraph that was joined from several lines. A line is never changed; it
    is not frozen only because an import makes one of every paragraph, and that takes half as long.
    """

    text: str
    outlet: str = ""
    number: int = 0

    @once
    def kind(self) -> Kind:
        if not self.text:
            return Kind.BLANK
        if self.is_link:
            return Kind.LINK
        if self.is_of_page:
            return Kind.OF_PAGE
        if self.dated:
            return Kind.DATED
        return Kind.NAMES if self.byline else Kind.WORDS

    @property
    def is_of_article(self) -> bool:
        """Whether it is a line of this article: not blank, no link, nothing of the page."""
        return self.kind in {Kind.DATED, Kind.NAMES, Kind.WORDS}

    @once
    def dated(self) -> DatedLine | None:
        return read_dated(self.text)

    @once
    def is_unsure(self) -> bool:
        """Whether it is a date or a time that tells no day for sure."""
        return is_unsure(self.text)

    @once
    def byline(self) -> Byline | None:
        """The names that it consists of."""
        return parse_byline(self.text, self.outlet)

    @once
    def dated_byline(self) -> Byline | None:
        """The names before its dates."""
        if self.dated is None:
            return None
        return parse_byline(self.dated.names, self.outlet, is_dated=self.dated.is_glued)

    @once
    def is_link(self) -> bool:
        return links.is_link_line(self.text)

    @once
    def has_link_label(self) -> bool:
        return links.has_link_label(self.text)

    @property
    def begins_apart(self) -> bool:
        """Whether it begins as link lines and attributions do, so that it continues no other."""
        return self.has_link_label or self.begins_as_attribution

    @once
    def begins_as_attribution(self) -> bool:
        return attribution.begins_as_attribution(self.text)

    @once
    def is_of_page(self) -> bool:
        """Whether it is a button, an advertisement, an address, or how long ago it was."""
        return self.is_button or self.is_between or boilerplate.is_told_by_page(self.text)

    @once
    def is_button(self) -> bool:
        return boilerplate.is_button(self.text)

    @once
    def is_between(self) -> bool:
        """Whether it is an advertisement, a credit or a rule between paragraphs."""
        return boilerplate.is_between(self.text)

    @once
    def is_network(self) -> bool:
        return boilerplate.is_network(self.text)

    @once
    def is_tags(self) -> bool:
        return boilerplate.is_tags(self.text)

    @once
    def attribution(self) -> str | None:
        """Who first published the article, by this line."""
        return attribution.attribution(self.text)

    @once
    def is_rights(self) -> bool:
        return attribution.is_rights(self.text)

    @once
    def lender(self) -> str | None:
        """The outlet or agency that lent the article, by this line."""
        return attribution.lender(self.text)

    @once
    def signature(self) -> str | None:
        """The agency that it consists of."""
        return attribution.signature(self.text)

    @once
    def single_spaced(self) -> "Line":
        """The same with single spaces."""
        text = " ".join(self.text.split())
        return self if text == self.text else replace(self, text=text)


def as_lines(texts: Iterable[str], outlet: str = "") -> list[Line]:
    """Lines as they stand in an input, cleaned and numbered.

    Raises UnreadableError where they hold NUL characters.
    """
    return [
        Line(cleaned(text) if text else text, outlet, number)
        for number, text in enumerate(texts, 1)
    ]
