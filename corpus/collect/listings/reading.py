"""Bytes → the listing that they are."""

from corpus.collect.listings.listing import Listing


def read_listing(body: bytes, address: str, content_type: str | None = None) -> Listing | None:
    """The listing that an answer is; None where it is none. Its addresses are absolute.

    May take long, and much memory, for a hostile body: to be called by a worker process.
    """
    raise NotImplementedError
