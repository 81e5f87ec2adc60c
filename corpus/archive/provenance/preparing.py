"""An article with all that is hashed of it: most of the work of storing one needs no archive."""

from dataclasses import dataclass

from corpus.archive.provenance.arrival import Arrival
from corpus.archive.provenance.names import Name, names_of
from corpus.archive.rows import Hashes, hashes_of
from corpus.article import Article


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article on its way in. Prepare it in whatever process it is read in."""

    arrival: Arrival
    names: tuple[Name, ...]
    hashes: Hashes


def prepared(given: Prepared | Arrival | Article) -> Prepared:
    if isinstance(given, Prepared):
        return given
    arrival = given if isinstance(given, Arrival) else Arrival(given)
    return Prepared(arrival, tuple(names_of(arrival)), hashes_of(arrival.article))
