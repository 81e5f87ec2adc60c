"""Bytes → the listing that they are."""

from dataclasses import replace

from corpus.collect.listings.document import document
from corpus.collect.listings.encoding import as_text
from corpus.collect.listings.listing import Entry, Listing
from corpus.collect.network.exchange import LISTING_LIMIT
from corpus.decoding import GZIP_MAGIC, gunzipped
from corpus.errors import UnreadableError

SHEETS = frozenset({"urlset", "sitemapindex"})


def read_listing(body: bytes, address: str, content_type: str | None = None) -> Listing | None:
    """The listing that an answer is; None where it is none. Its addresses are absolute.

    May take long, and much memory, for a hostile body: to be called by a worker process.
    """
    found = read_entries(body, address, content_type)
    if found is None:
        return None
    named: dict[str, Entry] = {}
    for entry in found.entries:
        if entry.address:
            named.setdefault(entry.address, entry)
    return replace(found, entries=tuple(named.values()))


def read_entries(body: bytes, address: str, content_type: str | None = None) -> Listing | None:
    """The same with all entries, also those that name no address, and as often as they stand."""
    body, is_cut_off = _unpacked(body)
    if body.startswith(GZIP_MAGIC):  # some compress what is compressed
        body, is_cut_off = _unpacked(body)
    listing = _listing(as_text(body, content_type), address)
    return replace(listing, is_cut_off=True) if listing and is_cut_off else listing


def _unpacked(body: bytes) -> tuple[bytes, bool]:
    """What is gzip by its first bytes, whatever its name; and whether it is cut off or damaged."""
    if not body.startswith(GZIP_MAGIC):
        return body, False
    unpacked = bytearray()
    try:
        for piece in gunzipped([body]):
            unpacked += piece
            if len(unpacked) > LISTING_LIMIT:
                return bytes(unpacked[:LISTING_LIMIT]), True
    except UnreadableError:
        return bytes(unpacked), True
    return bytes(unpacked), False


def _listing(text: str, address: str) -> Listing | None:
    # Each parser is loaded when there is something for it.
    start = text.lstrip()[:1]
    if start == "{":
        from corpus.collect.listings.json_feed import read_json_feed  # noqa: PLC0415 (as said)

        return read_json_feed(text, address)
    if start != "<" and "<" not in text[:1_000]:
        from corpus.collect.listings.address_lists import read_address_list  # noqa: PLC0415

        return read_address_list(text)
    found = document(text)
    if found is None:
        return None
    if found.root in SHEETS:
        from corpus.collect.listings.sitemaps import read_sitemap  # noqa: PLC0415 (as said)

        return read_sitemap(found, address)
    from corpus.collect.listings.feeds import read_feed  # noqa: PLC0415 (as said)

    return read_feed(found, address)
