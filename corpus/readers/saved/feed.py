"""A feed in a file: its articles, where it has the whole of them."""

from collections.abc import Iterator, Sequence
from io import BufferedIOBase

from corpus.article import UNKNOWN_OUTLET
from corpus.collect.listings.listing import Entry, Kind, Listing
from corpus.collect.listings.reading import read_entries
from corpus.errors import UnreadableError
from corpus.lines.line import as_lines
from corpus.lines.markup import text_lines
from corpus.readers.reading import Draft, Origin, Rejected, read_whole

MAX_BYTES = 50_000_000
SHORTENED = ("…", "...", "…]", "...]", "…)", "...)", "… »", "… →")  # of what goes on elsewhere
NO_LISTING = "neither a feed nor a sitemap"
A_SITEMAP = "a sitemap lists addresses; use sources add"
SUMMARIES = "a feed of summaries, not of whole articles; use sources add"
EMPTY = "a feed without articles"
NO_DATE = "no date of publication"
SUMMARY = "only a summary"
CUT_OFF = "cut off; the articles before that were taken"


def read_feed(stream: BufferedIOBase, origin: Origin) -> Iterator[Draft | Rejected]:
    """Every article of which the feed has the whole text.

    Raises UnreadableError for a sitemap, and for a feed that has none but summaries.
    """
    listing = _feed(read_whole(stream, MAX_BYTES))
    articles = [(entry, _lines(entry.text)) for entry in listing.entries]
    if articles and not any(lines for _, lines in articles):
        raise UnreadableError(SUMMARIES)
    for entry, lines in articles:
        shown = entry.address or entry.title or "an article without address"
        if not lines:
            yield Rejected(origin.name, None, SUMMARY, shown)
        elif not entry.published:
            yield Rejected(origin.name, None, NO_DATE, shown)
        else:
            yield _draft(entry, lines, origin, listing)
    if listing.is_cut_off:
        yield Rejected(origin.name, None, CUT_OFF)


def _feed(body: bytes) -> Listing:
    """Raises UnreadableError for what is none."""
    listing = read_entries(body, "")
    if listing is None:
        raise UnreadableError(NO_LISTING)
    if listing.kind is not Kind.FEED:
        raise UnreadableError(A_SITEMAP)
    if not listing.entries and not listing.is_cut_off:
        raise UnreadableError(EMPTY)
    return listing


def _lines(text: str | None) -> Sequence[str]:
    """The paragraphs of a whole article; none of one that is shortened."""
    try:
        lines = [line for line in text_lines(text or "") if line.strip()]
    except UnreadableError:  # of markup that no article has
        return ()
    return () if lines and lines[-1].rstrip().endswith(SHORTENED) else lines


def _draft(entry: Entry, lines: Sequence[str], origin: Origin, listing: Listing) -> Draft:
    is_named = origin.outlet != UNKNOWN_OUTLET
    told = entry.source or (None if entry.address else listing.title)
    return Draft(
        published=entry.published or "",
        lines=as_lines(lines),
        title=entry.title,
        url=entry.address or None,
        updated=entry.updated,
        source=origin.outlet if is_named else told,
        authors=entry.authors,
        section=entry.section,
        language=entry.language or listing.language,
    )
