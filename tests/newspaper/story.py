"""The invented articles of one newspaper: what each says, how its page shows it, what is odd."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

from tests.newspaper.wording import AGENCIES, SECTIONS, Wording

ZONE = ZoneInfo("Europe/Vilnius")
NAME = "Šilagiris Courier"


class Layout(StrEnum):
    """Where a page says when it was published, and by whom."""

    JSON_LD = "JSON-LD, with the offset"
    GRAPH = "JSON-LD in a @graph, in UTC"
    META = "meta elements alone"
    TIME = "a <time> element alone"
    PRINTED = "a stamp in the paper's own zone"
    TABLE = "likewise, and nothing is marked: tables, as before there were other means"


class Oddity(StrEnum):
    """What is out of the ordinary about an address that the paper lists."""

    NONE = "an article like any other"
    SLOW = "comes in small pieces over a second"
    BROKEN = "elements are not closed, and some that never opened are"
    MISDECLARED = "windows-1257, declared as UTF-8"
    LATIN = "UTF-8, declared as ISO-8859-1"
    UNAVAILABLE = "503 with Retry-After the first time"
    TOO_MANY = "429 with Retry-After the first time"
    CUT_ONCE = "cut off the first time"
    MOVED = "301 to where it is now"
    TRACKED = "listed under several addresses with tracking parameters"
    PAYWALLED = "only its beginning is free"
    LOCKED = "likewise, later"
    UPDATED = "gets another paragraph later"
    AROUND = "only the page around it changes later"
    WITHDRAWN = "410 later"
    CUT_OFF = "always cut off"
    ENDLESS = "never ends"
    BOMB = "a few kilobytes that unpack to gigabytes"
    LOOP = "redirects in a circle"
    NOT_FOUND = "404"
    GONE = "410"
    LIST = "a list page"
    GALLERY = "a gallery of pictures"
    DISALLOWED = "robots.txt forbids it"
    ELSEWHERE = "on another host"
    BINARY = "not a web page"
    EMPTY = "nothing at all"
    REFRESHED = "a page that only leads to where it is"
    GATED = "302 to a page that asks for consent first"
    NOTICE = "a notice, the same at each such address"


ODD = tuple(one for one in Oddity if one not in {Oddity.NONE, Oddity.NOTICE, Oddity.LOCKED})
NEVER_TAKEN = frozenset(
    {
        Oddity.CUT_OFF, Oddity.ENDLESS, Oddity.BOMB, Oddity.LOOP, Oddity.NOT_FOUND, Oddity.GONE,
        Oddity.LIST, Oddity.GALLERY, Oddity.DISALLOWED, Oddity.ELSEWHERE, Oddity.BINARY,
        Oddity.EMPTY, Oddity.GATED, Oddity.NOTICE,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Story:
    """One address, and the article there as a collector has to find it.

    `touched`: when its page changed last, as sitemaps have it.
    """

    number: int
    title: str
    paragraphs: tuple[str, ...]
    published: datetime
    section: str
    layout: Layout
    authors: tuple[str, ...] = ()
    agency: str | None = None
    updated: datetime | None = None
    touched: datetime | None = None
    oddity: Oddity = Oddity.NONE
    is_withdrawn: bool = False

    @property
    def path(self) -> str:
        folder = "private" if self.oddity is Oddity.DISALLOWED else self.section.lower()
        return f"/{folder}/{self.number}/{_slug(self.title)}"

    @property
    def is_article(self) -> bool:
        """Whether a collector can have it, and should."""
        return self.oddity not in NEVER_TAKEN

    def later(self, now: datetime) -> "Story":
        """As it stands once the paper has gone on working."""
        match self.oddity:
            case Oddity.UPDATED:
                added = f"A correction to file {self.number} was added by the night desk at dawn."
                texts = (*self.paragraphs, added)
                return replace(self, paragraphs=texts, updated=now, touched=now)
            case Oddity.AROUND:
                return replace(self, touched=now)
            case Oddity.LOCKED:
                return replace(self, oddity=Oddity.PAYWALLED, touched=now)
            case Oddity.WITHDRAWN:
                return replace(self, is_withdrawn=True, touched=now)
            case _:
                return self


def invent(count: int, seed: int, now: datetime, oddities: Iterable[Oddity] = ODD) -> list[Story]:
    """So many articles up to `now`, the newest first, some hours apart.

    Each of the oddities comes once in every 500, and once at least; the newest is without any.
    """
    random = Random(seed)  # noqa: S311 (inventions, not secrets)
    odd = list(oddities) * max(1, round(count / 500))
    if len(odd) >= count:
        raise ValueError(f"{count} articles are too few for {len(odd)} oddities")
    numbers = dict(zip(random.sample(range(1, count), len(odd)), odd, strict=True))
    published = now.astimezone(ZONE)
    stories = []
    for number in range(count, 0, -1):
        published = _earlier(published, minutes=random.randrange(3, 480))
        stories.append(_invented(random, number, published, numbers.get(number, Oddity.NONE)))
    return stories


def invent_more(count: int, after: Story, now: datetime) -> list[Story]:
    """So many articles without oddities, printed between another and `now`, the newest first."""
    random = Random(after.number)  # noqa: S311 (inventions, not secrets)
    step = (now - after.published) / (count + 1)
    stories = [
        _invented(
            random,
            after.number + n,
            (after.published + n * step).replace(second=0, microsecond=0),
            Oddity.NONE,
        )
        for n in range(1, count + 1)
    ]
    return stories[::-1]


def _invented(random: Random, number: int, published: datetime, oddity: Oddity) -> Story:
    wording = Wording(random, number)
    authors, agency = _byline(random, wording)
    # It has references; it says its address; it has a place for another text.
    needs_meta = oddity in {Oddity.MISDECLARED, Oddity.REFRESHED, Oddity.NOTICE}
    layouts = [Layout.META] if needs_meta else list(Layout)
    if oddity is Oddity.LOCKED:
        layouts = [Layout.JSON_LD]  # which says so
    if published.utcoffset() != published.replace(fold=1 - published.fold).utcoffset():
        layouts = [
            one for one in layouts if one not in {Layout.PRINTED, Layout.TABLE}
        ]  # which would not tell which of two hours it is
    return Story(
        number=number,
        title=wording.title(),
        paragraphs=tuple(
            wording.paragraph(random.randrange(1, 4)) for _ in range(random.randrange(4, 9))
        ),
        published=published,
        section=random.choice(SECTIONS),
        layout=layouts[number % len(layouts)],
        authors=authors,
        agency=agency,
        oddity=oddity,
    )


def _earlier(moment: datetime, minutes: int) -> datetime:
    """Counted in true time, so that summer time neither stretches nor doubles an hour."""
    earlier = (moment.astimezone(ZoneInfo("UTC")) - timedelta(minutes=minutes)).astimezone(ZONE)
    if (earlier.hour, earlier.minute) == (0, 0):  # which is often printed for no time at all
        earlier -= timedelta(minutes=1)
    return earlier.replace(second=0, microsecond=0)


def _byline(random: Random, wording: Wording) -> tuple[tuple[str, ...], str | None]:
    people = tuple(dict.fromkeys(wording.person() for _ in range(random.choice((1, 1, 2, 3)))))
    kind = random.randrange(4)
    if kind == 0:
        return (), random.choice(AGENCIES)
    return people, random.choice(AGENCIES) if kind == 1 else None


def _slug(title: str) -> str:
    return "-".join(
        "".join(c if c.isascii() and c.isalnum() else " " for c in title).lower().split()
    )
