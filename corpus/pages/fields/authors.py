"""Who wrote a page's article: people, and the agency where it is not the outlet."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from lxml.etree import XPath
from lxml.html import HtmlElement

from corpus.languages.english.bylines import DESK
from corpus.languages.english.calendar import MONTHS, WEEKDAYS
from corpus.lines.byline import Byline, is_known_agency, is_outlet_like, other_than, parse_byline
from corpus.lines.characters import one_line
from corpus.lines.markup import without_tags
from corpus.names import fold
from corpus.pages.fields.head import Head
from corpus.pages.fields.json_ld import LinkedArticle, Named

METAS = (
    "author article:author og:article:author authors byl parsely-author sailthru.author dc.creator"
    " dcterms.creator article_author cxenseparse:author analyticsattributes.author"
).split()
# An address of any kind, or a name in a network.
ADDRESS = re.compile(r"(?<!\S)\S*(?:https?://|www\.|@)\S*")
AROUND = " ,;|·•/–—-:()"
LONGEST_NAME, MOST_WORDS = 60, 6  # characters and words of one person
MOST = 30
LONGEST_BYLINE = 120
MARKED = (
    XPath("//body//*[@itemprop='author']//*[@itemprop='name']"),
    XPath("//body//a[@rel='author' or @itemprop='author']"),
)
# `Jonas Jonaitis Monday`: what is left of a date that was printed behind a name.
DATE_BEHIND = re.compile(rf"\s+(?:{'|'.join((*WEEKDAYS, *MONTHS))})$", re.I)
LEADER = re.compile(
    r"^(?:(?:\w+ )?by|von|par|por|di|da|door|av|af|autor(?:ius|ė|iai|zy|ka|i)?|autors|автор[ыі]?"
    r"|texto?|tekst(?:as|s)?|текст|parengė|parašė)\b:?\s+",
    re.I,
)
PARTS = re.compile(r"\s*[,;|•·]\s*|\s+(?:and|und|et|y|&)\s+")


@dataclass(frozen=True, slots=True)
class Credits:
    """`place` is where they were found; None where nobody is named."""

    authors: tuple[str, ...] = ()
    agency: str | None = None
    place: str | None = None


def find_credits(linked: LinkedArticle, head: Head, tree: HtmlElement, outlet: str) -> Credits:
    """By JSON-LD, else by meta, else by what trafilatura takes for a byline."""
    told = (
        (list(linked.authors), "JSON-LD author"),
        *(([Named(found.value, is_person=True)], found.place) for found in head.meta(*METAS)),
    )
    agency: Credits | None = None
    for names, place in chain(told, _printed(tree)):
        authors, sender = _told_apart(names, outlet)
        if authors:
            return Credits(authors, sender or (agency.agency if agency else None), place)
        if sender and agency is None:
            agency = Credits((), sender, place)
    return agency or Credits()


def _told_apart(names: Iterable[Named], outlet: str) -> tuple[tuple[str, ...], str | None]:
    people: dict[str, str] = {}
    agency: str | None = None
    for named in list(names)[:MOST]:
        byline = _byline(named, outlet)
        agency = agency or byline.agency
        for author in byline.authors:
            people.setdefault(fold(author), author)
    return tuple(people.values()), agency


def _byline(named: Named, outlet: str) -> Byline:
    """One name, or all that stand in one text."""
    text = LEADER.sub("", ADDRESS.sub("", one_line(without_tags(named.name))).strip(AROUND))
    parts = [part for part in PARTS.split(text) if part and not _is_house(part, outlet)]
    people = [person for part in parts if (person := _person(part, outlet))]
    senders = [sender for part in parts if (sender := _sender(part))]
    if not people and not senders and named.is_person and len(parts) == 1 and _is_name(parts[0]):
        people = parts
    return Byline(tuple(people), next(iter(senders), None), is_certain=True)


def _person(part: str, outlet: str) -> str | None:
    """The part of a byline that is one person's name; what else stands there is a calling."""
    found = parse_byline(f"By {part}", outlet)
    return found.authors[0] if found and found.authors else None


def _sender(part: str) -> str | None:
    """The agency that a part of a byline names: `AP` of `AP Sports Writer`."""
    first = part.split(maxsplit=1)[0]
    if DESK.search(part):
        return first if is_known_agency(first) else None
    is_sender = is_known_agency(part) or (is_outlet_like(part) and not part.isupper())
    return part if is_sender else None


def _is_house(part: str, outlet: str) -> bool:
    """Whether it is the outlet, or a part of it: `CNN Business` of `CNN`."""
    ours, theirs = f" {fold(outlet)} ", f" {fold(part)} "
    is_part = ours in theirs or theirs in ours
    return bool(outlet) and (is_part or other_than(outlet, part) is None)


def _is_name(text: str) -> bool:
    """Whether a text by itself can be a person's name; `kevin-r` is one for a computer."""
    count = len(text.split())
    is_sized = len(text) <= LONGEST_NAME and count <= MOST_WORDS
    is_user = count == 1 and text == text.lower() != text.upper()
    return is_sized and not is_user and not is_outlet_like(text) and not DESK.search(text)


def _printed(tree: HtmlElement) -> Iterator[tuple[list[Named], str]]:
    """By what is printed: names marked as the author's, else what trafilatura takes for them."""
    for path in MARKED:
        names = dict.fromkeys(one_line(element.text_content()) for element in path(tree))
        yield (
            [Named(name, is_person=True) for name in names if len(name) < LONGEST_BYLINE],
            "byline",
        )
    from trafilatura.metadata import extract_author  # noqa: PLC0415 (only where nothing else names one)

    found = (extract_author(tree) or "").split("; ")
    yield [Named(DATE_BEHIND.sub("", name), is_person=False) for name in found], "byline"
