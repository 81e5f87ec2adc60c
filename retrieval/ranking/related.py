"""Terms by which a language tells of one thing: who asks for the dead may be told of the killed."""

from collections.abc import Mapping
from functools import cache

from retrieval.text.analyser import analyser
from retrieval.text.languages import english_related
from retrieval.text.languages.table import code_of

GROUPS: Mapping[str, str] = {"en": english_related.GROUPS}


def related_terms(language: str) -> Mapping[str, frozenset[str]]:
    """For each term that has any the others; no term is related to itself."""
    return _related(code_of(language))


@cache
def _related(code: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in GROUPS.get(code, "").split(","):
        terms = frozenset(analyser(code).terms(group))
        for term in terms:
            found[term] = found.get(term, frozenset()) | terms - {term}
    return found
