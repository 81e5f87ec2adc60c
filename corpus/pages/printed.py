"""What is printed between an article's headline and its text: dates and names, unmarked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from corpus.lines.byline import Byline, is_known_agency, parse_byline
from corpus.lines.dated import read_dated
from corpus.pages.around import SENTENCE_END, words
from corpus.pages.blocks import Block, Blocks
from corpus.pages.fields.authors import Credits
from corpus.pages.fields.moments import read_moment

BEHIND = 12  # blocks after the headline or the text's first, among which a time may be printed
HEADER = 2  # likewise: names and days stand nearer
LONGEST = 120  # characters of one
PLACE = "printed"


@dataclass(frozen=True, slots=True)
class Shown:
    """A page's blocks, those `kept` as its text, and what its headline may be.

    `updates` are dates that the page marks as those of a change; `zone` is the outlet's.
    """

    blocks: Blocks
    kept: Sequence[Block]
    headlines: Sequence[str]
    updates: Sequence[str] = ()
    zone: ZoneInfo | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """`stamps` are local times, of updates, too: they tell the outlet's clock.

    `moments` may be when it was published: what stands near the headline, then times further on.
    """

    stamps: tuple[datetime, ...]
    moments: tuple[datetime | date, ...]
    credits: Credits


def printed(shown: Shown, outlet: str) -> Printed:
    """The dates and names of a page's header; `outlet` is whose page it is."""
    names = {words(headline) for headline in shown.headlines}
    titles = [one for one in shown.blocks.all if words(one.text) in names]
    titles.sort(key=lambda one: (not one.is_heading, one.is_link and not one.is_heading))
    begin = titles[0].number if titles else 0
    texts = (one.number for one in shown.kept if _is_text(one) and one.number >= begin)
    first = next(texts, begin)
    start = min([begin, *(one.number for one in shown.kept[:1])])
    short = [
        block
        for block in shown.blocks.all[start : max(begin, first) + BEHIND]
        if len(block.text) <= LONGEST
    ]
    near = [block for block in short if block.number < first + HEADER]
    own = [block.text for block in short if block.text not in shown.updates]
    header = [block.text for block in near if block.text not in shown.updates]
    days = [
        one
        for text in header
        if _is_line_of_dates(text, outlet)
        for one in _moments_in(text, shown.zone)
    ]
    return Printed(
        tuple(stamp for block in short for stamp in stamps_in(block.text, shown.zone)),
        (*days, *(stamp for text in own for stamp in stamps_in(text, shown.zone))),
        _credits([block.text for block in near if _may_be_byline(block)], outlet)
        or _beside_date([block for block in near if begin < block.number < first], outlet),
    )


def _is_text(block: Block) -> bool:
    """Not of the header, although it was taken for text."""
    return len(block.text) > LONGEST or SENTENCE_END.search(block.text) is not None


def _beside_date(header: Sequence[Block], outlet: str) -> Credits:
    """By names that nothing marks but the date beside them, between the headline and the text.

    A town stands before a date with a comma.
    """
    dated = [read_dated(block.text) for block in header]
    for place, (block, own) in enumerate(zip(header, dated, strict=True)):
        is_beside = any(dated[max(0, place - 1) : place + 2])
        names = own.names if own else block.text
        found = parse_byline(names, outlet) if is_beside and _may_be_byline(block) else None
        is_place = own is not None and f"{names}," in block.text
        if found and found.authors and not found.agency and not (block.is_link or is_place):
            return Credits(found.authors, None, PLACE)
    return Credits()


def stamps_in(text: str, zone: ZoneInfo | None) -> Iterator[datetime]:
    """The local times in a line of dates, those that name the outlet's own zone among them."""
    for one in _moments_in(text, zone):
        if not isinstance(one, datetime):
            continue
        clock = one.replace(tzinfo=None)
        if one.tzinfo is None or (zone and one.astimezone(zone).replace(tzinfo=None) == clock):
            yield clock


def _moments_in(text: str, zone: ZoneInfo | None) -> Iterator[datetime | date]:
    """Not those of updates."""
    dated = read_dated(text)
    for one in dated.dates if dated else ():
        if not one.is_update and (moment := read_moment(one.text, zone)):
            yield moment


def _is_line_of_dates(text: str, outlet: str) -> bool:
    """Whether nothing but names stands before its dates; a standfirst may end in a date, too."""
    dated = read_dated(text)
    if dated is None:
        return False
    return not dated.names or dated.is_labelled or parse_byline(dated.names, outlet) is not None


def _may_be_byline(block: Block) -> bool:
    """Not a picture's, nor a headline."""
    around = (block.place.element, *block.place.element.iterancestors())
    return not block.is_heading and not any(one.tag == "figure" for one in around)


def _credits(texts: Sequence[str], outlet: str) -> Credits | None:
    """By the first lines that are certainly bylines; people and agency may have one each.

    Only a known agency is one: the paper's own desk has as many names, and its host another.
    """
    found = [byline for text in texts if (byline := _byline(text, outlet))]
    authors = next((one.authors for one in found if one.authors), ())
    agencies = (one.agency for one in found if one.agency and is_known_agency(one.agency))
    agency = next(agencies, None)
    return Credits(authors, agency, PLACE) if authors or agency else None


def _byline(text: str, outlet: str) -> Byline | None:
    dated = read_dated(text)
    byline = parse_byline(dated.names if dated else text, outlet)
    return byline if byline and byline.is_certain else None
