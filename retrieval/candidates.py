"""From a question to the passages that its answer is chosen from: search, read, rank."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.article import place_of
from corpus.names import label
from retrieval.article_store import ArticleStore, Passage
from retrieval.engines.engine import BEST_ARTICLES, CANDIDATES, Found, Search, Timely, View
from retrieval.news_of_a_time import beginnings_of, leads_of, ranked_leads
from retrieval.phrases import Where, exact, fitting
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
from retrieval.vocabulary import typed_small
from retrieval.vocabulary.names import MANY_ARTICLES, as_names, most_are_misread

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
    `apart`: those that stand somewhere, but not together. `is_of_words`: nothing has a name that is
    asked for, but in small letters.
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
    is_of_words: bool = False


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
    if question.phrases or len(found.hits) >= READ:
        return found
    held = {place_of(hit.number)[0] for hit in found.hits}
    if held.issuperset(found.titles):
        return found
    leads = [lead for lead in view.leads(search, LEADS) if place_of(lead.number)[0] not in held]
    return replace(found, hits=(*found.hits, *leads))


def candidates(question: Question, found: Found, where: Where) -> Candidates:
    """The best passages of what was found, as many as are wanted, with all they are ranked by.

    Where no passage has all the exact phrases, those that have one of them; where none has any,
    those with their words, which are searched for then.
    """
    view, store, limit, _ = where
    if question.articles:
        return _as_given(question, beginnings_of(question.articles, store), found)
    if question.asks_for_news and found.hits and not found.frequencies:
        return _news(question, _without_doubtful_days(found, store), store, limit)
    if not question.phrases:
        return _of_names(question, found, where)
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


def _of_names(question: Question, found: Found, where: Where) -> Candidates:
    """The best passages; where a word is asked for as a name, and they have but the word, beside
    them those among more articles that have the name. Where none has, the word is looked for.
    """
    view, store, limit, _ = where
    best = _ranked(question, found, store, limit)
    if not most_are_misread(best.ranked, best.evidences):
        names = typed_small.names_in(question, best.ranked, view, store)
        return _of_typed_names(question, names, best, where) if names else best
    more = find(question, view, articles=MANY_ARTICLES)
    if named := as_names(more, best.evidences, store):
        read = {one.number for one in best.ranked}
        words = [hit for hit in found.hits if hit.number in read]
        hits = {hit.number: hit for hit in (*words, *named.hits)}
        return _ranked(question, replace(named, hits=tuple(hits.values())), store, 2 * limit)
    return replace(_ranked(question.without_names(), found, store, limit), is_of_words=True)


def _of_typed_names(
    question: Question, names: typed_small.Names, best: Candidates, where: Where
) -> Candidates:
    """What has the names that were typed in small letters, if it has no less of the question."""
    view, store, limit, _ = where
    search = replace(search_of(question), phrases=tuple((terms,) for terms in names.values()))
    found = view.search(search, CANDIDATES)
    texts = {
        number: passage
        for number, passage in store.passages(hit.number for hit in found.hits).items()
        if typed_small.has_names(passage, names)
    }
    named = _ranked(question, found, store, limit, texts=texts) if texts else best
    least = best.ranked[0].features.coverage
    return named if named.ranked and named.ranked[0].features.coverage >= least else best


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


def _exact(question: Question, found: Found, where: Where) -> Candidates:
    """Passages that have all the phrases; none where none has."""
    found, texts = exact(question, search_of(question), found, where)
    return _ranked(question, found, where.store, where.limit, texts=texts)


def _ranked(
    question: Question,
    found: Found,
    store: ArticleStore,
    limit: int,
    *,
    texts: dict[int, Passage] | None = None,
) -> Candidates:
    """`texts` are those of all that was found, where they were read to find it."""
    found = _without_doubtful_days(found, store)
    evidences = Evidences(question, found)
    first = first_stage(found, evidences, limit)
    fitting = _read(first, question, store) if texts is None else texts
    second = second_stage(first, fitting, evidences)
    if texts is None:
        leads = unread_leads(second, first)
        of_leads = _read(leads, question, store)
        second = in_order([*second, *second_stage(leads, of_leads, evidences)])
        fitting |= of_leads
    articles = COMPARED * max(limit, READ) // READ
    quotes = compared(second, fitting, evidences, articles=articles)
    return Candidates(
        question=question,
        is_exact=bool(question.phrases),
        evidences=evidences,
        articles=len(evidences.days),
        compared=quotes,
        ranked=third_stage(second, quotes),
    )


def _read(ranked: Sequence[Ranked], question: Question, store: ArticleStore) -> dict[int, Passage]:
    """Those that fit, and say more than what stands again and again in their outlet's pages."""
    texts = fitting(ranked, question, store)
    for number in store.boilerplate({number: passage.text for number, passage in texts.items()}):
        del texts[number]
    return texts
