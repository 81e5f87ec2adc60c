"""The one path from a question to an answer: bot, command line and evaluation all call it."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from time import perf_counter

from corpus.archive.archive import Archive
from corpus.article import Article, Paragraph, place_of
from retrieval.answer import Answer, Quote
from retrieval.article_store import ArchiveStore, ArticleStore
from retrieval.candidates import Candidates, candidates, find, search_of
from retrieval.errors import IndexUnusableError
from retrieval.index.index import Index, Snapshot
from retrieval.notes import Note, NothingSoNew, OnlySearched, OtherTimes, PhraseNotFound
from retrieval.question.question import Question, Scope
from retrieval.question.understand import understand
from retrieval.ranking.copies import Card, merge_copies
from retrieval.ranking.evidence import Evidence
from retrieval.ranking.passages import weighed_parts
from retrieval.ranking.quoting import extract, highlighted
from retrieval.ranking.stages import READ, Ranked, one_an_article
from retrieval.ranking.strength import (
    confidence,
    has_an_answer,
    is_of_other_times,
    of_the_time,
    strength,
)
from retrieval.text.languages.table import code_of
from retrieval.text.word_frequency import share_of_passages
from retrieval.vocabulary.correction import corrected
from retrieval.vocabulary.outlets import with_known_outlets

log = logging.getLogger(__name__)


class Answerer:
    """Answers questions from one archive through one index; safe to use from several threads."""

    def __init__(
        self, archive: Archive, index: Index, *, store: ArticleStore | None = None
    ) -> None:
        """`store` gives the articles' texts; without one, the archive does."""
        self._index = index
        self._store = store or ArchiveStore(archive)
        for language in self._store.languages():
            share_of_passages("", language)  # reads the counts once, before anybody waits

    def ask(
        self,
        text: str,
        *,
        asked_at: datetime,
        limit: int = 3,
        scope: Scope | None = None,
        explain: bool = False,
    ) -> Answer:
        """Answer a question with at most `limit` quotes.

        `asked_at` is aware. `explain` fills each quote's `shares`. A question in which nothing is
        searchable, and one that nothing matches, has strength `none` and no quotes. Where an exact
        phrase stands nowhere, its words are searched for and the answer is `weak` at best.
        An index that fails while it is asked is built again, once.
        """
        started = perf_counter()
        taken = self._index.snapshot()
        try:
            self._index.refresh()
            taken = self._index.snapshot()
            answer = self._answer(self.understand(text, asked_at, scope), taken, limit, explain)
        except IndexUnusableError as error:
            log.warning("%s; it is built again", error)
            self._index.mend(taken)
            question = self.understand(text, asked_at, scope)
            answer = self._answer(question, self._index.snapshot(), limit, explain)
        return replace(answer, took_ms=(perf_counter() - started) * 1000)

    def understand(self, text: str, asked_at: datetime, scope: Scope | None = None) -> Question:
        """The question in every language that the archive holds."""
        return understand(text, asked_at, scope=scope, languages=self._store.languages())

    def candidates(self, question: Question, *, limit: int = READ) -> Candidates:
        """What an answer would be chosen from, without corrections; see `candidates.py`."""
        view = self._index.snapshot().view
        return candidates(question, view, self._store, found=find(question, view), limit=limit)

    def _answer(self, question: Question, taken: Snapshot, limit: int, explain: bool) -> Answer:
        view, store = taken.view, self._store
        question = with_known_outlets(question, store)
        found = find(question, view, articles=2 * limit)
        question, suggestions = corrected(question, found, view, store)
        if question.corrections:
            found = find(question, view, articles=2 * limit)
        best = candidates(question, view, store, found=found, limit=max(READ, 2 * limit))
        cards = self._choose(question, best, limit)
        weighed = {one.number: one for one in best.ranked}
        numbers = [card.number for card in cards]
        shares = view.explain(search_of(best.question), numbers) if explain else {}
        quotes = tuple(
            replace(
                card.quote,
                rank=place,
                shares=shares.get(card.number, ()),
                features=tuple(weighed_parts(weighed[card.number])) if explain else (),
            )
            for place, card in enumerate(cards, 1)
        )
        return Answer(
            question=question,
            engine=taken.engine,
            strength=strength(cards, question, is_exact=best.is_exact or not question.phrases),
            quotes=quotes,
            total=best.articles if quotes else 0,
            suggestions=suggestions,
            confidence=cards[0].confidence if cards else 0.0,
            notes=(*question.notes, *_notes(question, best, cards)),
        )

    def _choose(self, question: Question, best: Candidates, limit: int) -> Sequence[Card]:
        """The cards of the answer, best first; none where nothing may answer."""
        ranked = one_an_article(best.ranked)
        if not has_an_answer(ranked[:limit]):
            return ()
        fitting = of_the_time(ranked, question)[: 2 * limit]  # some are copies of others
        return merge_copies(list(self._cards(fitting, best)))[:limit]

    def _cards(self, ranked: Sequence[Ranked], best: Candidates) -> Iterator[Card]:
        """A quote of each article; what was removed since the search is left out."""
        articles = self._store.versions(place_of(one.number)[0] for one in ranked)
        for one in ranked:
            seq, position = place_of(one.number)
            article = articles.get(seq)
            if article is not None:
                evidence = best.evidences.of(code_of(article.language))
                quote = _quote(article, position, one, evidence)
                yield Card(quote, one.number, one.features, confidence(one.features))


def _quote(article: Article, position: int, ranked: Ranked, evidence: Evidence) -> Quote:
    text = article.paragraphs[position]
    weights, language = evidence.weights, article.language
    if ranked.part is not None:
        part = highlighted(text, ranked.part, weights, language=language)
    else:
        kind = evidence.question.answer_type
        part = extract(text, weights, language=language, answer_type=kind)
    return Quote(
        rank=0,
        score=ranked.score,
        article=article,
        paragraph=Paragraph(article.id, position, text),
        start=part.start,
        end=part.end,
        highlights=part.highlights,
    )


def _notes(question: Question, best: Candidates, cards: Sequence[Card]) -> Iterator[Note]:
    """How the search was widened or narrowed."""
    for phrase in question.phrases if not best.is_exact else ():
        yield PhraseNotFound(phrase)
    if cards and is_of_other_times(cards, question):
        if question.period:
            yield OtherTimes(question.period.words)
        elif question.hint:
            newest = max(card.quote.article.day for card in cards)
            yield NothingSoNew(question.hint.words, newest)
    scope = question.scope
    if not cards and question.terms and (scope != Scope() or question.titles):
        yield OnlySearched(scope.since, scope.until, scope.sources, question.titles)
