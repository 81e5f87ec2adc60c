"""The one path from a question to an answer: bot, command line and evaluation all call it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from time import perf_counter

from corpus.archive import Archive
from corpus.article import Article, Paragraph
from corpus.rows import place_of
from retrieval.answer import Answer, Quote, Strength
from retrieval.copies import Card, merge_copies
from retrieval.engine import Found, Search
from retrieval.index import Index, label
from retrieval.question import Question, Scope, understand
from retrieval.quoting import extract
from retrieval.ranking import (
    CANDIDATES,
    READ,
    Ranked,
    information,
    matched_share,
    one_an_article,
    prefer_answers,
    rank,
)
from retrieval.text import analyser

# The matched share of the question's information (see `ranking.matched_share`).
STRONG = 0.6
WEAK = 0.3  # below, a passage is no answer at all


class Answerer:
    """Answers questions from one archive through one index; safe to use from several threads."""

    def __init__(self, archive: Archive, index: Index, *, language: str = "en") -> None:
        self._archive = archive
        self._index = index
        self._language = language

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
        """
        started = perf_counter()
        self._index.refresh()
        question = understand(text, asked_at, scope=scope, language=self._language)
        search = _search(question)
        found = self._index.engine.search(search, CANDIDATES)
        is_exact = bool(found.hits) or not search.phrases
        if not is_exact:
            search = replace(search, phrases=())
            found = self._index.engine.search(search, CANDIDATES)
        ranked = self._rank(found, question)
        cards = merge_copies(self._cards(ranked, question, information(found), limit))[:limit]
        quotes = [
            replace(
                card.quote,
                rank=place,
                shares=self._index.engine.explain(search, card.number) if explain else (),
            )
            for place, card in enumerate(cards, 1)
        ]
        return Answer(
            question=question,
            engine=self._index.engine.name,
            strength=_strength(cards, is_exact),
            quotes=tuple(quotes),
            total=len(ranked) if quotes else 0,
            suggestions=(),
            took_ms=(perf_counter() - started) * 1000,
            confidence=cards[0].share if cards else 0.0,
        )

    def _rank(self, found: Found, question: Question) -> list[Ranked]:
        ranked = rank(found)
        if question.answer_type is not None:
            head = ranked[:READ]
            texts = self._archive.paragraphs(passage.number for passage in head)
            ranked = prefer_answers(head, texts, question.answer_type) + ranked[READ:]
        return one_an_article(ranked)

    def _cards(
        self, ranked: Sequence[Ranked], question: Question, weights: Mapping[str, float], limit: int
    ) -> list[Card]:
        """Of the first articles those that hold enough of the question; twice `limit` at most."""
        cards: list[Card] = []
        for passage in ranked[: max(READ, 2 * limit)]:
            seq, position = place_of(passage.number)
            article = self._archive.version(seq)
            if article is None:  # removed since the search
                continue
            text = article.paragraphs[position]
            share = matched_share(text, article.title, weights, article.language)
            if share >= WEAK:
                quote = _quote(article, position, passage.score, question, weights)
                cards.append(Card(quote, passage.number, share))
            if len(cards) == 2 * limit:
                break
        return cards


def _search(question: Question) -> Search:
    terms = analyser(question.language).terms
    return Search(
        terms=question.terms,
        phrases=tuple(tuple(terms(phrase)) for phrase in question.phrases),
        excluded=tuple(term for word in question.excluded for term in terms(word)),
        since=question.scope.since,
        until=question.scope.until,
        labels=tuple(label(source) for source in question.scope.sources),
    )


def _quote(
    article: Article,
    position: int,
    score: float,
    question: Question,
    weights: Mapping[str, float],
) -> Quote:
    text = article.paragraphs[position]
    part = extract(text, weights, language=article.language, answer_type=question.answer_type)
    return Quote(
        rank=0,
        score=score,
        article=article,
        paragraph=Paragraph(article.id, position, text),
        start=part.start,
        end=part.end,
        highlights=part.highlights,
    )


def _strength(cards: Sequence[Card], is_exact: bool) -> Strength:
    if not cards:
        return Strength.NONE
    return Strength.STRONG if is_exact and cards[0].share >= STRONG else Strength.WEAK
