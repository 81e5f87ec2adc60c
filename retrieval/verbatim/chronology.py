"""Answers by day: the newest first, or the oldest, "when was this first printed?".

What is put in order is what answers: quotes nearly as probable as the best one, not all articles
that share a word with the question. Of a question with exact phrases it is the passages that have
them, found by `finding.py`, so that the oldest is the first of the whole archive.
"""

from collections.abc import Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial

from msgspec import Struct

from corpus.archive.scans.side_by_side import Selection
from corpus.article import Article, Paragraph, instant, paragraph_number
from retrieval.answer import Answer, Quote, Strength
from retrieval.article_store import ArticleStore
from retrieval.cards.stories import Copies, merge_copies
from retrieval.deadline import Deadline
from retrieval.engines.engine import View
from retrieval.errors import SearchTooLongError
from retrieval.notes import PhraseNotFound, ReadTo
from retrieval.question.question import Question, Scope
from retrieval.ranking.card import Card
from retrieval.ranking.features import Features
from retrieval.ranking.quoting import LONGEST_QUOTE
from retrieval.text.analyser import analyser
from retrieval.text.sentences import sentences
from retrieval.verbatim.finding import Finder, Reading
from retrieval.verbatim.quoted import Quoted
from retrieval.verbatim.words import Words, keys_of, may_hold

MOST = 60  # quotes among which those that answer are looked for
COUNTED = 300  # articles that print a phrase, up to which all of them are read
SPARE = 5  # stories more than are shown, as some may turn out to be one
NEARLY = 0.5  # of the best one's confidence, and where that surely answers:
NEARLY_SURE = 0.7


class Order(StrEnum):
    """How quotes follow one another."""

    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"


class Printed(Struct, frozen=True):
    """Passages that have the phrases, a card an article; `articles` is how many there are, as far
    as that is known.

    `read_to`: time was up there, so that others may follow; None where none is missing.
    `doubtful`: versions (`seq`) of them with a date that something speaks against.
    """

    cards: Sequence[Card] = ()
    articles: int = 0
    read_to: date | None = None
    doubtful: Collection[int] = ()

    def marked(self, cards: Iterable[Card]) -> list[Card]:
        return [card.marked(is_doubtful=card.seq in self.doubtful) for card in cards]


class Printings:
    """The passages of one archive that have a question's phrases as written."""

    def __init__(self, store: ArticleStore) -> None:
        self._store = store
        self._finder = Finder(store)

    def of(
        self, question: Question, view: View, order: Order, stories: int, deadline: Deadline
    ) -> Printed:
        """In archive order; with the question's other words too, if any.

        Where they are many, those of the first stories in that order, at least so many.
        """
        runs = [run for run in map(keys_of, question.phrases) if run]
        if not runs:
            return Printed()
        longest = Quoted(max(question.phrases, key=len))
        held = self._finder.holding(longest, view, deadline)
        is_few = held is not None and len(held) <= COUNTED
        scope = question.scope
        selection = Selection(scope.since, scope.until, scope.sources, scope.without)
        how = Reading(deadline, selection, order is Order.NEWEST)
        cards: dict[int, Card] = {}
        told: set[int] = set()
        count, last, read_to = 0, None, None
        try:
            with closing(self._finder.by_day(longest, held, how)) as articles:
                for seq, article in articles:
                    if article is None or not self._add(cards, (seq, article), runs, question):
                        continue
                    if is_few:
                        continue
                    count += not (seq in told or self._store.doubtful([seq]))
                    copies = self._store.copies(seq, article)
                    told |= copies.keys()
                    for copy in copies.items():  # the earliest of a story is shown
                        self._add(cards, copy, runs, question)
                    if count > stories + SPARE and article.day != last:  # a day is read whole
                        break
                    last = article.day
        except SearchTooLongError as error:
            read_to = error.reached
        found = [cards[seq] for seq in sorted(cards)]
        doubtful = self._store.doubtful(cards)
        return Printed(found, max(len(found), len(held or ())), read_to, doubtful)

    def _add(
        self,
        cards: dict[int, Card],
        version: tuple[int, Article],
        runs: Sequence[list[str]],
        question: Question,
    ) -> bool:
        """Whether it has the phrases, and all that is asked for beside them."""
        seq, article = version
        if seq in cards:
            return True
        if not _is_inside(article, question.scope):
            return False
        quote = _printing(article, runs, question)
        if quote is None or not _has_the_rest(article, question):
            return False
        number = paragraph_number(seq, quote.paragraph.position)
        cards[seq] = Card(quote, number, Features(), quote.confidence)
        return True


def in_order(
    answer: Answer, printings: Printed, order: Order, limit: int, *, copies: Copies
) -> Answer:
    """The answer with its quotes by day, or with printings of its phrases, if there are any.

    Of printings that are one story the earliest is shown, in whatever order.
    """
    is_newest = order is Order.NEWEST
    place = partial(_place, is_newest=is_newest)
    if printings.read_to is not None:
        answer = replace(answer, notes=(*answer.notes, ReadTo(printings.read_to)))
    if printings.cards:
        notes = tuple(note for note in answer.notes if not isinstance(note, PhraseNotFound))
        answer = replace(
            answer, strength=Strength.STRONG, confidence=1.0, notes=notes, searched=None
        )
        cards = printings.marked(printings.cards)
        cards.sort(key=lambda card: place(card.quote), reverse=is_newest)
        found = {card.seq: card.number for card in printings.cards}
        stories = merge_copies(cards, limit, copies=copies, found=found, by_wording=False)
        quotes = [card.marked(is_doubtful=card.seq in printings.doubtful).quote for card in stories]
        total = max(printings.articles, len(printings.cards))
    else:
        quotes = _near(answer)
        total = len(quotes)
    quotes.sort(key=place, reverse=is_newest)  # equal moments keep their order
    ranked = (replace(quote, rank=rank) for rank, quote in enumerate(quotes[:limit], 1))
    return replace(answer, quotes=tuple(ranked), total=total)


def _near(answer: Answer) -> list[Quote]:
    best = max((quote.confidence for quote in answer.quotes), default=0.0)
    least = best * (NEARLY_SURE if answer.strength is Strength.STRONG else NEARLY)
    return [quote for quote in answer.quotes if quote.confidence >= least]


def _place(quote: Quote, *, is_newest: bool) -> tuple[bool, datetime]:
    """By its moment; what has a doubtful date comes last, whichever way that is read."""
    return quote.is_doubtful is not is_newest, instant(quote.article.published)


def _is_inside(article: Article, scope: Scope) -> bool:
    return (
        (scope.since is None or article.day >= scope.since)
        and (scope.until is None or article.day <= scope.until)
        and scope.admits(article.source, article.agency)
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
