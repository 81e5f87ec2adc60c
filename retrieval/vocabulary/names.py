"""Names that are words too: "the president of Turkey" is looked for beyond passages on turkeys."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.article_store import ArticleStore, Passage
from retrieval.engines.engine import Found
from retrieval.ranking.evidence import Evidence, Evidences
from retrieval.ranking.stages import Ranked
from retrieval.text.analyser import analyser

MANY_ARTICLES = 70  # looked into, where of the best most have the word, and not the name


def most_are_misread(ranked: Sequence[Ranked], evidences: Evidences) -> bool:
    """Whether most of the passages that have a word of the question's names have it in small
    letters.
    """
    names = evidences.main.names
    if not names:
        return False
    having = [
        evidences.main.misnamed_in(one.told)
        for one in ranked
        if any(not names.isdisjoint(sentence.terms) for sentence in one.told)
    ]
    return sum(map(bool, having)) > len(having) / 2


def as_names(found: Found, evidences: Evidences, store: ArticleStore) -> Found | None:
    """What was found, without passages that have a name but as a word; None where none has one."""
    texts = store.passages(hit.number for hit in found.hits)
    is_name = {number: _has_name(one, evidences.of(one.language)) for number, one in texts.items()}
    if True not in is_name.values():
        return None
    return replace(
        found, hits=tuple(hit for hit in found.hits if is_name.get(hit.number) is not False)
    )


def _has_name(passage: Passage, evidence: Evidence) -> bool | None:
    """Whether its text, or where that has no such word, its headline has the names asked for."""
    for words, terms in map(
        analyser(evidence.analysis.language).words, (passage.text, passage.title)
    ):
        if having := evidence.names.intersection(terms):
            return having <= evidence.held_by(words, terms)
    return None
