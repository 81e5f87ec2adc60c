"""Answers by day: the newest first, or the oldest, "when was this first printed?".

What is put in order is what answers: quotes nearly as probable as the best one, not all articles
that share a word with the question. Of a question with exact phrases it is every passage that has
them, found by `finding.py`, so that the oldest is the first of the whole archive.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from corpus.article import Article, Paragraph, instant, paragraph_number
from corpus.names import label
from retrieval.answer import Answer, Quote, Strength
from retrieval.article_store import ArticleStore
from retrieval.cards.stories import Copies, merge_copies
from retrieval.engines.engine import View
from retrieval.notes import PhraseNotFound
from retrieval.question.question import Question, Scope
from retrieval.ranking.card import Card
from retrieval.ranking.features import Features
from retrieval.ranking.quoting import LONGEST_QUOTE
from retrieval.text.analyser import analyser
from retrieval.text.sentences import sentences
from retrieval.verbatim.finding import Finder
from retrieval.verbatim.frequent import is_common
from retrieval.verbatim.quoted import Quoted
from retrieval.verbatim.words import Words, keys_of, may_hold

MOST = 60  # quotes among which those that answer are looked for
NEARLY = 0.5  # of the best one's confidence


class Order(StrEnum):
    """How quotes follow one another."""

    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"


class Printings:
    """The passages of one archive that have a question's phrases as written."""

    def __init__(self, store: ArticleStore) -> None:
        self._store = store
        self._finder = Finder(store)

    def are_many(self, question: Question, view: View) -> bool:
        """Whether the longest phrase has more printings than can be read soon."""
        longest = max(question.phrases, key=len, default="")
        return bool(longest) and is_common(longest, self._store, self._finder, view)

    def of(self, question: Question, view: View) -> list[Card]:
        """One card an article, in archive order; with the question's other words too, if any."""
        runs = [run for run in map(keys_of, question.phrases) if run]
        if not runs:
            return []
        longest = max(question.phrases, key=len)
        cards = []
        for seq, article in self._finder.holding(Quoted(longest), view):
            if article is None or not _is_inside(article, question.scope):
                continue
            quote = _printing(article, runs, question)
            if quote is not None and _has_the_rest(article, question):
                number = paragraph_number(seq, quote.paragraph.position)
                cards.append(Card(quote, number, Features(), quote.confidence))
        return cards


def in_order(
    answer: Answer, printings: Sequence[Card], order: Order, limit: int, *, copies: Copies
) -> Answer:
    """The answer with its quotes by day, or with printings of its phrases, if there are any.

    Of printings that are one story the earliest is shown, in whatever order.
    """
    is_newest = order is Order.NEWEST
    if printings:
        notes = tuple(note for note in answer.notes if not isinstance(note, PhraseNotFound))
        answer = replace(
            answer, strength=Strength.STRONG, confidence=1.0, notes=notes, searched=None
        )
        cards = sorted(printings, key=lambda card: _moment(card.quote), reverse=is_newest)
        found = {card.seq: card.number for card in printings}
        stories = merge_copies(cards, limit, copies=copies, found=found, by_wording=False)
        quotes = [card.quote for card in stories]
        total = len(printings)
    else:
        quotes = _near(answer.quotes)
        total = len(quotes)
    quotes.sort(key=_moment, reverse=is_newest)  # equal moments keep their order
    ranked = (replace(quote, rank=place) for place, quote in enumerate(quotes[:limit], 1))
    return replace(answer, quotes=tuple(ranked), total=total)


def _near(quotes: Sequence[Quote]) -> list[Quote]:
    best = max((quote.confidence for quote in quotes), default=0.0)
    return [quote for quote in quotes if quote.confidence >= NEARLY * best]


def _moment(quote: Quote) -> datetime:
    return instant(quote.article.published)


def _is_inside(article: Article, scope: Scope) -> bool:
    labels = {label(name) for name in (article.source, article.agency) if name}
    return (
        (scope.since is None or article.day >= scope.since)
        and (scope.until is None or article.day <= scope.until)
        and (not scope.sources or not labels.isdisjoint(map(label, scope.sources)))
    )


def _printing(article: Article, runs: Sequence[list[str]], question: Question) -> Quote | None:
    """The first passage with all phrases and no excluded word: the sentences around a phrase."""
    excluded = [run for run in map(keys_of, question.excluded) if run]
    for position, text in enumerate(article.paragraphs):
        if not all(may_hold(text, run) for run in runs):
            continue
        words = Words(text)
        found = [words.find(run) for run in runs]
        places = [place for place in found if place is not None]
        if len(places) < len(runs) or any(words.find(run) is not None for run in excluded):
            continue
        pairs = zip(places, runs, strict=True)
        spans = sorted(
            (words.spans[place][0], words.spans[place + len(run) - 1][1]) for place, run in pairs
        )
        return _quote(Paragraph(article.id, position, text), article, spans)
    return None


def _quote(paragraph: Paragraph, article: Article, spans: Sequence[tuple[int, int]]) -> Quote:
    """The whole sentences that hold the phrases, unless no reply could hold them."""
    first, last = spans[0][0], max(end for _, end in spans)
    parts = sentences(paragraph.text, article.language)
    start = max(begin for begin, _ in parts if begin <= first)
    end = min(end for _, end in parts if end >= last)
    end = start + len(paragraph.text[start:end].rstrip())
    if end - start > LONGEST_QUOTE:
        start, end = spans[0]
    return Quote(
        rank=0,
        score=0.0,
        article=article,
        paragraph=paragraph,
        start=start,
        end=end,
        highlights=_apart([(a - start, b - start) for a, b in spans if start <= a and b <= end]),
        confidence=1.0,
    )


def _apart(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order without those that overlap one before."""
    kept: list[tuple[int, int]] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


def _has_the_rest(article: Article, question: Question) -> bool:
    """Whether the article has all that is asked for beside the phrases."""
    analysis = question.analysis(article.language)
    in_phrases = {term for phrase in analysis.phrases for term in phrase}
    rest = analysis.essential - in_phrases
    if not rest and not analysis.title:
        return True
    terms = analyser(analysis.language).terms
    title = set(terms(article.title))
    held = title.union(*map(terms, article.paragraphs))
    return rest <= held and analysis.title <= title
