"""Passages that have the phrases of a question as written, in their text or in their headline.

The engine finds a phrase by its terms. Where it has none ("we will"), and where the engine has more
passages with its terms than were looked at, the archive itself is read, newest changes first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic, thread_time
from typing import NamedTuple

from corpus.archive.scans.side_by_side import Selection
from corpus.article import place_of
from retrieval.article_store import ArticleStore, Passage
from retrieval.engines.engine import CANDIDATES, Found, Hit, Search, View
from retrieval.question.question import Question
from retrieval.question.titles import is_name
from retrieval.ranking.passages import COMPARED
from retrieval.ranking.stages import READ, Ranked
from retrieval.text.analyser import analyser
from retrieval.text.phrase import has_phrase

LOOKED_AT = 3000  # passages with a phrase, among which some with other words of the question may be
DEEP = 9_999  # passages with a phrase's terms, where the phrase stands in too few of the best
NEXT = 1000  # of them, which are read before the others
READ_FOR = 0.15  # seconds that an archive is read: some hundred thousand passages
READ_THROUGH = 1  # times


@dataclass(slots=True)
class Allowance:
    """What may still be read for the phrases of one question, beyond the best hits of each.

    `seconds`: of reading, these and the archive itself. `is_used_up`: something was left unread.
    """

    seconds: float = READ_FOR
    passages: int = DEEP
    archives: int = READ_THROUGH
    is_used_up: bool = False

    @property
    def is_left(self) -> bool:
        return self.passages > 0 or self.archives > 0


def stands_in(phrase: str, passage: Passage) -> bool:
    """Whether a phrase stands in a passage, or in the headline over it."""
    return _has(passage.text, phrase) or _has(passage.title, phrase)


def _has(text: str, phrase: str) -> bool:
    """`The Who` is a band, and no `the WHO`."""
    return (phrase in text or not is_name(phrase)) and has_phrase(text, phrase)


class Where(NamedTuple):
    """What is searched for phrases, how many passages are wanted, and what may be read for them."""

    view: View
    store: ArticleStore
    limit: int
    allowance: Allowance


def exact(
    question: Question, search: Search, found: Found, where: Where
) -> tuple[Found, dict[int, Passage]]:
    """Of what was found, the passages that have all the phrases, with their texts.

    Where few of the best have them, more are read: a stem stands in many passages, "can't breathe"
    in some.
    """
    view, store, limit, allowance = where
    are_searched = len(search.phrases) == len(question.phrases)
    is_complete = are_searched and len(found.hits) < CANDIDATES
    if are_searched:
        found = with_headlines(found, search, view, CANDIDATES)
    texts = fitting(found.hits, question, store)
    hits = {hit.number: hit for hit in found.hits if hit.number in texts}
    if not (is_complete or _is_enough(texts, limit)) and (are_searched or search.terms):
        deep, is_complete = _deep(question, search, where, texts)
        hits = {hit.number: hit for hit in deep if hit.number in texts} | hits
    if not (is_complete or _is_enough(texts, limit)):
        printed = in_archive(question, store, allowance, READ)
        texts |= fitting(printed, question, store)
        hits = {hit.number: hit for hit in printed if hit.number in texts} | hits
    return replace(found, hits=tuple(hits.values())), texts


def _is_enough(texts: Iterable[int], limit: int) -> bool:
    """Whether so many articles have the phrases that nobody misses another."""
    return len({place_of(number)[0] for number in texts}) >= min(COMPARED, limit)


def _deep(
    question: Question, search: Search, where: Where, texts: dict[int, Passage]
) -> tuple[Sequence[Hit], bool]:
    """The best of all that has the phrases' terms, or else a term of the question; and whether that
    was all there is. What of it has the phrases is added to `texts`.

    Beyond the first of them is looked only where fewer of these have them than are wanted, and so
    long as this thread has not worked for the seconds allowed: what others do shortens nothing.
    """
    either = tuple((term,) for term in search.terms)
    search = replace(search, phrases=search.phrases or (either,), articles=0)
    allowance, is_all = where.allowance, False
    hits: Sequence[Hit] = ()
    read: set[int] = set()
    until = thread_time() + allowance.seconds
    for most in (min(NEXT, allowance.passages), allowance.passages):
        is_enough = len(texts) >= where.limit and _is_enough(texts, where.limit)
        if is_all or is_enough or len(hits) >= most:
            continue
        hits = where.view.search(search, most).hits
        is_all = len(hits) < most
        unread = [hit for hit in hits if hit.number not in read]
        for first in range(0, len(unread), NEXT):
            if read and thread_time() >= until:
                is_all = False
                break
            next_ones = unread[first : first + NEXT]
            texts |= fitting(next_ones, question, where.store)
            read.update(hit.number for hit in next_ones)
    allowance.passages = max(0, allowance.passages - len(hits))
    allowance.is_used_up |= len(read) < len(hits)
    allowance.seconds = max(0.0, until - thread_time())
    return hits, is_all


def fitting(
    found: Iterable[Hit | Ranked], question: Question, store: ArticleStore
) -> dict[int, Passage]:
    """The passages that have every phrase as written, no excluded word, and all `title:` words in
    their headline, by number.
    """
    texts = store.passages(one.number for one in found)
    if not (question.phrases or question.excluded or question.titles):
        return dict(texts)
    return {number: passage for number, passage in texts.items() if _fits(passage, question)}


def _fits(passage: Passage, question: Question) -> bool:
    if not all(stands_in(phrase, passage) for phrase in question.phrases):
        return False
    analysis = question.analysis(passage.language)
    terms = analyser(analysis.language).terms
    if question.excluded and not set(analysis.excluded).isdisjoint(terms(passage.text)):
        return False  # found by its headline
    return not analysis.title or analysis.title.issubset(terms(passage.title))


def with_headlines(found: Found, search: Search, view: View, limit: int) -> Found:
    """What was found, and passages of articles whose headlines have the phrases."""
    leads = view.leads(replace(search, terms=()), limit)
    if not leads:
        return found
    versions = {place_of(lead.number)[0] for lead in leads}
    other = view.search(replace(search, phrases=()), limit)
    of_these = [hit for hit in other.hits if place_of(hit.number)[0] in versions]
    hits = {hit.number: hit for hit in (*leads, *of_these, *found.hits)}
    return replace(other, hits=tuple(hits.values()))


def in_archive(
    question: Question, store: ArticleStore, allowance: Allowance, limit: int
) -> tuple[Hit, ...]:
    """The first passages that have a phrase, if there are any with one of the question's terms.

    What changed last is read first, as far as time allows; of several phrases the first is looked
    for.
    """
    if not allowance.archives:
        allowance.is_used_up = True
        return ()
    allowance.archives -= 1
    scope, deadline = question.scope, monotonic() + allowance.seconds
    selection = Selection(scope.since, scope.until, scope.sources, scope.without, deadline)
    hits = tuple(islice(_hits(question, store, selection), limit))
    allowance.is_used_up |= not hits and monotonic() >= deadline
    return hits


def _hits(question: Question, store: ArticleStore, selection: Selection) -> Iterator[Hit]:
    phrase = max(question.phrases, key=len)
    printed = (one for one in store.printed(phrase, selection) if _has(one.text, phrase))
    for found in islice(printed, LOOKED_AT):  # `the who` would be in all that has `the whole`
        if not question.terms or _has_a_term(found.text, question):
            yield Hit(found.number, 0.0, found.day)


def _has_a_term(text: str, question: Question) -> bool:
    return any(
        not set(one.terms).isdisjoint(analyser(one.language).terms(text))
        for one in question.analyses
    )
