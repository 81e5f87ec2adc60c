"""The first documents of a tantivy search, in one order however the index came to be."""

from typing import NamedTuple

import tantivy
from tantivy import Query

NUMBER = "number"
MORE = 4  # times as many are asked for where equal scores are cut through


class Ranked(NamedTuple):
    """Documents in order, with their numbers and scores."""

    addresses: list[tantivy.DocAddress]
    numbers: list[int]
    scores: list[float]


def first(searcher: tantivy.Searcher, query: Query, limit: int, *, by: str | None = None) -> Ranked:
    """The first documents by score, or by the highest value of a field; equal ones by number.

    tantivy gives equal ones in the order of its segments, so as many are looked at as the last
    one has equals.
    """
    asked = limit + 1
    while True:
        hits = searcher.search(query, asked, count=False, order_by_field=by).hits
        if len(hits) < asked or hits[-1][0] != hits[limit - 1][0]:
            break
        asked *= MORE
    addresses = [address for _, address in hits]
    falling = [-score for score, _ in hits]
    order = sorted(zip(falling, values(searcher, NUMBER, addresses), addresses, strict=True))
    order = order[:limit]
    return Ranked(
        [address for _, _, address in order],
        [number for _, number, _ in order],
        [-score for score, _, _ in order],
    )


def values(
    searcher: tantivy.Searcher, field: str, addresses: list[tantivy.DocAddress]
) -> list[int]:
    """A fast field's values; every document has them all."""
    return [int(value or 0) for value in searcher.fast_field_values(field, addresses)]
