"""From a question to the passages that its answer is chosen from: search, read, rank."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.article import place_of
from corpus.names import label
from retrieval.article_store import ArticleStore, Passage
from retrieval.engines.engine import BEST_ARTICLES, Found, Search, Timely, View
from retrieval.question.question import Question, union
from retrieval.ranking.evidence import Evidences
from retrieval.ranking.passages import compared, third_stage
from retrieval.ranking.stages import READ, Ranked, first_stage, second_stage
from retrieval.text.analyser import analyser, has_phrase

CANDIDATES = 100  # passages asked of the engine
TIMELY_CANDIDATES = 60  # the same, among what is of the time asked for, or of the last days
RECENT_DAYS = 14


@dataclass(frozen=True, slots=True)
class Candidates:
    """What an answer is chosen from.

    `question` as it was searched for in the end; `is_exact`: all have the phrases as written;
    `evidences`: what they were held against; `articles`: how many have a passage among the hits;
    `compared`: passages of the best articles, once with each part that may be quoted; `ranked`: the
    passages that were read, best first.
    """

    question: Question
    is_exact: bool
    evidences: Evidences
    articles: int
    compared: Sequence[Ranked]
    ranked: Sequence[Ranked]


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
        timely=_timely(question),
    )


def _timely(question: Question) -> Timely:
    """The time asked for, or else the last days; in a large archive others would crowd it out."""
    tomorrow = question.asked_on + timedelta(days=1)
    if question.period is None:
        since = question.asked_on - timedelta(days=RECENT_DAYS)
        return Timely(since, tomorrow, TIMELY_CANDIDATES)
    since = question.period.since or date.min
    until = min(question.period.until or tomorrow, tomorrow) + timedelta(days=1)
    return Timely(since, until, TIMELY_CANDIDATES)


def find(question: Question, view: View, *, articles: int = 0) -> Found:
    """All that the engine can tell of the question, asked for at once.

    `articles`: of how many passages are wanted at least.
    """
    search = replace(search_of(question), articles=max(BEST_ARTICLES, articles))
    return view.search(search, max(CANDIDATES, 3 * articles))


def candidates(
    question: Question, view: View, store: ArticleStore, *, found: Found, limit: int = READ
) -> Candidates:
    """The best `limit` passages of what was found, with all that they are ranked by.

    Where no passage has the exact phrases, those with their words, which are searched for then.
    """
    best = _ranked(question, found, store, limit)
    if question.phrases and not best.ranked:
        best = _ranked(plain := replace(question, phrases=()), find(plain, view), store, limit)
    return best


def _ranked(question: Question, found: Found, store: ArticleStore, limit: int) -> Candidates:
    evidences = Evidences(question, found)
    read = len(found.hits) if question.phrases else limit  # some have their stems only
    first = first_stage(found, evidences, read)
    texts = store.passages(one.number for one in first)
    fitting = {number: passage for number, passage in texts.items() if _fits(passage, question)}
    second = second_stage(first, fitting, evidences)[:limit]
    quotes = compared(second, fitting, evidences)
    return Candidates(
        question=question,
        is_exact=bool(question.phrases),
        evidences=evidences,
        articles=len({place_of(hit.number)[0] for hit in found.hits}),
        compared=quotes,
        ranked=third_stage(second, quotes),
    )


def _fits(passage: Passage, question: Question) -> bool:
    """Whether it has every phrase as written, and its headline every word of `title:`."""
    if not all(has_phrase(passage.text, phrase) for phrase in question.phrases):
        return False
    analysis = question.analysis(passage.language)
    return not analysis.title or analysis.title.issubset(
        analyser(analysis.language).terms(passage.title)
    )
