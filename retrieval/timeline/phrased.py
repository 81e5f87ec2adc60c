"""Articles that have exact words, as long as they are few enough to be read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from corpus.article import place_of
from retrieval.article_store import ArticleStore, Passage
from retrieval.candidates import search_of
from retrieval.engines.engine import View
from retrieval.phrases import stands_in
from retrieval.question.question import Question
from retrieval.text.analyser import analyser

MOST = 2_000  # passages that are read


def printing(question: Question, view: View, store: ArticleStore) -> Mapping[int, date] | None:
    """Versions (`seq`) with their days, the best first: those with every phrase as written in one
    passage, or in the headline, and with the question's other words in the same.

    None where an index cannot find the phrases, or finds too many to read them all.
    """
    search = replace(search_of(question), timely=None)
    if not search.phrases or len(search.phrases) < len(question.phrases):
        return None
    hits = view.search(search, MOST + 1).hits
    leads = view.leads(replace(search, terms=()), MOST + 1)
    if max(len(hits), len(leads)) > MOST:
        return None
    passages = store.passages({hit.number for hit in chain(hits, leads)})
    found: dict[int, date] = {}
    for hit in (*hits, *leads):
        passage = passages.get(hit.number)
        if passage is not None and _has_all(passage, question):
            found.setdefault(place_of(hit.number)[0], hit.day)
    return found


def _has_all(passage: Passage, question: Question) -> bool:
    if not all(stands_in(phrase, passage) for phrase in question.phrases):
        return False
    analysis = question.analysis(passage.language)
    rest = analysis.essential.difference(*analysis.phrases)
    if not rest and not analysis.title:
        return True
    terms = analyser(analysis.language).terms
    title = set(terms(passage.title))
    return analysis.title <= title and rest <= title.union(terms(passage.text))
