"""The one path from a question to an answer: bot, command line and evaluation all call it."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter

from corpus.archive.archive import Archive
from corpus.article import place_of
from retrieval.answer import Answer, Strength, unasked
from retrieval.article_store import ArticleStore, store_of
from retrieval.candidates import Candidates, candidates, find, search_of
from retrieval.cards.choosing import chosen
from retrieval.cards.further import further
from retrieval.deadline import Deadline
from retrieval.engines.engine import BEST_ARTICLES, Share, View
from retrieval.errors import IndexUnusableError
from retrieval.index.snapshot import Served, Snapshot
from retrieval.notes import (
    Damaged,
    Nearest,
    NotAllTakenIn,
    Note,
    NothingSoNew,
    OnlySearched,
    OtherTimes,
    PhraseNotFound,
    PhrasesApart,
)
from retrieval.phrases import READ_FOR, Allowance, Where
from retrieval.question.kinds.chatter import TALK
from retrieval.question.kinds.kind import Kind
from retrieval.question.parts import parts_of, refers_back
from retrieval.question.question import Question, Scope
from retrieval.question.understand import understand
from retrieval.ranking.card import Card
from retrieval.ranking.passages import weighed_parts
from retrieval.ranking.stages import READ, Ranked
from retrieval.several import joined
from retrieval.silence import Silence
from retrieval.strength.strength import strength
from retrieval.strength.timeliness import is_of_other_times
from retrieval.text.word_frequency import share_of_passages
from retrieval.verbatim.chronology import MOST, Order, Printings, in_order
from retrieval.vocabulary.addresses import about_known_article, with_words_of_addresses
from retrieval.vocabulary.correction import MOST_CORRECTED, corrected
from retrieval.vocabulary.outlets import with_known_outlets
from retrieval.vocabulary.typed_small import with_name_for_chatter

log = logging.getLogger(__name__)

PATIENCE = 10.0  # seconds that articles are read for exact words, where no time is set
UNHURRIED = 2.0  # the same for a phrase of small words: a million passages on a busy machine


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is wanted of an answer beside the question itself."""

    limit: int
    explain: bool
    deadline: Deadline
    corrections: int = MOST_CORRECTED


