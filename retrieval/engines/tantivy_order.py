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
    scores, addresses = [score for score, _ in hits], [address for _, address in hits]
    numbers = values(searcher, NUMBER, addresses)
    if len(set(scores)) == len(scores):  # as most are
        return Ranked(addresses[:limit], numbers[:limit], scores[:limit])
    order = sorted(range(len(hits)), key=lambda place: (-scores[place], numbers[place]))[:limit]
    return Ranked(
        [addresses[place] for place in order],
        [numbers[place] for place in order],
        [scores[place] for place in order],
    )


def values(
    searcher: tantivy.Searcher, field: str, addresses: list[tantivy.DocAddress]
) -> list[int]:
    """A fast field's values; every document has them all."""
    return [int(value or 0) for value in searcher.fast_field_values(field, addresses)]
