"""Which word near an unknown one is meant: what the archive prints beside its neighbours."""

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from retrieval.engines.engine import Search, View
from retrieval.question.question import Analysis
from retrieval.vocabulary.spelling import Nearest

OFFERED = 2


class Near(Struct, frozen=True):
    """An unknown word, and what is near its term in one language."""

    written: str
    term: str
    analysis: Analysis
    nearest: Nearest
    is_other_script: bool = False


def in_company(near: Near, view: View) -> Near:
    """The same, with those first that the archive prints beside a neighbour of the unknown word.

    One alone is meant: "Boebert" of "Lauren Bobert", however many Roberts there are.
    """
    found = near.nearest
    pairs = [pair for pair in pairwise(near.analysis.terms) if near.term in pair]
    beside = [
        term for term in found.terms if any(_stand(pair, near.term, term, view) for pair in pairs)
    ]
    order = [*beside, *(term for term in found.terms if term not in beside)][:OFFERED]
    words = dict(zip(found.terms, found.words, strict=True))
    is_meant = order[0] not in found.others and not near.is_other_script
    is_clear = len(beside) == 1 or (found.is_clear and order[0] == found.terms[0])
    nearest = replace(
        found,
        terms=tuple(order),
        words=tuple(words[term] for term in order),
        is_clear=is_clear and is_meant,
    )
    return replace(near, nearest=nearest)


def _stand(pair: tuple[str, str], unknown: str, known: str, view: View) -> bool:
    """Whether two terms stand side by side somewhere, with a known one in the other's place."""
    first, second = (known if term == unknown else term for term in pair)
    return bool(view.search(Search((known,), phrases=(((first, second),),), articles=0), 1).hits)
