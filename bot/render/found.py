"""What a source offers, and its newest articles field by field → a terminal and JSON."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from bot.render.as_json import Json, article_json
from bot.render.english.collecting import counted_listing, reason_of
from bot.render.words import headline
from corpus.collect.network.exchange import Failure
from corpus.collect.reading.taking import NotTaken, Taken
from corpus.collect.showing import Shown
from corpus.collect.surveying import Survey
from corpus.workers.pool import NotParsed

FIRST_WORDS = 90  # characters of a paragraph


def print_survey(console: Console, found: Survey) -> None:
    """A line for each listing that was found, and which file knows the outlet."""
    if found.outlet_file:
        console.print(Text(f"  outlet file: {found.outlet_file}"), soft_wrap=True)
    for listing in found.listings:
        line = f"  {listing.response.address}: {counted_listing(listing)}"
        console.print(Text(line), soft_wrap=True)


def print_found(console: Console, pages: Sequence[Shown]) -> None:
    """Each page's fields as they would be stored, and where on the page each stands."""
    for page in pages:
        console.print()
        console.print(Text(page.address, "bold"), soft_wrap=True)
        if not isinstance(page.came, Taken):
            console.print(Text(f"  not taken: {_why(page.came)}"), soft_wrap=True)
            continue
        for name, value, place in _fields(page.came):
            console.print(
                Text(f"  {name}: {value}{f'  ({place})' if place else ''}"), soft_wrap=True
            )


def found_json(found: Survey, pages: Sequence[Shown]) -> dict[str, Json]:
    return {
        "address": found.address,
        "name": found.name,
        "outlet_file": found.outlet_file,
        "listings": [
            {
                "address": listing.response.address,
                "pages": len(listing.listed.pages),
                "parts": len(listing.listed.parts),
            }
            for listing in found.listings
        ],
        "articles": [_page_json(page) for page in pages],
    }


def _page_json(page: Shown) -> dict[str, Json]:
    if not isinstance(page.came, Taken):
        return {"address": page.address, "rejected": _why(page.came)}
    return {
        "address": page.address,
        "rejected": None,
        "article": article_json(page.came.finished.article),
        "found": {
            name: {"value": one.value, "place": one.place} for name, one in page.came.found.items()
        },
        "paywalled": page.came.is_paywalled,
    }


def _fields(came: Taken) -> Iterator[tuple[str, str, str | None]]:
    """Name, value as stored, place on the page."""
    article = came.finished.article
    values: dict[str, str | None] = {
        "title": headline(article),
        "published": article.published.isoformat(),
        "updated": article.updated.isoformat() if article.updated else None,
        "source": article.source,
        "agency": article.agency,
        "authors": ", ".join(article.authors),
        "section": article.section,
        "language": article.language,
    }
    for name, value in values.items():
        if value:
            found = came.found.get(name)
            yield name, value, found.place if found else None
    count = len(article.paragraphs)
    first = article.paragraphs[0]
    shown = first if len(first) <= FIRST_WORDS else f"{first[:FIRST_WORDS]}…"
    yield "paragraphs", f"{count:,}, the first: {shown}", None
    if came.is_paywalled:
        yield "paywalled", "the page says that not everybody may read it whole", None


def _why(came: NotTaken | NotParsed | Failure) -> str:
    if isinstance(came, Failure):
        return reason_of(came)
    return came.reason if isinstance(came, NotTaken) else f"it cannot be parsed: {came.fault}"