class Answerer:
    """Answers questions from one archive through one index; safe to use from several threads."""

    def __init__(
        self,
        archive: Archive | ArticleStore,
        index: Served,
        *,
        seconds: float | None = None,
    ) -> None:
        """`archive` gives the articles' texts, or what stands for it.

        A search that takes longer than `seconds` raises SearchTooLongError, between two of its
        parts; without them it may take what it takes.
        """
        self._index = index
        self._seconds = seconds
        self.patience = PATIENCE if seconds is None else seconds
        self._store = store_of(archive)
        self._printings = Printings(self._store)
        self._silence = Silence(self._store)
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
        searchable, and one that nothing matches, has strength `none` and no quotes; for chatter
        nothing is searched. Where an exact phrase stands nowhere, its words are searched for and
        the answer is `weak` at best. Of a claim the passages nearest to it are shown, newest first.
        An index that fails while it is asked is built again, once. Raises SearchTooLongError.
        """
        text = with_words_of_addresses(text, self._store)
        return self._reply(lambda: self.parts(text, asked_at, scope), limit, explain)

    def check(self, text: str, *, asked_at: datetime, limit: int = 3) -> Answer:
        """Hold somebody's words against the archive: a claim, unless they ask something."""
        languages = self._store.languages()
        text = with_words_of_addresses(text, self._store)
        return self._reply(
            lambda: (understand(text, asked_at, languages=languages, is_said=True),), limit, False
        )

    def ask_by_day(
        self,
        text: str,
        *,
        asked_at: datetime,
        order: Order,
        limit: int = 3,
        scope: Scope | None = None,
    ) -> Answer:
        """The same for what answers nearly as well as the best, in the order of its day.

        Of a question with exact phrases it is what has them: see `verbatim/chronology.py`. Where
        time is up before all that may have them is read, a note says how far it was.
        """
        started = perf_counter()
        deadline = Deadline.after(self.patience)
        answer = self.ask(text, asked_at=asked_at, limit=MOST, scope=scope)
        view = self._index.snapshot().view
        printings = self._printings.of(answer.question, view, order, limit, deadline)
        answer = in_order(answer, printings, order, limit, copies=self._store.copies)
        return replace(answer, took_ms=(perf_counter() - started) * 1000)

    def outlets(self) -> Sequence[str]:
        """The names of the archive's outlets and agencies."""
        return self._store.outlets()

    def understand(self, text: str, asked_at: datetime, scope: Scope | None = None) -> Question:
        """The question in every language that the archive holds."""
        return understand(text, asked_at, scope=scope, languages=self._store.languages())

    def _reply(
        self, understood: Callable[[], Sequence[Question]], limit: int, explain: bool
    ) -> Answer:
        started = perf_counter()
        asked = _Asked(limit, explain, Deadline.after(self._seconds))
        taken = self._index.snapshot()
        try:
            self._index.refresh()
            taken = self._index.snapshot()
            answer = self._answer_all(understood(), taken, asked)
        except IndexUnusableError as error:
            log.warning("%s; it is built again", error)
            self._index.mend(taken)
            answer = self._answer_all(understood(), self._index.snapshot(), asked)
        if answer.strength is not Strength.STRONG and not self._index.is_fresh():
            answer = replace(answer, notes=(NotAllTakenIn(), *answer.notes))
        return replace(answer, took_ms=(perf_counter() - started) * 1000)

    def parts(
        self, text: str, asked_at: datetime, scope: Scope | None = None
    ) -> tuple[Question, ...]:
        """The whole question, and behind it the single ones of a message that asks several."""
        whole = self.understand(text, asked_at, scope)
        parts: list[Question] = []
        texts = parts_of(text)
        for part in texts if len(texts) > 1 else ():
            question = self.understand(part, asked_at, scope)
            if parts and refers_back(part):
                question = question.about(parts[-1])
            parts.append(question)
        return (whole, *parts)

    def candidates(self, question: Question, *, limit: int = READ) -> Candidates:
        """What an answer would be chosen from, without corrections; see `candidates.py`."""
        view = self._index.snapshot().view
        return candidates(question, find(question, view), self._where(view, limit))

    def _where(self, view: View, limit: int) -> Where:
        seconds = UNHURRIED if self._seconds is None else READ_FOR
        return Where(view, self._store, limit, Allowance(seconds))

    def _answer_all(self, questions: Sequence[Question], taken: Snapshot, asked: _Asked) -> Answer:
        view, store = taken.view, self._store
        whole, *parts = (with_name_for_chatter(one, view, store) for one in questions)
        if parts:
            shared = replace(asked, corrections=MOST_CORRECTED // len(parts))
            each = [self._answer(part, taken, shared) for part in parts]
            answer = joined(each, whole, asked.limit)
        else:
            answer = self._with_each_phrase(self._answer(whole, taken, asked), taken, asked)
        is_talk = whole.talk >= TALK and not answer.quotes
        return unasked(whole, taken.engine) if is_talk else answer

    def _with_each_phrase(self, answer: Answer, taken: Snapshot, asked: _Asked) -> Answer:
        """Where phrases stand apart, and nothing else is asked for, what has each of them."""
        question = answer.question
        apart = [phrase for note in answer.notes if isinstance(note, PhrasesApart)
                 for phrase in note.phrases]  # fmt: skip
        if not (apart and question.is_all_phrases):
            return answer
        asked_at, scope = question.asked_at, question.scope
        is_whole = len(apart) == len(question.phrases)
        each = [self.understand(f'"{phrase}"', asked_at, scope) for phrase in apart]
        found = joined([self._answer(one, taken, asked) for one in each], question, asked.limit)
        return replace(
            found,
            strength=found.strength if is_whole or not found.quotes else Strength.WEAK,
            notes=tuple(dict.fromkeys((*answer.notes, *found.notes))),
        )

    def _answer(self, question: Question, taken: Snapshot, wanted: _Asked) -> Answer:
        if question.kind is Kind.CHATTER:
            return unasked(question, taken.engine)
        view, store, limit = taken.view, self._store, wanted.limit
        wanted.deadline.check()
        question = about_known_article(with_known_outlets(question, store), store)
        found = find(question, view, articles=2 * limit)
        asked = question
        wanted.deadline.check()
        question, suggestions = corrected(question, found, view, store, most=wanted.corrections)
        if set(question.terms).difference(asked.terms) or question.corrections:
            found = find(question, view, articles=2 * limit)
        wanted.deadline.check()
        best = candidates(question, found, self._where(view, max(READ, 2 * limit)))
        wanted.deadline.check()
        cards, unread = chosen(question, best, view, store, limit)
        if not cards or best.missing:  # perhaps because of what is damaged
            found_articles = dict.fromkeys(place_of(hit.number)[0] for hit in found.hits)
            unread = [*unread, *list(found_articles)[:BEST_ARTICLES]]
        weighed = {one.number: one for one in best.ranked}
        numbers = [card.number for card in cards]
        is_asked_for = bool(question.terms or question.phrases)
        is_as_asked = best.is_exact or not (question.phrases or best.is_of_words)
        is_few = len(cards) < limit
        shares = view.explain(search_of(best.question), numbers) if wanted.explain else {}
        quotes = tuple(
            replace(
                card.quote,
                rank=place,
                confidence=card.confidence,
                more=further(card, best) if is_few and question.kind is Kind.QUESTION else (),
                shares=shares.get(card.number, ()),
                features=_weighed(weighed.get(card.number)) if wanted.explain else (),
            )
            for place, card in enumerate(cards, 1)
        )
        return Answer(
            question=question,
            engine=taken.engine,
            strength=strength(
                cards, question, is_exact=is_as_asked and not question.is_partly_unread
            ),
            quotes=quotes,
            total=best.articles if quotes else 0,
            suggestions=suggestions,
            confidence=cards[0].confidence if cards else 0.0,
            notes=(*self._damaged(unread), *question.notes, *_notes(question, best, cards)),
            searched=None if cards or not is_asked_for else self._silence.of(question, view),
        )

    def _damaged(self, unread: Iterable[int]) -> Iterator[Note]:
        if names := self._store.damaged(unread):
            yield Damaged(tuple(names))


def _weighed(ranked: Ranked | None) -> tuple[Share, ...]:
    """What each feature gave the score; None is a passage that came for its words or its link."""
    return tuple(weighed_parts(ranked)) if ranked else ()


def _notes(question: Question, best: Candidates, cards: Sequence[Card]) -> Iterator[Note]:
    """How the search was widened or narrowed."""
    days = [card.quote.article.day for card in cards if not card.quote.is_doubtful]
    if question.kind is Kind.CLAIM and days:
        yield Nearest(min(days), max(days))
    for phrase in best.missing:
        yield PhraseNotFound(phrase, bool(question.terms), best.is_all_read)
    if len(best.apart) > 1 and best.is_all_read:
        yield PhrasesApart(best.apart)
    if cards and is_of_other_times(cards, question):
        if question.period:
            yield OtherTimes(question.period.words)
        elif question.hint and days:
            yield NothingSoNew(question.hint.words, max(days))
    scope = question.scope
    if not cards and question.terms and (scope != Scope() or question.titles):
        yield OnlySearched(scope.since, scope.until, scope.sources, question.titles, scope.without)
