"""The one path from a question to an answer: bot, command line and evaluation all call it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import perf_counter

from corpus.archive import Archive
from corpus.article import Article, Paragraph
from corpus.rows import place_of
from retrieval.answer import Answer, Quote, Share, Strength
from retrieval.copies import Card, merge_copies
from retrieval.engine import Found, Search
from retrieval.index import Index, label
from retrieval.question import Question, Scope, understand
from retrieval.quoting import extract
from retrieval.ranking import (
    CANDIDATES,
    READ,
    RECENT_CANDIDATES,
    RECENT_DAYS,
    WEIGHTS,
    Features,
    Passage,
    Ranked,
    first_stage,
    information,
    one_an_article,
    second_stage,
    union,
)
from retrieval.text import analyser

# The matched share of the question's information (see `ranking.Features.coverage`).
STRONG = 0.6
WEAK = 0.3  # below, a passage is no answer at all


@dataclass(frozen=True, slots=True)
class Candidates:
    """What an answer is chosen from.

    `search` as the engine answered it; `weights`: information by term; `articles`: how many have
    a passage among the hits; `ranked`: the passages that were read, best first.
    """

    search: Search
    weights: Mapping[str, float]
    articles: int
    ranked: Sequence[Ranked]


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
        found = self.candidates(question, limit=max(READ, 2 * limit))
        ranked = one_an_article(found.ranked)
        cards = merge_copies(self._cards(ranked, question, found.weights, limit))[:limit]
        quotes = [
            replace(
                card.quote,
                rank=place,
                shares=self._index.engine.explain(found.search, card.number) if explain else (),
                features=_weighed(card) if explain else (),
            )
            for place, card in enumerate(cards, 1)
        ]
        is_exact = bool(found.search.phrases) or not question.phrases
        return Answer(
            question=question,
            engine=self._index.engine.name,
            strength=_strength(cards, is_exact),
            quotes=tuple(quotes),
            total=found.articles if quotes else 0,
            suggestions=(),
            took_ms=(perf_counter() - started) * 1000,
            confidence=cards[0].confidence if cards else 0.0,
        )

    def candidates(self, question: Question, *, limit: int = READ) -> Candidates:
        """The best `limit` passages, with all that they are ranked by; see `ranking.Features`."""
        search, found = self._find(_search(question), question)
        first = first_stage(found, question.asked_on, limit)
        texts = self._archive.paragraphs(candidate.number for candidate in first)
        titles = self._archive.titles({place_of(number)[0] for number in texts})
        passages = {
            number: Passage(text, titles.get(place_of(number)[0], ""))
            for number, text in texts.items()
        }
        weights = information(found)
        return Candidates(
            search=search,
            weights=weights,
            articles=len({place_of(hit.number)[0] for hit in found.hits}),
            ranked=second_stage(first, passages, question, weights),
        )

    def _find(self, search: Search, question: Question) -> tuple[Search, Found]:
        """What the engine has, and the search that brought it: without its phrases, if need be.

        In a large archive the last days are searched by themselves too, so that old articles
        cannot crowd them out.
        """
        engine = self._index.engine
        found = engine.search(search, CANDIDATES)
        if search.phrases and not found.hits:
            search = replace(search, phrases=())
            found = engine.search(search, CANDIDATES)
        if len(found.hits) == CANDIDATES:
            first = question.asked_on - timedelta(days=RECENT_DAYS)
            last = question.asked_on + timedelta(days=1)
            recent = replace(
                search,
                since=max(first, search.since or first),
                until=min(last, search.until or last),
            )
            found = union(found, engine.search(recent, RECENT_CANDIDATES))
        return search, found

    def _cards(
        self, ranked: Sequence[Ranked], question: Question, weights: Mapping[str, float], limit: int
    ) -> list[Card]:
        """Of the first articles those that hold enough of the question; twice `limit` at most."""
        cards: list[Card] = []
        for candidate in ranked:
            seq, position = place_of(candidate.number)
            if candidate.features.coverage < WEAK:
                continue
            article = self._archive.version(seq)
            if article is None:  # removed since the search
                continue
            quote = _quote(article, position, candidate.score, question, weights)
            cards.append(Card(quote, candidate.number, candidate.features))
            if len(cards) == 2 * limit:
                break
        return cards


def _weighed(card: Card) -> tuple[Share, ...]:
    """What each feature gave the score; those that gave nothing are left out."""
    parts = zip(Features._fields, card.features, WEIGHTS, strict=True)
    return tuple(
        Share(name, "score", value * weight) for name, value, weight in parts if value * weight
    )


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
    return Strength.STRONG if is_exact and cards[0].confidence >= STRONG else Strength.WEAK
