"""The news of a time, where nothing else is asked for: the first passages of its articles.

What several headlines tell comes first: a headline counts by how many others have its words.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from math import fsum, log

from corpus.article import paragraph_number
from retrieval.article_store import ArticleStore, Passage
from retrieval.engines.engine import Hit, Search, View
from retrieval.question.question import Question
from retrieval.ranking.features import Features, timeliness
from retrieval.ranking.stages import Ranked, in_order
from retrieval.text.analyser import analyser

LEAD_WORDS = 8  # what has fewer tells no news
BEFORE_NEWS = 4  # passages of which the first that tells something is shown
LOOKED_AT = 300  # articles, the newest of the time


def leads_of(question: Question, search: Search, view: View) -> list[Hit]:
    """The first passages of articles of the time asked for, or of the outlets."""
    time = question.time
    if time is not None:
        search = replace(
            search,
            since=max(filter(None, (search.since, time.since)), default=None),
            until=min(filter(None, (search.until, time.until)), default=None),
        )
    tomorrow = question.asked_on + timedelta(days=1)
    until = min(search.until or tomorrow, tomorrow)
    return list(view.leads(replace(search, terms=(), until=until), LOOKED_AT))


def ranked_leads(
    leads: Sequence[Hit], question: Question, store: ArticleStore, limit: int
) -> list[Ranked]:
    """The best `limit` of these in the order in which they are shown."""
    told = _told(store.passages(lead.number for lead in leads))
    ranked = [
        _ranked(lead.number, told[lead.number], timeliness(lead.day, question))
        for lead in leads
        if lead.number in told
    ]
    return _beginnings(in_order(ranked)[:limit], store)


def beginnings_of(articles: Sequence[int], store: ArticleStore) -> list[Ranked]:
    """How each of these versions begins, in their order."""
    first = [Ranked(paragraph_number(seq, 0), Features(), 0.0) for seq in articles]
    return _beginnings(first, store)


def _ranked(number: int, told: float, timely: float) -> Ranked:
    return Ranked(number, Features(timeliness=timely, early=1.0), told * timely)


def _beginnings(ranked: Sequence[Ranked], store: ArticleStore) -> list[Ranked]:
    """The same with a passage after the first one where that is a dateline or a byline.

    Or the same in many articles.
    """
    texts = store.passages(n for one in ranked for n in _first(one.number))
    same = store.boilerplate({number: passage.text for number, passage in texts.items()})
    told = {
        number
        for number, passage in texts.items()
        if number not in same and len(passage.text.split()) >= LEAD_WORDS
    }
    return [
        one._replace(number=next((n for n in _first(one.number) if n in told), one.number))
        for one in ranked
    ]


def _first(number: int) -> range:
    return range(number, number + BEFORE_NEWS)


def _told(passages: Mapping[int, Passage]) -> dict[int, float]:
    """For each passage how far other headlines tell the same, 0 for one without a headline."""
    titles = {
        number: set(analyser(passage.language).terms(passage.title))
        for number, passage in passages.items()
    }
    counts = Counter(term for terms in titles.values() for term in terms)
    return {
        number: fsum(log(counts[term]) for term in terms) / (len(terms) or 1)
        for number, terms in titles.items()
    }
