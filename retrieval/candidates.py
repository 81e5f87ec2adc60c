"""From a question to the passages that its answer is chosen from: search, read, rank."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from corpus.article import place_of
from corpus.names import label
from retrieval.article_store import ArticleStore, Passage
from retrieval.engines.engine import BEST_ARTICLES, Found, Hit, Search, Timely, View
from retrieval.news_of_a_time import beginnings_of, leads_of, ranked_leads
from retrieval.phrases import Allowance, in_archive, stands_in, with_headlines
from retrieval.question.question import Question, union
from retrieval.ranking.evidence import Evidences
from retrieval.ranking.passages import COMPARED, compared, third_stage
from retrieval.ranking.stages import (
    READ,
    Ranked,
    first_stage,
    in_order,
    second_stage,
    unread_leads,
)
from retrieval.text.analyser import analyser

CANDIDATES = 100  # passages asked of the engine
TIMELY_CANDIDATES = 60  # the same, among what is of the time asked for, or of the last days
RECENT_DAYS = 14
ANY = 1  # where only one passage is wanted, whichever: whether there are any
LEADS = 10  # articles that are looked at for a word of their headline, where few passages are found


@dataclass(frozen=True, slots=True)
class Candidates:
    """What an answer is chosen from.

    `question` as it was searched for in the end; `is_exact`: all have all the phrases as written,
    or are of the time whose news is asked for; `evidences`: what they were held against;
    `articles`: how many have a passage among the hits, with the phrases if there are any;
    `compared`: passages of the best articles, once with each part that may be quoted; `ranked`: the
    passages that were read, best first.
    `missing`: phrases that stand nowhere, or where not `is_all_read`, in nothing that was read;
    `apart`: those that stand somewhere, but not together.
    """

    question: Question
    is_exact: bool
    evidences: Evidences
    articles: int
    compared: Sequence[Ranked]
    ranked: Sequence[Ranked]
    missing: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    is_all_read: bool = True


class _Where(NamedTuple):
    """What is searched for phrases, how many passages are wanted, and what may be read for them."""

    view: View
    store: ArticleStore
    limit: int
    allowance: Allowance


def search_of(question: Question) -> Search:
    """What the engine is asked: the terms of all languages, a phrase in whichever it stands."""
    scope, analyses = question.scope, question.analyses
    phrases = [
        tuple(dict.fromkeys(analysis.phrases[place] for analysis in analyses))
        for place in range(len(question.phrases))
    ]
    return Search(
        terms=question.terms,
        phrases=tuple(alternatives for alternatives in phrases if all(alternatives)),
        excluded=union([analysis.excluded for analysis in analyses]),
        since=scope.since,
        until=scope.until,
        labels=tuple(map(label, scope.sources)),
        without=tuple(map(label, scope.without)),
        timely=_timely(question),
    )


def _without_doubtful_days(found: Found, store: ArticleStore) -> Found:
    """What has a date that something speaks against counts as of no time: never as fresh."""
    doubtful = store.doubtful({place_of(hit.number)[0] for hit in found.hits})
    if not doubtful:
        return found
    hits = (
        hit._replace(day=date.min) if place_of(hit.number)[0] in doubtful else hit
        for hit in found.hits
    )
    return replace(found, hits=tuple(hits))


def _timely(question: Question) -> Timely:
    """The time asked for, or else the last days; in a large archive others would crowd it out."""
    tomorrow = question.asked_on + timedelta(days=1)
    if question.period is None:
        since = question.asked_on - timedelta(days=RECENT_DAYS)
        return Timely(since, tomorrow, TIMELY_CANDIDATES)
    since = question.period.since or date.min
    until = min(question.period.reported_until or tomorrow, tomorrow) + timedelta(days=1)
    return Timely(since, until, TIMELY_CANDIDATES)


def find(question: Question, view: View, *, articles: int = 0) -> Found:
    """All that the engine can tell of the question, asked for at once.

    `articles`: of how many passages are wanted at least. Where little is found, also articles of
    which only the headline has a word of the question.
    """
    if question.articles:
        return Found(passages=view.passage_count())
    search = replace(search_of(question), articles=max(BEST_ARTICLES, articles))
    if question.asks_for_news and (leads := leads_of(question, search, view)):
        return Found(hits=tuple(leads), passages=view.passage_count())
    found = view.search(search, max(CANDIDATES, 3 * articles))
    held = {place_of(hit.number)[0] for hit in found.hits}
    if question.phrases or len(found.hits) >= READ or held.issuperset(found.titles):
        return found
    leads = [lead for lead in view.leads(search, LEADS) if place_of(lead.number)[0] not in held]
    return replace(found, hits=(*found.hits, *leads))


def candidates(
    question: Question, view: View, store: ArticleStore, *, found: Found, limit: int = READ
) -> Candidates:
    """The best `limit` passages of what was found, with all that they are ranked by.

    Where no passage has all the exact phrases, those that have one of them; where none has any,
    those with their words, which are searched for then.
    """
    if question.articles:
        return _as_given(question, beginnings_of(question.articles, store), found)
    if question.asks_for_news and found.hits and not found.frequencies:
        return _news(question, _without_doubtful_days(found, store), store, limit)
    if not question.phrases:
        return _ranked(question, found, store, limit)
    where = _Where(view, store, limit, Allowance())
    best = _exact(question, found, where)
    if best.ranked:
        return best
    alone: dict[str, Candidates] = {}
    for place, phrase in enumerate(question.phrases if len(question.phrases) > 1 else ()):
        asked = question.with_phrase(place)
        if not (search_of(asked).phrases or where.allowance.is_left):
            continue  # the engine does not know it, and nothing more may be read
        best = _exact(asked, find(asked, view), where)
        if best.ranked:
            alone[phrase] = best
            where = where._replace(limit=ANY)
    missing = tuple(phrase for phrase in question.phrases if phrase not in alone)
    plain = replace(question, phrases=())
    best = next(iter(alone.values()), None) or _ranked(plain, find(plain, view), store, limit)
    is_all_read = not where.allowance.is_used_up
    return replace(
        best, is_exact=False, missing=missing, apart=tuple(alone), is_all_read=is_all_read
    )


def _news(question: Question, found: Found, store: ArticleStore, limit: int) -> Candidates:
    return _as_given(question, ranked_leads(found.hits, question, store, limit), found)


def _as_given(question: Question, ranked: Sequence[Ranked], found: Found) -> Candidates:
    """What needs no word of the question."""
    return Candidates(
        question=question,
        is_exact=True,
        evidences=Evidences(question, found),
        articles=len(found.hits) or len(ranked),
        compared=(),
        ranked=ranked,
    )


def _exact(question: Question, found: Found, where: _Where) -> Candidates:
    """Passages that have all the phrases; none where none has.

    Where few of the best have them, more are read: a stem stands in many passages, "can't breathe"
    in some.
    """
    view, store, limit, allowance = where
    search = search_of(question)
    are_searched = len(search.phrases) == len(question.phrases)
    is_complete = are_searched and len(found.hits) < CANDIDATES
    if are_searched:
        found = with_headlines(found, search, view, CANDIDATES)
    best = _ranked(question, found, store, limit)
    if is_complete or _is_enough(best, limit):
        return best
    if are_searched or search.terms:
        deep, is_complete = _deep(question, search, where)
        found = _with_hits(found, deep.hits)
        best = _ranked(question, found, store, limit)
    if is_complete or _is_enough(best, limit):
        return best
    printed = in_archive(question, store, allowance, READ)
    return _ranked(question, _with_hits(found, printed), store, limit)


def _is_enough(best: Candidates, limit: int) -> bool:
    """Whether so many have the phrases that nobody misses another."""
    return len({place_of(one.number)[0] for one in best.ranked}) >= min(COMPARED, limit)


def _with_hits(found: Found, hits: Sequence[Hit]) -> Found:
    return replace(found, hits=tuple({hit.number: hit for hit in (*hits, *found.hits)}.values()))


def _deep(question: Question, search: Search, where: _Where) -> tuple[Found, bool]:
    """What has the phrases among all that has their terms, or else a term of the question; and
    whether that was all there is.
    """
    most = where.allowance.passages
    if not most:
        return Found(), False
    either = tuple((term,) for term in search.terms)
    found = where.view.search(replace(search, phrases=search.phrases or (either,)), most)
    where.allowance.passages = max(0, most - len(found.hits))
    texts = where.store.passages(hit.number for hit in found.hits)
    fitting = {number for number, passage in texts.items() if _fits(passage, question)}
    hits = tuple(hit for hit in found.hits if hit.number in fitting)
    return replace(found, hits=hits), len(found.hits) < most


def _ranked(question: Question, found: Found, store: ArticleStore, limit: int) -> Candidates:
    found = _without_doubtful_days(found, store)
    evidences = Evidences(question, found)
    read = len(found.hits) if question.phrases else limit  # some have their stems only
    first = first_stage(found, evidences, read)
    fitting = _read(first, question, store)
    if limit == ANY:
        first = [one for one in first if one.number in fitting][:ANY]
    second = second_stage(first, fitting, evidences)[:limit]
    if not question.phrases:
        leads = unread_leads(second, first)
        of_leads = _read(leads, question, store)
        second = in_order([*second, *second_stage(leads, of_leads, evidences)])
        fitting |= of_leads
    articles = COMPARED * max(limit, READ) // READ
    quotes = compared(second, fitting, evidences, articles=articles)
    counted = fitting if question.phrases else (hit.number for hit in found.hits)
    return Candidates(
        question=question,
        is_exact=bool(question.phrases),
        evidences=evidences,
        articles=len({place_of(number)[0] for number in counted}),
        compared=quotes,
        ranked=third_stage(second, quotes),
    )


def _read(ranked: Sequence[Ranked], question: Question, store: ArticleStore) -> dict[int, Passage]:
    """Those that fit, and say more than what stands again and again in their outlet's pages."""
    texts = store.passages(one.number for one in ranked)
    fitting = {number: passage for number, passage in texts.items() if _fits(passage, question)}
    if not question.phrases:  # whose very words are asked for
        read_again = {number: passage.text for number, passage in fitting.items()}
        for number in store.boilerplate(read_again):
            del fitting[number]
    return fitting


def _fits(passage: Passage, question: Question) -> bool:
    """Whether it has every phrase as written, no excluded word, and its headline all `title:`."""
    if not all(stands_in(phrase, passage) for phrase in question.phrases):
        return False
    analysis = question.analysis(passage.language)
    terms = analyser(analysis.language).terms
    if question.excluded and not set(analysis.excluded).isdisjoint(terms(passage.text)):
        return False  # found by its headline
    return not analysis.title or analysis.title.issubset(terms(passage.title))
