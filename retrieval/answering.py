"""The one path from a question to an answer: bot, command line and evaluation all call it."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from time import perf_counter

from corpus.archive.archive import Archive
from corpus.article import Article, Paragraph, place_of
from corpus.names import label
from retrieval.answer import Answer, Quote, Strength
from retrieval.engines.engine import Found, Search, Share
from retrieval.errors import IndexUnusableError, UnknownSourceError
from retrieval.index.index import Index
from retrieval.notes import is_of_other_times, names_the_time, notes
from retrieval.question.question import Question, Scope, understand
from retrieval.ranking.confidence import STRONG, WEAK, confidence
from retrieval.ranking.copies import Card, merge_copies
from retrieval.ranking.features import Features, Passage, information, is_in_period, needed
from retrieval.ranking.quoting import extract
from retrieval.ranking.stages import (
    CANDIDATES,
    NEARER_CANDIDATES,
    READ,
    RECENT_DAYS,
    SECOND_STAGE,
    Ranked,
    first_stage,
    one_an_article,
    second_stage,
    union,
)
from retrieval.text.analyser import analyser, has_phrase
from retrieval.text.word_frequency import share_of_passages
from retrieval.vocabulary.correction import respelt
from retrieval.vocabulary.outlets import resolve

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What an answer is chosen from.

    `search` as the engine answered it; `phrases`: those that all have as written; `weights`:
    information by term, `needed` that of an answer; `articles`: how many have a passage among the
    hits; `ranked`: the passages that were read, best first.
    """

    search: Search
    phrases: Sequence[str]
    weights: Mapping[str, float]
    needed: float
    articles: int
    ranked: Sequence[Ranked]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The cards of an answer, and what they were chosen from."""

    found: Candidates
    cards: Sequence[Card]


class Answerer:
    """Answers questions from one archive through one index; safe to use from several threads."""

    def __init__(self, archive: Archive, index: Index, *, language: str = "en") -> None:
        self._archive = archive
        self._index = index
        self._language = language
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
        question = understand(text, asked_at, scope=scope, language=self._language)
        engine = self._index.engine
        try:
            self._index.refresh()
            answer = self._answer(question, limit, explain)
        except IndexUnusableError as error:
            log.warning("%s; it is built again", error)
            self._index.mend(engine)
            answer = self._answer(question, limit, explain)
        return replace(answer, took_ms=(perf_counter() - started) * 1000)

    def _answer(self, question: Question, limit: int, explain: bool) -> Answer:
        question, suggestions = respelt(
            self._with_known_sources(question), self._archive, self._index.engine
        )
        chosen = self._choose(question, limit)
        search = chosen.found.search
        quotes = [
            replace(
                card.quote,
                rank=place,
                shares=self._index.engine.explain(search, card.number) if explain else (),
                features=_weighed(card) if explain else (),
            )
            for place, card in enumerate(chosen.cards, 1)
        ]
        return Answer(
            question=question,
            engine=self._index.engine.name,
            strength=_strength(chosen, question),
            quotes=tuple(quotes),
            total=chosen.found.articles if quotes else 0,
            suggestions=suggestions,
            confidence=chosen.cards[0].confidence if quotes else 0.0,
            notes=(*question.mistakes, *notes(question, chosen.found.phrases, quotes)),
        )

    def _choose(self, question: Question, limit: int) -> _Chosen:
        found = self.candidates(question, limit=max(READ, 2 * limit))
        ranked = one_an_article(found.ranked)
        if not any(confidence(one.features, found.needed) >= WEAK for one in ranked[:limit]):
            return _Chosen(found, ())
        cards = self._cards(_of_the_period(ranked, question, found), question, found, limit)
        return _Chosen(found, merge_copies(cards)[:limit])

    def _with_known_sources(self, question: Question) -> Question:
        """The outlets as the archive names them; one that it does not have is a mistake."""
        known: list[str] = []
        mistakes = list(question.mistakes)
        for name in question.scope.sources:
            try:
                known += resolve([name], self._archive)
            except UnknownSourceError as error:
                mistakes.append(f"{error}. All were searched.")
        scope = replace(question.scope, sources=tuple(dict.fromkeys(known)))
        return replace(question, scope=scope, mistakes=tuple(mistakes))

    def candidates(self, question: Question, *, limit: int = READ) -> Candidates:
        """The best `limit` passages, with all that they are ranked by; see `features.Features`.

        Where no passage has the exact phrases, those with their words.
        """
        found = self._candidates(question, limit)
        if question.phrases and not found.ranked:
            found = self._candidates(replace(question, phrases=()), limit)
        return found

    def _candidates(self, question: Question, limit: int) -> Candidates:
        search, found = self._find(question)
        weights = information(found, question)
        read = len(found.hits) if question.phrases else limit  # some have their stems only
        first = first_stage(found, question, weights, read)
        passages = self._passages(first, question)
        return Candidates(
            search=search,
            phrases=question.phrases,
            weights=weights,
            needed=needed(weights, question),
            articles=len({place_of(hit.number)[0] for hit in found.hits}),
            ranked=second_stage(first, passages, question, weights)[:limit],
        )

    def _passages(self, ranked: Sequence[Ranked], question: Question) -> dict[int, Passage]:
        """Texts by number; without those that lack a phrase, or a word of the headline."""
        texts = self._archive.paragraphs(one.number for one in ranked)
        headings = self._archive.headings({place_of(number)[0] for number in texts})
        wanted = set(analyser(question.language).terms(" ".join(question.titles)))
        return {
            number: Passage(text, heading.title, (heading.source, heading.agency or ""))
            for number, text in texts.items()
            if all(has_phrase(text, phrase) for phrase in question.phrases)
            and (heading := headings.get(place_of(number)[0]))
            and wanted.issubset(analyser(question.language).terms(heading.title))
        }

    def _find(self, question: Question) -> tuple[Search, Found]:
        """What the engine has, and the search that brought it.

        In a large archive the time asked for, or else the last days, are searched by themselves
        too, so that articles of other times cannot crowd them out.
        """
        engine, search = self._index.engine, search_of(question)
        found = engine.search(search, CANDIDATES)
        if len(found.hits) >= CANDIDATES:
            nearer = narrowed(search, question)
            found = union(found, engine.search(nearer, NEARER_CANDIDATES))
        return search, found

    def _cards(
        self, ranked: Sequence[Ranked], question: Question, found: Candidates, limit: int
    ) -> list[Card]:
        """Quotes of the first articles, twice `limit` at most: some will be copies of others."""
        cards: list[Card] = []
        for candidate in ranked:
            seq, position = place_of(candidate.number)
            article = self._archive.version(seq)
            if article is None:  # removed since the search
                continue
            quote = _quote(article, position, candidate.score, question, found.weights)
            certain = confidence(candidate.features, found.needed)
            cards.append(Card(quote, candidate.number, candidate.features, certain))
            if len(cards) == 2 * limit:
                break
        return cards


def narrowed(search: Search, question: Question) -> Search:
    """The same search among what is timely, and no wider."""
    tomorrow = question.asked_on + timedelta(days=1)
    since, until = question.asked_on - timedelta(days=RECENT_DAYS), tomorrow
    if question.period is not None:
        since = question.period.since or date.min
        until = min(question.period.until or tomorrow, tomorrow) + timedelta(days=1)
    return replace(
        search,
        since=max(since, search.since or since),
        until=min(until, search.until or until),
    )


def _of_the_period(
    ranked: Sequence[Ranked], question: Question, found: Candidates
) -> Sequence[Ranked]:
    """Only what is of the time asked for, if it answers, and nothing of other times better."""

    def best(passages: Sequence[Ranked]) -> float:
        return max((confidence(one.features, found.needed) for one in passages), default=0.0)

    inside = [one for one in ranked if is_in_period(one.features, question)]
    others = [one for one in ranked if not is_in_period(one.features, question)]
    return inside if best(inside) >= max(STRONG, best(others)) else ranked


def _weighed(card: Card) -> tuple[Share, ...]:
    """What each feature gave the score; those that gave nothing are left out."""
    parts = zip(Features._fields, card.features, SECOND_STAGE, strict=True)
    return tuple(
        Share(name, "score", value * weight) for name, value, weight in parts if value * weight
    )


def search_of(question: Question) -> Search:
    terms = analyser(question.language).terms
    return Search(
        terms=question.terms,
        phrases=tuple(tuple(terms(phrase)) for phrase in question.phrases if terms(phrase)),
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


def _strength(chosen: _Chosen, question: Question) -> Strength:
    """`strong` only with the phrases and the time asked for, and a number for "how many"."""
    if not chosen.cards:
        return Strength.NONE
    quotes = [card.quote for card in chosen.cards]
    wanted = question.answer_type
    is_typed = (
        wanted is None or not wanted.is_in_text or wanted.answer.search(quotes[0].text) is not None
    )
    is_exact = bool(chosen.found.phrases) or not question.phrases
    is_timely = not is_of_other_times(question, quotes) or names_the_time(question, quotes[0])
    is_strong = chosen.cards[0].confidence >= STRONG and is_typed and is_exact and is_timely
    return Strength.STRONG if is_strong else Strength.WEAK
