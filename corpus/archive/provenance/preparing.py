"""An article with its names and its digest: what needs no archive, and is wanted of each."""

from msgspec import Struct

from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import Name, names_of
from corpus.archive.rows import digest
from corpus.article import Article
from corpus.copies.fingerprints import fingerprints


class Prepared(Struct, frozen=True):
    """An article on its way in. Prepare it in whatever process it is read in."""

    arrival: Arrival
    names: tuple[Name, ...]
    digest: bytes
    fingerprints: tuple[int, ...]  # in their order


def prepared(given: Prepared | Arrival | Article) -> Prepared:
    if isinstance(given, Prepared):
        return given
    arrival = given if isinstance(given, Arrival) else Arrival(given)
    article = arrival.article
    hashes = tuple(sorted(fingerprints(article.paragraphs)))
    return Prepared(arrival, tuple(names_of(arrival)), digest(article), hashes)
