"""Passages that have the phrases of a question as written, in their text or in their headline.

The engine finds a phrase by its terms. Where it has none ("we will"), and where the engine has more
passages with its terms than were looked at, the archive itself is read, newest changes first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from time import monotonic

from corpus.archive.scans.side_by_side import Selection
from corpus.article import place_of
from retrieval.article_store import ArticleStore, Passage
from retrieval.engines.engine import Found, Hit, Search, View
from retrieval.question.question import Question
from retrieval.question.titles import is_name
from retrieval.text.analyser import analyser
from retrieval.text.phrase import has_phrase

LOOKED_AT = 3000  # passages with a phrase, among which some with other words of the question may be
DEEP = 9_999  # passages with a phrase's terms, where the phrase stands in none of the best
READ_FOR = 0.15  # seconds that an archive is read: some hundred thousand passages
READ_THROUGH = 1  # times


@dataclass(slots=True)
class Allowance:
    """What may still be read for the phrases of one question, beyond the best hits of each.

    `is_used_up`: something was left unread.
    """

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
    scope, deadline = question.scope, monotonic() + READ_FOR
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
