"""What one question may cost at most, whoever asks it: work is counted, no time is taken."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from bot.render.english.answers import note_line
from corpus.archive.archive import Archive
from corpus.archive.scans import side_by_side
from corpus.archive.scans.side_by_side import Printed, Selection
from retrieval import answering
from retrieval.answering import Answerer
from retrieval.article_store import ArchiveStore
from retrieval.engines.engine import (
    CANDIDATES,
    Found,
    Held,
    Hit,
    Search,
    Share,
    View,
    Wording,
)
from retrieval.errors import SearchTooLongError
from retrieval.index.index import Index
from retrieval.index.snapshot import Snapshot
from retrieval.notes import PhraseNotFound, PhrasesApart
from retrieval.phrases import NEXT
from retrieval.question.analysing import MAX_TERMS
from retrieval.vocabulary.correction import MOST_CORRECTED
from tests.archives import archive_of, article
from tests.retrieval.small_archive import ARTICLES, NOW
from tests.worst_messages import messages

MOST_SEARCHES = MAX_TERMS + 30  # of the engine: whether a headline has a term, and a few more


@dataclass
class Watched:
    """A view that notes what it is asked."""

    view: View
    calls: Counter[str] = field(default_factory=Counter)
    terms: int = 0

    def search(self, search: Search, limit: int) -> Found:
        self.calls["search"] += 1
        if limit > CANDIDATES and search.articles:
            self.calls["scores of many articles"] += 1
        self.terms = max(self.terms, len(search.terms))
        return self.view.search(search, limit)

    def leads(self, search: Search, limit: int) -> Sequence[Hit]:
        self.calls["search"] += 1
        return self.view.leads(search, limit)

    def days(self, search: Search, wordings: Sequence[Wording]) -> Mapping[date, int]:
        return self.view.days(search, wordings)

    def passage_count(self) -> int:
        return self.view.passage_count()

    def held(self) -> Held:
        return self.view.held()

    def vocabulary(self, prefixes: Iterable[str], near: Iterable[str]) -> Mapping[str, int]:
        self.calls["vocabulary"] += 1
        return self.view.vocabulary(prefixes, near)

    def examples(self, terms: Iterable[str]) -> Mapping[str, int]:
        return self.view.examples(terms)

    def explain(self, search: Search, numbers: Iterable[int]) -> Mapping[int, tuple[Share, ...]]:
        return self.view.explain(search, numbers)


class WatchedIndex(Index):
    """Its views are `watched`."""

    watched: Watched | None = None

    def snapshot(self) -> Snapshot:
        taken = super().snapshot()
        if self.watched is None:
            self.watched = Watched(taken.view)
        return replace(taken, view=self.watched)


class WatchedStore(ArchiveStore):
    """Notes how often the archive is read for a phrase, and how much of it."""

    def __init__(self, archive: Archive) -> None:
        super().__init__(archive)
        self.read: list[Selection] = []

    def printed(self, phrase: str, selection: Selection) -> Iterator[Printed]:
        self.read.append(selection)
        return super().printed(phrase, selection)


@dataclass(frozen=True)
class Asked:
    """An answerer, and what notes its work."""

    answerer: Answerer
    index: WatchedIndex
    store: WatchedStore

    @property
    def work(self) -> Watched:
        assert self.index.watched is not None
        return self.index.watched


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    with archive_of(tmp_path, *ARTICLES) as archive:
        index, store = WatchedIndex(archive, "tantivy"), WatchedStore(archive)
        yield Asked(Answerer(store, index), index, store)
        index.close()


WORDS = ("bridge", "drivers", "ferry", "mayor", "Klampuva", "weekend", "million", "depot", "wages")
KINDS = messages(WORDS, seed=1)


@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS.keys())
@pytest.mark.parametrize("is_claim", [False, True], ids=["asked", "held against"])
def test_no_message_costs_more_than_a_few_searches(
    asked: Asked, text: str, *, is_claim: bool
) -> None:
    ask = asked.answerer.check if is_claim else asked.answerer.ask
    ask(text, asked_at=NOW)
    work = asked.index.watched
    if work is None:  # chatter is not searched for
        return
    assert work.calls["search"] <= MOST_SEARCHES
    assert work.calls["vocabulary"] <= 1 + MOST_CORRECTED
    assert work.terms <= MAX_TERMS
    assert len(asked.store.read) <= 2  # for the question, and for a claim word for word


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("source:post " * 20, "only the first 16"),
        (" ".join(f'"the {word}"' for word in WORDS), "only the first 4 phrases"),
    ],
)
def test_what_was_left_out_of_a_message_is_said(asked: Asked, text: str, line: str) -> None:
    notes = asked.answerer.ask(f"bridge {text}", asked_at=NOW).notes
    assert any(line in note_line(note) for note in notes)


def test_the_archive_is_read_for_one_phrase_and_what_that_leaves_open_is_said(
    asked: Asked,
) -> None:
    answer = asked.answerer.ask('"of the and" "the by of"', asked_at=NOW)
    assert len(asked.store.read) == 1
    assert answer.notes == (
        PhraseNotFound("of the and", is_searched=False, is_all_read=False),
        PhraseNotFound("the by of", is_searched=False, is_all_read=False),
    )
    assert "so far as I read" in note_line(answer.notes[0])


def test_of_a_small_archive_all_is_read(asked: Asked) -> None:
    answer = asked.answerer.ask('"of the and"', asked_at=NOW)
    assert len(asked.store.read) == 1
    assert answer.notes == (PhraseNotFound("of the and", is_searched=False),)
    assert "so far as" not in note_line(answer.notes[0])


def test_where_reading_takes_long_the_newest_is_read_and_that_is_said(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "UNHURRIED", 0.0)
    answer = asked.answerer.ask('"of the and"', asked_at=NOW)
    assert answer.notes == (PhraseNotFound("of the and", is_searched=False, is_all_read=False),)


def test_passages_with_the_words_of_a_phrase_are_read_as_long_as_time_allows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = article("crowd", *["Breathe, they said: breathe and breathe."] * 2 * NEXT)
    long = "I can't breathe, said a diver who came up from the wreck of the old ferry at night."
    with archive_of(tmp_path, crowd, article("diver", long)) as archive:
        index = WatchedIndex(archive, "tantivy")
        answerer = Answerer(archive, index)
        whole = answerer.ask('"can\'t breathe"', asked_at=NOW)
        monkeypatch.setattr(answering, "UNHURRIED", 0.0)
        cut = answerer.ask('"can\'t breathe"', asked_at=NOW)
        index.close()
    assert [quote.article.id for quote in whole.quotes] == ["diver"]
    assert index.watched
    assert not index.watched.calls["scores of many articles"]
    assert cut.notes == (PhraseNotFound("can't breathe", is_all_read=False),)


def test_a_busy_machine_does_not_decide_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    monkeypatch.setattr(side_by_side, "monotonic", lambda: began + 1.5)
    with archive_of(tmp_path, article("a", "They had been at it for us all.")) as archive:
        index = Index(archive, "tantivy")
        answer = Answerer(archive, index).ask('"at it for us"', asked_at=NOW)
        index.close()
    assert answer.quotes


def test_phrases_are_said_to_stand_apart_only_where_all_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (
        article("a", "We will be there by the sea.", published=date(2021, 1, 1)),
        article("b", "They had been at the harbour for it all.", published=date(2021, 1, 2)),
    )
    monkeypatch.setattr(answering, "UNHURRIED", 0.0)
    with archive_of(tmp_path, *told) as archive:
        index = WatchedIndex(archive, "tantivy")
        notes = Answerer(archive, index).ask('"by the" "for it"', asked_at=NOW).notes
        index.close()
    assert not [note for note in notes if isinstance(note, PhrasesApart)]


def test_a_search_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with archive_of(tmp_path, *ARTICLES) as archive:
        index = Index(archive, "tantivy")
        patient = Answerer(archive, index, seconds=600)
        assert patient.ask("bridge", asked_at=NOW).quotes
        hasty = Answerer(archive, index, seconds=0)
        for ask in (hasty.ask, hasty.check):
            with pytest.raises(SearchTooLongError):
                ask("The bridge opened on Saturday", asked_at=NOW)
        index.close()
